import '#tests/world/database'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { visitor } from '#app/domain/authorization'
import { activityOf } from '#app/domain/journal/queries.server'
import { notificationList } from '#app/domain/notifications/queries.server'
import { closeOffice, openOffice } from '#app/domain/offices/commands.server'
import { seatPerson } from '#app/domain/offices/people.server'
import { answeredProposal } from '#tests/world/answers'
import { actor, bari, journalOf, office } from '#tests/world/people'
import { toldOf } from '#tests/world/telling'
import { commitmentPage, commitmentToHandOver } from './commitment-queries.server'
import { addStep, finishCommitment, handOverCommitment } from './commitments.server'
import { remindCommitments } from './remind-commitments.server'

const reason = 'La materia passa al nuovo ufficio dal primo maggio.'
const today = new Date(`${new Date().toISOString().slice(0, 10)}T00:00:00Z`)

async function promised() {
  const { proposalId } = await answeredProposal()
  const { id, officeId } = await db.commitment.findFirstOrThrow({ where: { proposalId } })
  return { id, officeId, proposalId }
}

async function newOffice(name: string) {
  const irene = await actor('irene')
  const { territoryId } = await office()
  const { officeId } = await openOffice(irene, { name, territoryId, description: '', email: null, topics: [] })
  await seatPerson(irene, officeId, {
    email: 'carmela@esempio.it',
    rank: 'head',
    startsOn: today,
    endsOn: undefined,
  })
  return officeId
}

test('another office takes a commitment over in public, must act on it, and the one before may close', async () => {
  const { id, officeId, proposalId } = await promised()
  const taking = await newOffice('Quartieri')
  const emanuele = await actor('emanuele')
  expect((await commitmentToHandOver(emanuele, id)).offices.map((one) => one.id)).toContain(taking)
  await handOverCommitment(emanuele, id, { officeId: taking, reason })

  const page = await commitmentPage(visitor, id)
  expect(page).toMatchObject({ office: { id: taking }, can: { keep: 'sign-in-required' } })
  expect(page.happenings).toMatchObject([{ text: reason, handed: { from: 'Servizi sociali', to: 'Quartieri' } }])
  expect((await journalOf(proposalId)).at(-1)).toBe('commitment.handed-over')
  await expect(addStep(emanuele, id, { text: 'Ancora io', evidence: null })).rejects.toThrow('answer.not-your-office')

  const letters = await toldOf(proposalId, 'commitment.handed-over')
  const carmela = await actor('carmela')
  const [told] = (await notificationList(carmela, null, 1)).notifications
  expect(told).toMatchObject({ saying: { key: 'commitment.handed-over' }, task: 'open', place: `/commitments/${id}` })
  expect(letters.find(({ to }) => to === 'carmela@esempio.it')?.text).toContain(reason)
  await addStep(carmela, id, { text: 'Presa in carico', evidence: null })
  expect((await notificationList(carmela, null, 1)).notifications[0]).toMatchObject({ task: 'finished' })

  await expect(closeOffice(await actor('irene'), taking)).rejects.toThrow('office.owes-commitments')
  await handOverCommitment(carmela, id, { officeId, reason })
  await closeOffice(await actor('irene'), taking)
})

test('two that give each other something at once do not wait for ever; the new office is reminded anew', async () => {
  const [one, other] = [await promised(), await promised()]
  const irene = await actor('irene')
  const school = (await office('Scuola e cultura')).id
  await handOverCommitment(irene, other.id, { officeId: school, reason })
  const late = new Date('2026-09-03T08:00:00Z')
  await remindCommitments(late)
  const reminders = (commitmentId: string) => db.commitmentReminder.count({ where: { commitmentId } })
  expect([await reminders(one.id), await reminders(other.id)]).toEqual([1, 1])
  await Promise.all([
    handOverCommitment(irene, one.id, { officeId: school, reason }),
    handOverCommitment(irene, other.id, { officeId: one.officeId, reason }),
  ])
  expect([await reminders(one.id), await reminders(other.id)]).toEqual([0, 0])
  await remindCommitments(late)
  expect([await reminders(one.id), await reminders(other.id)]).toEqual([1, 1])
  // What the administrator did is not told as an act of the office
  const { entries } = await activityOf({ territoryPath: '/puglia/bari/monopoli/', reading: 'it' }, 50)
  expect(entries.find(({ what }) => what === 'commitment.handed-over')?.who).toBe('Monopoli')
})

test('it goes only to another open office of the same territory, and only from who has it or the administrator', async () => {
  const { id, officeId } = await promised()
  const emanuele = await actor('emanuele')
  const give = (to: string) => handOverCommitment(emanuele, id, { officeId: to, reason })
  await expect(give(officeId)).rejects.toThrow('commitment.same-office')
  const closed = await newOffice('Chiuso')
  await closeOffice(await actor('irene'), closed)
  const elsewhere = await db.office.findFirstOrThrow({ where: { territoryId: (await bari()).id } })
  for (const wrong of [closed, elsewhere.id, 'nowhere']) await expect(give(wrong)).rejects.toThrow('not-found')

  const school = await office('Scuola e cultura')
  const asOther = async (name: 'ada' | 'carmela') =>
    handOverCommitment(await actor(name), id, { officeId: school.id, reason })
  await expect(asOther('ada')).rejects.toThrow('answer.not-your-office')
  await expect(commitmentToHandOver(await actor('ada'), id)).rejects.toThrow('answer.not-your-office')
  await handOverCommitment(await actor('irene'), id, { officeId: school.id, reason })
  await handOverCommitment(await actor('irene'), id, { officeId, reason })
  await finishCommitment(emanuele, id, { outcome: 'Lo sportello è aperto', evidence: null })
  await expect(give(school.id)).rejects.toThrow('commitment.closed')
})
