/** Casting, changing and taking back a ballot: one a voter, by the database's key; in time, by the database's clock. */
import { type Actor, visitor } from '#app/domain/authorization'
import { type Noting, type Tx, transaction } from '#app/domain/journal/transaction.server'
import { found, insist, Refusal } from '#app/domain/refusal'
import { contentText, type Filled, readBallot } from './ballot'
import { knownCode } from './codes.server'
import { phaseOf } from './lifecycle'
import { canUseCode, canVote } from './policy'
import { type ReachedPoll, reachPoll } from './reach-poll.server'
import { ballotIn, newReceipt, seal, sealedLength, versionOf, voterKeyOf } from './sealing.server'
import type { Terms } from './terms'

export type Cast = { counted: boolean; receipt: string | null; version: string }
type Open = ReachedPoll & { terms: Terms }

/** `known`: the version of the vote that its page has seen, where there was a page. */
type Sent = Filled & { known?: string | undefined }

/** An empty ballot takes back the one before. */
export async function castBallot(actor: Actor, pollId: string, sent: Sent, code: string | null = null): Promise<Cast> {
  return transaction(async (tx, note) => {
    const poll = await openPoll(tx, pollId)
    insist(poll.terms.mode !== 'secret' || 'poll.secret-needs-the-booth')
    if (poll.terms.voters === 'codes') return castByCode(tx, note, poll, code, sent)
    insist(canVote(actor, votable(poll)))
    if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
    const content = contentOf(poll, sent)
    const receipt = await putInBox(tx, poll, actor.id, content, sent.known)
    const changed = await tookPart(tx, poll, actor.id, content !== null)
    if (changed) await noteCast(note, poll, actor, content)
    return { counted: content !== null, receipt, version: versionOf(content) }
  })
}

/** Who holds the code is nobody's business: the journal says only that a ballot came. */
async function castByCode(tx: Tx, note: Noting, poll: Open, code: string | null, sent: Sent): Promise<Cast> {
  insist(canUseCode(phaseOf(poll, poll.now)))
  const hash = await knownCode(tx, poll.id, code)
  if (hash === null) throw new Refusal('poll.unknown-code')
  const content = contentOf(poll, sent)
  const receipt = await putInBox(tx, poll, `code:${hash}`, content, sent.known)
  const counted = content !== null
  const { count } = await tx.pollCode.updateMany({
    where: { pollId: poll.id, codeHash: hash, counted: !counted },
    data: { counted },
  })
  if (count === 1) await noteCast(note, poll, visitor, content)
  return { counted, receipt, version: versionOf(content) }
}

/** The person has begun: whoever does not finish is reminded before the end. */
export async function startBallot(actor: Actor, pollId: string): Promise<void> {
  await transaction(async (tx) => {
    const poll = await openPoll(tx, pollId)
    insist(canVote(actor, votable(poll)))
    if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
    await tx.$executeRaw`
      insert into "PollParticipation" ("pollId", round, "personId", "startedOn")
      values (${pollId}, ${poll.round}, ${actor.id}, current_date) on conflict do nothing`
  })
}

function contentOf({ terms }: Open, filled: Filled): string | null {
  const content = readBallot(terms, filled)
  if (typeof content === 'string') throw new Refusal(content)
  return content === null ? null : contentText(content)
}

async function noteCast(note: Noting, { id, territoryId }: Open, actor: Actor, content: string | null) {
  await note({ what: content === null ? 'ballot.taken-back' : 'ballot.cast', actor, subjectId: id, territoryId })
}

/** Writes, rewrites or removes the ballot, if the database's clock says that the poll is open. Gives its receipt. */
async function putInBox(
  tx: Tx,
  poll: Open,
  voter: string,
  content: string | null,
  known: string | undefined,
): Promise<string | null> {
  await insistOpen(tx, poll)
  const box = { pollId: poll.id, round: poll.round, mode: poll.terms.mode }
  const voterKey = await voterKeyOf(box, voter)
  // The lock makes two tabs of one voter wait for each other: neither overwrites what it has not seen, the receipt stays
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${poll.id} ${voterKey}`}, 0))`
  const before = await ballotIn(tx, box, voterKey)
  const kept = before?.content ?? null
  // One that says what is kept already was only sent twice
  insist(known === undefined || known === versionOf(kept) || kept === content || 'poll.ballot-changed')
  if (content === null) {
    await tx.ballot.deleteMany({ where: { pollId: poll.id, round: poll.round, voterKey } })
    return null
  }
  if (poll.terms.mode === 'open') {
    await tx.$executeRaw`
      insert into "Ballot" ("pollId", round, "voterKey", content) values (${poll.id}, ${poll.round}, ${voterKey}, ${content})
      on conflict ("pollId", round, "voterKey") do update set content = excluded.content`
    return null
  }
  const receipt = before?.receipt ?? newReceipt()
  const sealed = await seal(box, voterKey, { content, receipt }, sealedLength(poll.terms.options.length))
  await tx.$executeRaw`
    insert into "Ballot" ("pollId", round, "voterKey", sealed) values (${poll.id}, ${poll.round}, ${voterKey}, ${sealed})
    on conflict ("pollId", round, "voterKey") do update set sealed = excluded.sealed`
  return receipt
}

/** Holds the poll as it is until the ballot is in: closing waits for it, and a ballot after closing finds no poll. */
export async function insistOpen(tx: Tx, { id, round }: ReachedPoll) {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from "Poll" where id = ${id} and stage = 'open' and round = ${round}
      and "opensAt" <= clock_timestamp() and "closesAt" > clock_timestamp() for share`
  insist(rows.length === 1 || 'poll.closed')
}

/** Whether this changes who has a ballot in the box. */
export async function tookPart(
  tx: Tx,
  { id, round }: ReachedPoll,
  personId: string,
  counted: boolean,
): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    insert into "PollParticipation" ("pollId", round, "personId", "startedOn", counted)
    values (${id}, ${round}, ${personId}, current_date, ${counted})
    on conflict ("pollId", round, "personId") do update set counted = excluded.counted
      where "PollParticipation".counted <> excluded.counted
    returning 1`
  return rows.length === 1
}

export async function openPoll(tx: Pick<Tx, '$queryRaw'>, pollId: string): Promise<Open> {
  const poll = await reachPoll(tx, pollId)
  insist(poll.stage !== 'draft' || 'not-found')
  return { ...poll, terms: found(poll.terms) }
}

export function votable(poll: Open) {
  const { territoryPath, associationId, terms } = poll
  return { phase: phaseOf(poll, poll.now), territoryPath, associationId, voters: terms.voters }
}
