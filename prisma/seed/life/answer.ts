/** The office's part in a story: opened, written, published, and its promises followed. */
import { db } from '#app/db/client.server'
import { assignAnswer } from '#app/domain/answers/assign-answer.server'
import { addStep, dropCommitment, finishCommitment, moveCommitment } from '#app/domain/answers/commitments.server'
import { publishAnswer } from '#app/domain/answers/publish-answer.server'
import { addInternalNote, markSeen, revisionOf, saveAnswerDraft } from '#app/domain/answers/write-answer.server'
import type { SignedIn } from '#app/domain/authorization'
import { signedIn } from './neighbours'
import { daysBefore, type Happening } from './past'
import type { Answered, Promised, Story } from './story'
import type { Told } from './world'

export function answerHappenings(told: Told, answered: Answered): Happening[] {
  const at = (days: number) => daysBefore(told.world.now, days)
  const promises = answered.points.flatMap(({ promise }) => (promise ? [promise] : []))
  return [
    { at: at(answered.on + 4), act: () => open(told, at(answered.on + 4)) },
    { at: at(answered.on), act: () => give(told, answered, at(answered.on)) },
    ...promises.flatMap((promise) => keeping(told, promise)),
  ]
}

/** The head of the office that has the answer. */
export async function headFor({ proposalId }: Told): Promise<SignedIn> {
  const { office } = await db.answer.findFirstOrThrow({
    where: { proposalId },
    orderBy: { round: 'desc' },
    select: { office: { select: { members: { where: { rank: 'head' }, select: { personId: true } } } } },
  })
  const head = office?.members[0]
  if (!head) throw new Error(`No head answers ${proposalId}`)
  return signedIn(head.personId)
}

/** Given to an officer, who has taken a note and written the first words. */
export async function begin(told: Told, { note, opening }: NonNullable<Story['begun']>, now: Date) {
  const head = await headFor(told)
  const { id, officeId } = await waiting(told)
  const officer = await db.officeMember.findFirst({
    where: { officeId: officeId ?? '', rank: 'officer' },
    select: { personId: true },
  })
  if (officer && officeId) await assignAnswer(head, id, { officeId, assigneeId: officer.personId }, now)
  const writer = officer ? await signedIn(officer.personId) : head
  await markSeen(writer, id, now)
  await addInternalNote(writer, id, note, now)
  const { updatedAt } = await waiting(told)
  const draft = { revision: revisionOf({ updatedAt }), opening, language: 'it' as const, points: [] }
  await saveAnswerDraft(writer, id, draft, now)
}

async function open(told: Told, now: Date) {
  const { id } = await waiting(told)
  await markSeen(await headFor(told), id, now)
}

async function give(told: Told, answered: Answered, now: Date) {
  const head = await headFor(told)
  const answer = await waiting(told)
  const points = await db.point.findMany({
    where: { proposalId: told.proposalId, splitAt: null },
    orderBy: { position: 'asc' },
    select: { id: true },
  })
  const { revision } = await saveAnswerDraft(
    head,
    answer.id,
    {
      revision: revisionOf(answer),
      opening: answered.opening,
      language: 'it',
      points: points.map(({ id }, index) => {
        const point = answered.points[index] ?? answered.points[0]
        if (!point) throw new Error('An answer says something')
        const due = point.promise?.due
        const promisedOn = due === undefined ? null : daysBefore(told.world.now, -due)
        return {
          pointId: id,
          verdict: point.verdict,
          reasons: point.reasons,
          actNumber: point.act ?? null,
          actDate: point.act ? now.toISOString().slice(0, 10) : null,
          actLink: null,
          promise: point.promise?.text ?? null,
          promisedOn: promisedOn?.toISOString().slice(0, 10) ?? null,
        }
      }),
    },
    now,
  )
  await publishAnswer(head, answer.id, { revision, changeReason: null }, now)
}

function keeping(told: Told, { text, steps = [], moved, done, dropped }: Promised): Happening[] {
  const at = (days: number) => daysBefore(told.world.now, days)
  const commitment = async () => {
    const { id } = await db.commitment.findFirstOrThrow({
      where: { proposalId: told.proposalId, title: text },
      select: { id: true },
    })
    return id
  }
  return [
    ...steps.map((step) => ({
      at: at(step.on),
      act: async () => {
        const words = { text: step.text, evidence: null }
        await addStep(await headFor(told), await commitment(), words, at(step.on))
      },
    })),
    ...(moved
      ? [
          {
            at: at(moved.on),
            act: async () => {
              const dueOn = at(-moved.due).toISOString().slice(0, 10)
              const { reason } = moved
              await moveCommitment(await headFor(told), await commitment(), { dueOn, reason }, at(moved.on))
            },
          },
        ]
      : []),
    ...(done
      ? [
          {
            at: at(done.on),
            act: async () => {
              const words = { outcome: done.outcome, evidence: null }
              await finishCommitment(await headFor(told), await commitment(), words, at(done.on))
            },
          },
        ]
      : []),
    ...(dropped
      ? [
          {
            at: at(dropped.on),
            act: async () => dropCommitment(await headFor(told), await commitment(), dropped, at(dropped.on)),
          },
        ]
      : []),
  ]
}

function waiting({ proposalId }: Told) {
  return db.answer.findFirstOrThrow({
    where: { proposalId },
    orderBy: { round: 'desc' },
    select: { id: true, officeId: true, updatedAt: true },
  })
}
