import { describe, expect, it } from 'vitest'
import { compare, decimal } from '#app/domain/voting/budgets/fractions'
import { nextStatement, uncertainty } from './next-statement'

const tally = (agree: number, disagree: number, pass = 0) => ({ agree, disagree, pass, seen: agree + disagree + pass })

describe('what is still uncertain', () => {
  it('stands at one twelfth a group before anybody votes', () => {
    expect(uncertainty([tally(0, 0)])).toEqual({ n: 1n, d: 12n })
    expect(uncertainty([tally(0, 0), tally(0, 0)])).toEqual({ n: 1n, d: 6n })
  })

  it('falls with votes, and faster where people answer alike', () => {
    const split = uncertainty([tally(10, 10)])
    const alike = uncertainty([tally(20, 0)])
    expect(compare(split, uncertainty([tally(2, 2)]))).toBeLessThan(0)
    expect(compare(alike, split)).toBeLessThan(0)
    expect(decimal(alike, 6)).toBe('0.001886')
  })

  it('counts a group that has not seen the statement as not known', () => {
    expect(
      compare(uncertainty([tally(50, 50), tally(0, 0)]), uncertainty([tally(50, 50), tally(5, 5)])),
    ).toBeGreaterThan(0)
  })
})

describe('the next statement', () => {
  const candidates = [
    { statement: 'new', uncertainty: uncertainty([tally(0, 0)]) },
    { statement: 'known', uncertainty: uncertainty([tally(300, 0)]) },
  ]
  const draw = (participant: string, votesCast = 0) => nextStatement(candidates, { seed: 's', participant, votesCast })

  it('is drawn in proportion to what is not known', () => {
    const drawn = Array.from({ length: 2000 }, (_, person) => draw(String(person)))
    const known = drawn.filter((statement) => statement === 'known').length
    expect(known).toBeLessThan(10)
    const even = candidates.map(({ statement }) => ({ statement, uncertainty: { n: 1n, d: 12n } }))
    const news = Array.from({ length: 2000 }, (_, person) =>
      nextStatement(even, { seed: 's', participant: String(person), votesCast: 0 }),
    ).filter((statement) => statement === 'new').length
    expect(Math.abs(news - 1000)).toBeLessThan(100)
  })

  it('stays the same until the next vote', () => {
    expect(draw('ada')).toBe(draw('ada'))
    const later = Array.from({ length: 50 }, (_, votes) =>
      nextStatement([...candidates, { statement: 'newer', uncertainty: { n: 1n, d: 12n } }], {
        seed: 's',
        participant: 'ada',
        votesCast: votes,
      }),
    )
    expect(new Set(later).size).toBeGreaterThan(1)
  })

  it('is nothing when everything was voted on', () => {
    expect(nextStatement([], { seed: 's', participant: 'ada', votesCast: 9 })).toBeUndefined()
  })

  it('reaches a statement however much is known about it', () => {
    const sure = [{ statement: 'sure', uncertainty: { n: 1n, d: 10n ** 20n } }]
    expect(nextStatement(sure, { seed: 's', participant: 'ada', votesCast: 0 })).toBe('sure')
  })
})
