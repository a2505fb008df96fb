/** The language a person reads in: chosen by hand, then the account's, then the browser's. */
import type { Actor } from '#app/domain/authorization'
import { isLanguage, type Language } from '#app/domain/languages'
import { cookieValue, type Headed } from './cookies.server'

export function languageOf(request: Headed, actor: Actor): Language {
  const chosen = cookieValue(request, 'language')
  if (isLanguage(chosen)) return chosen
  if (actor.kind === 'person' && isLanguage(actor.language)) return actor.language
  const wishes = (request.headers.get('Accept-Language') ?? '')
    .split(',')
    .map((wish) => wish.trim().slice(0, 2).toLowerCase())
  return wishes.find(isLanguage) ?? 'it'
}
