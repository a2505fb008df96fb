/** The end of a poll: the database's clock closes it; its ballots are shuffled together, counted, and published. */
import { createHash } from 'node:crypto'
import { db } from '#app/db/client.server'
import { batchesOf } from '#app/domain/batches'
import { type Tx, transaction } from '#app/domain/journal/transaction.server'
import { found } from '#app/domain/refusal'
import { destroyPollKey } from '#app/storage/poll-keys.server'
import { ballotFileLines } from './ballot-file'
import { type CollectedBallots, emptyTheBox } from './box.server'
import { channelsOf } from './channels'
import { decisionIn, isTooFew, type PollReport } from './count'
import { countAside } from './count-apart.server'
import { following, type Telling } from './count-progress.server'
import { rollOf } from './roll.server'
import { openSecretCount } from './secret/open-count.server'
import { type Terms, termsFrom } from './terms'
import { turnoutOf } from './turnout.server'

/** The sweep: closes what is over and counts what is closed. Running it again changes nothing. */
export async function closePolls(): Promise<{ closed: number; counted: number }> {
  const over = await db.$queryRaw<{ id: string }[]>`
    select id from "Poll" where stage = 'open' and "closesAt" <= clock_timestamp() order by "closesAt"`
  for (const { id } of over) await closePoll(id)
  const waiting = await db.poll.findMany({ where: { stage: 'closed' }, select: { id: true } })
  const failures: unknown[] = []
  // A poll that cannot be counted keeps no other from it, and is tried again at the next sweep
  for (const { id } of waiting) await countClosedPoll(id).catch((error) => failures.push(error))
  if (failures.length > 0) throw failures[0]
  return { closed: over.length, counted: waiting.length }
}

/** Waits for ballots that are being written, then none comes in any more. */
async function closePoll(pollId: string) {
  await transaction(async (tx, note) => {
    const [poll] = await tx.$queryRaw<{ territoryId: string }[]>`
      update "Poll" set stage = 'closed', "closedAt" = "closesAt"
      where id = ${pollId} and stage = 'open' and "closesAt" <= clock_timestamp() returning "territoryId"`
    if (poll) await note({ what: 'poll.closed', actor: 'clock', subjectId: pollId, territoryId: poll.territoryId })
  })
}

export async function countClosedPoll(pollId: string) {
  await following(pollId, (told) => countTelling(pollId, told))
}

async function countTelling(pollId: string, told: Telling) {
  const poll = await db.poll.findUnique({
    where: { id: pollId },
    select: {
      id: true,
      stage: true,
      round: true,
      frozen: true,
      secretSeed: true,
      territoryId: true,
      associationId: true,
    },
  })
  if (poll?.stage !== 'closed') return
  const terms = found(termsFrom(poll.frozen))
  if (terms.mode === 'secret') return openSecretCount(pollId)
  const collected = await emptyTheBox({ pollId, round: poll.round, mode: terms.mode }, (share) =>
    told('collecting', share),
  )
  const roll = await rollOf(poll, terms.voters)
  const seed = seedOf(terms, collected, found(poll.secretSeed))
  const counted = await countAside(terms, collected.groups, roll, seed, (share) => told('counting', share))
  const tooFew = isTooFew(terms.mode, collected.ballots)
  const report = tooFew ? decisionIn(counted) : await withNumbers(counted, poll, terms, collected)
  await transaction(async (tx, note) => {
    const { count } = await tx.poll.updateMany({
      where: { id: pollId, stage: 'closed', round: poll.round },
      data: { stage: 'counted', countedAt: new Date(), roll, report: JSON.parse(JSON.stringify(report)) },
    })
    if (count === 0) return
    await publish(tx, pollId, terms, tooFew ? { ...collected, groups: [] } : collected)
    await note({
      what: 'poll.counted',
      actor: 'clock',
      subjectId: pollId,
      territoryId: poll.territoryId,
      associationId: poll.associationId,
      details: { ballots: collected.ballots, roll },
    })
  })
  // From here on nothing anywhere tells who cast what
  await destroyPollKey(pollId, poll.round)
}

type Closed = { id: string; round: number; territoryId: string }

/** Who took part where, and on paper or here, as far as it gives nobody away. */
async function withNumbers(counted: PollReport, poll: Closed, terms: Terms, { groups }: CollectedBallots) {
  const turnout = await turnoutOf(poll, terms)
  const channels = channelsOf(
    terms.options.map(({ key }) => key),
    groups,
  )
  return { ...counted, ...(turnout && { turnout }), ...(channels && { channels }) }
}

/** Nobody knows it before the last ballot is in: half of it was promised at opening, half comes from the ballots. */
export function seedOf(terms: Terms, { groups }: Pick<CollectedBallots, 'groups'>, secretSeed: string): string {
  return `${secretSeed}:${fileHash(terms, groups)}`
}

/** SHA-256 of the published file, every line with its end. */
function fileHash(terms: Terms, groups: CollectedBallots['groups']): string {
  const hash = createHash('sha256')
  for (const line of ballotFileLines(terms, groups)) hash.update(`${line}\n`)
  return hash.digest('hex')
}

const batch = 5000

/** All rows of one poll are written together in the order of what they say, so no column remembers who came when. */
async function publish(
  tx: Tx,
  pollId: string,
  { mode }: Terms,
  { groups, receipts }: Pick<CollectedBallots, 'groups' | 'receipts'>,
) {
  const rows = groups.map(({ text, copies, onPaper }, at) => ({
    pollId,
    number: at + 1,
    content: text,
    copies,
    onPaper,
  }))
  for (const data of batchesOf(rows, batch)) await tx.countedBallot.createMany({ data })
  for (const codes of batchesOf(receipts, batch))
    await tx.ballotReceipt.createMany({ data: codes.map((code) => ({ pollId, code })) })
  if (mode === 'confidential') await tx.ballot.deleteMany({ where: { pollId } })
}
