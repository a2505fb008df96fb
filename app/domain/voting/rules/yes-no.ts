/**
 * Yes, no or blank: accepted when a majority says yes and, where one is named, a quorum took part.
 *
 * Simple majority: May, Econometrica 20 (1952); quorums and other majorities as the Venice Commission's guidelines on
 * referendums tell them apart, CDL-AD(2020)031.
 * Two separate, named conditions, each with its base said: the roll (everybody entitled), the ballots cast, or the
 * valid yes and no votes. Default: more than half of the yes and no votes, no quorum. Compared as exact fractions.
 * Nothing holds by nobody's votes: "at least half" of none is not reached, and without valid ballots there is no winner.
 * Blank counts as turnout only. Invalid: an empty ballot, or one with several answers. There is no tie to break: as
 * many yes as no is not more than half. Units: ballots, people.
 * Errors: InputFault, with the line of the ballot, for any other option; RangeError when a condition is on the roll and
 * the roll is not given or is smaller than the ballots.
 */
import { InputFault, shown } from '#app/domain/voting/formats/faults'
import { type BallotBox, BLANK, endOf, OVERVOTE, optionOf } from './ballots'
import { type Condition, type InvalidBallot, type Outcome, record } from './outcome'
import { compareRationals, decimalOf, type Rational, rational, times } from './rational'

export type Base = 'roll' | 'ballots' | 'yes-and-no'

export interface Threshold {
  share: Rational
  of: Base
  /** `more-than` for "more than half", `at-least` for "two thirds". */
  is: 'more-than' | 'at-least'
}

export interface Quorum extends Threshold {
  /** What is measured against the share: who took part, who said yes or no, or the yes alone. */
  counting: 'ballots' | 'yes-and-no' | 'yes'
}

export interface YesNoSettings {
  yes: string
  no: string
  blank: string
  majority: Threshold
  quorum?: Quorum | undefined
  /** How many are entitled. */
  roll?: number | undefined
}

export function countYesNo(box: BallotBox, settings: YesNoSettings): Outcome {
  const votes = new Array<number>(box.options.length).fill(0)
  const invalid: InvalidBallot[] = []
  let valid = 0
  for (let ballot = 0; ballot < box.distinct; ballot++) {
    const copies = box.copies[ballot]!
    const start = box.starts[ballot]!
    const mark = box.marks[start]!
    const length = endOf(box, ballot) - start
    const why =
      length === 0 || mark === BLANK ? 'empty' : length > 1 || mark === OVERVOTE ? 'several-choices' : undefined
    if (why) invalid.push({ line: box.lines[ballot]!, why, ballots: copies })
    else {
      votes[mark]! += copies
      valid += copies
    }
  }
  return judged(box, votes, valid, invalid, settings)
}

function judged(
  box: BallotBox,
  votes: readonly number[],
  valid: number,
  invalid: InvalidBallot[],
  settings: YesNoSettings,
): Outcome {
  const of = (id: string) => votes[box.index.get(id) ?? -1] ?? 0
  const strange = box.options.findIndex((id) => ![settings.yes, settings.no, settings.blank].includes(id))
  if (strange >= 0) {
    throw new InputFault(lineNaming(box, strange), `${shown(box.options[strange]!)} is neither yes, no nor blank`)
  }
  const [yes, no] = [of(settings.yes), of(settings.no)]
  const bases = { roll: settings.roll, ballots: box.ballots, 'yes-and-no': yes + no, yes }
  if (settings.roll !== undefined && settings.roll < box.ballots) {
    throw new RangeError(`the roll has ${settings.roll} people, the box ${box.ballots} ballots`)
  }
  const conditions = [measured('majority', yes, settings.majority, bases)]
  if (settings.quorum) conditions.unshift(measured('quorum', bases[settings.quorum.counting], settings.quorum, bases))
  const isMajority = conditions.at(-1)!.holds
  const isQuorate = conditions.every(({ name, holds }) => name !== 'quorum' || holds)
  const ids = [settings.yes, settings.no, settings.blank]
  const totals = record(ids, (at) => String(of(ids[at]!)))
  const winners = isQuorate && valid > 0 ? [isMajority ? settings.yes : settings.no] : []
  return {
    winners,
    totals,
    stages: [{ totals, elected: winners, excluded: [] }],
    conditions,
    valid,
    invalid,
    ties: [],
    explanation: [
      ...conditions.map(({ name, holds, have, need, base }) => ({
        key: `count.yes-no.${name}-${holds ? 'met' : 'not-met'}`,
        values: { have, need, base },
      })),
      ...ids.map((option) => ({ key: 'count.yes-no.votes', option, values: { votes: of(option), of: valid } })),
    ],
  }
}

function lineNaming(box: BallotBox, option: number): number {
  const place = box.marks.subarray(0, box.starts[box.distinct]).findIndex((mark) => optionOf(mark) === option)
  return box.lines[box.starts.subarray(1, box.distinct + 1).findIndex((end) => place < end)] ?? 0
}

function measured(
  name: Condition['name'],
  have: number,
  { share, of, is }: Threshold,
  bases: Record<Base, number | undefined>,
): Condition {
  const base = bases[of]
  if (base === undefined) throw new RangeError(`the ${name} is a share of the roll, and the roll is not given`)
  const need = times(share, rational(base))
  const compared = compareRationals(rational(have), need)
  const holds = have > 0 && (is === 'more-than' ? compared > 0 : compared >= 0)
  return { name, holds, have: String(have), need: `${is === 'more-than' ? '> ' : '≥ '}${decimalOf(need)}`, base: of }
}
