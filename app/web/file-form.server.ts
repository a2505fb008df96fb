/** The action of a form that gives one large file, which is read as it comes and never held whole. */
import type { SubmissionResult } from '@conform-to/react'
import { type ActionFunctionArgs, data, unstable_parseMultipartFormData } from '@remix-run/node'
import { toldOf } from './page.server'
import { type Scene, sceneOf } from './scene.server'

export type GivenFile = { name: string; pieces: AsyncIterable<Uint8Array> }

type Done<R> = { answer: R } | { error: unknown }

/** Refused, the rest of the file is let by, so that the browser hears why. */
export function fileForm<R>(field: string, act: (scene: Scene & { file: GivenFile }) => Promise<R>) {
  return async (args: ActionFunctionArgs) => {
    const scene = await sceneOf(args)
    if (!/^multipart\/form-data;/.test(args.request.headers.get('Content-Type') ?? ''))
      throw new Response(null, { status: 415 })
    let done: Done<R> | undefined
    await unstable_parseMultipartFormData(args.request, async ({ name, filename = '', data: pieces }) => {
      if (name !== field || done) return undefined
      done = await act({ ...scene, file: { name: filename, pieces } }).then(
        (answer) => ({ answer }),
        (error: unknown) => ({ error }),
      )
      for await (const _ of pieces);
      return undefined
    }).catch(() => {
      throw new Response(null, { status: 400 })
    })
    return answerTo<R>(done, args.request)
  }
}

function answerTo<R>(done: Done<R> | undefined, request: Request) {
  if (done && 'answer' in done) return done.answer
  const { message, ...answer } = done ? toldOf(done.error, request) : { message: 'errors.form', status: 409 }
  return data<SubmissionResult<string[]>>({ status: 'error', error: { '': [message] } }, answer)
}
