/** Polls as people see them: one poll, one's own ballot, the drafts one may go on writing. */
import { db } from '#app/db/client.server'
import type { Actor } from '#app/domain/authorization'
import { found, insist, Refusal } from '#app/domain/refusal'
import type { Content } from './ballot'
import { knownCode } from './codes.server'
import { countProgress } from './count-progress.server'
import { type Phase, phaseOf, type Stage } from './lifecycle'
import { canCast, canEdit, canManage, canRead, canTypePaper, canUseCode, canVote } from './policy'
import { type ReachedPoll, reachPoll } from './reach-poll.server'
import { rollOf } from './roll.server'
import { ballotIn, versionOf, voterKeyOf } from './sealing.server'
import { headOf } from './secret/board.server'
import { secretState } from './secret/secret-state.server'
import type { Terms } from './terms'

/** The drafts that this person may go on writing. */
export async function draftsToEdit(actor: Actor) {
  if (actor.kind === 'visitor') return []
  const paths = actor.roles.filter(({ kind }) => kind === 'officer').map(({ territoryPath }) => `${territoryPath}%`)
  const associations = actor.mandates.map(({ associationId }) => associationId)
  const rows = await db.$queryRaw<
    { id: string; question: string; territoryPath: string; associationId: string | null; stage: Stage }[]
  >`
    select p.id, p.question, p.stage, t.path as "territoryPath", p."associationId"
    from "Poll" p join "Territory" t on t.id = p."territoryId"
    where p.stage = 'draft' and (t.path like any(${paths}) or p."associationId" = any(${associations}))
    order by p."createdAt" desc limit 50`
  return rows.filter((poll) => canEdit(actor, poll) === true).map(({ id, question }) => ({ id, question }))
}

/** One poll as everybody reads it. Before the end it says how many took part, and nothing of what they chose. */
export async function pollPage(actor: Actor, pollId: string) {
  const poll = await reachPoll(db, pollId)
  insist(canRead(actor, poll))
  const [shown, restarts, took, own, secret, earlierHead] = await Promise.all([
    shownPoll(pollId),
    restartsOf(pollId),
    tookPart(pollId, poll.round),
    ownPart(actor, poll),
    poll.terms?.mode === 'secret' ? secretState(actor, { pollId, round: poll.round }) : null,
    poll.stage === 'draft' && poll.round > 1 ? headOf(pollId) : null,
  ])
  const phase = phaseOf({ ...poll, tooFew: secret?.tooFew ?? false }, poll.now)
  const terms = poll.terms
  const { importKey, counting, countPercent, ...told } = shown
  const votable = terms && {
    phase,
    territoryPath: poll.territoryPath,
    associationId: poll.associationId,
    voters: terms.voters,
  }
  return {
    ...told,
    imported: importKey !== null,
    phase,
    round: poll.round,
    opensAt: poll.opensAt,
    closesAt: poll.closesAt,
    terms,
    restarts,
    tookPart: secret ? { people: secret.ballots, codes: 0, papers: 0 } : took,
    /** Those entitled now; once counted, those entitled at the end */
    roll: told.roll ?? secret?.credentials ?? (terms ? await rollOf(poll, terms.voters) : 0),
    own,
    secret,
    /** Of the round that a restart has voided */
    earlierHead,
    /** For the officers who wait for it */
    progress:
      canManage(actor, poll) === true && phase === 'counting' ? countProgress({ counting, countPercent }) : null,
    /** False for who votes by a credential alone: whether that counts is told by its tracker */
    isKnownVoter: votable !== null && canVote(actor, votable) === true,
    can: {
      vote: votable ? canCast(actor, votable, terms.secret) : ('not-found' as const),
      edit: canEdit(actor, poll),
      manage: canManage(actor, poll),
      paper: canTypePaper(actor, { phase, territoryPath: poll.territoryPath, mode: terms?.mode }),
    },
  }
}

/** The ballot of one person: the terms, and what lies in the box in this person's name. */
export async function ballotPage(actor: Actor, pollId: string, code: string | null = null) {
  const poll = await reachPoll(db, pollId)
  insist(poll.stage !== 'draft' || 'not-found')
  const terms = found(poll.terms)
  const phase = phaseOf(poll, poll.now)
  const voter = terms.voters === 'codes' ? await codeVoter(pollId, phase, code) : personVoter(actor, poll, terms, phase)
  const kept = await ballotOf(poll, terms, voter)
  const { language } = await shownPoll(pollId)
  return { id: poll.id, language, terms, closesAt: poll.closesAt, ...kept }
}

async function codeVoter(pollId: string, phase: Phase, code: string | null) {
  insist(canUseCode(phase))
  const hash = await knownCode(db, pollId, code)
  if (hash === null) throw new Refusal('poll.unknown-code')
  return `code:${hash}`
}

function personVoter(actor: Actor, { territoryPath, associationId }: ReachedPoll, { voters }: Terms, phase: Phase) {
  insist(canVote(actor, { phase, territoryPath, associationId, voters }))
  if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
  return actor.id
}

async function ballotOf({ id, round }: ReachedPoll, { mode }: Terms, voter: string) {
  const box = { pollId: id, round, mode }
  const voterKey = await voterKeyOf(box, voter)
  const kept = await ballotIn(db, box, voterKey)
  const ballot = kept && { content: JSON.parse(kept.content) as Content, receipt: kept.receipt }
  return { ballot, version: versionOf(kept?.content ?? null) }
}

async function shownPoll(pollId: string) {
  return found(
    await db.poll.findUnique({
      where: { id: pollId },
      select: {
        id: true,
        question: true,
        description: true,
        language: true,
        roll: true,
        openedAt: true,
        countedAt: true,
        importKey: true,
        counting: true,
        countPercent: true,
        territory: { select: { name: true, slug: true } },
        association: { select: { id: true, name: true } },
      },
    }),
  )
}

async function restartsOf(pollId: string) {
  const entries = await db.entry.findMany({
    where: { subjectKind: 'poll', subjectId: pollId, what: 'poll.restarted' },
    orderBy: { number: 'asc' },
    select: { at: true, details: true },
  })
  return entries.map(({ at, details }) => ({
    at,
    reason: String((details as { reason?: string } | null)?.reason ?? ''),
  }))
}

/** How many ballots stand in the box: of people, of codes, of papers typed twice. */
async function tookPart(pollId: string, round: number) {
  const [row] = await db.$queryRaw<{ people: bigint; codes: bigint; papers: bigint }[]>`
    select (select count(*) from "PollParticipation" where "pollId" = ${pollId} and round = ${round} and counted) as people,
      (select count(*) from "PollCode" where "pollId" = ${pollId} and counted) as codes,
      (select count(*) from (select 1 from "PaperBallot" where "pollId" = ${pollId} and round = ${round}
        group by number having count(*) = 2 and count(distinct content) = 1) as typed) as papers`
  return { people: Number(row?.people ?? 0), codes: Number(row?.codes ?? 0), papers: Number(row?.papers ?? 0) }
}

async function ownPart(actor: Actor, { id, round }: ReachedPoll) {
  if (actor.kind === 'visitor') return null
  return db.pollParticipation.findUnique({
    where: { pollId_round_personId: { pollId: id, round, personId: actor.id } },
    select: { counted: true },
  })
}
