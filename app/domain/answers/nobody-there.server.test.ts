import '#tests/world/database'
import { afterEach, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { membersOf } from '#app/domain/notifications/circles.server'
import { notificationList } from '#app/domain/notifications/queries.server'
import { recipients } from '#app/domain/notifications/recipients'
import { closeOffice } from '#app/domain/offices/commands.server'
import { owedByOffice } from '#app/domain/offices/queries.server'
import type { CastName } from '#prisma/seed/town'
import { answeredProposal, drafted, revision, waitingProposal } from '#tests/world/answers'
import { actor, office } from '#tests/world/people'
import { lastEntry, toldOf } from '#tests/world/telling'
import { assignAnswer } from './assign-answer.server'
import { addDays, toColumn } from './civil-date'
import { answerAtDesk, deskQueue } from './desk.server'
import { escalate } from './escalate.server'
import { extendAnswer } from './extend-answer.server'
import { remindCommitments } from './remind-commitments.server'
import { saveAnswerDraft } from './write-answer.server'

const at = (day: string) => new Date(`${day}T08:00:00Z`)

async function seatsEnd(endsOn: Date | null, ...names: CastName[]) {
  const { id: officeId } = await office()
  const people = await Promise.all(names.map(actor))
  await db.officeMember.updateMany({
    where: { officeId, personId: { in: people.map(({ id }) => id) } },
    data: { endsOn },
  })
}
const everybody = ['marta', 'luca', 'emanuele'] as const
const longAgo = at('2020-01-01')
afterEach(() => seatsEnd(null, ...everybody))

/** Who must act on the newest entry of a kind. */
async function called(subjectId: string, what: 'answer.due' | 'answer.escalated' | 'commitment.reminded') {
  const entry = await db.entry.findUniqueOrThrow({ where: { id: BigInt(await lastEntry(subjectId, what)) } })
  const ids = await membersOf(recipients[what].act, entry)
  const people = await db.person.findMany({ where: { id: { in: [...ids] } }, select: { pseudonym: true } })
  return people.map(({ pseudonym }) => pseudonym).sort()
}

test('where nobody sits in the office any more, the administrators are called and find the answer on their desk', async () => {
  const { proposalId, answerId } = await waitingProposal()
  const irene = await actor('irene')
  const onDesk = async () => (await deskQueue(irene)).lines.some((line) => line.answerId === answerId)
  expect([await called(proposalId, 'answer.due'), await onDesk()]).toEqual([['Emanuele', 'Luca', 'Marta'], false])

  await seatsEnd(longAgo, ...everybody)
  expect([await called(proposalId, 'answer.due'), await onDesk()]).toEqual([['Irene'], true])
  for (const day of ['2026-04-21', '2026-04-23', '2026-04-29']) {
    await escalate(at(day))
    expect(await called(proposalId, 'answer.escalated')).toEqual(['Irene'])
  }
})

test('where no head sits in the office, its people and the administrators hear what the head would', async () => {
  const { proposalId } = await waitingProposal()
  await seatsEnd(longAgo, 'marta', 'luca')
  await escalate(at('2026-04-29'))
  expect(await called(proposalId, 'answer.escalated')).toEqual(['Emanuele', 'Irene'])
})

test('what an office without people promised is the administrators’ to see to, and stands on their desk', async () => {
  const { proposalId } = await answeredProposal()
  const { id } = await db.commitment.findFirstOrThrow({ where: { proposalId }, select: { id: true } })
  const irene = await actor('irene')
  if (irene.kind !== 'person') throw new Error('Irene is signed in')
  const elsewhere = { ...irene, roles: [{ kind: 'administrator' as const, territoryPath: '/puglia/lecce/' }] }
  const owed = async (who = irene, day = '2026-09-02') =>
    (await deskQueue(who, at(day))).owed.filter((one) => one.id === id)
  expect(await owed()).toEqual([])

  await seatsEnd(longAgo, ...everybody)
  await remindCommitments(at('2026-09-02'))
  expect(await called(proposalId, 'commitment.reminded')).toEqual(['Irene'])
  expect(await owed()).toMatchObject([{ officeName: 'Servizi sociali', standing: 'late', daysLeft: -1 }])
  // Also what is due later: nobody else has it before their eyes
  expect(await owed(irene, '2026-07-01')).toMatchObject([{ standing: 'in-time' }])
  expect(await owed(elsewhere)).toEqual([])
  const { id: officeId } = await office()
  await expect(closeOffice(irene, officeId)).rejects.toThrow(/office\.owes-/)
  expect((await owedByOffice(irene, officeId)).commitments.map((one) => one.id)).toContain(id)
})

test.each([
  [-1, true],
  [0, false],
  [1, false],
])(
  'on the desk of the administrators what waits shows from the day after the last seat: %i days, %s',
  async (days, shown) => {
    const { proposalId } = await answeredProposal()
    const { answerId } = await waitingProposal()
    const { id } = await db.commitment.findFirstOrThrow({ where: { proposalId }, select: { id: true } })
    const today = new Date().toISOString().slice(0, 10)
    await seatsEnd(toColumn(addDays(today, days)), ...everybody)
    const { lines, owed } = await deskQueue(await actor('irene'), at('2026-03-11'))
    expect(lines.some((line) => line.answerId === answerId)).toBe(shown)
    expect(owed.some((one) => one.id === id)).toBe(shown)
  },
)

test('a seat that begins tomorrow leaves the office to the administrators today', async () => {
  const { proposalId } = await answeredProposal()
  const { id } = await db.commitment.findFirstOrThrow({ where: { proposalId }, select: { id: true } })
  const { id: officeId } = await office()
  await seatsEnd(longAgo, ...everybody)
  const tomorrow = toColumn(addDays(new Date().toISOString().slice(0, 10), 1))
  const { id: personId } = await actor('hana')
  const seat = await db.officeMember.create({ data: { officeId, personId, rank: 'head', startsOn: tomorrow } })
  expect((await deskQueue(await actor('irene'), at('2026-03-11'))).owed.map((one) => one.id)).toContain(id)
  await db.officeMember.delete({ where: { id: seat.id } })
})

test('an answer in the hands of somebody whose seat is over is the whole office’s again', async () => {
  const { proposalId, answerId } = await waitingProposal()
  const [marta, emanuele, { id: officeId }] = await Promise.all([actor('marta'), actor('emanuele'), office()])
  await assignAnswer(marta, answerId, { officeId, assigneeId: (await actor('luca')).id })
  const draft = { revision: await revision(answerId), opening: 'Grazie', language: 'it' as const, points: [] }
  await expect(saveAnswerDraft(emanuele, answerId, draft)).rejects.toThrow('answer.given-to-another')

  await seatsEnd(longAgo, 'luca')
  await escalate(at('2026-04-21'))
  expect(await called(proposalId, 'answer.escalated')).toEqual(['Emanuele', 'Marta'])
  await toldOf(proposalId, 'answer.due')
  const [told] = (await notificationList(emanuele, null, 1)).notifications
  expect(told).toMatchObject({ task: 'open' })
  expect((await deskQueue(emanuele)).lines.find((line) => line.answerId === answerId)?.assigneeName).toBeNull()
  expect(await answerAtDesk(emanuele, answerId)).toMatchObject({ assigneeName: null, can: { write: true } })
  await drafted(answerId, proposalId)
})

test('an extended answer has the reminders of its new date', async () => {
  const { answerId } = await waitingProposal()
  const sent = async () =>
    (await db.escalation.findMany({ where: { answerId }, orderBy: { at: 'asc' } })).map(({ kind }) => kind)
  for (const day of ['2026-04-08', '2026-04-15', '2026-04-21']) await escalate(at(day))
  expect(await sent()).toEqual(['tenDays', 'fiveDays', 'oneDay'])
  const { dueOn } = await extendAnswer(
    await actor('marta'),
    answerId,
    { days: 15, reason: 'Aspettiamo il parere.' },
    at('2026-04-22'),
  )
  expect(dueOn).toBe('2026-05-14')
  for (const day of ['2026-04-30', '2026-05-07', '2026-05-13']) await escalate(at(day))
  expect(await sent()).toEqual(['tenDays', 'fiveDays', 'oneDay'])
})
