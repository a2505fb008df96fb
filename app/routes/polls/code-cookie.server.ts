/** The code on paper between the page where it is typed and the ballot: for two hours, on this device. */
import { cookie, cookieValue } from '#app/web/cookies.server'

export function codeIn(request: Request, pollId: string): string | null {
  const [id, code] = (cookieValue(request, 'ballot-code') ?? '').split(' ')
  return id === pollId && code ? code : null
}

export function codeCookie(pollId: string, code: string): string {
  return cookie('ballot-code', `${pollId} ${code.replace(/\s/g, '')}`, 7200)
}

/** Leaves the device clean for the next person. */
export function noCodeCookie(): string {
  return cookie('ballot-code', '', 0)
}
