/** What stands in front of every request: nonce and headers, limits on the address and the body, the Origin check, health. */
import { randomBytes } from 'node:crypto'
import type { NextFunction, Request, Response } from 'express'
import { isReady } from '#app/domain/platform/health.server'
import { env } from '#app/env.server'
import { addressOf, hostOf, isSameOrigin } from './origin.server'
import { standalonePolicy } from './standalone-policy.server'

const maximalBody = 12 * 1024 * 1024
/** A registrar's list of 400,000 credentials, read as it comes */
const maximalList = 256 * 1024 * 1024
const maximalUrl = 2048
const maximalSegments = 20

export function guard({ development }: { development: boolean }) {
  return async (request: Request, response: Response, next: NextFunction) => {
    const nonce = randomBytes(16).toString('base64')
    response.locals = { nonce, address: addressOf(request), memo: new Map() }
    setHeaders(request, response, nonce, development)

    if (request.url.length > maximalUrl || request.path.split('/').length > maximalSegments + 1)
      return refuse(response, 414)
    // No text of ours holds a zero byte, and the database takes none.
    if (/%00/.test(request.url) || !isReadable(request.path)) return refuse(response, 404)
    if (request.path === '/healthz') return void response.type('text').send('ok')
    if (request.path === '/readyz')
      return void response
        .status((await isReady()) ? 200 : 503)
        .type('text')
        .send('ready?')
    if (request.path === '/__manifest') return refuse(response, 404)
    if (request.method === 'GET' || request.method === 'HEAD') return next()
    if (request.method !== 'POST') return refuse(response, 405)
    if (!isSameOrigin(request)) return refuse(response, 403)
    const length = Number(request.headers['content-length'])
    if (!Number.isFinite(length)) return refuse(response, 411)
    const isList = /^\/polls\/[\w-]+\/registrar(\.data)?$/.test(request.path)
    if (length > (isList ? maximalList : maximalBody)) return refuse(response, 413)
    next()
  }
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
  response.setHeader('Permissions-Policy', 'geolocation=(), camera=(), microphone=()')
  if (env.secureCookies) response.setHeader('Strict-Transport-Security', 'max-age=31536000')
}

const sentences: Record<number, string> = {
  403: 'Questa richiesta non viene dal nostro sito. Torna indietro, ricarica la pagina e riprova. / This request does not come from our site.',
  404: 'Pagina non trovata. / Page not found.',
  405: 'Richiesta non ammessa. / Method not allowed.',
  411: 'Richiesta non ammessa: manca la lunghezza. / Length required.',
  413: 'Quello che hai inviato è troppo grande (massimo 12 MB). Torna indietro: il tuo testo è ancora nella pagina. / Too large: go back, your text is still there.',
  414: 'Indirizzo troppo lungo. / Address too long.',
}

function refuse(response: Response, status: number) {
  response.status(status).type('text').send(sentences[status])
}
