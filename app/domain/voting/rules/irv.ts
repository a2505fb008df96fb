/**
 * Instant-runoff voting: each ballot counts for its highest option still in; the last goes out, until one has a majority.
 *
 * Maine 21-A MRS §723-A; switches in `irv-reading`, in the vocabulary of the RCTab tabulator. A majority is more than
 * half of the ballots that still count in that round. Units: ballots.
 * `batchElimination` puts out together all who, even with all votes below them, cannot pass the next; same winner,
 * other tables. `runToTwo` goes on until two are left.
 * Invalid: an empty ballot (only blank ranks); with `overvote: skip-ballot`, one with several marks in a rank.
 * When no ballot counts for anybody in the first round there is no winner, and no round.
 * Ties for last place: fewest in the most recent earlier round that differs, then the permutation's last.
 */
import { type BallotBox, BLANK, endOf } from './ballots'
import { type Exhaustion, hasOvervote, type IrvSwitches, readIrv, WRITE_IN } from './irv-reading'
import { type InvalidBallot, type Outcome, record, type Sentence, type Stage, type Tie } from './outcome'
import { chooseByHistory, type Permutation } from './ties'

export interface IrvSettings extends IrvSwitches {
  batchElimination: boolean
  runToTwo: boolean
  permutation: Permutation
}

type Piles = number[][]

export function countIrv(box: BallotBox, settings: IrvSettings): Outcome {
  const { options } = box
  const isWriteIn = options.map((id) => WRITE_IN.test(id))
  const isOut = options.map((_, option) => settings.writeIns === 'exhaust' && isWriteIn[option]!)
  const read = (ballot: number) =>
    readIrv(
      box,
      ballot,
      (option) => !isOut[option],
      (option) => isWriteIn[option]!,
      settings,
    )
  const { invalid, valid, counted } = sorted(box, settings)
  const piles: Piles = options.map(() => [])
  const totals = new Array<number>(options.length).fill(0)
  const exhausted = new Map<Exhaustion, number>()
  const place = (ballot: number) => {
    const found = read(ballot)
    if (typeof found === 'string') exhausted.set(found, (exhausted.get(found) ?? 0) + box.copies[ballot]!)
    else {
      piles[found]!.push(ballot)
      totals[found]! += box.copies[ballot]!
    }
  }
  for (const ballot of counted) place(ballot)

  const stages: Stage[] = []
  const ties: Tie[] = []
  const explanation: Sentence[] = []
  const history: number[][] = []
  let winner: number | undefined
  const isAnyCounted = totals.some((ballots) => ballots > 0)
  while (isAnyCounted) {
    const continuing = options.flatMap((_, option) => (isOut[option] ? [] : [option]))
    const stage = stageOf(options, continuing, totals, exhausted)
    stages.push(stage)
    winner = winnerOf(continuing, totals, settings, history, options, ties)
    if (winner !== undefined) {
      stage.elected = [options[winner]!]
      explanation.push(wonSentence(options, winner, totals, continuing, stages.length))
      explanation.push(...behindSentences(options, winner, totals, continuing, stages.length))
      break
    }
    const leaving = whoLeaves(continuing, totals, settings, history, options, ties)
    history.push([...totals])
    stage.excluded = leaving.map((option) => options[option]!)
    for (const option of leaving) {
      isOut[option] = true
      explanation.push({
        key: 'count.irv.excluded',
        option: options[option]!,
        values: { round: stages.length, votes: totals[option]! },
      })
    }
    for (const option of leaving) {
      const pile = piles[option]!
      piles[option] = []
      totals[option] = 0
      for (const ballot of pile) place(ballot)
    }
  }
  return {
    winners: winner === undefined ? [] : [options[winner]!],
    ...(stages.length > 0 && { totals: stages.at(-1)!.totals }),
    stages,
    valid,
    invalid,
    ties,
    explanation,
  }
}

