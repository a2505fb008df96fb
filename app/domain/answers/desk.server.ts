/** The officer's desk: what waits, by due date, and one answer at work. */
import { db } from '#app/db/client.server'
import { Prisma } from '#app/db/generated/client'
import type { Actor } from '#app/domain/authorization'
import { inHandsOf, nobodySitsIn } from '#app/domain/offices/seats.server'
import { insist, Refusal } from '#app/domain/refusal'
import { fromColumn } from './civil-date'
import { type DeskGroup, deskGroup } from './desk-groups'
import { draftPoints } from './draft-points.server'
import { computationFrom } from './kept-computation'
import { owedCommitments } from './owed-commitments.server'
import { canAssign, canExtend, canReadDraft, canSeeDesk, canSplit, canTakeNotes, canWrite } from './policy'
import { type Due, type DueRow, dueFrom } from './queries.server'
import { type ReachedAnswer, reachAnswer } from './reach-answer.server'
import { termsFrom } from './terms'
import { revisionOf } from './write-answer.server'

export type DeskLine = Due & { group: DeskGroup; assigneeName: string | null; mine: boolean; prepared: boolean }
type DeskRow = DueRow & { seen: boolean; assigneeId: string | null; assigneeName: string | null; prepared: boolean }

const longest = 200

/** Answers and promises of the offices where the actor sits, and those that nobody has and the actor sees to; soonest due first. */
export async function deskQueue(actor: Actor, now: Date = new Date()) {
  insist(canSeeDesk(actor))
  if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
  const offices = actor.seats.map(({ officeId }) => officeId)
  const leading = below(actor.seats.filter(({ rank }) => rank !== 'officer'))
  const administered = below(actor.roles.filter(({ kind }) => kind === 'administrator'))
  const rows = await db.$queryRaw<DeskRow[]>`
    select a.id as "answerId", p.id as "proposalId", p.title, p.language, a.round, to_char(a."dueOn", 'YYYY-MM-DD') as "dueOn",
      o.name as "officeName", t.name as "territoryName", t."patronFeast", t."patronName",
      a."seenAt" is not null as seen, m.id as "assigneeId", a."preparedAt" is not null as prepared,
      case when m."showsRealName" then coalesce(m."realName", m.pseudonym) else m.pseudonym end as "assigneeName",
      (select json_agg(json_build_object('startsOn', c."startsOn", 'endsOn', c."endsOn", 'reason', c.reason))
        from "OfficeClosure" c where c."officeId" = a."officeId") as closures
    from "Answer" a join "Proposal" p on p.id = a."proposalId" join "Territory" t on t.id = p."territoryId"
    left join "Office" o on o.id = a."officeId" left join "Person" m on m.id = ${inHandsOf}
    where a."publishedAt" is null and p.stage = 'qualified'
      and (a."officeId" = any(${offices}) or (a."officeId" is null and t.path like any(${leading}))
        or (t.path like any(${administered}) and ${nobodySitsIn(Prisma.sql`a."officeId"`)}))
    order by a."dueOn", a.id limit ${longest}`
  const lines = rows.map((row) => lineFrom(row, actor.id, now))
  const answered = await db.answer.findMany({
    where: { officeId: { in: offices }, publishedAt: { not: null } },
    orderBy: [{ publishedAt: 'desc' }, { id: 'asc' }],
    take: 10,
    select: { id: true, round: true, publishedAt: true, proposal: { select: { title: true, language: true } } },
  })
  const empty = await emptyOffices(administered)
  // What is due later stands on the office's page, for those who sit in it
  const owed = (await owedCommitments([...offices, ...empty], longest, now)).filter(
    ({ standing, officeId }) => standing !== 'in-time' || empty.includes(officeId),
  )
  return { lines, owed, answered, offices: actor.seats.map(({ officeId, officeName }) => ({ officeId, officeName })) }
}

