import '#tests/world/database'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { proposalPage } from '#app/domain/proposals/proposal-page.server'
import { idea, inDays, publicBudget } from '#tests/world/budgets'
import { actor, bari, monopoli } from '#tests/world/people'
import { openProposal } from '#tests/world/proposals'
import { checkProject } from './check-project.server'
import { declareConflict } from './conflicts.server'
import { BudgetForm, CheckForm, ConflictForm, ProjectForm, TakingInForm, VoteForm } from './forms'
import { prepareVote } from './prepare-vote.server'
import { projectPage } from './project-page.server'
import { putForward, takeIn, withdrawProject } from './put-forward.server'

const feasible = { feasibility: 'feasible', reason: 'Il luogo è del Comune.', cost: 400, costWhy: null } as const
const vote = { rule: 'mes_cost_add1u', spend: 'freely', maxChoices: null, voters: 'residents' } as const

const done = (tries: PromiseSettledResult<unknown>[]) => tries.filter(({ status }) => status === 'fulfilled').length
const twenty = <T>(act: () => Promise<T>) => Promise.allSettled(Array.from({ length: 20 }, act))

test('what no form can say is refused before anything is asked', () => {
  const said = { title: idea.title, text: idea.text, place: idea.place, language: 'it' }
  expect(ProjectForm.safeParse(said).success).toBe(true)
  const wrong: Record<string, unknown>[] = [
    { cost: '-1' },
    { cost: '0' },
    { cost: '12.50' },
    { cost: '1e99' },
    { cost: 'Infinity' },
    { cost: 'molto' },
    { latitude: '91' },
    { longitude: '-181' },
    { latitude: 'NaN' },
    { title: 'x'.repeat(101) },
    { text: 'y'.repeat(3001) },
    { title: '     ' },
    { language: 'xx' },
    { districtId: '../../etc' },
    { associationId: 'a b' },
  ]
  for (const one of wrong) expect([one, ProjectForm.safeParse({ ...said, ...one }).success]).toEqual([one, false])
  // Signs that nobody types are taken out; with nothing left there is no title
  expect(ProjectForm.parse({ ...said, title: 'Panchine\0 rotte\uD800' }).title).toBe('Panchine rotte')
  expect(ProjectForm.safeParse({ ...said, title: '\0\0\0\0\0\0' }).success).toBe(false)
  expect(CheckForm.safeParse({ feasibility: 'waiting', reason: 'Un motivo lungo.' }).success).toBe(false)
  expect(CheckForm.safeParse({ feasibility: 'infeasible', reason: 'no' }).success).toBe(false)
  expect(VoteForm.safeParse({ rule: 'schulze' }).success).toBe(false)
  expect(TakingInForm.safeParse({ proposalId: '', place: 'Porto' }).success).toBe(false)
  expect(ConflictForm.safeParse({ first: '1.5', second: '2', reason: 'Stesso posto.' }).success).toBe(false)
  const districts = Array.from({ length: 21 }, (_, at) => ({ name: `Quartiere ${at}`, money: '1' }))
  expect(BudgetForm.shape.districts.safeParse(districts).success).toBe(false)
  expect(BudgetForm.shape.ideasFrom.safeParse('2026-02-30T10:00').success).toBe(false)
})

test('a proposal comes in once, with a way back, from its own territory only', async () => {
  const { id, officer } = await publicBudget()
  const proposalId = (await openProposal({ territoryId: (await monopoli()).id })).id
  const given = { proposalId, districtId: null, place: 'Porto vecchio' }
  await expect(takeIn(await actor('carmela'), id, given)).rejects.toThrow('budget.officers-only')
  expect(done(await twenty(() => takeIn(officer, id, given)))).toBe(1)
  await expect(takeIn(officer, id, given)).rejects.toThrow('budget.already-taken-in')
  expect((await projectPage({ kind: 'visitor' }, id, 1)).proposal?.id).toBe(proposalId)
  const { became } = await proposalPage({ kind: 'visitor' }, proposalId)
  expect(became).toMatchObject([{ kind: 'project', to: `/budgets/${id}/projects/1` }])
  expect(await db.lifeLink.count({ where: { fromKind: 'proposal', fromId: proposalId, toKind: 'project' } })).toBe(1)
  const foreign = (await openProposal({ by: 'hana', territoryId: (await bari()).id })).id
  await expect(takeIn(officer, id, { ...given, proposalId: foreign })).rejects.toThrow('not-found')
  await expect(takeIn(officer, id, { ...given, proposalId: 'nothing' })).rejects.toThrow('not-found')
  expect(await db.project.count({ where: { budgetId: id } })).toBe(1)
})

test('districts and projects of another budget do not exist here', async () => {
  const districts = [
    { name: 'Porto', money: 500 },
    { name: 'Centro', money: 300 },
  ]
  const [one, other] = [await publicBudget({ districts }), await publicBudget({ districts })]
  const carmela = await actor('carmela')
  const [theirs] = await db.budgetDistrict.findMany({ where: { budgetId: other.id } })
  const districtId = theirs?.id ?? ''
  await expect(putForward(carmela, one.id, { ...idea, districtId })).rejects.toThrow('budget.no-such-district')
  await putForward(carmela, other.id, { ...idea, districtId })
  await expect(checkProject(one.officer, one.id, 1, feasible)).rejects.toThrow('not-found')
  const pair = { first: 1, second: 2, reason: 'Stanno nello stesso posto.' }
  await expect(declareConflict(one.officer, one.id, pair)).rejects.toThrow('not-found')
  await expect(declareConflict(other.officer, other.id, { ...pair, second: 1 })).rejects.toThrow('budget.pair-of-one')
  expect(await db.projectFigure.count({ where: { project: { budgetId: { in: [one.id, other.id] } } } })).toBe(0)
})

test('sent many times at once, a vote is prepared once and a pair is written once', async () => {
  const { id, officer } = await publicBudget()
  const carmela = await actor('carmela')
  const titles = Array.from({ length: 20 }, (_, at) => `Panchine nella via ${at + 1}`)
  expect(done(await twenty(() => putForward(carmela, id, { ...idea, title: titles.pop() ?? '' })))).toBe(20)
  // The same idea sent many times is one idea
  expect(done(await twenty(() => putForward(carmela, id, idea)))).toBe(1)
  await withdrawProject(carmela, id, 21)
  const numbers = await db.project.findMany({ where: { budgetId: id, withdrawnAt: null }, select: { number: true } })
  expect(numbers.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 20 }, (_, at) => at + 1),
  )
  for (let number = 1; number <= 20; number++) await checkProject(officer, id, number, feasible)
  const pair = { first: 1, second: 2, reason: 'Stanno nello stesso posto.' }
  const pairs = [...(await twenty(() => declareConflict(officer, id, pair)))]
  expect(
    done([...pairs, ...(await twenty(() => declareConflict(officer, id, { ...pair, first: 2, second: 1 })))]),
  ).toBe(1)
  await db.budget.update({
    where: { id },
    data: { ideasUntil: inDays(-0.5), checkUntil: inDays(-0.4), voteFrom: inDays(-0.3) },
  })
  await expect(prepareVote(carmela, id, vote)).rejects.toThrow('budget.officers-only')
  expect(done(await twenty(() => prepareVote(officer, id, vote)))).toBe(1)
  expect(await db.poll.count({ where: { question: 'Bilancio partecipativo di Monopoli' } })).toBe(1)
})
