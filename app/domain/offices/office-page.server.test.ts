import '#tests/world/database'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { deskQueue } from '#app/domain/answers/desk.server'
import { dutyKindOf, dutyKinds, dutyWords, given, owed } from '#app/domain/answers/duties'
import { askReview, judgeAnswer } from '#app/domain/answers/judge-answer.server'
import { type Duty, officeDuties, officeStandings } from '#app/domain/answers/office-standing.server'
import { answeredProposal, waitingProposal } from '#tests/world/answers'
import { actor, office } from '#tests/world/people'
import { statementsOf } from '#tests/world/statements'
import { officePage } from './office-page.server'
import { addClosure } from './people.server'

const at = (day: string) => new Date(`${day}T08:00:00Z`)
const now = at('2026-04-20')

/** Two in time, two late, two waiting, one overdue, one of long ago, and one that came from elsewhere. */
async function busyOffice() {
  const { id } = await office('Scuola e cultura')
  const take = (answerId: string) => db.answer.update({ where: { id: answerId }, data: { officeId: id } })
  for (const day of ['2026-03-17', '2026-04-22', '2026-04-24', '2026-04-28'])
    await take((await answeredProposal({ title: `Risposta del ${day}`, answeredAt: at(day) })).answerId)
  await take((await answeredProposal({ now: at('2024-03-12'), answeredAt: at('2024-03-20') })).answerId)
  const imported = await answeredProposal({ answeredAt: at('2026-03-18') })
  await db.proposal.update({ where: { id: imported.proposalId }, data: { importKey: 'elsewhere' } })
  await take(imported.answerId)
  for (const day of ['2026-03-10', '2026-03-24', '2026-01-12'])
    await take((await waitingProposal({ title: `Aspetta dal ${day}`, now: at(day) })).answerId)
  return id
}

async function listed(officeId: string, kinds: Parameters<typeof officeDuties>[0]['kinds']) {
  const all: Duty[] = []
  let cursor: string | null = null
  do {
    const { duties, next } = await officeDuties({ officeId, kinds }, cursor, 1, now)
    all.push(...duties)
    cursor = next
  } while (cursor)
  return all
}

test('each figure of an office’s standing leads to exactly as many answers, of that kind, page by page', async () => {
  const officeId = await busyOffice()
  const [standing] = await officeStandings({ officeId }, now)
  expect(standing).toMatchObject({ inTime: 2, late: 2, waiting: 2, overdue: 1 })
  for (const kind of dutyKinds) {
    const behind = await listed(officeId, [kind])
    expect(behind).toHaveLength(standing?.[kind] ?? -1)
    expect(new Set(behind.map(({ answerId }) => answerId)).size).toBe(behind.length)
    expect(behind.every((duty) => duty.kind === kind)).toBe(true)
  }
  const titles = async (kinds: typeof owed) => (await listed(officeId, kinds)).map(({ title }) => title)
  expect(await titles(given)).toEqual([
    'Risposta del 2026-04-28',
    'Risposta del 2026-04-24',
    'Risposta del 2026-04-22',
    'Risposta del 2026-03-17',
  ])
  expect(await titles(owed)).toEqual(['Aspetta dal 2026-01-12', 'Aspetta dal 2026-03-10', 'Aspetta dal 2026-03-24'])
})

test('a hidden proposal counts and is listed without its words; a review is a duty of its own', async () => {
  const officeId = (await office('Scuola e cultura')).id
  const before = await officeStandings({ officeId }, now)
  const { proposalId } = await db.answer.findFirstOrThrow({
    where: { officeId, proposal: { title: 'Risposta del 2026-03-17' } },
    select: { proposalId: true },
  })
  await db.proposal.update({ where: { id: proposalId }, data: { hiddenAt: now } })
  expect(await officeStandings({ officeId }, now)).toEqual(before)
  expect((await listed(officeId, ['inTime'])).map(({ title }) => title)).toEqual(['Risposta del 2026-04-22', null])
  await db.proposal.update({ where: { id: proposalId }, data: { hiddenAt: null } })

  const { answerId } = await db.answer
    .findFirstOrThrow({ where: { proposalId }, select: { id: true } })
    .then(({ id }) => ({ answerId: id }))
  const ada = await actor('ada')
  await judgeAnswer(ada, answerId, { version: 1, satisfaction: 'no', reason: 'Manca la data.' }, now)
  await askReview(ada, answerId, { reason: 'Guardate di nuovo la data.' }, now)
  const waiting = await listed(officeId, ['waiting'])
  expect(waiting.map(({ round, proposalId }) => [round, proposalId])).toContainEqual([2, proposalId])
  expect((await officeStandings({ officeId }, now))[0]).toMatchObject({ inTime: 2, waiting: 3 })
})

test('an office’s page tells what it owes, what it gave and when it is shut, and of its people only whether it is led', async () => {
  const { id } = await office()
  const reason = 'Ferie'
  await addClosure(await actor('irene'), id, {
    startsOn: new Date('2090-08-10'),
    endsOn: new Date('2090-08-20'),
    reason,
  })
  const { proposalId } = await answeredProposal({ answeredAt: at('2026-04-20') })
  const waiting = await waitingProposal({ now: at('2026-04-20') })
  const page = await officePage(id, now)
  expect(page).toMatchObject({
    office: { name: 'Servizi sociali', territory: { slug: 'monopoli' } },
    people: { headed: true, count: 3 },
  })
  expect(page.closures).toMatchObject([{ startsOn: '2090-08-10', endsOn: '2090-08-20', reason }])
  expect(page.waiting.map(({ answerId }) => answerId)).toContain(waiting.answerId)
  expect(page.answers[0]?.proposalId).toBe(proposalId)
  expect(page.commitments.map(({ title }) => title)).toContain('Apriamo lo sportello')
  expect(JSON.stringify(page)).not.toMatch(/Marta|Emanuele|Luca|esempio\.it/)
  await expect(officePage('nowhere')).rejects.toThrow('not-found')
})

test('neither the page of an office nor a desk asks more of the database when there is more to show', async () => {
  const { id } = await office()
  const marta = await actor('marta')
  const few = [await statementsOf(() => officePage(id, now)), await statementsOf(() => deskQueue(marta, now))]
  for (let n = 0; n < 3; n++) {
    await waitingProposal({ now: at('2026-04-20') })
    await answeredProposal({ answeredAt: at('2026-04-20') })
  }
  const many = [await statementsOf(() => officePage(id, now)), await statementsOf(() => deskQueue(marta, now))]
  expect(many).toEqual(few)
})

test('addresses name the kinds of answers', () => {
  expect(dutyKinds.map((kind) => dutyKindOf(dutyWords[kind]))).toEqual(dutyKinds)
  expect(dutyKindOf('all')).toBeNull()
})
