import '#tests/world/database'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { addStep } from '#app/domain/answers/commitments.server'
import { judgeAnswer } from '#app/domain/answers/judge-answer.server'
import { checkProject, setCost } from '#app/domain/budgets/check-project.server'
import { putForward } from '#app/domain/budgets/put-forward.server'
import { writeComment } from '#app/domain/discussion/commands.server'
import { answeredProposal } from '#tests/world/answers'
import { idea, publicBudget } from '#tests/world/budgets'
import { actor, association, monopoli } from '#tests/world/people'
import { draftedPoll, openedPoll } from '#tests/world/polls'
import { openProposal } from '#tests/world/proposals'
import type { What, WithHistory } from './entries'
import { activityOf, historyOf } from './queries.server'
import { transaction } from './transaction.server'

async function newest(what: What) {
  const { path } = await monopoli()
  const { entries } = await activityOf({ territoryPath: path, reading: 'it' }, 50)
  return entries.find((entry) => entry.what === what)
}

test('where an office acts it is named, where a person speaks the person is', async () => {
  const { proposalId, answerId } = await answeredProposal({ title: 'Sportello in ospedale' })
  const about = { subjectId: proposalId, title: 'Sportello in ospedale' }
  expect(await newest('answer.given')).toMatchObject({ ...about, who: 'Servizi sociali' })
  const commitment = await db.commitment.findFirstOrThrow({ where: { proposalId }, select: { id: true } })
  await addStep(await actor('emanuele'), commitment.id, { text: 'Bando pubblicato', evidence: null })
  expect(await newest('commitment.step-added')).toMatchObject({ ...about, who: 'Servizi sociali' })
  await judgeAnswer(await actor('ada'), answerId, { version: 1, satisfaction: 'yes', reason: null })
  expect(await newest('answer.judged')).toMatchObject({ ...about, who: 'Ada' })
})

test('who speaks for an association is named with it', async () => {
  const [place, { id: associationId }] = [await monopoli(), await association()]
  await openProposal({ by: 'ada', associationId, territoryId: place.id })
  expect(await newest('proposal.published')).toMatchObject({ who: 'Ada', association: 'Associazione Ponte' })
})

test('votes, what a vote promised, offices and rules have their title', async () => {
  const { id: territoryId, name, slug } = await monopoli()
  const ada = await actor('ada')
  await openedPoll()
  const draft = await draftedPoll()
  const { id: officeId, name: officeName } = await db.office.findFirstOrThrow({ where: { territoryId } })
  const promised = await db.commitment.create({ data: { officeId, title: 'Panchine al porto' } })
  await transaction(async (_, note) => {
    const by = { actor: ada, territoryId }
    await note({ ...by, what: 'poll.codes-made', subjectId: draft.id })
    const details = { commitmentId: promised.id, officeId }
    await note({ ...by, what: 'commitment.done', subjectId: promised.id, details })
    await note({ ...by, what: 'office.opened', subjectId: territoryId, details: { officeId } })
    await note({ ...by, what: 'territory.rules-changed', subjectId: territoryId })
  })
  expect(await newest('poll.opened')).toMatchObject({ title: 'Vuoi la biblioteca aperta la sera?' })
  expect(await newest('poll.codes-made')).toMatchObject({ title: null })
  expect(await newest('commitment.done')).toMatchObject({ title: 'Panchine al porto', who: officeName })
  expect(await newest('office.opened')).toMatchObject({ title: officeName, who: 'Ada' })
  expect(await newest('territory.rules-changed')).toMatchObject({ title: name, slug })
})

test('a project is called by its own title, and once hidden by its budget’s', async () => {
  const { id: budgetId } = await publicBudget({ title: 'Mille euro per la piazza' })
  const { number } = await putForward(await actor('carmela'), budgetId, idea)
  expect(await newest('project.put-forward')).toMatchObject({ subjectId: budgetId, title: idea.title })
  await db.project.updateMany({ where: { budgetId, number }, data: { hiddenAt: new Date() } })
  expect(await newest('project.put-forward')).toMatchObject({ subjectId: budgetId, title: 'Mille euro per la piazza' })
})

