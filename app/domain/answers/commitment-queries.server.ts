/** Commitments as everybody follows them: a list by state, and one with its steps. */
import { db } from '#app/db/client.server'
import type { Actor } from '#app/domain/authorization'
import { cursorOf, pageKeyOf } from '#app/domain/page-key'
import { found, insist } from '#app/domain/refusal'
import { civilDateAt, fromColumn } from './civil-date'
import { type CommitmentState, commitmentState } from './commitment-states'
import { canHandOverCommitment, canKeepCommitment } from './policy'

const listed = {
  id: true,
  title: true,
  dueOn: true,
  createdAt: true,
  doneAt: true,
  droppedAt: true,
  office: { select: { id: true, name: true, territory: { select: { name: true, slug: true } } } },
  proposal: { select: { id: true, title: true, language: true, hiddenAt: true } },
  answerPoint: {
    select: { point: { select: { position: true, text: true } }, answer: { select: { language: true } } },
  },
  _count: { select: { steps: true } },
} as const

/** Newest first, page by key, in one state or in all. */
export async function commitmentList(
  { state, officeId }: { state: CommitmentState | null; officeId?: string | null },
  cursor: string | null,
  limit = 20,
  now: Date = new Date(),
) {
  const key = pageKeyOf<[string, string]>(cursor, ['string', 'string'])
  const at = key ? new Date(key[0]) : null
  const rows = await db.commitment.findMany({
    where: {
      ...inState[state ?? 'all'](new Date(`${civilDateAt(now)}T00:00:00Z`)),
      ...(officeId ? { officeId } : {}),
      ...(key && at && !Number.isNaN(at.getTime())
        ? { AND: [{ OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: key[1] } }] }] }
        : {}),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    select: listed,
  })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    commitments: shown.map(({ dueOn, _count, answerPoint, ...row }) => ({
      ...row,
      ...named({ ...row, answerPoint }),
      dueOn: dueOn ? fromColumn(dueOn) : null,
      steps: _count.steps,
      state: commitmentState({ ...row, dueOn: dueOn ? fromColumn(dueOn) : null }, civilDateAt(now)),
    })),
    next: rows.length > limit && last ? cursorOf([last.createdAt.toISOString(), last.id]) : null,
  }
}

type Told<P> = {
  title: string
  proposal: P | null
  answerPoint: { point: { text: string }; answer: { language: string } } | null
}

/**
 * Its title in the language of the answer that promised it; a vote's promise says none. Where moderators have hidden the
 * proposal the promise stands, but neither the proposal nor its own point is named.
 */
function named<P extends { title: string; hiddenAt: Date | null }>({ title, proposal, answerPoint }: Told<P>) {
  const language = answerPoint?.answer.language ?? null
  if (!proposal?.hiddenAt) return { title, language, proposal }
  const own = title === answerPoint?.point.text
  return { title: own ? null : title, language: own ? null : language, proposal: { ...proposal, title: null } }
}

const inState = {
  all: () => ({}),
  running: (today: Date) => ({ doneAt: null, droppedAt: null, OR: [{ dueOn: null }, { dueOn: { gte: today } }] }),
  overdue: (today: Date) => ({ doneAt: null, droppedAt: null, dueOn: { lt: today } }),
  done: () => ({ doneAt: { not: null } }),
  dropped: () => ({ droppedAt: { not: null } }),
}

export async function commitmentPage(actor: Actor, id: string, now: Date = new Date()) {
  const row = found(
    await db.commitment.findUnique({
      where: { id },
      select: {
        ...listed,
        outcome: true,
        evidence: true,
        office: { select: { ...listed.office.select, territory: { select: { name: true, slug: true, path: true } } } },
        proposal: { select: { ...listed.proposal.select, publishedAt: true } },
        answerPoint: {
          select: {
            ...listed.answerPoint.select,
            answer: { select: { round: true, publishedAt: true, language: true } },
          },
        },
        poll: { select: { pollId: true, poll: { select: { countedAt: true } } } },
        steps: {
          orderBy: [{ at: 'asc' }, { id: 'asc' }],
          select: { id: true, text: true, evidence: true, at: true },
        },
        moves: {
          orderBy: [{ at: 'asc' }, { id: 'asc' }],
          select: { id: true, reason: true, at: true, fromDue: true, toDue: true },
        },
        handovers: {
          orderBy: [{ at: 'asc' }, { id: 'asc' }],
          select: {
            id: true,
            reason: true,
            at: true,
            fromOffice: { select: { name: true } },
            toOffice: { select: { name: true } },
          },
        },
      },
    }),
  )
  const { dueOn, _count, answerPoint, steps, moves, handovers, ...rest } = row
  const due = dueOn ? fromColumn(dueOn) : null
  const closed = rest.doneAt !== null || rest.droppedAt !== null
  const weighed = { officeId: rest.office.id, closed, territoryPath: rest.office.territory.path }
  return {
    ...rest,
    ...named(row),
    happenings: inTime(steps, moves, handovers),
    dueOn: due,
    point: answerPoint && { position: answerPoint.point.position },
    answer: answerPoint?.answer ?? null,
    state: commitmentState({ ...rest, dueOn: due }, civilDateAt(now)),
    can: {
      keep: canKeepCommitment(actor, weighed),
      handOver: canHandOverCommitment(actor, weighed),
    },
  }
}

type Step = { id: string; text: string; evidence: string | null; at: Date }
type Move = { id: string; reason: string; at: Date; fromDue: Date | null; toDue: Date }
type Handover = { id: string; reason: string; at: Date; fromOffice: { name: string }; toOffice: { name: string } }

/** Steps, new dates and changes of office, in the order in which they came. */
function inTime(steps: Step[], moves: Move[], handovers: Handover[]) {
  const plain = { evidence: null, moved: null, handed: null }
  const done = steps.map((step) => ({ ...plain, ...step }))
  const moved = moves.map(({ id, reason, at, fromDue, toDue }) => ({
    ...{ ...plain, id, at, text: reason },
    moved: { from: fromDue ? fromColumn(fromDue) : null, to: fromColumn(toDue) },
  }))
  const handed = handovers.map(({ id, reason, at, fromOffice, toOffice }) => ({
    ...{ ...plain, id, at, text: reason },
    handed: { from: fromOffice.name, to: toOffice.name },
  }))
  return [...done, ...moved, ...handed].sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** For the office that promised: also once it is closed, to say so. */
export async function commitmentToKeep(actor: Actor, id: string, now: Date = new Date()) {
  const commitment = await commitmentPage(actor, id, now)
  if (commitment.can.keep !== 'commitment.closed') insist(commitment.can.keep)
  return commitment
}

/** For who may hand it over: the other offices of its territory. */
export async function commitmentToHandOver(actor: Actor, id: string, now: Date = new Date()) {
  const commitment = await commitmentPage(actor, id, now)
  if (commitment.can.handOver !== 'commitment.closed') insist(commitment.can.handOver)
  const { id: officeId, territory } = commitment.office
  const offices = await db.office.findMany({
    where: { territory: { path: territory.path }, closedAt: null, id: { not: officeId } },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  })
  return { ...commitment, offices }
}
