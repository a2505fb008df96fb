/** The action of a form that saves while somebody types: it answers in data, with the revision to build the next save on. */
import type { ActionFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import { isRefusal } from '#app/domain/refusal'
import { judgeWhileTyping, readForm } from './page.server'
import { type Scene, sceneOf } from './scene.server'
import { statusOf, waitOf } from './statuses.server'

/** What the server has: its revision, and the fields that can stand in for wrong ones, so that all the others are saved. */
type Saved = { revision: number; fields?: Record<string, readonly string[]> }

type Ways<S extends z.ZodType> = {
  save: (scene: Scene & { values: z.output<S> }) => Promise<{ revision: number }>
  saved: (scene: Scene, entries: FormData) => Promise<Saved>
  /** The refusal of a save that did not see the last one */
  elsewhere: string
  /** The refusals that are about who asks */
  forbidden?: readonly string[]
}

export function saving<S extends z.ZodType>(schema: S, { save, saved, elsewhere, forbidden = [] }: Ways<S>) {
  return async (args: ActionFunctionArgs) => {
    const scene = await sceneOf(args)
    const entries = await readForm(args.request)
    try {
      const { values, error = {} } = judgeWhileTyping(entries, schema)
      if (values) return Response.json(await save({ ...scene, values }))
      const { fields = {} } = await saved(scene, entries)
      leaveAsSaved(Object.keys(error), entries, fields)
      const rest = judgeWhileTyping(entries, schema)
      if (!rest.values) return Response.json({ error }, { status: 422 })
      return Response.json({ ...(await save({ ...scene, values: rest.values })), error })
    } catch (error) {
      if (!isRefusal(error)) throw error
      const reason = `refusals.${error.reason}`
      if (error.reason !== elsewhere) {
        const status = ['forbidden', ...forbidden].includes(error.reason) ? 403 : statusOf(error, 422)
        return Response.json({ reason }, { status, headers: waitOf(error) })
      }
      // The revision of what another window saved: who has seen it may decide to save over it.
      const { revision } = await saved(scene, entries)
      return Response.json({ reason, revision }, { status: 409 })
    }
  }
}

function leaveAsSaved(names: string[], entries: FormData, fields: NonNullable<Saved['fields']>) {
  for (const name of names) {
    const known = fields[name]
    if (!known) continue
    entries.delete(name)
    for (const value of known) entries.append(name, value)
  }
}
