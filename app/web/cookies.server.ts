/** Small cookies of the site: the language, and a notice that survives one redirect. */
import { env } from '#app/env.server'

/** What is read of a request */
export type Headed = { headers: Pick<Headers, 'get'> }

export function cookieValue(request: Headed, name: string): string | undefined {
  const pairs = (request.headers.get('Cookie') ?? '').split(';').map((pair) => pair.trim())
  const pair = pairs.find((candidate) => candidate.startsWith(`${name}=`))
  try {
    return pair && decodeURIComponent(pair.slice(name.length + 1))
  } catch {
    return undefined
  }
}

export function cookie(name: string, value: string, maxAge: number): string {
  const secure = env.secureCookies ? '; Secure' : ''
  return `${name}=${encodeURIComponent(value)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure}`
}

export type Notice = { key: string; values?: Record<string, string | number>; kind?: 'done' | 'refused' }

/** The page that shows it forgets it, so its scripts may reach this one. */
export function noticeCookie(notice: Notice): string {
  return cookie('notice', JSON.stringify(notice), 60).replace('; HttpOnly', '')
}

export function readNotice(request: Request): Notice | null {
  const raw = cookieValue(request, 'notice')
  if (!raw) return null
  try {
    const { key, values, kind } = JSON.parse(raw)
    if (typeof key !== 'string' || !/^[\w.-]{1,100}$/.test(key)) return null
    return {
      key,
      values: typeof values === 'object' ? values : undefined,
      kind: kind === 'refused' ? 'refused' : 'done',
    }
  } catch {
    return null
  }
}
