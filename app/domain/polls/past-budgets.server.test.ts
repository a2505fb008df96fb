import '#tests/world/database'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it, test } from 'vitest'
import { db } from '#app/db/client.server'
import { pabulibReader } from '#app/domain/voting/budgets/pabulib'
import { readText } from '#app/domain/voting/formats/lines'
import { actor, journalOf, office } from '#tests/world/people'
import { endAndCount, openedPoll } from '#tests/world/polls'
import { castBallot } from './cast-ballot.server'
import { commitmentsOf, commitWinners } from './commit-winners.server'
import { importBudget } from './import-budget.server'
import { comparisonPage } from './past-comparisons.server'
import { pollList } from './poll-list.server'
import { pollPage } from './queries.server'
import { ballotFile, budgetArchive, resultsPage } from './results.server'

const visitor = { kind: 'visitor' } as const
const file = (rule: string, votes = '1;a,b\n2;a\n3;c\n4;\n', cost = '60') => `META
key;value
description;Un piccolo bilancio
instance;2024
num_projects;3
num_votes;4
budget;100
vote_type;approval
rule;${rule}
date_begin;01.03.2024
date_end;15.03.2024
currency;EUR
PROJECTS
project_id;cost;name;selected
a;${cost};Alberi;1
b;50;Biblioteca;0
c;40;Cortile;1
VOTES
voter_id;vote
${votes}`

const electionOf = (text: string) => readText(pabulibReader(), text)

test('a past budget is shown with its results, and imported once', async () => {
  const given = { importKey: 'abc', territorySlug: 'monopoli' }
  const made = await importBudget(electionOf(file('greedy')), given)
  expect(made).toMatchObject({ state: 'made', projects: 3, voters: 4, ours: ['a', 'c'], official: ['a', 'c'] })
  expect(await importBudget(electionOf(file('greedy')), given)).toMatchObject({
    id: made.id,
    state: 'known',
    ours: ['a', 'c'],
  })
  expect(await db.poll.count({ where: { importKey: 'abc' } })).toBe(1)
  const results = await resultsPage(visitor, made.id)
  expect(results).toMatchObject({ imported: true, ballots: 4, roll: 4 })
  expect(results.terms).toMatchObject({
    question: 'Un piccolo bilancio · 2024',
    settings: { currency: '€', budget: 100 },
  })
  expect(await pollPage(visitor, made.id)).toMatchObject({ phase: 'counted', imported: true })
  expect((await pollList({ phase: 'counted', reading: 'it' })).polls.map(({ id }) => id)).toContain(made.id)
  // The file that we publish counts to the same
  const text = [...(await ballotFile(made.id, 'ballots.pb')).lines].join('\n')
  expect(electionOf(text).voters).toBe(4)
  const compared = await comparisonPage(made.id)
  expect(compared.compared.map(({ rule, winners, heard, unheard }) => [rule, winners, heard, unheard])).toEqual([
    ['greedy_by_votes', ['a', 'c'], 3, 0],
    ['mes_cost_add1u', expect.arrayContaining(['a', 'c']), 3, 0],
  ])
})

test('what a poll cannot show is refused, with nothing half-written', async () => {
  const before = await db.poll.count()
  const refused = (text: string) => importBudget(electionOf(text), { importKey: 'x', territorySlug: 'monopoli' })
  await expect(refused(file('greedy-threshold'))).rejects.toThrow(/rule "greedy-threshold" is not one of/)
  await expect(refused(file('greedy', undefined, '60.50'))).rejects.toThrow(/decimals/)
  await expect(refused(file('greedy').replace('budget;100', 'budget;0'))).rejects.toThrow(/funds nothing/)
  await expect(refused(file('greedy').replace('currency;EUR', 'agora;{"rule":"greedy"}'))).rejects.toThrow(/agora/)
  expect(() => electionOf(file('greedy', '1;a,b\n1;a\n'))).toThrow(/votes twice/)
  expect(() => electionOf(file('greedy', undefined, '-1'))).toThrow(/negative/)
  await expect(importBudget(electionOf(file('greedy')), { importKey: 'y', territorySlug: 'nowhere' })).rejects.toThrow(
    'No territory is called nowhere',
  )
  expect(await db.poll.count()).toBe(before)
})

