/** The count of an open vote so far: one for all who look, made again only where the ballots are no longer the same. */
import { db } from '#app/db/client.server'
import { emptyTheBox } from './box.server'
import type { PollReport } from './count'
import { countAside } from './count-apart.server'
import { phaseOf } from './lifecycle'
import { type ReachedPoll, reachPoll } from './reach-poll.server'
import { rollOf } from './roll.server'
import type { Terms } from './terms'

type Running = { terms: Terms; report: PollReport; asOf: Date }
type Kept = Running & { state: string }

/** Milliseconds before anybody asks whether the ballots are still the same */
export const rest = 10_000
const mostKept = 50

const kept = new Map<string, Kept>()
const making = new Map<string, Promise<Kept>>()

/** Only where the poll said so when it opened. */
export async function runningCount(pollId: string): Promise<Running | null> {
  const poll = await reachPoll(db, pollId)
  const { terms } = poll
  if (!terms?.showsRunning || terms.mode !== 'open' || phaseOf(poll, poll.now) !== 'open') return null
  const { report, asOf } = await shared(poll, terms)
  return { terms, report, asOf }
}

/** While it is made again, whoever comes sees the one before. */
async function shared(poll: ReachedPoll, terms: Terms): Promise<Kept> {
  const key = `${poll.id} ${poll.round}`
  const before = kept.get(key)
  if (before && Date.now() - before.asOf.getTime() < rest) return before
  const begun = making.get(key)
  if (begun) return before ?? begun
  const made = count(poll, terms, before).finally(() => making.delete(key))
  making.set(key, made)
  keep(key, await made)
  return made
}

function keep(key: string, count: Kept) {
  kept.delete(key)
  kept.set(key, count)
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
}

async function count(poll: ReachedPoll, terms: Terms, before: Kept | undefined): Promise<Kept> {
  const asOf = new Date()
  const roll = await rollOf(poll, terms.voters)
  const state = `${roll} ${await ballotsState(poll)}`
  if (before?.state === state) return { ...before, asOf }
  const { groups } = await emptyTheBox({ pollId: poll.id, round: poll.round, mode: 'open' })
  return { terms, asOf, state, report: await countAside(terms, groups, roll, 'not drawn before the end') }
}

/** Another one as soon as a ballot comes, goes or changes. */
async function ballotsState({ id, round }: ReachedPoll): Promise<string> {
  const [row] = await db.$queryRaw<{ state: string }[]>`
    select concat_ws(' ',
      (select concat(count(*), ' ', sum(hashtextextended("voterKey" || ' ' || content, 0)))
        from "Ballot" where "pollId" = ${id} and round = ${round}),
      (select concat(count(*), ' ', sum(hashtextextended(number || ' ' || "officerId" || ' ' || content, 0)))
        from "PaperBallot" where "pollId" = ${id} and round = ${round})) as state`
  return row?.state ?? ''
}
