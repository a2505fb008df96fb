/** Loaders and actions: the three wrappers that know both the domain and HTTP. */

import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { hiddenFields } from '#app/components/form-result'
import { isRefusal } from '#app/domain/refusal'
import { log } from './log.server'
import { keyOfIssue } from './messages'
import { go, toSignIn } from './redirects.server'
import { type Context, type Scene, sceneOf } from './scene.server'
import { statusOf, waitOf } from './statuses.server'
import { troublePage } from './trouble-page.server'

/** A loader. */
export function page<T>(load: (scene: Scene) => Promise<T>) {
  return async (args: LoaderFunctionArgs): Promise<T> => {
    const scene = await sceneOf(args)
    try {
      return await load(scene)
    } catch (error) {
      throw (await signedOutWhileTyping(args, error)) ?? asResponse(error, scene.url)
    }
  }
}

/** A loader that answers by itself, with a file or a page that stands alone: what it refuses is such a page too. */
export function alone(load: (scene: Scene) => Promise<Response>) {
  return async (args: LoaderFunctionArgs): Promise<Response> => {
    const scene = await sceneOf(args)
    try {
      return await load(scene)
    } catch (error) {
      if (!isRefusal(error)) throw error
      if (error.reason === 'sign-in-required') throw toSignIn(scene.url)
      return troublePage(error, scene)
    }
  }
}

/** The action of a form that can be filled in wrong: re-shown with its errors, or done. */
export function form<S extends z.ZodType, R>(schema: S, act: (scene: Scene & { values: z.output<S> }) => Promise<R>) {
  return async (args: ActionFunctionArgs) => {
    const entries = await readForm(args.request)
    memoOf(args).set('typed', Promise.resolve(entries))
    const { submission, unreadable } = judge(entries, schema)
    if (submission.status !== 'success' || unreadable) {
      const answer = submission.reply({ hideFields: hiddenFields, ...(unreadable && { fieldErrors: unreadable }) })
      return data(answer as SubmissionResult<string[]>, { status: 400 })
    }
    try {
      return await act({ ...(await sceneOf(args)), values: submission.value })
    } catch (error) {
      const { message, status, headers } = toldOf(error, args.request)
      const field = isRefusal(error) && error.field && entries.has(error.field) ? error.field : null
      const errors = field ? { fieldErrors: { [field]: [message] } } : { formErrors: [message] }
      return data(submission.reply({ hideFields: hiddenFields, ...errors }) as SubmissionResult<string[]>, {
        status,
        headers,
      })
    }
  }
}

/** What a form says of what ended its act. What nobody foresaw is our fault: it is logged, and the words stay. */
export function toldOf(error: unknown, request: Request) {
  if (isRefusal(error)) {
    const message = `refusals.${error.reason}|${JSON.stringify(error.values)}`
    return { message, status: statusOf(error, 409), headers: waitOf(error) }
  }
  if (error instanceof Response) throw error
  log.error({ error, path: new URL(request.url).pathname })
  return { message: 'errors.broken', status: 500, headers: {} }
}

/** The action of a lone button: always ends in a redirect, with a notice if refused. Asked for data, it answers the status. */
export function button<S extends z.ZodType>(
  schema: S,
  act: (scene: Scene & { values: z.output<S> }) => Promise<Response>,
) {
  return async (args: ActionFunctionArgs) => {
    const scene = await sceneOf(args)
    const { submission, unreadable } = judge(await readForm(args.request), schema)
    const back = cameFrom(args.request)
    if (submission.status !== 'success' || unreadable) return go(back, { key: 'errors.form', kind: 'refused' })
    try {
      return await act({ ...scene, values: submission.value })
    } catch (error) {
      if (!isRefusal(error) || error.reason === 'not-found') throw asResponse(error, scene.url)
      if (error.reason === 'sign-in-required') throw toSignIn(new URL(back, scene.url))
      return go(back, { key: `refusals.${error.reason}`, values: error.values, kind: 'refused' })
    }
  }
}

/** What the schema does not name is refused; so are signs that nobody types: NUL, and what a broken encoding leaves. */
function judge<S extends z.ZodType>(entries: FormData, schema: S) {
  const submission = parseWithZod(entries, { schema: closed(schema), error: keyOfIssue })
  const broken = [...entries].flatMap(([name, value]) =>
    typeof value === 'string' && /[\u0000\uFFFD]/.test(value) ? [name] : [],
  )
  const unreadable = broken.length > 0 ? Object.fromEntries(broken.map((name) => [name, ['errors.unreadable']])) : null
  return { submission, unreadable }
}

/** For forms that save by themselves: what may be kept, or what is wrong with each field. */
export function judgeWhileTyping<S extends z.ZodType>(entries: FormData, schema: S) {
  const { submission, unreadable } = judge(entries, schema)
  if (submission.status === 'success' && !unreadable) return { values: submission.value }
  return { error: { ...(submission.status === 'error' && submission.error), ...unreadable } }
}

function closed<S extends z.ZodType>(schema: S): S
function closed(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodObject ? schema.strict() : schema
}

/** The page a button was on, from the browser's own word; the home page otherwise. */
export function cameFrom(request: Request): string {
  const referer = request.headers.get('Referer')
  if (!referer || !URL.canParse(referer)) return '/'
  const { pathname, search } = new URL(referer)
  return pathname + search
}

const plainName = /^[A-Za-z][\w-]{0,60}(\[\d{0,3}\])?(\.[A-Za-z][\w-]{0,60})?$/

/** Form fields with plain names only: nothing that could nest deeply. */
export async function readForm(request: Request): Promise<FormData> {
  const type = request.headers.get('Content-Type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(type))
    throw new Response(null, { status: 415 })
  const entries = await request.formData().catch(() => {
    throw new Response(null, { status: 400 })
  })
  const names = [...entries.keys()]
  if (
    names.length > 500 ||
    names.some((name) => !plainName.test(name) || name.split('.').some((step) => step in Object.prototype))
  )
    throw new Response(null, { status: 400 })
  return entries
}

/**
 * Without scripts a form sent after the sign-in ended is re-shown by this same request; where its page may not be
 * shown any more, what was typed comes back by itself, to be sent again.
 */
async function signedOutWhileTyping(args: LoaderFunctionArgs, error: unknown) {
  if (!isRefusal(error) || error.reason !== 'sign-in-required') return null
  const entries = (await memoOf(args).get('typed')) as FormData | undefined
  if (!entries) return null
  const typed = [...entries].filter(([name, value]) => typeof value === 'string' && !hiddenFields.includes(name))
  return typed.length > 0 ? data({ reason: error.reason, typed }, { status: 401 }) : null
}

function memoOf({ context }: { context: unknown }) {
  return (context as Context).memo
}

function asResponse(error: unknown, url: URL): unknown {
  if (!isRefusal(error)) return error
  if (error.reason === 'sign-in-required') return toSignIn(url)
  return data({ reason: error.reason, values: error.values }, { status: statusOf(error, 403), headers: waitOf(error) })
}
