import '#tests/world/database'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect, it, test } from 'vitest'
import { db } from '#app/db/client.server'
import { importPastBudgets } from './past-budgets'

const elections = '../shared/data/elections'
const isHere = existsSync(elections)
if (!isHere) console.warn(`${elections} is not here: the demonstration’s two past budgets are not tested`)

test('without the files the demonstration has no past budget of another city', async () => {
  await importPastBudgets(tmpdir())
  expect(await db.poll.count({ where: { importKey: { not: null } } })).toBe(0)
})

it.skipIf(!isHere)('with them it shows two, once', async () => {
  for (const _ of [1, 2]) await importPastBudgets(elections)
  const found = await db.poll.findMany({ where: { importKey: { not: null } }, select: { stage: true, question: true } })
  expect(found.map(({ stage }) => stage)).toEqual(['counted', 'counted'])
  expect(found.map(({ question }) => question).sort()).toEqual([
    'Warszawa, Żoliborz 2023 (Polska)',
    'Świecie 2023 (Polska)',
  ])
})
