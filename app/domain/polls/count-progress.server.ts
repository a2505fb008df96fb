/** How far a count is, for the officer who comes back to it, whichever process counts. Nothing is kept when it ends. */
import { db } from '#app/db/client.server'

/** Ballots are taken out of the box, then counted. */
const steps = ['collecting', 'counting'] as const
export type CountProgress = { doing: (typeof steps)[number]; percent: number }

export type Telling = (doing: CountProgress['doing'], share: number) => void

/** Milliseconds between two that are written down, within one step */
const rest = 1000

type Columns = { counting: string | null; countPercent: number | null }

export function countProgress({ counting, countPercent }: Columns): CountProgress | null {
  const doing = steps.find((step) => step === counting)
  return doing ? { doing, percent: countPercent ?? 0 } : null
}

/** Runs a count that says how far it is: never backwards. */
export async function following<T>(pollId: string, count: (told: Telling) => Promise<T>): Promise<T> {
  let at: CountProgress = { doing: 'collecting', percent: 0 }
  let writtenAt = 0
  let writing = Promise.resolve()
  const write = (progress: CountProgress | null) => {
    const data = { counting: progress?.doing ?? null, countPercent: progress?.percent ?? null }
    // What cannot be written down now is no reason to stop counting
    writing = writing.then(() => db.poll.updateMany({ where: { id: pollId }, data })).then(nothing, nothing)
    writtenAt = Date.now()
  }
  const tell: Telling = (doing, share) => {
    const isSame = at.doing === doing
    const percent = Math.min(99, Math.floor(100 * share))
    if (isSame && percent <= at.percent) return
    at = { doing, percent }
    if (!isSame || Date.now() - writtenAt >= rest) write(at)
  }
  write(at)
  try {
    return await count(tell)
  } finally {
    write(null)
    await writing
  }
}

const nothing = () => {}
