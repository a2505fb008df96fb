import { describe, expect, test } from 'vitest'
import { emptyVotes } from '#app/domain/voting/opinions/votes'
import { nextFor } from './next'
import { gather, type Picture, pictureOf, placeIn, type Said } from './picture'
import { shownPicture } from './shown'

const statements = Array.from({ length: 8 }, (_, index) => ({ id: `s${index}`, moderation: 'accepted' as const }))
const day = new Date('2026-05-04')

/** Two camps that differ on the first six statements and agree on the last two. */
function twoCamps(left: number, right: number): Said[] {
  const camp = (people: number, name: string, sign: number) =>
    Array.from({ length: people }, (_, person) =>
      statements.map(({ id }, index) => ({
        personId: `${name}${person}`,
        statementId: id,
        vote: index >= 6 ? 1 : (person + index) % 7 === 0 ? 0 : sign,
        at: day,
      })),
    ).flat()
  return [...camp(left, 'a', 1), ...camp(right, 'b', -1)]
}

const drawn = (said: Said[]): Picture => {
  const picture = pictureOf(gather(emptyVotes(), said), statements, 'seed')
  if (!picture) throw new Error('no picture')
  return picture
}
const everything = new Set(statements.map(({ id }) => id))

describe('the map of two camps', () => {
  const picture = drawn(twoCamps(20, 12))
  const shown = shownPicture(picture, everything)

  test('finds both, the larger one first', () => {
    expect(shown.groups.map(({ people }) => people)).toEqual([20, 12])
  })

  test('puts what unites first, and says that it unites', () => {
    expect(shown.statements.slice(0, 2).map(({ id }) => id)).toEqual(['s6', 's7'])
    expect(shown.statements.map(({ unites }) => unites)).toEqual(['agree', 'agree', ...Array(6).fill(null)])
  })

  test('says what sets a group apart, and never what unites all', () => {
    for (const { telling } of shown.groups) {
      expect(telling.length).toBeGreaterThan(0)
      expect(telling.every(({ id }) => everything.has(id))).toBe(true)
    }
    expect(shown.groups[0]?.telling.every(({ direction }) => direction === 'agree')).toBe(true)
  })

  test('keeps no name of anybody', () => {
    expect(JSON.stringify(picture)).not.toMatch(/"[ab]\d+"/)
  })

  test('is the same whatever the order of the answers', () => {
    expect(drawn(twoCamps(20, 12).reverse())).toEqual(picture)
  })

  test('says the shares as whole per cent that add up to 100', () => {
    for (const { all, groups } of shown.statements)
      for (const shares of [all, ...(groups ?? [])])
        expect((shares?.agree ?? 0) + (shares?.disagree ?? 0) + (shares?.pass ?? 0)).toBe(100)
  })

  test('leaves out what was kept out since', () => {
    const without = shownPicture(picture, new Set([...everything].filter((id) => id !== 's6')))
    expect(without.statements.map(({ id }) => id)).not.toContain('s6')
  })

  test('places a person on the side of those who answer alike', () => {
    const like = (sign: number) => new Map(statements.map(({ id }, index) => [id, index >= 6 ? 1 : sign]))
    const [one, other] = [placeIn(picture, like(1)), placeIn(picture, like(-1))]
    expect(Math.sign(one?.[0] ?? 0)).toBe(-Math.sign(other?.[0] ?? 0))
    expect(placeIn(picture, new Map())).toBeNull()
  })
})

describe('few people', () => {
  test('four people give no map', () => {
    expect(pictureOf(gather(emptyVotes(), twoCamps(4, 0)), statements, 'seed')).toBeNull()
  })

  test.each([
    [30, 3],
    [12, 4],
    [5, 1],
  ])('a camp of %i and one of %i: nothing is told of any group under five', (left, right) => {
    const picture = drawn(twoCamps(left, right))
    expect(picture.groups.every(({ people }) => people >= 5)).toBe(true)
    expect(picture.stands.every(({ people }) => people >= 5)).toBe(true)
  })

  test('a statement that four answered shows nothing at all, and comes last', () => {
    const said = twoCamps(10, 10).filter(
      ({ personId, statementId }) => statementId !== 's6' || /^a[0-3]$/.test(personId),
    )
    const { statements: list } = shownPicture(drawn(said), everything)
    expect(list.at(-1)).toEqual({ id: 's6', all: null, groups: null, unites: null })
  })

  test('where one group has too few answers, no group is shown, so that nothing follows by subtraction', () => {
    const said = twoCamps(10, 10).filter(
      ({ personId, statementId }) => statementId !== 's0' || !/^b[4-9]$/.test(personId),
    )
    const { statements: list, groups } = shownPicture(drawn(said), everything)
    const shown = list.find(({ id }) => id === 's0')
    expect(shown?.all?.people).toBe(14)
    expect(shown?.groups).toBeNull()
    expect(groups.flatMap(({ telling }) => telling).map(({ id }) => id)).not.toContain('s0')
  })

  test('a total never tells what one to four ungrouped people said', () => {
    // Fifteen are in a group however little they said; these come later and say one thing
    const late = ['x', 'y'].map((personId) => ({
      personId,
      statementId: 's6',
      vote: -1,
      at: new Date('2026-05-05'),
    }))
    const picture = drawn([...twoCamps(10, 10), ...late])
    const { all, groups } = shownPicture(picture, everything).statements.find(({ id }) => id === 's6') ?? {}
    expect(picture.people).toBe(22)
    expect(all?.people).toBe(20)
    expect(all?.people).toBe(groups?.reduce((sum, { people }) => sum + people, 0))
  })
})

describe('what comes next', () => {
  const named = { seed: 'seed', participant: 'ada' }
  const picture = drawn(twoCamps(20, 12))

  test('is never something answered already, and in the end nothing', () => {
    const own = new Map<string, number>()
    for (let step = 0; step < statements.length; step += 1) {
      const next = nextFor(statements, picture, own, named)
      expect(own.has(next?.id ?? '')).toBe(false)
      own.set(next?.id ?? '', 1)
    }
    expect(nextFor(statements, picture, own, named)).toBeNull()
  })

  test('a statement that nobody has seen comes far more often than those that are known', () => {
    const list = [...statements, { id: 'new' }]
    const first = Array.from({ length: 200 }, (_, person) =>
      nextFor(list, picture, new Map(), { seed: 'seed', participant: `p${person}` }),
    )
    const often = first.filter((next) => next?.id === 'new').length
    // One in nine by plain lot would be 22 of 200
    expect(often).toBeGreaterThan(80)
  })

  test('works before the first map', () => {
    expect(nextFor(statements, null, new Map(), named)?.id).toMatch(/^s\d$/)
  })
})
