/** Ranked rules against the plainest counts their definitions allow: one paper at a time, every path walked. */
import { describe, expect, it } from 'vitest'
import { jsonReader } from '#app/domain/voting/formats/json-ballots'
import { readText } from '#app/domain/voting/formats/lines'
import { seededNumbers } from '#app/domain/voting/formats/random-electorate'
import { countBallots } from './counting'
import type { Stage } from './outcome'

/** Places, best first; several options share one, null is skipped. */
type Paper = (string[] | null)[]
type Totals = Map<string, bigint>
const ids = ['d', 'b', '10', '9', 'a', 'c']

/** Few papers for many options: ties, empty papers and nobody's options come up all the time. */
function election(seed: number) {
  const next = seededNumbers(`plain ${seed}`)
  const options = ids.slice(0, 1 + next(ids.length))
  const papers = Array.from({ length: next(14) }, (): Paper => {
    const order = options.toSorted(() => next(3) - 1).slice(0, next(options.length + 1))
    const places = order.map((option): string[] | null => [option])
    if (places.length > 1 && next(6) === 0) places.splice(0, 2, order.slice(0, 2))
    if (places.length > 2 && next(6) === 0) places.splice(-2, 2, order.slice(-2))
    if (next(9) === 0) places.splice(next(places.length + 1), 0, null)
    return places
  })
  const ballots = papers.map((ranking) => ({ ranking }))
  const favour = options.toSorted(() => next(3) - 1)
  return {
    papers,
    options,
    favour,
    seats: 1 + next(4),
    file: readText(jsonReader('ranks'), JSON.stringify({ options, ballots })),
  }
}
const elections = Array.from({ length: 400 }, (_, seed) => election(seed))

/** The most (sign 1) or fewest (sign -1) votes now, else at the stage before, and so on, else by the order. */
function pick(some: string[], history: Totals[], sign: bigint, favour: string[]): string {
  let left = some
  for (const totals of history.toReversed()) {
    left = left.filter((a) => left.every((b) => sign * totals.get(a)! >= sign * totals.get(b)!))
  }
  const inOrder = favour.filter((option) => left.includes(option))
  return inOrder.at(sign > 0n ? 0 : -1)!
}

describe('Scottish STV, paper by paper', () => {
  const whole = 100_000n
  const shown = (units: bigint) => `${units / whole}.${String(units % whole).padStart(5, '0')}`

  function plainStv({ papers, options, favour, seats }: (typeof elections)[number]) {
    const readable = papers.map((paper) => {
      const end = paper.findIndex((place) => place?.length !== 1)
      return paper.slice(0, end < 0 ? undefined : end).map((place) => place![0]!)
    })
    const valid = readable.filter((paper) => paper.length > 0)
    const quota = (BigInt(Math.floor(valid.length / (seats + 1))) + 1n) * whole
    const held = valid.map((paper) => ({ paper, with: paper[0], value: whole }))
    const totals: Totals = new Map(
      options.map((option) => [option, BigInt(held.filter((one) => one.with === option).length) * whole]),
    )
    let continuing = [...options]
    let surplus: string[] = []
    const elected: string[] = []
    const history: Totals[] = []
    const stages: string[] = []
    let nontransferable = 0n
    const move = (from: string, worth: (value: bigint) => bigint) => {
      for (const one of held.filter((paper) => paper.with === from)) {
        one.value = worth(one.value)
        one.with = one.paper.slice(one.paper.indexOf(from) + 1).find((option) => continuing.includes(option))
        if (one.with === undefined) nontransferable += one.value
        else totals.set(one.with, totals.get(one.with)! + one.value)
      }
    }
    while (valid.length > 0) {
      history.push(new Map(totals))
      const reached = continuing.filter((option) => totals.get(option)! >= quota)
      surplus.push(...reached.filter((option) => totals.get(option)! > quota))
      continuing = continuing.filter((option) => !reached.includes(option))
      const filled = continuing.length <= seats - elected.length - reached.length ? continuing : []
      elected.push(...reached, ...filled)
      stages.push(
        [
          ...options.map((option) => shown(totals.get(option)!)),
          shown(nontransferable),
          [...reached, ...filled].sort(),
        ].join(' '),
      )
      if (elected.length >= seats || filled.length > 0 || continuing.length === 0) break
      if (surplus.length > 0) {
        const from = pick(surplus, history, 1n, favour)
        const had = totals.get(from)!
        surplus = surplus.filter((option) => option !== from)
        totals.set(from, quota)
        move(from, (value) => ((had - quota) * value) / had)
      } else {
        const out = pick(continuing, history, -1n, favour)
        continuing = continuing.filter((option) => option !== out)
        totals.set(out, 0n)
        move(out, (value) => value)
      }
    }
    return { elected: elected.sort(), stages }
  }

  it('has the same stages to five decimals', () => {
    for (const one of elections) {
      const report = countBallots('stv-scottish', one.file, { seats: one.seats, tieBreak: one.favour })
      const told = (report.stages as Stage[]).map(({ totals, nontransferable, elected }) =>
        [...one.options.map((option) => totals[option]), nontransferable, elected.toSorted()].join(' '),
      )
      expect({ elected: report.winners?.toSorted(), stages: report.valid === 0 ? [] : told }).toEqual(plainStv(one))
    }
  })
})

