/** Pools that cannot be read are refused with their line. */
import { describe, expect, it } from 'vitest'
import { tableReader } from '#app/domain/voting/formats/csv-table'
import { InputFault } from '#app/domain/voting/formats/faults'
import { readText } from '#app/domain/voting/formats/lines'
import { panelRule } from './panel-file'
import { readPool } from './reading'
import { loadSolver } from './solver.server'

const table = (text: string) => readText(tableReader(), text)

async function faultOf(read: () => unknown): Promise<string> {
  try {
    await read()
  } catch (error) {
    if (error instanceof InputFault) return `${error.line}: ${error.message}`
    throw error
  }
  return 'nothing wrong'
}

describe('a pool as JSON', () => {
  const pool = (features: string, people: string, size = '1') =>
    `{"features": {\n${features}\n},\n"people": {\n${people}\n},\n"panel_size": ${size}}`
  const age = '"age": {"young": [0, 1],\n"old": [0, 1]}'

  it.each([
    [
      'a person listed twice',
      pool(age, '"a": {"age": "old"},\n"a": {"age": "young"}'),
      '7: "a" stands twice in one place',
    ],
    [
      'an unknown value',
      pool(age, '"a": {"age": "old"},\n"b": {"age": "7"}'),
      '7: person "b": no quota for "7" of "age"',
    ],
    ['a missing value', pool(age, '"a": {"age": "old"},\n"b": {}'), '7: person "b" has no "age"'],
    ['a person without a name', pool(age, '"a": {"age": "old"},\n"": {"age": "old"}'), '7: "" cannot name a person'],
    [
      'a half quota',
      pool('"age": {"young": [0, 1],\n"old": [0, 0.5]}', '"a": {"age": "old"}'),
      '3: "age", "old": a quota is a whole number from 0',
    ],
    [
      'a quota that is no pair',
      pool('"age": {"young": [0, 1],\n"old": 1}', '"a": {"age": "old"}'),
      '3: "age", "old": the quota is not [min, max]',
    ],
    ['a feature without values', pool('"sex":\n{}', ''), '2: feature "sex" has no values'],
    ['nobody', pool(age, ''), '5: there is nobody in the pool'],
    ['a panel of nobody', pool(age, '"a": {"age": "old"}', '0'), '8: the panel size is not a whole number above 0'],
  ])('with %s is refused', async (_, text, fault) => expect(await faultOf(() => readPool(text))).toBe(fault))
})

describe('a pool as tables', () => {
  const quotas = 'category,feature,min,max\nage,young,1,1\nage,old,1,1\n'
  const people = 'id;age;home\nu;young;1\nv;old;1\n\nw;old;2\n'
  const counted = async (given: string, settings: object = { panelSize: 2 }, beside: string = quotas) =>
    readText(panelRule('maximin', await loadSolver()).open('csv', settings, table(beside)), given)

  it('is counted', async () => {
    expect(await counted(people)).toMatchObject({
      options: ['u', 'v', 'w'],
      value: '0.5',
      settings: { panelSize: 2, sameAddress: false },
    })
    expect(await counted(people, { panelSize: 2, sameAddress: true })).toMatchObject({ marginals: { v: '0', w: '1' } })
  })

  it.each([
    ['a person twice', `${people}u;old;3`, quotas, '6: the person "u" is there twice'],
    ['an unknown value', `${people}x;7;3`, quotas, '6: person "x": no quota for "7" of "age"'],
    ['a missing cell', `${people}x;old`, quotas, '6: this line has 2 cells, the head 3'],
    ['a missing column', 'id\nu', quotas, '1: no column is named "age"'],
    ['a column twice', 'id,age,id\nu,old,u', quotas, '1: two columns are headed "id"'],
    ['a value twice in the quotas', people, `${quotas}age,old,0,1`, '4: the value of "age" "old" is there twice'],
    [
      'quotas upside down',
      people,
      'category,feature,min,max\nage,young,1,1\nage,old,2,1',
      '3: "age", "old": at least 2 is more than at most 1',
    ],
    [
      'a quota in words',
      people,
      'category,feature,min,max\nage,young,one,1',
      '2: the quota "one" is not a whole number from 0',
    ],
  ])('with %s is refused', async (_, given, beside, fault) => {
    expect(await faultOf(() => counted(given, { panelSize: 2 }, beside))).toBe(fault)
  })

  it('needs a panel size and quotas', async () => {
    await expect(counted(people, {})).rejects.toThrow('"panelSize"')
    const rule = panelRule('maximin', await loadSolver())
    expect(() => rule.open('csv', { panelSize: 2 })).toThrow('a table of quotas')
    expect(() => rule.open('json', { panelSize: 2 })).toThrow('"panelSize"')
  })
})
