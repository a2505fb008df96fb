/** The two pages that hold secrets, a voter's choice and a trustee's key, may run their one script and nothing else. */
import { boothScripts } from '#app/booth/scripts.server'

const pages = { booth: 'ballot', trustee: 'trustee' } as const

/** The policy of such a page, or null for all others. Its script is named by its whole path: no other file of the site runs. */
export function standalonePolicy(path: string, host: string): string | null {
  const [, name] = /^\/polls\/[\w-]+\/(booth|trustee)$/.exec(path) ?? []
  if (!name) return null
  const { file } = boothScripts()[pages[name as keyof typeof pages]]
  const here = /^[\w.-]+(:\d+)?$|^\[[\da-f:]+\](:\d+)?$/i.test(host) ? host : 'invalid'
  return [
    "default-src 'none'",
    `script-src ${here}/booth/${file}`,
    // The worker runs the same script, fetched again against its hash
    'worker-src blob:',
    "connect-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
