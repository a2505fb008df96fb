/** Reading a pool of volunteers and its quotas from JSON or from two tables. */
import type { Table } from '#app/domain/voting/formats/csv-table'
import { InputFault, shown } from '#app/domain/voting/formats/faults'
import { lineOfPath, parseJson } from '#app/domain/voting/formats/json-items'
import { checkedPool, checkFeatures, type Feature, type LineOf, type Person, type Pool, type Quota } from './pool'

/**
 * JSON: `features` with `[min, max]` for each value of each feature, `people` with a value for each feature and, if
 * known, a `home`, and `panel_size`. Other fields are passed over. Throws InputFault.
 */
export function readPool(text: string): Pool {
  const lineOf: LineOf = (...place) => lineOfPath(text, place)
  const whole = fieldsOf(parseJson(text), 'the file', lineOf)
  const features = [...fieldsOf(whole.get('features'), 'features', () => lineOf('features'))].map(([name, quotas]) =>
    featureOf(name, quotas, (...place) => lineOf('features', name, ...place)),
  )
  const people = [...fieldsOf(whole.get('people'), 'people', () => lineOf('people'))].map(([id, person]) => {
    const line: LineOf = (...place) => lineOf('people', id, ...place)
    const fields = fieldsOf(person, `person ${shown(id)}`, line)
    return personOf(id, features, (name) => fields.get(name), fields.get('home'), line)
  })
  const panelSize = numberOf(whole.get('panel_size'), 'panel_size', () => lineOf('panel_size'))
  return checkedPool({ features, people, panelSize }, lineOf)
}

/**
 * Quotas as the Sortition Foundation's programs write them: columns category, feature, min and max, one value a row.
 * Throws InputFault with a line of this table.
 */
export function quotasOfTable(quotas: Table): Feature[] {
  const category = columnOf(quotas, 'category')
  const feature = columnOf(quotas, 'feature')
  const [least, most] = [columnOf(quotas, 'min'), columnOf(quotas, 'max')]
  const found = new Map<string, Quota[]>()
  const lines = new Map<string, number>()
  for (const { line, cells } of quotas.rows) {
    const name = cellOf(cells, category)
    const value = cellOf(cells, feature)
    const list = found.get(name) ?? []
    found.set(name, list)
    list.push({ value, min: wholeOf(cellOf(cells, least), line), max: wholeOf(cellOf(cells, most), line) })
    for (const place of [[name], [name, value]]) lines.set(place.join('\n'), line)
  }
  const features = [...found].map(([name, list]): Feature => ({ name, quotas: list }))
  checkFeatures(features, (_, ...place) => lines.get(place.join('\n')) ?? 1)
  return features
}

/**
 * Volunteers, one a row, with a column for each feature. A column `id` names the person, a column `home` the home;
 * without ids people are numbered from 1 in the order of the rows.
 */
export function poolOfTable(features: readonly Feature[], volunteers: Table, panelSize: number): Pool {
  const columns = new Map(features.map(({ name }) => [name, columnOf(volunteers, name)]))
  const [id, home] = [volunteers.head.indexOf('id'), volunteers.head.indexOf('home')]
  const lines = new Map<string, number>()
  const people = volunteers.rows.map(({ line, cells }, index) => {
    const named = id < 0 ? String(index + 1) : cellOf(cells, id)
    const lives = home < 0 ? undefined : cellOf(cells, home) || undefined
    lines.set(named, line)
    return personOf(
      named,
      features,
      (name) => cellOf(cells, columns.get(name)!),
      lives,
      () => line,
    )
  })
  return checkedPool({ features, people, panelSize }, (_, person = '') => lines.get(person) ?? 1)
}

function featureOf(name: string, content: unknown, lineOf: LineOf): Feature {
  const quotas = [...fieldsOf(content, `feature ${shown(name)}`, lineOf)].map(([value, bounds]): Quota => {
    const what = `${shown(name)}, ${shown(value)}`
    const line = () => lineOf(value)
    if (!Array.isArray(bounds) || bounds.length !== 2)
      throw new InputFault(line(), `${what}: the quota is not [min, max]`)
    return { value, min: numberOf(bounds[0], what, line), max: numberOf(bounds[1], what, line) }
  })
  return { name, quotas }
}

function personOf(
  id: string,
  features: readonly Feature[],
  answer: (feature: string) => unknown,
  home: unknown,
  lineOf: LineOf,
): Person {
  const values = features.map(({ name, quotas }) => {
    const value = answer(name)
    if (value === undefined || value === '') throw new InputFault(lineOf(), `person ${shown(id)} has no ${shown(name)}`)
    const place = quotas.findIndex((quota) => quota.value === String(value))
    if (place < 0) {
      throw new InputFault(lineOf(name), `person ${shown(id)}: no quota for ${shown(String(value))} of ${shown(name)}`)
    }
    return place
  })
  if (home === undefined || home === null) return { id, values }
  if (typeof home !== 'string' && typeof home !== 'number') {
    throw new InputFault(lineOf('home'), `person ${shown(id)}: home is not text`)
  }
  return { id, values, home: String(home) }
}

function fieldsOf(content: unknown, what: string, lineOf: LineOf): Map<string, unknown> {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw new InputFault(lineOf(), `${what}: not an object of named fields`)
  }
  return new Map(Object.entries(content))
}

function numberOf(content: unknown, what: string, lineOf: LineOf): number {
  if (typeof content !== 'number') throw new InputFault(lineOf(), `${what}: not a number`)
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