/** Those that promised something and where nobody sits any more. */
async function emptyOffices(within: string[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select o.id from "Office" o join "Territory" t on t.id = o."territoryId"
    where t.path like any(${within}) and ${nobodySitsIn(Prisma.sql`o.id`)}
      and exists (select from "Commitment" c where c."officeId" = o.id and c."doneAt" is null and c."droppedAt" is null)`
  return rows.map(({ id }) => id)
}

const below = (places: { territoryPath: string }[]) => places.map(({ territoryPath }) => `${territoryPath}%`)

function lineFrom(
  { seen, assigneeId, assigneeName, prepared, ...row }: DeskRow,
  personId: string,
  now: Date,
): DeskLine {
  const due = dueFrom(row, now)
  return { ...due, group: deskGroup(due.standing, seen), assigneeName, mine: assigneeId === personId, prepared }
}

/** One answer at work: the proposal beside it, its points with what is drafted, and what the actor may do. */
export async function answerAtDesk(actor: Actor, answerId: string, now: Date = new Date()) {
  const answer = await reachAnswer(db, answerId, now)
  insist(canReadDraft(actor, answer.handled))
  const [proposal, points, office, assignee, notes, review] = await Promise.all([
    db.proposal.findUniqueOrThrow({
      where: { id: answer.proposalId },
      select: { id: true, title: true, language: true, document: true, supportCount: true, importedSupportCount: true },
    }),
    draftPoints(db, { proposalId: answer.proposalId, answerId }),
    answer.officeId ? db.office.findUnique({ where: { id: answer.officeId }, select: { name: true } }) : null,
    answer.assigneeId
      ? db.person.findUnique({
          where: { id: answer.assigneeId },
          select: { pseudonym: true, realName: true, showsRealName: true },
        })
      : null,
    db.internalNote.count({ where: notesFor(answer) }),
    db.answer.findUnique({ where: { id: answerId }, select: { reviewReason: true } }),
  ])
  const { handled } = answer
  return {
    id: answer.id,
    round: answer.round,
    version: answer.version,
    revision: revisionOf(answer),
    opening: answer.opening,
    language: answer.language,
    startedAt: answer.startedAt,
    dueOn: fromColumn(answer.dueOn),
    late: handled.late,
    computation: computationFrom(answer.computation),
    reviewReason: review?.reviewReason ?? null,
    officeName: office?.name ?? null,
    assigneeName: assignee ? nameOf(assignee) : null,
    noteCount: notes,
    proposal,
    points,
    extensionDays: termsFrom(answer.proposal.rules).extensionDays,
    can: {
      write: canWrite(actor, handled),
      assign: canAssign(actor, handled),
      split: canSplit(actor, handled),
      extend: canExtend(actor, handled),
      note: canTakeNotes(actor, handled),
    },
  }
}

/** What the office noted about this answer, and in a review also about the first one, if it was the same office's. */
function notesFor({ proposalId, officeId, round }: ReachedAnswer) {
  return { answer: { proposalId, officeId, round: { lte: round } } }
}

/** For the office alone: not for the administrator either, who may read what is being written. */
export async function internalNotes(actor: Actor, answerId: string, now: Date = new Date()) {
  const answer = await reachAnswer(db, answerId, now)
  insist(canTakeNotes(actor, answer.handled))
  const notes = await db.internalNote.findMany({
    where: notesFor(answer),
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: 100,
    select: {
      id: true,
      text: true,
      at: true,
      answer: { select: { round: true } },
      author: { select: { pseudonym: true, realName: true, showsRealName: true } },
    },
  })
  return {
    title: answer.proposal.title,
    notes: notes.map(({ author, answer: { round }, ...note }) => ({
      ...note,
      who: nameOf(author),
      earlier: round < answer.round,
    })),
  }
}

/** Offices of the territory with their people: whom an answer may be given to. */
export async function assignable(actor: Actor, answerId: string, now: Date = new Date()) {
  const answer = await reachAnswer(db, answerId, now)
  insist(canAssign(actor, answer.handled))
  const offices = await db.office.findMany({
    where: { territoryId: answer.proposal.territoryId, closedAt: null },
    orderBy: { name: 'asc' },
    select: {
      id: true,
      name: true,
      members: {
        where: { startsOn: { lte: now }, OR: [{ endsOn: null }, { endsOn: { gte: now } }] },
        select: { person: { select: { id: true, pseudonym: true, realName: true, showsRealName: true } } },
      },
    },
  })
  return {
    title: answer.proposal.title,
    language: answer.proposal.language,
    officeId: answer.officeId,
    assigneeId: answer.assigneeId,
    offices: offices.map(({ id, name, members }) => ({
      id,
      name,
      people: members.map(({ person }) => ({ id: person.id, name: nameOf(person) })),
    })),
  }
}

function nameOf(person: { pseudonym: string; realName: string | null; showsRealName: boolean }) {
  return person.showsRealName ? (person.realName ?? person.pseudonym) : person.pseudonym
}
