/** The action of a form that gives one large file, which is read as it comes and never held whole. */
import type { SubmissionResult } from '@conform-to/react'
import { type ActionFunctionArgs, data, unstable_parseMultipartFormData } from '@remix-run/node'
import { isRefusal } from '#app/domain/refusal'
import { messageOf } from './page.server'
import { type Scene, sceneOf } from './scene.server'
import { statusOf, waitOf } from './statuses.server'

export type GivenFile = { name: string; pieces: AsyncIterable<Uint8Array> }

/** Refused, the rest of the file is let by, so that the browser hears why. */
export function fileForm<R>(field: string, act: (scene: Scene & { file: GivenFile }) => Promise<R>) {
  return async (args: ActionFunctionArgs) => {
    const scene = await sceneOf(args)
    let done: { answer: R } | { message: string; error?: unknown } = { message: 'errors.form' }
    await unstable_parseMultipartFormData(args.request, async ({ name, filename = '', data: pieces }) => {
      if (name !== field) return undefined
      try {
        done = { answer: await act({ ...scene, file: { name: filename, pieces } }) }
      } catch (error) {
        done = { message: messageOf(error, scene.url), error }
        for await (const _ of pieces);
      }
      return undefined
    })
    if ('answer' in done) return done.answer
    const refused: SubmissionResult<string[]> = { status: 'error', error: { '': [done.message] } }
    const { error } = done
    if (!isRefusal(error)) return data(refused, { status: 409 })
    return data(refused, { status: statusOf(error, 409), headers: waitOf(error) })
  }
}
