/** Plurality, approval, score and yes/no, on ballots small enough to count by hand. */
import { describe, expect, it } from 'vitest'
import { csvReader } from '#app/domain/voting/formats/csv-ballots'
import { readText } from '#app/domain/voting/formats/lines'
import { countBallots } from './counting'

const ranked = (...rows: string[]) => readText(csvReader('ranks'), rows.join('\n'))
const scored = (...rows: string[]) => readText(csvReader('points'), rows.join('\n'))

describe('plurality', () => {
  const file = ranked('choice,count', 'a,5', 'b,5', 'c,2', ',3', 'overvote,1')

  it('counts first choices, and blank or unreadable ballots are invalid', () => {
    const report = countBallots('plurality', file, {})
    expect(report).toMatchObject({ ballots: 16, valid: 12, winners: ['a'], totals: { a: '5', b: '5', c: '2' } })
    expect(report.invalid).toEqual([
      { line: 5, why: 'empty', ballots: 3 },
      { line: 6, why: 'several-first-choices', ballots: 1 },
    ])
  })

  it('breaks a tie by the published order and says so', () => {
    const tie = { between: ['a', 'b'], chosen: ['b'], how: 'permutation', purpose: 'win' }
    expect(countBallots('plurality', file, { tieBreak: ['c', 'b', 'a'] })).toMatchObject({
      winners: ['b'],
      ties: [tie],
    })
    expect(countBallots('plurality', file, { seats: 2 })).toMatchObject({ winners: ['a', 'b'], ties: [] })
  })

  it('gives no seat to an option without a ballot', () => {
    const box = ranked('choice', 'a').box
    expect(countBallots('plurality', { box }, { seats: 3 }).winners).toEqual(['a'])
    expect(countBallots('plurality', ranked('choice,count', ',4'), {}).winners).toEqual([])
  })

  it('refuses a second choice only when strict', () => {
    const two = ranked('choice1,choice2', 'a,b', 'b,')
    expect(countBallots('plurality', two, {}).valid).toBe(2)
    expect(countBallots('plurality', two, { strict: true })).toMatchObject({ valid: 1, winners: ['b'] })
  })
})

describe('approval', () => {
  const file = ranked('choice1,choice2,choice3', 'a,b,', 'a,a,', 'b,c,a', ',,')

  it('counts each option once a ballot', () => {
    expect(countBallots('approval', file, {})).toMatchObject({
      valid: 4,
      totals: { a: '3', b: '2', c: '1' },
      winners: ['a'],
    })
  })

  it('holds ballots to the declared limits', () => {
    expect(countBallots('approval', file, { minChoices: 1, maxChoices: 2 })).toMatchObject({
      valid: 2,
      invalid: [
        { line: 4, why: 'too-many-choices', ballots: 1 },
        { line: 5, why: 'too-few-choices', ballots: 1 },
      ],
    })
  })
})

describe('score', () => {
  const file = scored('id,a,b', '1,5,', '2,,2', '3,1,3', '4,,2')

  it('adds points, or averages them where declared, exactly', () => {
    expect(countBallots('score', file, {})).toMatchObject({
      winners: ['b'],
      totals: { a: '6', b: '7' },
      votes: { a: '2', b: '3' },
    })
    const average = countBallots('score', file, { scoreBy: 'average' })
    expect(average).toMatchObject({ winners: ['a'], totals: { a: '3', b: '2.333333' } })
  })

  it('sets aside ballots outside the limits', () => {
    const limited = countBallots('score', file, { maxPoints: 3, maxSum: 3 })
    expect(limited.invalid).toEqual([
      { line: 2, why: 'too-many-points', ballots: 1 },
      { line: 4, why: 'too-many-points-in-all', ballots: 1 },
    ])
  })
})

