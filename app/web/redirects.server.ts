/** The only redirects there are: to a path of this site. */
import { redirect } from '@remix-run/node'
import { type Notice, noticeCookie } from './cookies.server'

/** The path if it leads nowhere else; the fallback otherwise. */
export function safePath(path: string | null | undefined, fallback = '/'): string {
  if (!path || path.length > 1000 || !path.startsWith('/') || path.startsWith('//')) return fallback
  // Backslashes and control characters read differently in different browsers.
  if (/[\\\u0000-\u001F\u007F]/.test(path)) return fallback
  const url = new URL(path, 'http://here')
  // Dots may fold away: /.//elsewhere.example
  return url.origin === 'http://here' && !url.pathname.startsWith('//')
    ? url.pathname + url.search + url.hash
    : fallback
}

export function go(path: string, notice?: Notice, headers = new Headers()) {
  if (notice) headers.append('Set-Cookie', noticeCookie(notice))
  return redirect(safePath(path), { status: 303, headers })
}

export function toSignIn(url: URL) {
  return redirect(`/sign-in?to=${encodeURIComponent(url.pathname.replace(/\.data$/, '') + url.search)}`, {
    status: 302,
  })
}
