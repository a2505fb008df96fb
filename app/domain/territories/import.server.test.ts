import '#tests/world/database'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, it, test } from 'vitest'
import { db } from '#app/db/client.server'
import { UnreadableFile } from '#app/storage/unreadable-file'
import { journalOf } from '#tests/world/people'
import { importBoundaries } from './import-boundaries.server'
import { importTerritories } from './import-territories.server'

const folder = mkdtempSync(join(tmpdir(), 'agora-import-'))
const file = (name: string, content: string | Buffer) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const comune = (istatCode: string) =>
  db.territory.findUniqueOrThrow({
    where: { istatCode },
    select: { population: true, latitude: true, longitude: true, path: true, border: true },
  })

const table = `istat;popolazione;lat;lon;ambito_territoriale_sociale
072030;48034;40.95;17.3;Conversano
999999;1;40;17;Conversano
072019;molti;40;17;Conversano
072019;25000;;;Conversano
072030;1;40;17;Conversano
072019;1
`

test('rows change what they name, and say why the others were refused', async () => {
  const path = file('comuni.csv', table)
  expect(await importTerritories(path)).toEqual({
    read: 6,
    changed: 2,
    districts: 1,
    refused: [
      { line: 3, reason: 'no comune has the code 999999' },
      { line: 4, reason: '"molti" is no number of inhabitants' },
      { line: 6, reason: '072030 is already on line 2' },
      { line: 7, reason: 'has more or fewer cells than the header' },
    ],
  })
  expect(await comune('072030')).toMatchObject({
    population: 48034,
    latitude: 40.95,
    longitude: 17.3,
    path: '/puglia/bari/ambito-conversano/monopoli/',
  })
  expect(await comune('072019')).toMatchObject({
    population: 25000,
    path: '/puglia/bari/ambito-conversano/conversano/',
  })
  expect((await comune('072019')).latitude).not.toBeNull()
  expect(await importTerritories(path)).toMatchObject({ changed: 0, districts: 0 })
  expect(await journalOf('territories')).toEqual(['territory.imported'])
})

test('a Western European file with a byte order mark, tabs and Windows line ends is read', async () => {
  const rows = 'istat\tambito\r\n075035\tGallipol\xed\r\n'
  expect(await importTerritories(file('tabs.csv', Buffer.from(rows, 'latin1')))).toMatchObject({ changed: 1 })
  expect((await comune('075035')).path).toBe('/puglia/lecce/ambito-gallipoli/lecce/')
  expect(await importTerritories(file('mark.csv', '\ufeffistat,popolazione\r\n075035,94000\r\n'))).toMatchObject({
    changed: 1,
  })
})

test.each([
  ['missing.csv', null],
  ['empty.csv', ''],
  ['header.csv', 'a,b\n1,2\n'],
  ['quote.csv', 'istat,popolazione\n"072030,48034\n'],
])('%s is unreadable, and nothing of it is taken', async (name, content) => {
  const path = content === null ? join(folder, name) : file(name, content)
  await expect(importTerritories(path)).rejects.toBeInstanceOf(UnreadableFile)
})

const square = [
  [17, 40],
  [18, 40],
  [18, 41],
  [17, 40],
]
const feature = (istat: string, coordinates: unknown = [square]) => ({
  type: 'Feature',
  properties: { istat },
  geometry: { type: 'Polygon', coordinates },
})

test('borders are written once', async () => {
  const features = [feature('072030'), feature('999999'), feature('072006', []), feature('072030'), null]
  const path = file('borders.geojson', JSON.stringify({ type: 'FeatureCollection', features }))
  expect(await importBoundaries(path)).toEqual({
    read: 5,
    changed: 1,
    refused: [
      { feature: 2, reason: 'no territory has the code 999999' },
      { feature: 3, reason: expect.stringContaining('no polygon') },
      { feature: 4, reason: '072030 is already feature 1' },
      { feature: 5, reason: 'is no feature' },
    ],
  })
  expect((await comune('072030')).border).toEqual([square])
  expect(await importBoundaries(path)).toMatchObject({ changed: 0 })
})

test.each(['{', '[]', 'null', '{"type":"Topology"}'])('%s is no GeoJSON', async (content) => {
  await expect(importBoundaries(file('wrong.geojson', content))).rejects.toBeInstanceOf(UnreadableFile)
})

const real = resolve('../shared/data/puglia')
if (!existsSync(real)) console.warn(`Skipped: the tables of Puglia are not at ${real}`)

it.skipIf(!existsSync(real))(
  'the real tables of Puglia are taken whole, and a second time change nothing',
  async () => {
    expect(await importTerritories(join(real, 'comuni.csv'))).toMatchObject({ read: 257, refused: [] })
    const districts = await importTerritories(join(real, 'ats.csv'))
    expect(districts).toMatchObject({ read: 257, refused: [] })
    const borders = await importBoundaries(join(real, 'puglia-comuni.geojson'))
    expect(borders).toMatchObject({ read: 257, changed: 257, refused: [] })
    expect(await importBoundaries(join(real, 'puglia-province.geojson'))).toMatchObject({ read: 6, changed: 6 })
    const { _sum } = await db.territory.aggregate({ where: { kind: 'comune' }, _sum: { population: true } })
    expect(_sum.population).toBe(3_910_032)
    const region = await db.territory.findUniqueOrThrow({ where: { istatCode: '16' }, select: { population: true } })
    expect(region.population).toBe(3_910_032)
    const inDistricts = await db.territory.findMany({
      where: { kind: 'district', children: { some: {} } },
      select: { children: { select: { id: true } } },
    })
    expect(inDistricts).toHaveLength(45)
    expect(inDistricts.flatMap(({ children }) => children)).toHaveLength(257)
    expect(await importTerritories(join(real, 'comuni.csv'))).toMatchObject({ changed: 0 })
    expect(await importTerritories(join(real, 'ats.csv'))).toMatchObject({ changed: 0, districts: 0 })
    expect(await importBoundaries(join(real, 'puglia-comuni.geojson'))).toMatchObject({ changed: 0 })
  },
)
