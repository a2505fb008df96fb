/** Puts what a line says into the box, and refuses what no ballot can say. */
import {
  addBallot,
  addOption,
  type BallotBox,
  MOST_BALLOTS,
  MOST_DIFFERENT,
  MOST_MARKS,
  MOST_OPTIONS,
} from '#app/domain/voting/rules/ballots'
import { InputFault, shown } from './faults'

const LONGEST_ID = 500

/** The index of an option; a new one is added unless the list is closed. */
export function optionAt(box: BallotBox, id: string, line: number, isClosed: boolean): number {
  const known = box.index.get(id)
  if (known !== undefined) return known
  if (isClosed) throw new InputFault(line, `${shown(id)} is not an option of this vote`)
  return newOption(box, id, line)
}

export function newOption(box: BallotBox, id: string, line: number, name?: string): number {
  if (id === '') throw new InputFault(line, 'an option has no name')
  if (id.length > LONGEST_ID) throw new InputFault(line, `an option's name is longer than ${LONGEST_ID} characters`)
  if (box.index.has(id)) throw new InputFault(line, `option ${shown(id)} is listed twice`)
  if (box.options.length === MOST_OPTIONS) throw new InputFault(line, `there are more than ${MOST_OPTIONS} options`)
  return addOption(box, id, name)
}

export function cast(
  box: BallotBox,
  marks: ArrayLike<number>,
  length: number,
  copies: number,
  line: number,
  points?: ArrayLike<number>,
): void {
  if (box.ballots + copies > MOST_BALLOTS) throw new InputFault(line, `there are more than ${MOST_BALLOTS} ballots`)
  if (box.distinct === MOST_DIFFERENT || box.starts[box.distinct]! + length > MOST_MARKS)
    throw new InputFault(line, `more than ${MOST_DIFFERENT} ballots differ, or they hold more than ${MOST_MARKS} marks`)
  addBallot(box, marks, length, copies, line, points)
}

/** A number of equal ballots: whole, at least 1. */
export function copiesOf(text: string, line: number): number {
  const copies = /^\d{1,10}$/.test(text) ? Number(text) : 0
  if (copies < 1 || copies > MOST_BALLOTS) {
    throw new InputFault(line, `${shown(text)} is not a number of ballots between 1 and ${MOST_BALLOTS}`)
  }
  return copies
}
