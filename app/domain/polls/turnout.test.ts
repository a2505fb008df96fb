import { describe, expect, test } from 'vitest'
import { seededNumbers } from '#app/domain/voting/formats/random-electorate'
import { fewest } from './few'
import { hideFew } from './turnout'

const cells = (...ballots: number[]) =>
  ballots.map((count, at) => ({ path: `p${at}`, name: `Place ${at}`, ballots: count, couldVote: Math.max(count, 1) }))
const shown = (...ballots: number[]) => hideFew(cells(...ballots)).shown.map((place) => place.ballots)

describe('ballots by place', () => {
  test('nothing is hidden where every place has enough', () => {
    expect(hideFew(cells(5, 20, 7))).toMatchObject({
      shown: [{ ballots: 20 }, { ballots: 7 }, { ballots: 5 }],
      hidden: null,
    })
  })

  test('one small place takes a second one with it, else a subtraction would give it', () => {
    expect(hideFew(cells(40, 12, 3))).toMatchObject({ shown: [{ ballots: 40 }], hidden: { places: 2, ballots: 15 } })
  })

  test('two small places that hold too little together take a third one with them', () => {
    expect(shown(40, 12, 1, 2)).toEqual([40])
    expect(shown(40, 12, 4, 2)).toEqual([40, 12])
  })

  test('nobody from a place is a small number too; where nobody could vote there is nothing to hide', () => {
    expect(shown(40, 12, 0)).toEqual([40])
    const empty = { path: 'none', name: 'None', ballots: 0, couldVote: 0 }
    expect(hideFew([...cells(40, 12), empty])).toMatchObject({
      shown: [{ ballots: 40 }, { ballots: 12 }],
      hidden: null,
    })
  })

  test('where all are few, nothing is shown', () => {
    expect(hideFew(cells(4, 3))).toEqual({ shown: [], hidden: { places: 2, ballots: 7 } })
    expect(hideFew(cells(2))).toEqual({ shown: [], hidden: { places: 1, ballots: 2 } })
    expect(hideFew([])).toEqual({ shown: [], hidden: null })
  })

  test('whatever the numbers, no hidden place can be worked out from the total', () => {
    const next = seededNumbers('places')
    for (let turn = 0; turn < 2000; turn++) {
      const given = cells(...Array.from({ length: 1 + next(7) }, () => next(next(2) ? 6 : 40)))
      const { shown, hidden } = hideFew(given)
      expect(shown.every(({ ballots }) => ballots >= fewest)).toBe(true)
      expect(shown.length + (hidden?.places ?? 0)).toBe(given.length)
      if (hidden && shown.length > 0) {
        expect(hidden.places).toBeGreaterThan(1)
        expect(hidden.ballots).toBeGreaterThanOrEqual(fewest)
      }
    }
  })
})
