import '#tests/world/database'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { askReview, judgeAnswer } from '#app/domain/answers/judge-answer.server'
import { actorOf } from '#app/domain/identity/actor.server'
import { answeredProposal } from '#tests/world/answers'
import { actor, journalOf, monopoli } from '#tests/world/people'
import { neighbours, openProposal, proposalRow } from '#tests/world/proposals'
import { supportProposal, takeBackSupport } from './support.server'
import { withdrawProposal } from './withdraw-proposal.server'

test('one support a person, however often it is pressed', async () => {
  const { id } = await openProposal()
  const carmela = await actor('carmela')
  await Promise.all(Array.from({ length: 20 }, () => supportProposal(carmela, id)))
  expect((await proposalRow(id)).supportCount).toBe(1)
  expect(await db.support.count({ where: { proposalId: id } })).toBe(1)
  await Promise.all(Array.from({ length: 5 }, () => takeBackSupport(carmela, id)))
  expect((await proposalRow(id)).supportCount).toBe(0)
  expect((await journalOf(id)).filter((what) => what === 'proposal.support-taken-back')).toHaveLength(1)
})

test('at the threshold it qualifies by itself, exactly once, also under parallel supports', async () => {
  const { id } = await openProposal()
  const people = await neighbours((await monopoli()).id, 40)
  const actors = await Promise.all(people.map((person) => actorOf(person.id)))
  const results = await Promise.all(actors.map((person) => supportProposal(person, id)))
  expect(results.filter(({ qualified }) => qualified)).toHaveLength(1)
  const row = await proposalRow(id)
  expect(row).toMatchObject({ stage: 'qualified', supportCount: 40 })
  expect(row.dueOn).not.toBeNull()
  expect(await db.answer.count({ where: { proposalId: id } })).toBe(1)
  const journal = await journalOf(id)
  expect(journal.filter((what) => what === 'proposal.qualified')).toHaveLength(1)
  expect(journal.filter((what) => what === 'answer.due')).toHaveLength(1)
  await expect(takeBackSupport(actors[0]!, id)).rejects.toThrow('proposal.already-counted')
})

test('who may not support leaves no row', async () => {
  const { id, author } = await openProposal()
  await expect(supportProposal(await actor('drita'), id)).rejects.toThrow('proposal.support-residents-only')
  await expect(supportProposal(await actor('nora'), id)).rejects.toThrow('identity.confirm-address-first')
  await expect(supportProposal({ kind: 'visitor' }, id)).rejects.toThrow('sign-in-required')
  await withdrawProposal(author, id)
  await expect(supportProposal(await actor('carmela'), id)).rejects.toThrow('proposal.not-open')
  await expect(supportProposal(await actor('carmela'), 'nothing')).rejects.toThrow('not-found')
  expect(await db.support.count({ where: { proposalId: id } })).toBe(0)
})

test('once answered nobody supports any more, also while the answer is reviewed', async () => {
  const { proposalId, answerId } = await answeredProposal()
  const [ada, carmela] = [await actor('ada'), await actor('carmela')]
  await judgeAnswer(ada, answerId, { version: 1, satisfaction: 'no', reason: 'Manca la data.' })
  await askReview(ada, answerId, { reason: 'Guardate di nuovo la data.' })
  const before = await proposalRow(proposalId)
  expect(before.stage).toBe('qualified')
  await expect(supportProposal(carmela, proposalId)).rejects.toThrow('proposal.already-answered')
  expect((await proposalRow(proposalId)).supportCount).toBe(before.supportCount)
})
