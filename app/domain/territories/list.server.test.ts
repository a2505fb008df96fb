import '#tests/world/database'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { territoryList } from './queries.server'

const found = async (words: string) => (await territoryList(words)).map(({ name }) => name)

test('a place is found without its accents, and with any apostrophe', async () => {
  expect(await found('nardo')).toContain('Nardò')
  expect(await found('NARDÒ')).toContain('Nardò')
  const { name } = await db.territory.findFirstOrThrow({ where: { slug: 'sant-agata-di-puglia' } })
  for (const apostrophe of ["'", '’', '‘']) expect(await found(`sant${apostrophe}agata`), apostrophe).toContain(name)
})

test('signs of a search are signs, and no words are all places, the region first', async () => {
  expect(await found('%')).toEqual([])
  expect(await found('_')).toEqual([])
  const all = await territoryList('  ')
  expect(all.length).toBeGreaterThan(250)
  expect(all.slice(0, 7).map(({ kind }) => kind)).toEqual(['region', ...Array(6).fill('province')])
})
