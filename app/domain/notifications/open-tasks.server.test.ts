import '#tests/world/database'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { assignAnswer } from '#app/domain/answers/assign-answer.server'
import { judgeAnswer } from '#app/domain/answers/judge-answer.server'
import { publishAnswer } from '#app/domain/answers/publish-answer.server'
import { writeComment } from '#app/domain/discussion/commands.server'
import type { What } from '#app/domain/journal/entries'
import { appeal, decideAppeal, hide, report } from '#app/domain/moderation/commands.server'
import type { CastName } from '#prisma/seed/town'
import { answeredProposal, drafted, tenMarch, waitingProposal } from '#tests/world/answers'
import { actor, office } from '#tests/world/people'
import { openProposal } from '#tests/world/proposals'
import { toldOf } from '#tests/world/telling'
import { openTasks } from './open-tasks.server'
import { notificationList } from './queries.server'
import { audienceOf, recipients } from './recipients'

/** How this person's newest notice of a kind stands. */
async function task(name: CastName, what: What) {
  const { notifications } = await notificationList(await actor(name), null)
  return notifications.find(({ saying }) => saying.key.startsWith(what))?.task
}

test('every kind that somebody must act on says when that is done', () => {
  const calls = Object.keys(recipients).filter((what) => (audienceOf(what)?.act.length ?? 0) > 0)
  expect(Object.keys(openTasks).sort()).toEqual(calls.sort())
})

test('what the office must answer is finished once it is answered; the verdict, once the author gave it', async () => {
  const { proposalId, answerId } = await waitingProposal()
  await toldOf(proposalId, 'answer.due')
  expect(await task('emanuele', 'answer.due')).toBe('open')
  const { revision } = await drafted(answerId, proposalId)
  await publishAnswer(await actor('emanuele'), answerId, { revision, changeReason: null }, tenMarch)
  expect(await task('emanuele', 'answer.due')).toBe('finished')
  await toldOf(proposalId, 'answer.given')
  expect(await task('ada', 'answer.given')).toBe('open')
  await judgeAnswer(await actor('ada'), answerId, { version: 1, satisfaction: 'yes', reason: null })
  expect(await task('ada', 'answer.given')).toBe('finished')
})

test('an answer in one person’s hands is nobody else’s task', async () => {
  const { proposalId, answerId } = await waitingProposal()
  await toldOf(proposalId, 'answer.due')
  const [{ id: officeId }, luca] = await Promise.all([office(), actor('luca')])
  await assignAnswer(await actor('marta'), answerId, { officeId, assigneeId: luca.id }, tenMarch)
  expect(await Promise.all([task('luca', 'answer.due'), task('emanuele', 'answer.due')])).toEqual(['open', 'finished'])
})

test('news is no task', async () => {
  const { proposalId } = await answeredProposal()
  await db.support.create({ data: { proposalId, personId: (await actor('carmela')).id } })
  await toldOf(proposalId, 'answer.given')
  expect(await task('carmela', 'answer.given')).toBeNull()
})

test('a verification is asked until it is decided', async () => {
  const { id } = await db.association.findFirstOrThrow({ where: { name: 'Associazione Ponte' }, select: { id: true } })
  const entry = { subjectKind: 'association', subjectId: id, number: 9001 }
  const { id: entryId } = await db.entry.create({ data: { what: 'association.submitted', ...entry } })
  const { number: _, ...about } = entry
  await db.notification.create({
    data: { ...about, personId: (await actor('emanuele')).id, entryId, what: 'association.submitted', toDo: true },
  })
  expect(await task('emanuele', 'association.submitted')).toBe('finished')
  await db.association.update({ where: { id }, data: { verification: 'submitted' } })
  expect(await task('emanuele', 'association.submitted')).toBe('open')
  await db.association.update({ where: { id }, data: { verification: 'verified' } })
})

test('reports and appeals are tasks until they are decided', async () => {
  const [carmela, bilal, fatou, giorgio] = await Promise.all(
    (['carmela', 'bilal', 'fatou', 'giorgio'] as const).map(actor),
  )
  if (!carmela || !bilal || !fatou || !giorgio) throw new Error('Nobody')
  const { id: proposalId } = await openProposal()
  const { id } = await writeComment(
    carmela,
    { kind: 'proposal', id: proposalId },
    { text: 'Parole', stance: 'neutral', language: 'it', parentId: null, associationId: null, formKey: 'open-tasks' },
  )
  await report(bilal, { kind: 'comment', id }, { reason: 'offence', note: null })
  await toldOf(proposalId, 'comment.reported')
  expect(await task('fatou', 'comment.reported')).toBe('open')
  const { hidingId } = await hide(fatou, { kind: 'comment', id }, { reason: 'offence', note: 'Offende una persona.' })
  await toldOf(proposalId, 'comment.hidden')
  expect(await task('fatou', 'comment.reported')).toBe('finished')
  expect(await task('carmela', 'comment.hidden')).toBe('open')
  await appeal(carmela, hidingId, 'Era una citazione, non un’offesa.')
  await toldOf(proposalId, 'comment.appealed')
  expect(await task('carmela', 'comment.hidden')).toBe('finished')
  expect(await task('giorgio', 'comment.appealed')).toBe('open')
  await decideAppeal(giorgio, hidingId, { outcome: 'upheld', note: 'Resta un’offesa.' })
  expect(await task('giorgio', 'comment.appealed')).toBe('finished')
})
