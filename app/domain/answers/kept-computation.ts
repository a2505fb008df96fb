/** How a due date came about, as it was kept on the answer: the first count, and the one of the extension. */
import { z } from 'zod'
import { nationalDays } from './calendar'

const span = { from: z.string(), to: z.string() }

const computation = z.object({
  startedOn: z.string(),
  workingDays: z.number(),
  firstCounted: z.string(),
  weekendDays: z.number(),
  skipped: z.array(
    z.discriminatedUnion('why', [
      z.object({ ...span, why: z.literal('national'), day: z.enum(nationalDays) }),
      z.object({ ...span, why: z.literal('patron'), name: z.string().nullable() }),
      z.object({ ...span, why: z.literal('closure'), reason: z.string() }),
    ]),
  ),
  dueOn: z.string(),
})

const kept = computation.extend({ extension: computation.optional() })

export type KeptComputation = z.infer<typeof kept>

/** Null for answers from elsewhere, whose date nobody counted. */
export function computationFrom(json: unknown): KeptComputation | null {
  const parsed = kept.safeParse(json)
  return parsed.success ? parsed.data : null
}
