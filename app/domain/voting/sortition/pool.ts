/** The pool of volunteers and the quotas their panel must meet. */
import { InputFault, shown } from '#app/domain/voting/formats/faults'
import { compareIds } from '#app/domain/voting/rules/ties'

export type Quota = { value: string; min: number; max: number }
export type Feature = { name: string; quotas: readonly Quota[] }
/** `values[f]` is the place of the person's value among the quotas of feature f. */
export type Person = { id: string; values: readonly number[]; home?: string }
export type Pool = { features: readonly Feature[]; people: readonly Person[]; panelSize: number }

export const limits = { people: 20_000, features: 50, values: 1_000, panelSize: 2_000, text: 200 }

/** The line on which something stands: `features`, a feature and a value, or `people` and a person; 0 where there is no file. */
export type LineOf = (...place: string[]) => number

/** The same pool with its people in the order of their ids; an InputFault says what is wrong in a sentence. */
export function checkedPool({ features, people, panelSize }: Pool, lineOf: LineOf = () => 0): Pool {
  checkFeatures(features, lineOf)
  if (!Number.isSafeInteger(panelSize) || panelSize < 1)
    throw new InputFault(lineOf('panel_size'), 'the panel size is not a whole number above 0')
  if (panelSize > limits.panelSize)
    throw new InputFault(lineOf('panel_size'), `the panel size is above ${limits.panelSize}`)
  if (people.length === 0) throw new InputFault(lineOf('people'), 'there is nobody in the pool')
  if (people.length > limits.people) throw new InputFault(lineOf('people'), `more than ${limits.people} people`)
  refuseRepeated(
    people.map(({ id }) => id),
    'person',
    (id) => lineOf('people', id),
  )
  return { features, people: people.toSorted((left, right) => compareIds(left.id, right.id)), panelSize }
}

export function checkFeatures(features: readonly Feature[], lineOf: LineOf): void {
  if (features.length > limits.features)
    throw new InputFault(lineOf('features'), `more than ${limits.features} features`)
  refuseRepeated(
    features.map(({ name }) => name),
    'feature',
    (name) => lineOf('features', name),
  )
  for (const feature of features) checkQuotas(feature, (...place) => lineOf('features', feature.name, ...place))
}

function checkQuotas({ name, quotas }: Feature, lineOf: LineOf): void {
  if (quotas.length === 0) throw new InputFault(lineOf(), `feature ${shown(name)} has no values`)
  if (quotas.length > limits.values)
    throw new InputFault(lineOf(), `feature ${shown(name)} has more than ${limits.values} values`)
  refuseRepeated(
    quotas.map(({ value }) => value),
    `value of ${shown(name)}`,
    lineOf,
  )
  for (const { value, min, max } of quotas) {
    const what = `${shown(name)}, ${shown(value)}`
    for (const bound of [min, max]) {
      if (!Number.isSafeInteger(bound) || bound < 0)
        throw new InputFault(lineOf(value), `${what}: a quota is a whole number from 0`)
    }
    if (min > max) throw new InputFault(lineOf(value), `${what}: at least ${min} is more than at most ${max}`)
  }
}

function refuseRepeated(names: readonly string[], what: string, lineOf: LineOf): void {
  const seen = new Set<string>()
  for (const name of names) {
    if (name === '' || name.length > limits.text || /[\p{Cc}\p{Cs}]/u.test(name)) {
      throw new InputFault(lineOf(name), `${shown(name)} cannot name a ${what}`)
    }
    if (seen.has(name)) throw new InputFault(lineOf(name), `the ${what} ${shown(name)} is there twice`)
    seen.add(name)
  }
}

/** How many people of the pool have each value of a feature. */
export function headcount({ people }: Pool, feature: number): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { values } of people) counts.set(values[feature]!, (counts.get(values[feature]!) ?? 0) + 1)
  return counts
}