function sorted(box: BallotBox, { overvote }: IrvSettings) {
  const invalid: InvalidBallot[] = []
  const counted: number[] = []
  let valid = 0
  for (let ballot = 0; ballot < box.distinct; ballot++) {
    const why = isEmpty(box, ballot)
      ? 'empty'
      : overvote === 'skip-ballot' && hasOvervote(box, ballot)
        ? 'overvote'
        : undefined
    if (why) invalid.push({ line: box.lines[ballot]!, why, ballots: box.copies[ballot]! })
    else {
      counted.push(ballot)
      valid += box.copies[ballot]!
    }
  }
  return { invalid, counted, valid }
}

function isEmpty(box: BallotBox, ballot: number): boolean {
  for (let at = box.starts[ballot]!; at < endOf(box, ballot); at++) if (box.marks[at] !== BLANK) return false
  return true
}

function stageOf(
  options: readonly string[],
  continuing: readonly number[],
  totals: readonly number[],
  exhausted: ReadonlyMap<Exhaustion, number>,
): Stage {
  const ids = continuing.map((option) => options[option]!)
  const gone = [...exhausted.values()].reduce((sum, ballots) => sum + ballots, 0)
  return {
    totals: record(ids, (at) => String(totals[continuing[at]!])),
    elected: [],
    excluded: [],
    exhausted: String(gone),
    exhaustedBy: Object.fromEntries([...exhausted].map(([why, ballots]) => [why, String(ballots)])),
  }
}

/** A majority of what still counts; or, of the last two (or the last), the one ahead. */
function winnerOf(
  continuing: readonly number[],
  totals: readonly number[],
  settings: IrvSettings,
  history: readonly number[][],
  options: readonly string[],
  ties: Tie[],
): number | undefined {
  const counting = continuing.reduce((sum, option) => sum + totals[option]!, 0)
  const most = Math.max(...continuing.map((option) => totals[option]!))
  const isDecided = settings.runToTwo ? continuing.length <= 2 : 2 * most > counting || continuing.length === 1
  if (!isDecided) return undefined
  const ahead = continuing.filter((option) => totals[option] === most)
  const { chosen, tie } = chooseByHistory(ahead, history, 'most', options, settings.permutation)
  if (tie) ties.push({ ...tie, stage: history.length + 1, purpose: 'win' })
  return chosen
}

function whoLeaves(
  continuing: readonly number[],
  totals: readonly number[],
  settings: IrvSettings,
  history: readonly number[][],
  options: readonly string[],
  ties: Tie[],
): number[] {
  const batch = settings.batchElimination ? hopeless(continuing, totals, settings.runToTwo) : []
  if (batch.length > 0) return batch
  const fewest = Math.min(...continuing.map((option) => totals[option]!))
  const last = continuing.filter((option) => totals[option] === fewest)
  const { chosen, tie } = chooseByHistory(last, history, 'fewest', options, settings.permutation)
  if (tie) ties.push({ ...tie, stage: history.length + 1, purpose: 'exclusion' })
  return [chosen]
}

/** The largest set at the bottom whose votes together stay below the next option's. */
function hopeless(continuing: readonly number[], totals: readonly number[], runToTwo: boolean): number[] {
  const upwards = [...continuing].sort((a, b) => totals[a]! - totals[b]!)
  let below = 0
  let size = 0
  upwards.forEach((option, at) => {
    const leaves = continuing.length - at
    if (at > 0 && totals[option]! > below && (!runToTwo || leaves >= 2)) size = at
    below += totals[option]!
  })
  return upwards.slice(0, size)
}

function wonSentence(
  options: readonly string[],
  winner: number,
  totals: readonly number[],
  continuing: readonly number[],
  round: number,
): Sentence {
  const counting = continuing.reduce((sum, option) => sum + totals[option]!, 0)
  return {
    key: 2 * totals[winner]! > counting ? 'count.irv.won-by-majority' : 'count.irv.won-as-last',
    option: options[winner]!,
    values: { round, votes: totals[winner]!, of: counting },
  }
}

/** Those still there when another won. */
function behindSentences(
  options: readonly string[],
  winner: number,
  totals: readonly number[],
  continuing: readonly number[],
  round: number,
): Sentence[] {
  const by = options[winner]!
  return continuing
    .filter((option) => option !== winner)
    .map((option) => ({
      key: 'count.irv.behind',
      option: options[option]!,
      values: { round, votes: totals[option]!, by, ahead: totals[winner]! },
    }))
}
