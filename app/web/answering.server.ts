/** Loaders and actions that answer scripts of standalone pages: data, or the sentence of a refusal. */
import { parseWithZod } from '@conform-to/zod/v4'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import { isRefusal } from '#app/domain/refusal'
import { readForm } from './page.server'
import { type Scene, sceneOf } from './scene.server'
import { statusOf, waitOf } from './statuses.server'

const headers = { 'Cache-Control': 'private, no-store' }

export function answering<T>(read: (scene: Scene) => Promise<T>) {
  return async (args: LoaderFunctionArgs): Promise<Response> => {
    const scene = await sceneOf(args)
    return answered(scene, () => read(scene))
  }
}

export function taking<S extends z.ZodType, T>(schema: S, act: (scene: Scene & { values: z.output<S> }) => Promise<T>) {
  return async (args: ActionFunctionArgs): Promise<Response> => {
    const scene = await sceneOf(args)
    const submission = parseWithZod(await readForm(args.request), { schema })
    if (submission.status !== 'success')
      return Response.json({ refused: scene.t('errors.form') }, { status: 422, headers })
    return answered(scene, () => act({ ...scene, values: submission.value }))
  }
}

async function answered<T>({ t }: Scene, act: () => Promise<T>): Promise<Response> {
  try {
    return Response.json(await act(), { headers })
  } catch (error) {
    if (!isRefusal(error)) throw error
    const known = error.reason === 'not-found' ? 'shell.error.not-found.title' : `refusals.${error.reason}`
    return Response.json(
      { refused: t(known, error.values) },
      { status: statusOf(error, 409), headers: { ...headers, ...waitOf(error) } },
    )
  }
}
