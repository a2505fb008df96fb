/** Who asks, for what, in which language: read once a request. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import type { Actor } from '#app/domain/authorization'
import { actorFromCookie } from '#app/domain/identity/lucia.server'
import type { Language } from '#app/domain/languages'
import { Refusal } from '#app/domain/refusal'
import { wordsFor } from '#app/i18n/server-words.server'
import { languageOf } from './language.server'

export type Context = { nonce: string; address: string; memo: Map<string, Promise<unknown>> }

export type Scene = {
  request: Request
  url: URL
  actor: Actor
  /** SHA-256 of the sign-in session's id, for "this device" */
  signInId: string | null
  language: Language
  t: (key: string, values?: Record<string, unknown>) => string
  address: string
  param: (name: string) => string
}

export async function sceneOf({ request, params, context }: LoaderFunctionArgs | ActionFunctionArgs): Promise<Scene> {
  const { memo, address } = context as Context
  const signIn = await once(memo, 'sign-in', () => actorFromCookie(request.headers.get('Cookie')))
  const language = languageOf(request, signIn.actor)
  return {
    request,
    url: new URL(request.url),
    actor: signIn.actor,
    signInId: signIn.sessionHash,
    language,
    t: wordsFor(language),
    address,
    param: (name) => {
      const value = params[name]
      if (!value || value.length > 200) throw new Refusal('not-found')
      return value
    },
  }
}

function once<T>(memo: Map<string, Promise<unknown>>, key: string, read: () => Promise<T>): Promise<T> {
  const known = memo.get(key) as Promise<T> | undefined
  if (known) return known
  const reading = read()
  memo.set(key, reading)
  return reading
}
