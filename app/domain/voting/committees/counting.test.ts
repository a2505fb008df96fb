import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readText } from '#app/domain/voting/formats/lines'
import { committeeCountingRules, committeeRuleNames, countCommittee } from './counting'
import { committeeElection, committeeReader } from './election'

const folder = '../shared/data/elections/abc-small'
const isThere = existsSync(folder)
if (!isThere) console.warn(`no ${folder}: the published committees are not counted`)
const json = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'))

describe.skipIf(!isThere)('published committees', () => {
  const instances: Record<string, object> = isThere ? json('instances.json') : {}
  const expected: Record<string, Record<string, number[][]>> = isThere ? json('expected.json').expect : {}
  for (const [name, rules] of Object.entries(expected)) {
    it.each(committeeRuleNames)(`${name}: %s`, (rule) => {
      const election = readText(committeeReader(), JSON.stringify(instances[name]))
      const ours = countCommittee(rule, election, {})
      const theirs = rules[rule]!.map((set) => set.map(String).toSorted())
      expect(ours.winnerSets?.toSorted()).toEqual(theirs.toSorted())
      expect(theirs).toContainEqual(ours.winners.toSorted())
      expect(ours.explanation.map(({ option }) => option)).toEqual(ours.options)
    })
  }
})

const town = committeeElection(
  ['ada', 'bea', 'ciro', 'dino'],
  [
    { approved: ['ada', 'bea'], weight: 6 },
    { approved: ['ciro'], weight: 3 },
    { approved: ['dino'], weight: 1 },
  ],
  2,
)

describe('a small committee', () => {
  it('is all of the majority by approvals, and in proportion by the others', () => {
    expect(countCommittee('av', town, {}).winners).toEqual(['ada', 'bea'])
    expect(countCommittee('seqphragmen', town, {}).winners).toEqual(['ada', 'bea'])
    expect(countCommittee('seqphragmen', town, { seats: 3 }).winners).toEqual(['ada', 'bea', 'ciro'])
    const third = committeeElection(
      ['a', 'b', 'c'],
      [
        { approved: ['a', 'b'], weight: 5 },
        { approved: ['c'], weight: 4 },
      ],
      2,
    )
    expect(countCommittee('av', third, {}).winners).toEqual(['a', 'b'])
    for (const rule of ['seqphragmen', 'equal-shares'])
      expect(countCommittee(rule, third, {}).winners).toEqual(['a', 'c'])
  })

  it('tells each seat, its exact value and the ties', () => {
    const report = countCommittee('seqphragmen', town, { seats: 3, tieBreak: ['bea', 'ada', 'ciro', 'dino'] })
    expect(report.stages.map(({ elected, exact }) => [elected[0], exact])).toEqual([
      ['bea', '1/6'],
      ['ada', '1/3'],
      ['ciro', '1/3'],
    ])
    expect(report.ties[0]).toEqual({
      between: ['ada', 'bea'],
      chosen: ['bea'],
      how: 'permutation',
      stage: 1,
      purpose: 'win',
    })
    expect(report.winnerSets).toEqual([['ada', 'bea', 'ciro']])
  })

  it('elects those whom nobody supports only when there is nobody else', () => {
    const few = committeeElection(['a', 'b', 'c'], [{ approved: ['c'] }], 2)
    for (const rule of committeeRuleNames) {
      const { winners, winnerSets } = countCommittee(rule, few, {})
      expect(winners).toEqual(['c', 'a'])
      expect(winnerSets).toEqual([
        ['a', 'c'],
        ['b', 'c'],
      ])
    }
  })

  it('does not follow ties without end', () => {
    const many = Array.from({ length: 60 }, (_, at) => `c${at}`)
    const open = committeeElection(many, [{ approved: many }], 30)
    for (const rule of committeeRuleNames) {
      const report = countCommittee(rule, open, {})
      expect(report.winners).toHaveLength(30)
      expect(report.winnerSets).toBeUndefined()
    }
  })

  it('has no winner when nobody voted, and refuses impossible seats', () => {
    expect(countCommittee('av', committeeElection(['a'], [], 1), {}).winners).toEqual([])
    expect(() => countCommittee('av', town, { seats: 5 })).toThrow(/only 4 candidates/)
    expect(() => countCommittee('av', { ...town, seats: undefined }, {})).toThrow(/seats/)
    expect(() => countCommittee('av', town, { tieBreak: ['ada'] })).toThrow(/leaves out/)
  })
})

describe('a committee file', () => {
  const [, av] = committeeCountingRules.find(([name]) => name === 'av')!
  const read = (text: string) => readText(av.open('json', {}), text)

  it('is read by numbers or by names', () => {
    expect(read('{"profile": [[0, 2], [2]], "num_cand": 3, "committeesize": 1}').winners).toEqual(['2'])
    const named =
      '{"options": ["a", {"id": "b", "name": "Bari"}], "seats": 1, "ballots": [{"choices": ["b"], "count": 4}]}'
    expect(read(named)).toMatchObject({ winners: ['b'], ballots: 4, names: { b: 'Bari' } })
    // As the platform writes approval ballots
    const oneplace =
      '{"options": ["a", "b", "c"], "seats": 1,\n"ballots": [{"ranking": ["b"]}, {"ranking": [["b", "c"]]}]}'
    expect(read(oneplace)).toMatchObject({ winners: ['b'], ballots: 2, totals: { a: '0', b: '2', c: '1' } })
    expect(() => read('{"options": ["a", "b"], "seats": 1, "ballots": [{"ranking": ["a", "b"]}]}')).toThrow('"choices"')
  })

  it.each([
    ['{"profile": [[0],\n[7]], "num_cand": 3, "committeesize": 1}', /"7", who is no candidate/, 2],
    ['{"profile": [[0],\n[1],\n[1, 1]], "num_cand": 3, "committeesize": 1}', /names a candidate twice/, 3],
    ['{"profile": [[0],\n["x"]], "num_cand": 3, "committeesize": 1}', /list of candidate numbers/, 2],
    ['{"profile": 1}', /a committee is/, 1],
    ['{"profile": [', /not JSON/, 1],
  ])('is refused with its line: %s', (text, message, line) => {
    expect(() => read(text)).toThrow(message)
    try {
      read(text)
    } catch (error) {
      expect(error).toMatchObject({ line })
    }
  })
})
