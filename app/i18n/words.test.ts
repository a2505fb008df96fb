import { expect, test } from 'vitest'
import { vocabulary } from './words'

function speaking(language: string, rooms: Record<string, Record<string, unknown>>) {
  const { add, words } = vocabulary(language)
  for (const [room, content] of Object.entries(rooms)) add(room, content)
  return words
}

test('a key leads to its sentence, through what is above it; one that is not there is said as it is', () => {
  const t = speaking('it', { polls: { title: 'Votazioni', rule: { irv: { name: 'A turni' } } } })
  expect(t('polls.title')).toBe('Votazioni')
  expect(t('polls.rule.irv.name')).toBe('A turni')
  expect(t('polls.rule.irv')).toBe('polls.rule.irv')
  expect(t('polls.no-such')).toBe('polls.no-such')
})

test('reasons of all rooms stand together', () => {
  const t = speaking('it', {
    polls: { refusals: { poll: { over: 'È finita.' } } },
    budgets: { refusals: { budget: { over: 'È chiuso.' } } },
  })
  expect([t('refusals.poll.over'), t('refusals.budget.over')]).toEqual(['È finita.', 'È chiuso.'])
})

test.each([
  ['it', [0, 1, 2, 1_000_000], ['altro', 'uno', 'altro', 'altro']],
  ['sq', [0, 1, 2], ['altro', 'uno', 'altro']],
  ['fr', [0, 1, 2], ['uno', 'uno', 'altro']],
])('%s has the form of a number', (language, counts, forms) => {
  const t = speaking(language, { shell: { days_one: 'uno', days_other: 'altro', always: 'sempre' } })
  expect(counts.map((count) => t('shell.days', { count }))).toEqual(forms)
  expect(t('shell.always', { count: 1 })).toBe('sempre')
})

test('Arabic has six', () => {
  const names = ['zero', 'one', 'two', 'few', 'many', 'other']
  const t = speaking('ar', { shell: Object.fromEntries(names.map((name) => [`days_${name}`, `${name} {{count}}`])) })
  const said = [0, 1, 2, 3, 11, 100].map((count) => t('shell.days', { count }))
  expect(said).toEqual(['zero 0', 'one 1', 'two 2', 'few 3', 'many 11', 'other 100'])
})

test('values stand where their names do, and are read as nothing but themselves', () => {
  const t = speaking('it', { shell: { hello: '{{name}} saluta {{other}}, {{name}}.', secret: 'segreto' } })
  expect(t('shell.hello', { name: '{{other}} $t(shell.secret) $&', other: 3 })).toBe(
    '{{other}} $t(shell.secret) $& saluta 3, {{other}} $t(shell.secret) $&.',
  )
  expect(t('shell.hello', { name: null })).toBe(' saluta , .')
})
