/** Somebody reports; a moderator hides or keeps, with a reason; the author may appeal once, to another moderator. */
import type { z } from 'zod'
import type { Actor } from '#app/domain/authorization'
import { type Tx, transaction } from '#app/domain/journal/transaction.server'
import { found, insist, Refusal } from '#app/domain/refusal'
import type { AppealDecisionForm, HideForm, JudgedKind, ReportForm } from './forms'
import { canAppeal, canDecideAppeal, canHide, canModerate, canReport } from './policy'
import { type JudgedSubject, judged, type Reached, setHidden } from './subjects.server'

/** One report a person; a second one changes nothing. */
export async function report(
  actor: Actor,
  subject: JudgedSubject,
  { reason, note: words }: z.output<typeof ReportForm>,
  now: Date = new Date(),
) {
  return transaction(async (tx, note) => {
    const about = await judged(tx, subject)
    insist(canReport(actor, about))
    if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
    const { count } = await tx.report.createMany({
      data: [{ ...keyOf(subject), reporterId: actor.id, reason, note: words ?? '', createdAt: now }],
      skipDuplicates: true,
    })
    if (count === 1) {
      await note({
        what: `${subject.kind}.reported`,
        // Who reported is not for the journal's readers
        actor: 'clock',
        subjectId: about.lineId,
        territoryId: about.territoryId,
        details: { ...idOf(subject, about), reason },
      })
    }
    return { place: about.place }
  })
}

/** Takes the words out of sight, closes what was reported about them, and tells the author. */
export async function hide(
  actor: Actor,
  subject: JudgedSubject,
  { reason, note: words }: z.output<typeof HideForm>,
  now: Date = new Date(),
) {
  return transaction(async (tx, note) => {
    const about = await judged(tx, subject)
    insist(canHide(actor, about))
    if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
    insist((await setHidden(tx, subject, now)) || 'moderation.already-hidden')
    const hiding = await tx.hiding.create({
      data: { ...keyOf(subject), territoryId: about.territoryId, reason, note: words, moderatorId: actor.id, at: now },
      select: { id: true },
    })
    await closeReports(tx, subject, actor.id, 'hidden', now)
    await note({
      what: `${subject.kind}.hidden`,
      actor,
      subjectId: about.lineId,
      territoryId: about.territoryId,
      details: { ...idOf(subject, about), hidingId: hiding.id, reason },
    })
    return { hidingId: hiding.id }
  })
}

/** The words stay: what was reported about them is set aside. */
export async function keep(actor: Actor, subject: JudgedSubject, now: Date = new Date()) {
  return transaction(async (tx, note) => {
    const about = await judged(tx, subject)
    insist(canModerate(actor, about))
    if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
    const closed = await closeReports(tx, subject, actor.id, 'kept', now)
    insist(closed > 0 || 'moderation.decided-already')
    await note({
      what: subject.kind === 'project' ? 'project.reports-set-aside' : 'reports.set-aside',
      actor,
      subjectId: about.lineId,
      territoryId: about.territoryId,
      details: { ...idOf(subject, about), reports: closed },
    })
    return { place: about.place }
  })
}

export async function appeal(actor: Actor, hidingId: string, text: string, now: Date = new Date()) {
  await transaction(async (tx, note) => {
    const { subject, about, decision } = await reachHiding(tx, hidingId)
    insist(canAppeal(actor, about, decision))
    const { count } = await tx.hiding.updateMany({
      where: { id: hidingId, appealedAt: null },
      data: { appealText: text, appealedAt: now },
    })
    insist(count === 1 || 'moderation.appealed-already')
    await note({
      what: `${subject.kind}.appealed`,
      actor,
      subjectId: about.lineId,
      territoryId: about.territoryId,
      details: { ...idOf(subject, about), hidingId },
    })
  })
}

/** Overturned, the words are back where they were. */
export async function decideAppeal(
  actor: Actor,
  hidingId: string,
  { outcome, note: words }: z.output<typeof AppealDecisionForm>,
  now: Date = new Date(),
) {
  await transaction(async (tx, note) => {
    const { subject, about, decision } = await reachHiding(tx, hidingId)
    insist(canDecideAppeal(actor, about, decision))
    if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
    const { count } = await tx.hiding.updateMany({
      where: { id: hidingId, appealedAt: { not: null }, appealDecidedAt: null },
      data: { appealOutcome: outcome, appealNote: words, appealDecidedById: actor.id, appealDecidedAt: now },
    })
    insist(count === 1 || 'moderation.decided-already')
    if (outcome === 'overturned') await setHidden(tx, subject, null)
    await note({
      what: `${subject.kind}.appeal-decided`,
      actor,
      subjectId: about.lineId,
      territoryId: about.territoryId,
      details: { ...idOf(subject, about), hidingId, outcome },
    })
  })
}

async function reachHiding(tx: Tx, hidingId: string) {
  const row = found(
    await tx.hiding.findUnique({
      where: { id: hidingId },
      select: { subjectKind: true, subjectId: true, moderatorId: true, appealedAt: true, appealDecidedAt: true },
    }),
  )
  const subject: JudgedSubject = { kind: row.subjectKind as JudgedKind, id: row.subjectId }
  const decision = {
    moderatorId: row.moderatorId,
    appealed: row.appealedAt !== null,
    appealDecided: row.appealDecidedAt !== null,
  }
  return { subject, decision, about: await judged(tx, subject) }
}

async function closeReports(tx: Tx, subject: JudgedSubject, byId: string, outcome: 'hidden' | 'kept', now: Date) {
  const { count } = await tx.report.updateMany({
    where: { ...keyOf(subject), decidedAt: null },
    data: { decidedAt: now, decidedById: byId, outcome },
  })
  return count
}

function keyOf({ kind, id }: JudgedSubject) {
  return { subjectKind: kind, subjectId: id }
}

/** What an entry needs to find it again: a proposal is the entry's own subject. */
function idOf({ kind, id }: JudgedSubject, { number }: Reached) {
  if (kind === 'comment') return { commentId: id }
  return kind === 'project' ? { projectId: id, number } : {}
}
