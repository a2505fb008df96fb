import '#tests/world/database'
import { expect, test } from 'vitest'
import { visitor } from '#app/domain/authorization'
import { actor } from '#tests/world/people'
import { endAndCount, openedPoll } from '#tests/world/polls'
import { castBallot } from './cast-ballot.server'
import { resultsPage } from './results.server'

const budget = {
  rule: 'mes_cost_add1u',
  options: ['Panchine', 'Fontana'],
  costs: [300, 400],
  settings: { budget: 500 },
} as const

async function votedBy(name: 'carmela' | 'bilal', mode: 'open' | 'confidential') {
  const { id, options } = await openedPoll({
    ...budget,
    options: [...budget.options],
    costs: [...budget.costs],
    times: { mode },
  })
  await castBallot(await actor(name), id, { choices: [options[0] ?? ''] })
  await endAndCount(id)
  return id
}

test('in a vote in the open, who voted reads what was chosen; others, and the confidential vote, say nothing', async () => {
  const open = await votedBy('carmela', 'open')
  const carmela = await actor('carmela')
  expect((await resultsPage(carmela, open)).own).toEqual(['1'])
  expect((await resultsPage(await actor('bilal'), open)).own).toBe(null)
  expect((await resultsPage(visitor, open)).own).toBe(null)
  expect((await resultsPage(carmela, await votedBy('carmela', 'confidential'))).own).toBe(null)
})
