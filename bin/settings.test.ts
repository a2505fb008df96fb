import { expect, test } from 'vitest'
import { settle, wantsCast } from './settings.mjs'

const url = 'postgresql://somewhere/agora'

test.each([
  ['a fresh clone', {}, { NODE_ENV: 'production', door: true }],
  ['said to be for real', { NODE_ENV: 'production' }, { NODE_ENV: 'production', door: false }],
  ['for real, with the demonstration', { NODE_ENV: 'production', DEMO: '1' }, { NODE_ENV: 'production', door: true }],
  ['its own database', { DATABASE_URL: url }, { NODE_ENV: 'production', door: false }],
  [
    'its own database, with the demonstration',
    { DATABASE_URL: url, DEMO: '1' },
    { NODE_ENV: 'production', door: true },
  ],
  ['without the demonstration', { DEMO: '0' }, { NODE_ENV: 'production', door: false }],
])('%s', (_what, given: Record<string, string>, { NODE_ENV, door }) => {
  const environment: Record<string, string | undefined> = { ...given }
  settle(environment, { development: false })
  expect([environment.NODE_ENV, wantsCast(environment)]).toEqual([NODE_ENV, door])
})

test('while developing, the cast is there on the embedded database alone', () => {
  const fresh: Record<string, string | undefined> = {}
  settle(fresh, { development: true })
  expect([fresh.NODE_ENV, wantsCast(fresh)]).toEqual(['development', true])
  const own: Record<string, string | undefined> = { DATABASE_URL: url }
  settle(own, { development: true })
  expect([own.NODE_ENV, wantsCast(own)]).toEqual(['development', false])
})
