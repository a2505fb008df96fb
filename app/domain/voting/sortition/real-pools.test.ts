import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tableReader } from '#app/domain/voting/formats/csv-table'
import { readText } from '#app/domain/voting/formats/lines'
import { countPanels, type PanelCount } from './counting'
import type { Pool } from './pool'
import { poolOfTable, quotasOfTable, readPool } from './reading'
import { loadSolver } from './solver.server'

const cases = join(import.meta.dirname, '../../../../../shared/data/elections')
const folder = (name: string) => join(cases, `sortition-${name}`)
for (const name of ['ex1', 'ex1-address', 'ex3', 'example-small-20']) {
  if (!existsSync(folder(name))) console.warn(`SKIPPED: the sortition case ${folder(name)} is not here`)
}

describe.each(['ex1', 'ex1-address', 'ex3'])('the published example %s', (name) => {
  for (const rule of ['maximin', 'leximin'] as const) {
    it.skipIf(!existsSync(folder(name)))(`has the chances of the fairest lottery by ${rule}`, async () => {
      const { expect: expected, params } = json(join(folder(name), 'expected.json'))
      const pool = readPool(readFileSync(join(folder(name), 'input.json'), 'utf8'))
      const sameAddress = expected.same_address_forbidden === true
      const counted = countPanels(pool, rule, { sameAddress }, await loadSolver())
      insistOnLottery(counted, pool, sameAddress)
      for (const [person, chance] of Object.entries<number>(expected.marginals)) {
        expect(Math.abs(Number(counted.marginals![person]) - chance), person).toBeLessThan(params.tolerance)
      }
      if (expected.maximin_value) expect(Number(counted.value)).toBeCloseTo(expected.maximin_value, 5)
      for (const { panel, p } of expected.unique_lottery ?? []) {
        const ours = counted.panels!.find((one) => [...one.panel].sort().join() === [...panel].sort().join())
        expect(ours?.p).toBeCloseTo(p, 5)
      }
    })
  }
})

describe.skipIf(!existsSync(folder('example-small-20')))('20 of 200, of whom one is the only one of her kind', () => {
  const read = () => {
    const { panel_size } = json(join(folder('example-small-20'), 'expected.json')).expect
    return poolOfTable(quotasOfTable(table('categories.csv')), table('respondents.csv'), panel_size)
  }
  it('gives everybody 10 %, where a greedy draw gives one person 1 %', async () => {
    const { expect: expected, params } = json(join(folder('example-small-20'), 'expected.json'))
    const pool = read()
    expect(pool.people).toHaveLength(expected.pool_size)
    const counted = countPanels(pool, 'leximin', {}, await loadSolver())
    insistOnLottery(counted, pool, false)
    for (const chance of Object.values(counted.marginals!)) {
      expect(Math.abs(Number(chance) - expected.all_probabilities)).toBeLessThan(params.tolerance)
    }
    expect(Number(counted.value)).toBeCloseTo(expected.leximin_min_probability, 9)
    expect(Number(counted.lottery!.smallest)).toBeGreaterThanOrEqual(0.099)
  })
})

/** Chances sum to one, every panel keeps size, quotas and homes, and the marginals are the panels'. */
function insistOnLottery(counted: PanelCount, pool: Pool, sameAddress: boolean) {
  const people = new Map(pool.people.map((person) => [person.id, person]))
  const chances = new Map<string, number>()
  expect(counted.panels!.reduce((sum, { p }) => sum + p, 0)).toBeCloseTo(1, 9)
  for (const { panel, p } of counted.panels!) {
    expect(new Set(panel).size).toBe(pool.panelSize)
    for (const [index, { quotas }] of pool.features.entries()) {
      for (const [place, { min, max }] of quotas.entries()) {
        const seats = panel.filter((id) => people.get(id)!.values[index] === place).length
        expect(seats).toBeGreaterThanOrEqual(min)
        expect(seats).toBeLessThanOrEqual(max)
      }
    }
    if (sameAddress) expect(new Set(panel.map((id) => people.get(id)!.home)).size).toBe(panel.length)
    for (const id of panel) chances.set(id, (chances.get(id) ?? 0) + p)
  }
  for (const [id, chance] of Object.entries(counted.marginals!)) {
    expect(chances.get(id) ?? 0).toBeCloseTo(Number(chance), 9)
  }
}

function table(file: string) {
  return readText(tableReader(), readFileSync(join(folder('example-small-20'), file), 'utf8'))
}

function json(file: string) {
  return JSON.parse(readFileSync(file, 'utf8'))
}
