/** The rules for choices, scores and rankings by their published names, over ballots in a box or in a file. */
import { pabulibReader } from '#app/domain/voting/budgets/pabulib'
import type { BallotFile } from '#app/domain/voting/formats/ballot-file'
import { bltReader } from '#app/domain/voting/formats/blt'
import { csvReader } from '#app/domain/voting/formats/csv-ballots'
import { cvotesReader } from '#app/domain/voting/formats/cvotes'
import { InputFault } from '#app/domain/voting/formats/faults'
import { jsonReader } from '#app/domain/voting/formats/json-ballots'
import type { LineReader } from '#app/domain/voting/formats/lines'
import { boxOfPabulib } from '#app/domain/voting/formats/pabulib-box'
import { countApproval } from './approval'
import type { BallotBox } from './ballots'
import { countIrv } from './irv'
import type { Outcome } from './outcome'
import { countPlurality } from './plurality'
import { countRankedPairs } from './ranked-pairs'
import { type CountingRule, parsedSettings, type Report, SettingsFault } from './report'
import { countSchulze } from './schulze'
import { countScores } from './score'
import { type CountSettings, countSettings } from './settings'
import { parseShare } from './shares'
import { countScottishStv } from './stv'
import { type Permutation, permutationOf } from './ties'
import { countYesNo, type Quorum, type Threshold } from './yes-no'

interface BallotRule {
  content: 'ranks' | 'points'
  uses: readonly (keyof CountSettings)[]
  count(box: BallotBox, settings: Resolved, permutation: Permutation): Outcome
}

type Resolved = CountSettings & { seats: number; unranked: 'tied-last' | 'ignored' }

const ballotRules = {
  plurality: {
    content: 'ranks',
    uses: ['seats', 'strict'],
    count: (box, { seats, strict }, permutation) => countPlurality(box, { seats, strict, permutation }),
  },
  approval: {
    content: 'ranks',
    uses: ['seats', 'minChoices', 'maxChoices'],
    count: (box, { seats, minChoices, maxChoices }, permutation) =>
      countApproval(box, { seats, minChoices, maxChoices, permutation }),
  },
  score: {
    content: 'points',
    uses: ['seats', 'scoreBy', 'minPoints', 'maxPoints', 'maxSum'],
    count: (box, { seats, scoreBy, minPoints, maxPoints, maxSum }, permutation) =>
      countScores(box, { seats, scoreBy, minPoints, maxPoints, maxSum, permutation }),
  },
  'yes-no': {
    content: 'ranks',
    uses: ['answers', 'majority', 'quorum', 'roll'],
    count: (box, { answers, majority, quorum, roll }) =>
      countYesNo(box, { ...answers, majority: exactly(majority), quorum: quorum && exactly(quorum), roll }),
  },
  irv: {
    content: 'ranks',
    uses: ['overvote', 'skippedRanksExhaustAt', 'duplicates', 'writeIns', 'batchElimination', 'runToTwo'],
    count: (box, settings, permutation) => countIrv(box, { ...settings, permutation }),
  },
  schulze: {
    content: 'ranks',
    uses: ['strength', 'unranked', 'resolute'],
    count: (box, settings, permutation) => countSchulze(box, { ...settings, permutation }),
  },
  'ranked-pairs': {
    content: 'ranks',
    uses: ['strength', 'unranked', 'resolute'],
    count: (box, settings, permutation) => countRankedPairs(box, { ...settings, permutation }),
  },
  'stv-scottish': {
    content: 'ranks',
    uses: ['seats'],
    count: (box, { seats }, permutation) => countScottishStv(box, { seats, permutation }),
  },
} as const satisfies Record<string, BallotRule>

export type BallotRuleName = keyof typeof ballotRules

export const ballotCountingRules: readonly [name: string, rule: CountingRule][] = Object.keys(ballotRules).map(
  (name) => [name, fileRule(name as BallotRuleName)],
)

/** Counts ballots that are already in a box: what the platform does at closing, and what the command does with a file. */
export function countBallots(name: BallotRuleName, { box, ...file }: BallotFile, given: unknown): Report & Outcome {
  const rule: BallotRule = ballotRules[name]
  const settings = resolved(name, parsedSettings(countSettings, given), file)
  const permutation = permutationOf(box.options, settings.tieBreak)
  const outcome = rule.count(box, settings, permutation)
  const used = [...rule.uses, ...(settings.options ? (['options'] as const) : []), 'tieBreak'] as const
  return {
    settings: Object.fromEntries(used.map((key) => [key, settings[key]])),
    options: box.options,
    ...(box.names.size > 0 && { names: Object.fromEntries(box.names) }),
    ...(typeof settings.tieBreak === 'object' &&
      'seed' in settings.tieBreak && { tieBreakOrder: inOrder(box, permutation) }),
    ballots: box.ballots,
    ...outcome,
    invalid: outcome.invalid.slice(0, MOST_INVALID_SHOWN),
  }
}

const MOST_INVALID_SHOWN = 1000

function fileRule(name: BallotRuleName): CountingRule {
  return {
    endings: ['blt', 'cvotes', 'csv', 'json', 'pb'],
    open(ending, given) {
      const reader = ballotReader(ending, ballotRules[name].content, parsedSettings(countSettings, given))
      return { line: reader.line, end: () => countBallots(name, reader.end(), given) }
    },
  }
}

function ballotReader(ending: string, content: 'ranks' | 'points', { options }: CountSettings): LineReader<BallotFile> {
  if (ending === 'csv') return csvReader(content, options)
  if (ending === 'json') return jsonReader(content)
  if (ending === 'pb') {
    const reader = pabulibReader()
    return { line: reader.line, end: () => boxOfPabulib(reader.end(), content) }
  }
  if (content === 'points') throw new InputFault(1, `a .${ending} file holds ranks, this rule needs points`)
  return ending === 'blt' ? bltReader() : cvotesReader()
}

function resolved(name: BallotRuleName, settings: CountSettings, file: Omit<BallotFile, 'box'>): Resolved {
  const seats = settings.seats ?? file.seats ?? (name === 'stv-scottish' ? undefined : 1)
  if (seats === undefined) throw new SettingsFault(['seats'], '"seats": the file does not say how many are elected')
  return { ...settings, seats, unranked: settings.unranked ?? file.unranked ?? 'tied-last' }
}

function inOrder({ options }: BallotBox, permutation: Permutation): string[] {
  return options
    .map((id, option) => ({ id, favour: permutation[option]! }))
    .sort((a, b) => a.favour - b.favour)
    .map(({ id }) => id)
}

/** The schema has checked that the share can be read. */
function exactly<T extends { share: string }>(threshold: T): Omit<T, 'share'> & Pick<Threshold | Quorum, 'share'> {
  return { ...threshold, share: parseShare(threshold.share)! }
}
