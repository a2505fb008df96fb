import '#tests/world/database'
import { expect, test } from 'vitest'
import { countPoll } from '#app/domain/polls/count'
import { settingsShape } from '#app/domain/polls/terms'
import { apart } from './apart.server'

const terms = {
  question: 'Quale progetto?',
  rule: 'approval' as const,
  settings: settingsShape.parse({}),
  options: ['1', '2', '3'].map((key) => ({
    ...{ id: key, key, title: `Progetto ${key}`, text: '' },
    ...{ cost: null, place: null, proposalId: null },
  })),
}
const groups = [['1', '2'], ['2'], ['2', '3']].map((choices) => ({ content: { choices }, copies: 2 }))

test('a thread of its own counts what the server would count', async () => {
  const given = [terms, groups, 10, 'seed'] as const
  expect(await apart('countPoll', ...given)).toEqual(countPoll(...given))
})

test('what cannot be counted fails as it would here, and the server goes on', async () => {
  const unheard = [{ content: { choices: ['9'] }, copies: 1 }]
  const why = faultOf(() => countPoll(terms, unheard, 10, 'seed'))
  expect(why).toBeTruthy()
  await expect(apart('countPoll', terms, unheard, 10, 'seed')).rejects.toThrow(why)
  expect((await apart('countPoll', terms, groups, 10, 'seed')).winners).toEqual(['2'])
})

function faultOf(work: () => unknown): string | undefined {
  try {
    work()
  } catch (error) {
    return error instanceof Error ? error.message : undefined
  }
}
