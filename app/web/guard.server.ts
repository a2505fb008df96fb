/** What stands in front of every request: nonce and headers, limits on the address and the body, the Origin check, health. */
import { randomBytes } from 'node:crypto'
import type { NextFunction, Request, Response } from 'express'
import { visitor } from '#app/domain/authorization'
import { isReady } from '#app/domain/platform/health.server'
import { env } from '#app/env.server'
import { wordsFor } from '#app/i18n/server-words.server'
import { mostBytesAt } from './body-limits'
import { languageOf } from './language.server'
import { addressOf, home, hostOf, isOwnHost, isSameOrigin } from './origin.server'
import { standalonePolicy } from './standalone-policy.server'
import { sentencePage } from './trouble-page.server'

const maximalUrl = 2048
const maximalSegments = 20

type Given = { development: boolean; isLeaving?: () => boolean }

/** `isLeaving`: it still answers, and should be sent nobody new. */
export function guard({ development, isLeaving = () => false }: Given) {
  return async (request: Request, response: Response, next: NextFunction) => {
    const nonce = randomBytes(16).toString('base64')
    response.locals = { nonce, address: addressOf(request), memo: new Map() }
    setHeaders(request, response, nonce, development)

    // Whoever looks after the machine asks by its number.
    if (request.path === '/healthz') return void response.type('text').send('ok')
    if (request.path === '/readyz')
      return void response
        .status(!isLeaving() && (await isReady()) ? 200 : 503)
        .type('text')
        .send('ready?')
    const refused = refusalOf(request)
    if (refused) return refuse(request, response, refused)
    next()
  }
}

/** The status of a request that goes no further. */
function refusalOf(request: Request): number | null {
  if (!isOwnHost(request) && !isOfItsLook(request)) return 421
  if (request.url.length > maximalUrl || request.path.split('/').length > maximalSegments + 1) return 414
  // No text of ours holds a zero byte, and the database takes none.
  if (/%00/.test(request.url) || !isReadable(request.path)) return 404
  if (request.path === '/__manifest') return 404
  if (request.method === 'GET' || request.method === 'HEAD') return null
  if (request.method !== 'POST') return 405
  if (!isSameOrigin(request)) return 403
  // Node reads no more than was announced, so this limit holds for the body itself.
  const length = Number(request.headers['content-length'])
  if (!Number.isFinite(length)) return 411
  return length > mostBytesAt(request.path) ? 413 : null
}

/** What the page that refuses another name is itself drawn with: a file among the assets, and no way out of them. */
function isOfItsLook({ method, path }: Request) {
  return method === 'GET' && /^\/assets\/\w[\w.-]*$/.test(path)
}

/** Whether its signs are whole: a broken encoding leads nowhere. */
function isReadable(path: string) {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

function setHeaders(request: Request, response: Response, nonce: string, development: boolean) {
  const scripts = development ? `'self' 'nonce-${nonce}' 'unsafe-inline'` : `'self' 'nonce-${nonce}'`
  const standalone = standalonePolicy(request.path, hostOf(request))
  response.setHeader(
    'Content-Security-Policy',
    standalone ??
      [
        "default-src 'self'",
        `script-src ${scripts}`,
        `style-src 'self'${development ? " 'unsafe-inline'" : ''}`,
        "img-src 'self' blob: data:",
        "font-src 'self'",
        `connect-src 'self'${development ? ' ws:' : ''}`,
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ].join('; '),
  )
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Referrer-Policy', 'same-origin')
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  response.setHeader('Permissions-Policy', 'geolocation=(), camera=(), microphone=()')
  if (env.secureCookies) response.setHeader('Strict-Transport-Security', 'max-age=63072000')
}

const sentences: Record<number, string> = {
  403: 'elsewhere',
  404: 'not-found',
  405: 'method',
  411: 'method',
  413: 'too-large',
  414: 'not-found',
  421: 'other-name',
}

function refuse(request: Request, response: Response, status: number) {
  const language = languageOf({ headers: { get: (name) => request.get(name) ?? null } }, visitor)
  const t = wordsFor(language)
  const said = `shell.error.${sentences[status]}`
  response
    .status(status)
    .set('Cache-Control', 'private, no-store')
    .type('html')
    .send(sentencePage(language, t(`${said}.title`), t(`${said}.text`), home))
}