describe('yes, no or blank', () => {
  const file = ranked('choice,count', 'yes,50', 'no,50', 'blank,20')
  const won = ranked('choice,count', 'yes,51', 'no,50', 'blank,20')

  it.each([
    ['as many yes as no is no majority', file, {}, ['no']],
    ['one more is', won, {}, ['yes']],
    ['blank counts where the majority is of the ballots', won, { majority: { share: '50%', of: 'ballots' } }, ['no']],
    ['two thirds', won, { majority: { share: '2/3', is: 'at-least' } }, ['no']],
    ['exactly half is at least half', file, { majority: { share: '0.5', is: 'at-least' } }, ['yes']],
    [
      'a quorum of the roll that is met',
      won,
      { roll: 242, quorum: { share: '1/2', of: 'roll', is: 'at-least' } },
      ['yes'],
    ],
    ['a quorum that is missed by one', won, { roll: 243, quorum: { share: '1/2', of: 'roll', is: 'at-least' } }, []],
    ['a quorum of yes', won, { roll: 300, quorum: { share: '25%', of: 'roll', counting: 'yes' } }, []],
  ])('%s', (_, ballots, settings, winners) => {
    expect(countBallots('yes-no', ballots, settings).winners).toEqual(winners)
  })

  it('nothing holds by nobody: no ballot has no winner, and "at least half" of no vote is not reached', () => {
    const half = { majority: { share: '1/2', is: 'at-least' } }
    expect(countBallots('yes-no', ranked('choice,count'), half)).toMatchObject({ winners: [], valid: 0 })
    expect(countBallots('yes-no', ranked('choice,count', 'blank,3'), half).winners).toEqual(['no'])
  })

  it('names both conditions, what there is and what is needed', () => {
    const report = countBallots('yes-no', won, { roll: 243, quorum: { share: '1/2', of: 'roll', is: 'at-least' } })
    expect(report.conditions).toEqual([
      { name: 'quorum', holds: false, have: '121', need: '≥ 121.5', base: 'roll' },
      { name: 'majority', holds: true, have: '51', need: '> 50.5', base: 'yes-and-no' },
    ])
  })

  it('refuses a roll smaller than the box, a missing roll and a fourth answer', () => {
    const quorum = { share: '1/2', of: 'roll' }
    expect(() => countBallots('yes-no', won, { roll: 120 })).toThrow('the roll has 120 people')
    expect(() => countBallots('yes-no', won, { quorum })).toThrow('the roll is not given')
    const strange = ranked('choice', 'yes', 'no', 'yes', 'perhaps', 'no')
    expect(() => countBallots('yes-no', strange, {})).toThrow(
      expect.objectContaining({ line: 5, message: '"perhaps" is neither yes, no nor blank' }),
    )
  })
})

describe('settings', () => {
  const file = ranked('choice', 'a', 'b')
  it.each([
    [{ seats: 0 }, '"seats"'],
    [{ seats: 1e99 }, '"seats"'],
    [{ colour: 'red' }, '"colour"'],
    [{ majority: { share: 'most' } }, '"majority.share"'],
    [{ majority: { share: '150%' } }, '"majority.share"'],
    [{ tieBreak: { seed: '' } }, '"tieBreak'],
    [{ options: ['a', 'a'] }, '"options"'],
    [{ minChoices: 2, maxChoices: 1 }, '"maxChoices"'],
    [{ minPoints: 2, maxPoints: 1 }, '"maxPoints"'],
    [{ answers: { yes: 'a', no: 'a', blank: 'b' } }, '"answers"'],
  ])('%j is refused', (settings, key) => expect(() => countBallots('plurality', file, settings)).toThrow(key))

  it.each([
    [['a'], 'the tie-break order leaves out option "b"'],
    [['a', 'b', 'a'], 'the tie-break order names "a", which is no option or stands twice'],
  ])('order %j is refused', (tieBreak, why) => {
    expect(() => countBallots('plurality', file, { tieBreak })).toThrow(why)
  })
})