test('a budget of more than a thousand million is imported as it is', async () => {
  const text = file('greedy', undefined, '2000000000').replace('budget;100', 'budget;3000000000').replace('EUR', 'HUF')
  const made = await importBudget(electionOf(text), { importKey: 'forint', territorySlug: 'monopoli' })
  expect([...made.ours].sort()).toEqual(['a', 'b', 'c'])
  expect((await resultsPage(visitor, made.id)).terms.settings).toMatchObject({
    budget: 3_000_000_000,
    currency: 'HUF',
    tieBreak: 'cost-votes-id',
  })
})

test('our own file for archives is imported as the poll that it came from', async () => {
  const { id, options } = await openedPoll({
    rule: 'mes_cost_add1u',
    options: ['Alberi', 'Fontana', 'Panchine'],
    costs: [60, 90, 30],
    settings: { budget: 100, completion: 'then_greedy' },
    times: { mode: 'open' },
  })
  await castBallot(await actor('carmela'), id, { choices: [options[0] ?? '', options[2] ?? ''] })
  await endAndCount(id)
  const text = [...(await budgetArchive(id)).lines].join('\n')
  const made = await importBudget(electionOf(text), { importKey: 'ours', territorySlug: 'monopoli' })
  const [was, is] = [await resultsPage(visitor, id), await resultsPage(visitor, made.id)]
  expect(is.terms).toMatchObject({ rule: was.terms.rule, settings: was.terms.settings })
  expect({ report: is.report.stages, roll: is.roll, seed: is.seed }).toEqual({
    report: was.report.stages,
    roll: was.roll,
    seed: was.seed,
  })
})

const cases = ['pb-assen-2024', 'pb-swiecie-2023', 'pb-warszawa-2023-zoliborz'].map(
  (name) => [name, resolve('../shared/data/elections', name, 'election.pb')] as const,
)
for (const [name, path] of cases) {
  if (!existsSync(path)) console.warn(`${name} is not here: its import is not tested`)
  it.skipIf(!existsSync(path))(`${name}: we fund what the city funded`, async () => {
    const { ours, official } = await importBudget(electionOf(readFileSync(path, 'utf8')), {
      importKey: name,
      territorySlug: 'bari',
    })
    expect([...ours].sort()).toEqual([...(official ?? [])].sort())
    expect(ours.length).toBeGreaterThan(5)
  })
}

test('funded projects become commitments of an office, each once', async () => {
  const wish = { rule: 'greedy_by_votes', options: ['Alberi', 'Fontana', 'Panchine'], costs: [60, 90, 30] } as const
  const { id, options } = await openedPoll({
    ...wish,
    options: [...wish.options],
    costs: [...wish.costs],
    settings: { budget: 100 },
  })
  await castBallot(await actor('carmela'), id, { choices: [options[0] ?? '', options[2] ?? ''] })
  const emanuele = await actor('emanuele')
  const { id: officeId } = await office()
  const handing = { officeId, dueOn: new Date('2027-05-01') }
  await expect(commitWinners(emanuele, id, handing)).rejects.toThrow('not-found')
  await endAndCount(id)
  await expect(commitWinners(await actor('carmela'), id, handing)).rejects.toThrow('poll.officers-only')
  expect((await commitmentsOf(emanuele, id)).offices.length).toBeGreaterThan(0)
  const results = await Promise.allSettled([commitWinners(emanuele, id, handing), commitWinners(emanuele, id, handing)])
  expect(results.map((result) => (result.status === 'fulfilled' ? 'done' : result.reason.reason)).sort()).toEqual([
    'done',
    'poll.all-committed',
  ])
  const became = await commitmentsOf(visitor, id)
  expect(became.commitments.map(({ title }) => title).sort()).toEqual(['Alberi', 'Panchine'])
  expect((await commitmentsOf(emanuele, id)).offices).toEqual([])
  expect(await db.lifeLink.count({ where: { fromKind: 'poll', fromId: id, toKind: 'commitment' } })).toBe(2)
  expect((await journalOf(id)).filter((what) => what === 'poll.commitment-made')).toHaveLength(2)
  const yesNo = await openedPoll()
  await endAndCount(yesNo.id)
  await expect(commitWinners(emanuele, yesNo.id, handing)).rejects.toThrow('poll.funds-nothing')
})
