import { expect, test } from 'vitest'
import { pabulibReader } from '#app/domain/voting/budgets/pabulib'
import { readText } from '#app/domain/voting/formats/lines'
import { archiveLines } from './ballot-file'
import { countPoll } from './count'
import { readBudget } from './past-budget'
import { type RuleName, ruleNames, ruleOf } from './rules'
import { completions, countedAs, settingsFrom } from './terms'
import { inventedBallots } from './trial'

const occasion = {
  ...{ country: 'Italy', unit: 'Monopoli', language: 'it' },
  ...{ opensAt: '2026-05-01T10:00:00Z', closesAt: '2026-05-31T22:30:00Z' },
}
const options = [200, 350, 500, 650].map((cost, at) => ({
  ...{ id: `id-${at + 1}`, key: `${at + 1}`, title: `Progetto ${at + 1}`, text: '' },
  ...{ cost, place: null, proposalId: null },
}))

const variants: [RuleName, object][] = [
  ...ruleNames.filter((name) => ruleOf(name).budget).map((rule): [RuleName, object] => [rule, {}]),
  ...completions.map((completion): [RuleName, object] => ['mes_cost_add1u', { completion }]),
  ['mes_cost_add1u', { startEndowment: 'floor', addStep: 'unit', exhaustiveOver: 'all' }],
  ['sequential_phragmen', { whenTooDear: 'skip' }],
  ['greedy_by_votes', { spend: 'within-budget', maxChoices: 2, incompatible: [['1', '2']], quorum: 90 }],
  ['mes_cost_add1u', { districts: [{ id: 'Centro', budget: 600, projects: ['1', '2'] }] }],
]

test.each(variants)('%s %j: our file for archives is read as the same poll', (rule, some) => {
  const settings = settingsFrom({ budget: 1000, tieBreak: 'cost-votes-seed', ...some })
  const terms = { question: 'Quali?', rule, settings, options }
  const groups = inventedBallots(terms, 60, 'a')
  const count = { winners: [], roll: 100, seed: 'seed:1' }
  const text = [...archiveLines(terms, groups, count, occasion)].join('\n')
  const again = readBudget(readText(pabulibReader(), text), null)
  expect(again).toMatchObject({ roll: 100, seed: 'seed:1' })
  expect(again.terms).toMatchObject({ rule, settings })
  expect(again.terms.options.map(({ key, cost }) => [key, cost])).toEqual(options.map(({ key, cost }) => [key, cost]))
})

const foreign = (rule: string) => `META
key;value
description;Bilancio
budget;1000
vote_type;approval
rule;${rule}
PROJECTS
project_id;cost;name
a;600;Alberi
b;500;Biblioteca
VOTES
voter_id;vote
1;a,b
2;a
`

test.each([
  ['greedy', 'greedy_by_votes'],
  ['greedy-no-skip', 'greedy-no-skip'],
  ['equalshares', 'mes_cost_no_completion'],
  ['equalshares/add1', 'mes_cost_add1'],
  ['equalshares/add1u', 'mes_cost_add1u'],
  ...completions.map((name) => [`mes_cost_${name}`, `mes_cost_${name}`]),
  ['sequential_phragmen', 'sequential_phragmen'],
])('the rule %s of a file is %s here, with the first steps of the count', (name, counted) => {
  const { terms, roll, seed } = readBudget(readText(pabulibReader(), foreign(name)), null)
  expect(countedAs(terms)).toBe(counted)
  expect(terms.settings.addStep).toBeUndefined()
  const { settings } = countPoll(terms, [{ content: { choices: ['a'] }, copies: roll }], roll, seed)
  if (counted.startsWith('mes_cost_add1')) expect(settings).toMatchObject({ startEndowment: 'floor', addStep: '1' })
})
