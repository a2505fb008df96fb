/** Reading a pool of volunteers and its quotas from JSON or from two tables. */
import { InputFault, shown } from '#app/domain/voting/formats/faults'
import { checkedPool, type Feature, type Person, type Pool, type Quota } from './pool'

/**
 * Parsed JSON: `features` with `[min, max]` for each value of each feature, `people` with a value for each feature and,
 * if known, a `home`, and `panel_size`. Other fields are passed over. Throws InputFault with a sentence and line 0,
 * since the place in the file is lost once JSON is parsed (so is a person listed twice, of whom the last is kept).
 */
export function readPool(content: unknown): Pool {
  const whole = fieldsOf(content, 'the file')
  const features = [...fieldsOf(whole.get('features'), 'features')].map(([name, quotas]) => featureOf(name, quotas))
  const people = [...fieldsOf(whole.get('people'), 'people')].map(([id, person]) => {
    const fields = fieldsOf(person, `person ${shown(id)}`)
    return personOf(id, features, (name) => fields.get(name), fields.get('home'), 0)
  })
  return checkedPool({ features, people, panelSize: numberOf(whole.get('panel_size'), 'panel_size') })
}

type Table = { head: readonly string[]; rows: readonly { line: number; cells: readonly string[] }[] }

/**
 * Two tables as the Sortition Foundation's programs use them: quotas (category, feature, min, max, one value a row) and
 * volunteers (one a row, a column for each category). A column `id` names the person, a column `home` the home; without
 * ids people are numbered from 1 in the order of the rows.
 */
export function poolOfTables(quotas: Table, volunteers: Table, panelSize: number): Pool {
  const [category, value, min, max] = ['category', 'feature', 'min', 'max'].map((name) => columnOf(quotas, name)) as [
    number,
    number,
    number,
    number,
  ]
  const found = new Map<string, Quota[]>()
  for (const { line, cells } of quotas.rows) {
    const name = cellOf(cells, category)
    const list = found.get(name) ?? []
    found.set(name, list)
    list.push({
      value: cellOf(cells, value),
      min: wholeOf(cellOf(cells, min), line),
      max: wholeOf(cellOf(cells, max), line),
    })
  }
  const features = [...found].map(([name, list]): Feature => ({ name, quotas: list }))
  const columns = new Map(features.map(({ name }) => [name, columnOf(volunteers, name)]))
  const [id, home] = [volunteers.head.indexOf('id'), volunteers.head.indexOf('home')]
  const people = volunteers.rows.map(({ line, cells }, index) => {
    const named = id < 0 ? String(index + 1) : cellOf(cells, id)
    const lives = home < 0 ? undefined : cellOf(cells, home) || undefined
    return personOf(named, features, (name) => cellOf(cells, columns.get(name)!), lives, line)
  })
  return checkedPool({ features, people, panelSize })
}

function featureOf(name: string, content: unknown): Feature {
  const quotas = [...fieldsOf(content, `feature ${shown(name)}`)].map(([value, bounds]): Quota => {
    const what = `${shown(name)}, ${shown(value)}`
    if (!Array.isArray(bounds) || bounds.length !== 2) throw new InputFault(0, `${what}: the quota is not [min, max]`)
    return { value, min: numberOf(bounds[0], what), max: numberOf(bounds[1], what) }
  })
  return { name, quotas }
}

function personOf(
  id: string,
  features: readonly Feature[],
  answer: (feature: string) => unknown,
  home: unknown,
  line: number,
): Person {
  const values = features.map(({ name, quotas }) => {
    const value = answer(name)
    if (value === undefined || value === '') throw new InputFault(line, `person ${shown(id)} has no ${shown(name)}`)
    const place = quotas.findIndex((quota) => quota.value === String(value))
    if (place < 0) {
      throw new InputFault(line, `person ${shown(id)}: no quota for ${shown(String(value))} of ${shown(name)}`)
    }
    return place
  })
  if (home === undefined || home === null) return { id, values }
  if (typeof home !== 'string' && typeof home !== 'number') {
    throw new InputFault(line, `person ${shown(id)}: home is not text`)
  }
  return { id, values, home: String(home) }
}

function fieldsOf(content: unknown, what: string): Map<string, unknown> {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw new InputFault(0, `${what}: not an object of named fields`)
  }
  return new Map(Object.entries(content))
}

function numberOf(content: unknown, what: string): number {
  if (typeof content !== 'number') throw new InputFault(0, `${what}: not a number`)
  return content
}

function columnOf({ head }: Table, name: string): number {
  const column = head.indexOf(name)
  if (column < 0) throw new InputFault(1, `no column is named ${shown(name)}`)
  return column
}

function cellOf(cells: readonly string[], column: number): string {
  return cells[column]?.trim() ?? ''
}

function wholeOf(cell: string, line: number): number {
  if (!/^\d{1,6}$/.test(cell)) throw new InputFault(line, `the quota ${shown(cell)} is not a whole number from 0`)
  return Number(cell)
}
