/** Rules on rankings: switches, ties and their breaking, and what must hold for every electorate. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { bltReader } from '#app/domain/voting/formats/blt'
import { csvReader } from '#app/domain/voting/formats/csv-ballots'
import { cvotesReader } from '#app/domain/voting/formats/cvotes'
import { readText } from '#app/domain/voting/formats/lines'
import { randomRanking, seededNumbers } from '#app/domain/voting/formats/random-electorate'
import { addBallot, emptyBox, TIED } from './ballots'
import { countBallots } from './counting'
import type { Outcome } from './outcome'

const blt = (...rows: string[]) => readText(bltReader(), rows.join('\n'))
const cvotes = (...rows: string[]) => readText(cvotesReader(), rows.join('\n'))
const csv = (...rows: string[]) => readText(csvReader('ranks'), rows.join('\n'))

describe('Scottish STV', () => {
  it('leaves a tie for exclusion to the stage before, then to the order', () => {
    const names = ['"A"', '"B"', '"C"', '"D"', '"T"']
    const apart = blt('4 1', '5 1 0', '3 2 0', '2 3 0', '1 4 3 0', '0', ...names)
    expect(countBallots('stv-scottish', apart, {}).ties).toEqual([
      { between: ['2', '3'], chosen: ['3'], how: 'earlier-stage', decidedBy: 1, stage: 2, purpose: 'exclusion' },
    ])
    const equal = blt('4 1', '5 1 0', '3 2 0', '3 3 0', '1 4 0', '0', ...names)
    expect(countBallots('stv-scottish', equal, { tieBreak: ['3', '2', '1', '4'] }).ties).toEqual([
      { between: ['2', '3'], chosen: ['2'], how: 'permutation', stage: 2, purpose: 'exclusion' },
    ])
  })

  it('ends a paper at a skipped or a shared rank, and a paper that begins with one is invalid', () => {
    const file = blt('3 1', '3 1 - 2 0', '2 1=2 3 0', '2 2 1=3 0', '4 3 0', '0', 'A', 'B', 'C', 'T')
    const report = countBallots('stv-scottish', file, {})
    expect(report).toMatchObject({ valid: 9, invalid: [{ line: 3, why: 'no-single-first-choice', ballots: 2 }] })
    expect((report.stages as Outcome['stages'])?.[1]).toMatchObject({
      totals: { 1: '3.00000', 3: '4.00000' },
      nontransferable: '2.00000',
    })
  })

  it('passes over withdrawn options, elects all where seats are as many, and nobody from an empty box', () => {
    expect(
      countBallots('stv-scottish', blt('3 1', '-1', '3 1 2 0', '2 3 0', '0', 'A', 'B', 'C', 'T'), {}).winners,
    ).toEqual(['2'])
    expect(countBallots('stv-scottish', blt('2 5', '3 1 0', '0', 'A', 'B', 'T'), {}).winners).toEqual(['1', '2'])
    expect(countBallots('stv-scottish', blt('2 1', '3 0', '0', 'A', 'B', 'T'), {})).toMatchObject({
      winners: [],
      valid: 0,
    })
  })

  it('asks for the seats', () => expect(() => countBallots('stv-scottish', csv('rank1', 'a'), {})).toThrow('"seats"'))
})

describe('instant runoff', () => {
  const overvoted = csv(
    'id,rank,choice',
    '1,1,a',
    '1,1,b',
    '1,2,c',
    '2,1,c',
    '3,1,a',
    '4,1,d',
    '4,2,d',
    '4,3,a',
    '5,1,a',
    '6,1,c',
  )
  it.each([
    ['exhaust', { c: '2', a: '2', d: '1', b: '0' }, '1'],
    ['skip-rank', { c: '3', a: '2', d: '1', b: '0' }, '0'],
    ['skip-ballot', { c: '2', a: '2', d: '1', b: '0' }, '0'],
    ['exhaust-if-several-continue', { c: '2', a: '2', d: '1', b: '0' }, '1'],
  ])('overvote: %s', (overvote, totals, exhausted) => {
    const report = countBallots('irv', overvoted, { overvote })
    expect((report.stages as Outcome['stages'])![0]).toMatchObject({ totals, exhausted })
  })

  it('an option marked again is passed over or ends the ballot', () => {
    const last = (duplicates: string) =>
      (countBallots('irv', overvoted, { duplicates, runToTwo: true }).stages as Outcome['stages'])!.at(-1)
    expect(last('ignore')).toMatchObject({ totals: { a: '3', c: '2' }, exhausted: '1' })
    expect(last('exhaust')).toMatchObject({
      totals: { a: '2', c: '2' },
      exhaustedBy: { overvote: '1', duplicate: '1' },
    })
  })

  it('write-ins count as one option, or end the ballot', () => {
    const file = csv('rank1,rank2', 'UWI,b', 'UWI,b', 'a,', 'b,', 'b,', 'b,')
    expect(countBallots('irv', file, {})).toMatchObject({ winners: ['b'] })
    expect((countBallots('irv', file, { writeIns: 'exhaust' }).stages as Outcome['stages'])![0]).toMatchObject({
      totals: { a: '1', b: '3' },
      exhausted: '2',
    })
  })

  it('nobody wins when no ballot counts for anybody', () => {
    const report = countBallots('irv', csv('rank1,rank2', 'overvote,a', ',b'), { skippedRanksExhaustAt: 1 })
    expect(report).toMatchObject({ winners: [], stages: [], valid: 2 })
  })

  it('breaks a tie for last by the round before, then by the order', () => {
    const file = csv('count,rank1,rank2', '5,a,', '3,b,', '2,c,', '1,d,c')
    expect(countBallots('irv', file, { runToTwo: true }).ties).toEqual([
      { between: ['b', 'c'], chosen: ['c'], how: 'earlier-stage', decidedBy: 1, stage: 2, purpose: 'exclusion' },
    ])
  })
})

describe('pairs', () => {
  it('ranked pairs keeps the strongest and names the tie that the order broke', () => {
    const circle = cvotes('A > B > C', 'B > C > A', 'C > A > B')
    const report = countBallots('ranked-pairs', circle, { tieBreak: ['B', 'C', 'A'] })
    expect(report).toMatchObject({
      winners: ['B'],
      locked: [
        ['B', 'C'],
        ['C', 'A'],
      ],
    })
    expect(report.ties).toEqual([
      { between: ['B > C', 'C > A', 'A > B'], chosen: ['B > C', 'C > A'], how: 'permutation', purpose: 'locking' },
    ])
  })

  it('left-out options are last together, or compared with nobody', () => {
    const file = cvotes('#/Candidates: A;B;C', 'A * 2', 'B > C * 1')
    const wins = (unranked: string) => (countBallots('schulze', file, { unranked }).pairwise as Outcome['pairwise'])!
    expect(wins('tied-last')).toEqual({ A: { B: 2, C: 2 }, B: { A: 1, C: 1 }, C: { A: 1, B: 0 } })
    expect(wins('ignored')).toEqual({ A: { B: 0, C: 0 }, B: { A: 0, C: 1 }, C: { A: 0, B: 0 } })
  })

  it('refuses more options than can be compared', () => {
    const box = emptyBox(Array.from({ length: 1001 }, (_, at) => `o${at}`))
    expect(() => countBallots('schulze', { box }, {})).toThrow('1000 at most')
  })
})

describe('every electorate', () => {
  const electorates = Array.from({ length: 150 }, (_, at) =>
    electorate(`electorate ${at}`, 3 + (at % 5), 5 + (at % 40)),
  )

  it.each(['schulze', 'ranked-pairs'] as const)('%s declares all that nobody beats, or one by the order', (rule) => {
    const circle = cvotes('A > B > C', 'B > C > A', 'C > A > B')
    const settings = { tieBreak: ['C', 'A', 'B'] }
    const all = countBallots(rule, circle, settings)
    const one = countBallots(rule, circle, { ...settings, resolute: true })
    if (rule === 'schulze') expect(all.winners).toEqual(['A', 'B', 'C'])
    expect(one.winners).toEqual(rule === 'schulze' ? ['C'] : all.winners)
    expect(one).toMatchObject({ ranking: all.ranking, ties: all.ties })
    const level = cvotes('A = B > C')
    expect(countBallots(rule, level, settings).winners).toEqual(['A', 'B'])
    const chosen = countBallots(rule, level, { ...settings, resolute: true })
    expect(chosen).toMatchObject({ winners: ['A'], winnerSets: [['A'], ['B']] })
    expect(chosen.explanation).toContainEqual({ key: 'count.lost-by-lot', option: 'B', values: { by: 'A' } })
  })

  it('a winner against all others wins under Schulze and ranked pairs', () => {
    let found = 0
    for (const file of electorates) {
      const schulze = countBallots('schulze', file, {})
      const pairwise = schulze.pairwise as Record<string, Record<string, number>>
      const winner = file.box.options.find((a) =>
        Object.entries(pairwise[a]!).every(([b, wins]) => wins > pairwise[b]![a]!),
      )
      if (winner === undefined) continue
      found++
      expect(schulze.winners).toEqual([winner])
      expect(countBallots('ranked-pairs', file, {}).winners).toEqual([winner])
    }
    expect(found).toBeGreaterThan(50)
  })

  it('votes are neither made nor lost in an STV count, and no more are elected than there are seats', () => {
    for (const [at, file] of electorates.entries()) {
      const seats = 1 + (at % 3)
      const report = countBallots('stv-scottish', file, { seats })
      expect(report.winners.length).toBe(seats)
      for (const stage of report.stages as NonNullable<Outcome['stages']>) {
        const parts = [...Object.values(stage.totals), stage.nontransferable!, stage.lost!]
        const sum = parts.reduce((units, text) => units + BigInt(text.replace('.', '')), 0n)
        expect(sum).toBe(BigInt(report.valid as number) * 100_000n)
      }
    }
  })

  it('batch elimination changes the rounds, never the winner', () => {
    for (const file of electorates) {
      const [one, batch] = [countBallots('irv', file, {}), countBallots('irv', file, { batchElimination: true })]
      expect(batch.winners).toEqual(one.winners)
    }
  })

  it('the order of the ballots changes nothing', () => {
    for (const { box } of electorates.slice(0, 40)) {
      const turned = emptyBox(box.options)
      for (let ballot = box.distinct - 1; ballot >= 0; ballot--) {
        const marks = box.marks.subarray(box.starts[ballot]!, box.starts[ballot + 1]!)
        addBallot(turned, marks, marks.length, box.copies[ballot]!)
      }
      for (const rule of ['irv', 'schulze', 'ranked-pairs', 'stv-scottish'] as const) {
        const [{ invalid: _, ...a }, { invalid: __, ...b }] = [
          countBallots(rule, { box }, { seats: 2 }),
          countBallots(rule, { box: turned }, { seats: 2 }),
        ]
        expect(b).toEqual(a)
      }
    }
  })
})

it('ids are ordered by value, then by code point', () => {
  const ids = ['2', '010', '10', '12345678901234567', 'Z', 'a', 'é', '\uff21', '\u{1f333}']
  const report = countBallots('plurality', csv('choice', ...ids.toReversed()), { seats: ids.length })
  expect(report.winners).toEqual(ids)
})

it('the order drawn from a seed is what sha256sum gives', () => {
  const options = ['uno', 'due', 'tre', 'quattro']
  const digest = (id: string) => createHash('sha256').update(`estrazione 7\n${id}`).digest('hex')
  const expected = options.toSorted((a, b) => (digest(a) < digest(b) ? -1 : 1))
  const report = countBallots('plurality', csv('choice', ...options), { tieBreak: { seed: 'estrazione 7' } })
  expect(report.tieBreakOrder).toEqual(expected)
  expect(report.winners).toEqual([expected[0]])
})

/** Some ballots with equal ranks among them, so that every rule meets them. */
function electorate(seed: string, options: number, ballots: number) {
  const next = seededNumbers(seed)
  const box = emptyBox(Array.from({ length: options }, (_, at) => String(at + 1)))
  const marks = new Uint16Array(options)
  for (let made = 0; made < ballots; made++) {
    const length = randomRanking(next, options, marks)
    if (length > 2 && next(8) === 0) marks[2] = marks[2]! | TIED
    addBallot(box, marks, length)
  }
  return { box }
}