test('a project is checked by the office of whoever does it, or by the territory: never by the officer', async () => {
  const { id: budgetId } = await publicBudget({ title: 'Duemila euro per il porto' })
  const { number } = await putForward(await actor('carmela'), budgetId, idea)
  const emanuele = await actor('emanuele')
  const found = { feasibility: 'changes', reason: 'Serve un disegno.', cost: null, costWhy: null } as const
  await checkProject(emanuele, budgetId, number, found)
  expect(await newest('project.checked')).toMatchObject({ title: idea.title, who: 'Servizi sociali' })
  await setCost({ ...emanuele, seats: [] }, budgetId, number, 900, 'Il preziario è cambiato.')
  expect(await newest('project.cost-set')).toMatchObject({ who: 'Monopoli' })
})

test('older ones follow by key, each once, and of a hidden proposal no title is told', async () => {
  const { id: territoryId, path } = await monopoli()
  const { id } = await openProposal({ title: 'Nascosta perché offende', territoryId })
  await db.proposal.update({ where: { id }, data: { hiddenAt: new Date() } })
  const all = []
  let cursor: string | null = null
  do {
    const { entries, next } = await activityOf({ territoryPath: path, reading: 'it', cursor }, 3)
    expect(entries.length).toBeLessThanOrEqual(3)
    all.push(...entries)
    cursor = next
  } while (cursor)
  const ids = all.map((entry) => Number(entry.id))
  expect(ids).toEqual([...new Set(ids)].sort((a, b) => b - a))
  expect(all.length).toBeGreaterThan(3)
  expect((await activityOf({ territoryPath: path, reading: 'it' }, 100)).entries).toHaveLength(all.length)
  expect(all.find(({ subjectId }) => subjectId === id)).toMatchObject({ title: null })
})

test('one thing has its whole history, parts by their name, without the crowd; a hidden one has none', async () => {
  const { proposalId } = await answeredProposal({ title: 'Sportello in ospedale' })
  const ada = await actor('ada')
  await writeComment(
    ada,
    { kind: 'proposal', id: proposalId },
    {
      text: 'Finalmente.',
      stance: 'for',
      language: 'it',
      parentId: null,
      associationId: null,
      formKey: 'history-form-key',
    },
  )
  const history = (kind: WithHistory, id: string, cursor: string | null = null, limit = 50) =>
    historyOf({ kind, id, reading: 'it', cursor }, limit)
  const { entries, whole } = await history('proposal', proposalId)
  expect(whole).toEqual({ title: 'Sportello in ospedale', language: 'it' })
  expect(entries.at(-1)).toMatchObject({ what: 'proposal.published', title: null })
  const told = entries.map(({ what }) => what)
  expect(told).toEqual(expect.arrayContaining(['answer.due', 'answer.given', 'commitment.made']))
  expect(told.filter((what) => /comment|support|assigned/.test(what))).toEqual([])
  const first = await history('proposal', proposalId, null, 1)
  expect(await history('proposal', proposalId, first.next)).toMatchObject({ entries: entries.slice(1), next: null })

  const promised = await db.commitment.findFirstOrThrow({ where: { proposalId }, select: { id: true, title: true } })
  const kept = await history('commitment', promised.id)
  expect(kept.whole.title).toBe(promised.title)
  expect(kept.entries.map(({ what }) => what)).toEqual(['commitment.made'])

  const budget = await publicBudget()
  await putForward(ada, budget.id, { ...idea, title: 'Panchine' })
  expect((await history('budget', budget.id)).entries.map(({ what, title }) => [what, title])).toEqual([
    ['project.put-forward', 'Panchine'],
    ['budget.published', null],
  ])

  const draft = await draftedPoll()
  await expect(history('poll', draft.id)).rejects.toThrow('not-found')
  await db.proposal.update({ where: { id: proposalId }, data: { hiddenAt: new Date() } })
  await expect(history('proposal', proposalId)).rejects.toThrow('not-found')
  await expect(history('commitment', promised.id)).rejects.toThrow('not-found')
})
