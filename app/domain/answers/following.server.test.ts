import '#tests/world/database'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { answeredProposal, tenMarch, waitingProposal } from '#tests/world/answers'
import { actor, monopoli, office } from '#tests/world/people'
import { commitmentList, commitmentPage } from './commitment-queries.server'
import { addStep, dropCommitment, finishCommitment } from './commitments.server'
import { dutyKinds } from './duties'
import { escalate } from './escalate.server'
import { officeDuties, officeStandings } from './office-standing.server'
import { answerNumbers } from './queries.server'

const at = (day: string) => new Date(`${day}T08:00:00Z`)

async function reminders(answerId: string) {
  const sent = await db.escalation.findMany({
    where: { answerId },
    orderBy: { at: 'asc' },
    select: { kind: true, at: true },
  })
  return sent.map(({ kind, at }) => `${kind} ${at.toISOString().slice(0, 10)}`)
}

async function escalations(proposalId: string) {
  return db.entry.count({ where: { subjectId: proposalId, what: 'answer.escalated' } })
}

test('each reminder goes once, on its working day, however often the sweep runs', async () => {
  const { proposalId, answerId, dueOn } = await waitingProposal()
  expect(dueOn).toBe('2026-04-22')
  for (let day = Date.parse('2026-03-11'); day < Date.parse('2026-05-10'); day += 86_400_000) {
    const now = new Date(day + 8 * 3_600_000)
    await escalate(now)
    await escalate(now)
  }
  expect(await reminders(answerId)).toEqual([
    'tenDays 2026-04-08',
    'fiveDays 2026-04-15',
    'oneDay 2026-04-21',
    'deputy 2026-04-23',
    'head 2026-04-29',
  ])
  expect(await escalations(proposalId)).toBe(5)
})

test('after a pause only the reminder that fits is sent; two sweeps at once send one', async () => {
  const { proposalId, answerId } = await waitingProposal()
  await Promise.all([escalate(at('2026-04-16')), escalate(at('2026-04-16'))])
  expect(await reminders(answerId)).toEqual(['fiveDays 2026-04-16'])
  expect(await escalations(proposalId)).toBe(1)
})

test('an answered proposal is left alone', async () => {
  const { answerId } = await answeredProposal()
  await escalate(at('2026-04-23'))
  expect(await reminders(answerId)).toEqual([])
})

test('a commitment is followed by its office: steps with evidence, then done, once', async () => {
  const { proposalId } = await answeredProposal()
  const [commitment] = await db.commitment.findMany({ where: { proposalId } })
  const id = commitment?.id ?? ''
  const emanuele = await actor('emanuele')
  await expect(addStep(await actor('ada'), id, { text: 'Io', evidence: null })).rejects.toThrow(
    'answer.not-your-office',
  )
  await addStep(emanuele, id, { text: 'Bando pubblicato', evidence: 'https://esempio.it/bando' }, at('2026-05-04'))
  expect((await commitmentPage(emanuele, id, at('2026-09-02'))).state).toBe('overdue')
  await finishCommitment(emanuele, id, { outcome: 'Lo sportello è aperto', evidence: null }, at('2026-09-03'))
  await expect(dropCommitment(emanuele, id, { reason: 'No' })).rejects.toThrow('commitment.closed')
  const page = await commitmentPage(await actor('carmela'), id)
  expect(page).toMatchObject({
    state: 'done',
    outcome: 'Lo sportello è aperto',
    can: { keep: 'answer.not-your-office' },
  })
  expect(page.happenings).toMatchObject([{ text: 'Bando pubblicato', evidence: 'https://esempio.it/bando' }])
  const links = await db.lifeLink.findMany({ where: { fromId: proposalId }, select: { toKind: true, toId: true } })
  expect(links).toEqual([{ toKind: 'commitment', toId: id }])
})

test('commitments are listed by state, page by key', async () => {
  const all = []
  let cursor: string | null = null
  do {
    const { commitments, next } = await commitmentList({ state: null }, cursor, 2)
    all.push(...commitments.map(({ id }) => id))
    cursor = next
  } while (cursor)
  expect(all).toHaveLength(await db.commitment.count())
  expect(new Set(all).size).toBe(all.length)
  const { commitments } = await commitmentList({ state: 'done' }, null)
  expect(commitments.every(({ state }) => state === 'done')).toBe(true)
})

test('the standing of an office counts what was in time, late, waiting and overdue, and its median', async () => {
  await db.answer.deleteMany({ where: { versions: { none: {} }, escalations: { none: {} } } })
  const school = await office('Scuola e cultura')
  const take = (answerId: string) => db.answer.update({ where: { id: answerId }, data: { officeId: school.id } })
  for (const answeredAt of [at('2026-03-17'), at('2026-04-22'), at('2026-04-24')]) {
    const { answerId } = await answeredProposal({ answeredAt })
    await take(answerId)
  }
  await take((await waitingProposal()).answerId)
  await take((await waitingProposal({ now: at('2026-01-12') })).answerId)
  const { answerId: nobodys } = await waitingProposal()
  await db.answer.update({ where: { id: nobodys }, data: { officeId: null } })
  const now = at('2026-04-20')
  const offices = await officeStandings({ territoryPath: '/puglia/bari/' }, now)
  expect(offices.find(({ officeId }) => officeId === school.id)).toMatchObject({
    officeName: 'Scuola e cultura',
    inTime: 2,
    late: 1,
    waiting: 1,
    overdue: 1,
    // 5, 30 and 32 working days
    medianDays: 30,
  })
  const without = { officeName: null, territoryName: 'Monopoli', waiting: 1, overdue: 0, medianDays: null }
  expect(offices.find(({ officeId }) => officeId === null)).toMatchObject(without)
  const territoryId = (await monopoli()).id
  const behind = async (kinds: typeof dutyKinds | ['overdue']) =>
    (await officeDuties({ territoryId, kinds }, null, 20, now)).duties.map(({ answerId }) => answerId)
  expect([await behind(dutyKinds), await behind(['overdue'])]).toEqual([[nobodys], []])
  expect(await officeStandings({ territoryPath: '/puglia/lecce/' }, now)).toEqual([])
  const numbers = await answerNumbers(now)
  expect(offices.reduce((sum, { waiting }) => sum + waiting, 0)).toBe(numbers.waiting)
  expect(numbers.overdue).toBeGreaterThanOrEqual(1)
  expect(tenMarch < now).toBe(true)
})
