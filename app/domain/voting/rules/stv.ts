/**
 * The single transferable vote of Scottish council elections.
 *
 * Scottish Local Government Elections Order 2007 (SSI 2007/42) schedule 1 rules 45–52, the same in SSI 2011/399. Quota:
 * floor(valid ÷ (seats + 1)) + 1. One transfer a stage, surpluses before exclusions, the largest surplus first; all
 * papers of the elected option go on, each at surplus × its value on receipt ÷ the option's votes, cut to five decimals,
 * the rest lost (rule 48); an excluded option's papers go on at their value (rule 50). When as many continue as there
 * are vacancies, all are elected and nothing more is transferred (rule 52).
 * Units: whole 10⁻⁵ of a vote; totals are given with five decimals. `nontransferable` and `lost` are running totals.
 * A paper ends at a blank rank or at a rank with several marks; if that is its first rank, it is invalid, as is an
 * empty one. Ties: the stage before at which they differed (rules 49 and 50), then by lot: the permutation.
 */
import { type BallotBox, endOf, OVERVOTE, TIED } from './ballots'
import { fiveDecimals, shareOf, WHOLE_VOTE } from './hundred-thousandths'
import { type InvalidBallot, type Outcome, record, type Sentence, type Stage, type Tie } from './outcome'
import { electedAt, type StvState, surplusToTransfer, toExclude } from './stv-decisions'
import type { Permutation } from './ties'

export interface StvSettings {
  seats: number
  permutation: Permutation
}

/** Papers that came together and are worth the same. */
interface Parcel {
  value: number
  papers: number[]
}

export function countScottishStv(box: BallotBox, { seats, permutation }: StvSettings): Outcome {
  const { options } = box
  const invalid: InvalidBallot[] = []
  const next = new Uint32Array(box.distinct)
  const parcels: Parcel[][] = options.map(() => [])
  const totals = new Float64Array(options.length)
  const first: Parcel[] = options.map(() => ({ value: WHOLE_VOTE, papers: [] }))
  let valid = 0
  for (let paper = 0; paper < box.distinct; paper++) {
    const start = box.starts[paper]!
    next[paper] = start
    const why =
      start === endOf(box, paper) ? 'empty' : isReadable(box, paper, start) ? undefined : 'no-single-first-choice'
    if (why) invalid.push({ line: box.lines[paper]!, why, ballots: box.copies[paper]! })
    else {
      first[box.marks[start]!]!.papers.push(paper)
      totals[box.marks[start]!]! += WHOLE_VOTE * box.copies[paper]!
      valid += box.copies[paper]!
    }
  }
  first.forEach((parcel, option) => {
    parcels[option]!.push(parcel)
  })

  const quota = (Math.floor(valid / (seats + 1)) + 1) * WHOLE_VOTE
  const state: StvState = {
    options,
    permutation,
    seats,
    quota,
    totals,
    status: new Array(options.length).fill('continuing'),
    elected: [],
    waiting: [],
    history: [],
  }
  const ties: Tie[] = []
  const explanation: Sentence[] = []
  const stages: Stage[] = []
  let nontransferable = 0
  let lost = 0

  const write = (about: Partial<Stage>) => {
    const stage: Stage = {
      totals: record(options, (option) => fiveDecimals(totals[option]!)),
      elected: [],
      excluded: [],
      nontransferable: fiveDecimals(nontransferable),
      lost: fiveDecimals(lost),
      ...about,
    }
    stages.push(stage)
    return stage
  }

  /** Moves every paper of an option to its next continuing one; gives what could not be moved. */
  const transfer = (from: number, worth: (value: number) => number) => {
    const arrived: Map<number, Parcel>[] = options.map(() => new Map())
    let moved = 0
    let stopped = 0
    for (const { value, papers } of parcels[from]!) {
      const now = worth(value)
      for (const paper of papers) {
        const to = advance(box, paper, next, state)
        const votes = now * box.copies[paper]!
        if (to < 0) stopped += votes
        else {
          const parcel = arrived[to]!.get(now)
          if (parcel) parcel.papers.push(paper)
          else arrived[to]!.set(now, { value: now, papers: [paper] })
          totals[to]! += votes
          moved += votes
        }
      }
    }
    parcels[from] = []
    arrived.forEach((some, to) => {
      parcels[to]!.push(...some.values())
    })
    nontransferable += stopped
    return moved + stopped
  }

  let stage = write({})
  while (valid > 0) {
    const elected = electedAt(state, ties)
    stage.elected = elected.map((option) => options[option]!)
    for (const option of elected) explanation.push(electedSentence(state, option, stages.length))
    if (state.elected.length >= seats || !state.status.includes('continuing')) break
    state.history.push(totals.slice())
    const from = surplusToTransfer(state, ties)
    if (from === undefined) {
      const out = toExclude(state, ties)
      stage.excluded = [options[out]!]
      explanation.push({
        key: 'count.stv.excluded',
        option: options[out]!,
        values: { stage: stages.length, votes: fiveDecimals(totals[out]!) },
      })
      state.status[out] = 'excluded'
      totals[out] = 0
      transfer(out, (value) => value)
      stage = write({ transferredFrom: options[out]! })
    } else {
      const before = totals[from]!
      const surplus = before - quota
      const gone = transfer(from, (value) => shareOf(surplus, value, before))
      totals[from] = quota
      lost += surplus - gone
      stage = write({ transferredFrom: options[from]!, value: fiveDecimals(shareOf(surplus, WHOLE_VOTE, before)) })
    }
  }
  for (const [option, status] of state.status.entries())
    if (valid > 0 && status === 'continuing')
      explanation.push({
        key: 'count.stv.no-seat-left',
        option: options[option]!,
        values: { stage: stages.length, votes: fiveDecimals(totals[option]!) },
      })
  return {
    winners: state.elected.map((option) => options[option]!),
    totals: stage.totals,
    stages,
    quota: String(quota / WHOLE_VOTE),
    valid,
    invalid,
    ties,
    explanation,
  }
}

/** A single option stands at this place of the paper. */
function isReadable(box: BallotBox, paper: number, at: number): boolean {
  return box.marks[at]! < OVERVOTE && !(at + 1 < endOf(box, paper) && box.marks[at + 1]! & TIED)
}

/** The next available preference (rule 45): in unbroken order, for an option that continues; -1 if there is none. */
function advance(box: BallotBox, paper: number, next: Uint32Array, { status }: StvState): number {
  const end = endOf(box, paper)
  for (let at = next[paper]! + 1; at < end && isReadable(box, paper, at); at++) {
    const option = box.marks[at]!
    if (status[option] === 'continuing') {
      next[paper] = at
      return option
    }
  }
  next[paper] = end
  return -1
}

function electedSentence({ options, totals, quota }: StvState, option: number, stage: number): Sentence {
  return {
    key: totals[option]! >= quota ? 'count.stv.elected-at-quota' : 'count.stv.elected-as-last',
    option: options[option]!,
    values: { stage, votes: fiveDecimals(totals[option]!), quota: String(quota / WHOLE_VOTE) },
  }
}
