/** Everything that can be configured, read once. Nobody else reads process.env. */
import { z } from 'zod'

const flag = z
  .enum(['0', '1', 'true', 'false', ''])
  .optional()
  .transform((value) => value === '1' || value === 'true')

const Environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Where people find the site; needed behind a proxy, guessed from PORT otherwise */
  ORIGIN: z.url().optional(),
  DATABASE_URL: z.string().startsWith('postgres').optional(),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(100).default(10),
  /** Folder for files and the embedded database */
  DATA_FOLDER: z.string().default('.data'),
  SMTP_URL: z.string().startsWith('smtp').optional(),
  MAIL_FROM: z.string().default('Agorà <agora@localhost>'),
  /** Pages of whoever runs it, that the law asks for: linked at the foot of every page */
  PRIVACY_URL: z.url().optional(),
  ACCESSIBILITY_URL: z.url().optional(),
  CONTACT_URL: z.url().optional(),
  /** The demonstration's door: sign in as one of the cast */
  DEMO: flag,
  /** Believe X-Forwarded-For from this many proxies */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  /** Limits on attempts; off only for load measurements and browser tests */
  RATE_LIMITS: z.enum(['on', 'off']).default('on'),
})

const parsed = Environment.safeParse(process.env)
if (!parsed.success) {
  const list = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`).join('\n')
  throw new Error(`These settings are missing or wrong:\n${list}`)
}

const settings = parsed.data

export const env = {
  ...settings,
  origin: settings.ORIGIN ?? `http://localhost:${settings.PORT}`,
  production: settings.NODE_ENV === 'production',
  /** The door for the cast: open in development, in production only with DEMO=1 */
  demonstration: settings.NODE_ENV !== 'production' || settings.DEMO,
  /** Plain HTTP on loopback takes no Secure cookie */
  secureCookies: settings.NODE_ENV === 'production' && (settings.ORIGIN ?? '').startsWith('https:'),
}