describe('instant runoff, ballot by ballot', () => {
  function plainIrv({ papers, options, favour }: (typeof elections)[number]) {
    const history: Totals[] = []
    let continuing = [...options]
    for (;;) {
      const choices = papers.map((paper) => {
        for (const place of paper) {
          if (place && place.length > 1) return undefined
          if (place && continuing.includes(place[0]!)) return place[0]
        }
        return undefined
      })
      const totals: Totals = new Map(
        continuing.map((option) => [option, BigInt(choices.filter((choice) => choice === option).length)]),
      )
      history.push(totals)
      const counting = [...totals.values()].reduce((a, b) => a + b, 0n)
      const winner = continuing.find((option) => 2n * totals.get(option)! > counting)
      if (winner !== undefined || counting === 0n)
        return { winner, rounds: history.map((round) => Object.fromEntries(round)) }
      const out = pick(continuing, history, -1n, favour)
      continuing = continuing.filter((option) => option !== out)
    }
  }

  it('has the same rounds and winner', () => {
    for (const one of elections) {
      const { winners, stages } = countBallots('irv', one.file, { tieBreak: one.favour })
      const { winner, rounds } = plainIrv(one)
      expect(winners).toEqual(winner === undefined ? [] : [winner])
      const told = (stages as Stage[]).map(({ totals }) =>
        Object.fromEntries(Object.entries(totals).map(([option, votes]) => [option, BigInt(votes)])),
      )
      expect(told).toEqual(winner === undefined ? [] : rounds)
    }
  })
})

describe('pairs, every path walked', () => {
  type Beats = (a: string, b: string) => { for: number; against: number } | undefined

  function beatsIn({ papers }: (typeof elections)[number]): Beats {
    const preferring = (a: string, b: string) =>
      papers.filter((paper) => {
        const [x, y] = [a, b].map((option) => paper.findIndex((place) => place?.includes(option)))
        return x! >= 0 && (y! < 0 || x! < y!)
      }).length
    return (a, b) => {
      const [votes, against] = [preferring(a, b), preferring(b, a)]
      return votes > against ? { for: votes, against } : undefined
    }
  }

  /** Every path without a loop, as the list of its defeats. */
  function* paths(
    from: string,
    to: string,
    options: string[],
    beats: Beats,
  ): Generator<{ for: number; against: number }[]> {
    for (const next of options) {
      const defeat = next === from ? undefined : beats(from, next)
      if (!defeat) continue
      if (next === to) yield [defeat]
      else
        for (const rest of paths(
          next,
          to,
          options.filter((option) => option !== from),
          beats,
        ))
          yield [defeat, ...rest]
    }
  }

  it('Schulze: the strongest path is the best of all weakest links, and winners are unbeaten by it', () => {
    for (const one of elections) {
      const { winners, strengths } = countBallots('schulze', one.file, {})
      const beats = beatsIn(one)
      const strength = (a: string, b: string) =>
        Math.max(
          0,
          ...[...paths(a, b, one.options, beats)].map((path) => Math.min(...path.map((defeat) => defeat.for))),
        )
      const plain = new Map(
        one.options.map((a) => [a, new Map(one.options.map((b) => [b, a === b ? 0 : strength(a, b)]))]),
      )
      const told = strengths as Record<string, Record<string, number>>
      for (const a of one.options)
        for (const b of one.options) if (a !== b) expect(told[a]![b]).toBe(plain.get(a)!.get(b))
      const unbeaten = one.options.filter((a) =>
        one.options.every((b) => plain.get(a)!.get(b)! >= plain.get(b)!.get(a)!),
      )
      const isBlank = one.papers.every((paper) => paper.every((place) => place === null))
      expect(winners?.toSorted()).toEqual(isBlank ? [] : unbeaten.sort())
    }
  })

  it('ranked pairs: whoever beats the winner is answered by a path of defeats no weaker', () => {
    for (const one of elections) {
      const beats = beatsIn(one)
      const { winners = [] } = countBallots('ranked-pairs', one.file, { tieBreak: one.favour })
      expect(winners.length > 0).toBe(one.papers.some((paper) => paper.some((place) => place !== null)))
      for (const winner of winners) {
        for (const other of one.options) {
          const defeat = beats(other, winner)
          if (!defeat) continue
          const isNoWeaker = (link: { for: number; against: number }) =>
            link.for > defeat.for || (link.for === defeat.for && link.against <= defeat.against)
          expect([...paths(winner, other, one.options, beats)].some((path) => path.every(isNoWeaker))).toBe(true)
        }
      }
    }
  })
})
