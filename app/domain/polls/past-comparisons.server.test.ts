import '#tests/world/database'
import { expect, test, vi } from 'vitest'
import { actor, monopoli } from '#tests/world/people'
import { endAndCount, openedPoll } from '#tests/world/polls'
import { castBallot } from './cast-ballot.server'
import * as aside from './count-apart.server'
import { comparisonPage, pastComparisons } from './past-comparisons.server'

vi.mock('./count-apart.server', { spy: true })

test('however many look at a comparison, its ballots are counted once', async () => {
  const { id, options } = await openedPoll({
    rule: 'greedy_by_votes',
    options: ['Alberi', 'Fontana'],
    costs: [60, 90],
    settings: { budget: 100 },
    times: { mode: 'open' },
  })
  await castBallot(await actor('carmela'), id, { choices: [options[0] ?? ''] })
  await endAndCount(id)
  const pages = await Promise.all([comparisonPage(id), comparisonPage(id)])
  const [{ compared } = { compared: [] }] = [...pages, await comparisonPage(id)]
  expect(compared.map(({ winners }) => winners)).toEqual([['1'], ['1']])
  expect((await pastComparisons((await monopoli()).id)).find((past) => past.id === id)?.compared).toEqual(compared)
  expect(vi.mocked(aside.compareAside)).toHaveBeenCalledTimes(1)
})
