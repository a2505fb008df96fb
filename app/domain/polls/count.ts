/** The count of a poll: the published file of its ballots, read by the published rule with the published settings. */
import { countingRules } from '#app/domain/voting/counting'
import type { Report } from '#app/domain/voting/rules/report'
import { ballotFileLines, type Group } from './ballot-file'
import type { Channels } from './channels'
import { fewest } from './few'
import { type RuleName, ruleOf } from './rules'
import { countedAs, type Settings, type Terms } from './terms'
import type { Turnout } from './turnout'

type Counted = Pick<Terms, 'question' | 'rule' | 'settings' | 'options'>

/** What a share of those entitled must hold for the vote to count at all. */
export type QuorumCheck = { need: number; have: number; holds: boolean }
export type PollReport = Report & {
  quorum?: QuorumCheck
  turnout?: Turnout
  channels?: Channels
  /** Too few ballots for any number to be shown: what was decided is all there is */
  tooFew?: true
}

/** The keys of those that won; nobody where the quorum is missing. */
export function winnersIn({ winners = [], quorum }: PollReport): readonly string[] {
  return quorum && !quorum.holds ? [] : winners
}

/** What holds of a report: without the quorum the votes alone, and nothing of what the rule made of them. */
export function holdingIn(report: PollReport): PollReport {
  return report.quorum?.holds === false ? votesIn(report) : report
}

/** Of so few confidential ballots any number would tell who chose what. */
export function isTooFew(mode: Terms['mode'], ballots: number): boolean {
  return mode === 'confidential' && ballots > 0 && ballots < fewest
}

/** What was decided and by how many ballots; the winners in the order of the options, which tells nothing. */
export function decisionIn({ options, names, ballots, quorum, winners = [] }: PollReport): PollReport {
  return {
    settings: {},
    options,
    ballots,
    winners: options.filter((key) => winners.includes(key)),
    tooFew: true,
    ...(names && { names }),
    ...(quorum && { quorum }),
  }
}

function votesIn(all: PollReport): PollReport {
  const { stages, order, payments, ranking, strengths, locked, winnerSets, districts, ...report } = all
  return {
    ...report,
    winners: [],
    ties: [],
    explanation: [],
    ...(districts !== undefined && {
      districts: Object.fromEntries(
        Object.entries(districts as Record<string, PollReport>).map(([district, own]) => [district, votesIn(own)]),
      ),
    }),
  }
}

/** What `count --settings` takes, so that anybody counts with the same. The rules know of no roll smaller than the ballots. */
export function countSettingsOf(
  { rule, settings, options }: Counted,
  roll: number,
  seed: string,
): Record<string, unknown> {
  const tieBreak = {
    seed: { seed },
    'cost-votes-seed': { first: 'cost-votes', seed },
    'cost-votes-id': 'cost-votes-id',
  }[settings.tieBreak]
  const keys = options.map(({ key }) => key)
  switch (rule) {
    case 'yes-no':
      return {
        options: keys,
        roll,
        majority:
          settings.majority === 'half'
            ? { share: '1/2', of: 'yes-and-no', is: 'more-than' }
            : { share: '2/3', of: 'yes-and-no', is: 'at-least' },
        ...(settings.quorum !== null && {
          quorum: { share: `${settings.quorum}%`, of: 'roll', is: 'at-least', counting: 'ballots' },
        }),
      }
    case 'plurality':
      return { options: keys, seats: 1, strict: true, tieBreak }
    case 'approval':
      return {
        seats: settings.seats,
        ...(settings.maxChoices !== null && { maxChoices: settings.maxChoices }),
        tieBreak,
      }
    case 'score':
      return { options: keys, seats: settings.seats, minPoints: 0, maxPoints: settings.maxPoints, tieBreak }
    case 'irv':
      return { tieBreak }
    case 'schulze':
    case 'ranked-pairs':
      return { ...(settings.resolute && { resolute: true }), tieBreak }
    case 'stv-scottish':
    case 'seqphragmen':
    case 'equal-shares':
      return { seats: settings.seats, tieBreak }
    default:
      return {
        tieBreak,
        ...(settings.districts.length > 0 && {
          districts: settings.districts.map(({ budget, ...district }) => ({ ...district, budget: String(budget) })),
          districtsPerBallot: settings.districtsPerBallot,
        }),
        // However much money there is for few voters, the parts may grow until it is spent
        ...(rule === 'mes_cost_add1u' && { maxSteps: 100_000_000 }),
        ...(isByShares(rule) && sharesSettingsOf(settings)),
        ...(rule === 'sequential_phragmen' && { whenTooDear: settings.whenTooDear }),
        ...(settings.incompatible.length > 0 && { incompatible: settings.incompatible }),
      }
  }
}

function isByShares(rule: RuleName): boolean {
  return rule === 'mes_cost_add1' || rule === 'mes_cost_add1u'
}

const steps = { thousandth: '0.1%', hundredth: '1%', unit: '1' } as const

/** What was not fixed when the poll opened is not said: the count has its own defaults. */
function sharesSettingsOf({ startEndowment, addStep, exhaustiveOver }: Settings) {
  return {
    ...(startEndowment && { startEndowment }),
    ...(addStep && { addStep: steps[addStep] }),
    ...(exhaustiveOver && { exhaustiveOver }),
  }
}

/**
 * Counts as the command does with the published file. Throws RangeError with a sentence where nothing can be counted.
 * `told` hears how far it is: half is reading the ballots, half the rule.
 */
export function countPoll(
  terms: Counted,
  groups: readonly Group[],
  roll: number,
  seed: string,
  told?: (share: number) => void,
): PollReport {
  const { file } = ruleOf(terms.rule)
  const rule = countingRules.get(countedAs(terms))
  if (!rule) throw new RangeError(`there is no rule "${countedAs(terms)}"`)
  const settings = countSettingsOf(terms, Math.max(roll, ballotsOf(groups)), seed)
  const reader = rule.open(file, settings, undefined, (share) => told?.((1 + share) / 2))
  let line = 0
  for (const text of ballotFileLines(terms, groups)) {
    line += 1
    reader.line(text, line)
    if (line % 1000 === 0) told?.(Math.min(line / groups.length, 1) / 2)
  }
  const report = { ...reader.end(), names: Object.fromEntries(terms.options.map(({ key, title }) => [key, title])) }
  const quorum = quorumOf(terms, groups, roll)
  return quorum ? { ...report, quorum } : report
}

function quorumOf({ settings }: Counted, groups: readonly Group[], roll: number): QuorumCheck | null {
  if (settings.quorum === null) return null
  const have = ballotsOf(groups)
  const need = Math.ceil((settings.quorum * roll) / 100)
  return { need, have, holds: have >= need }
}

function ballotsOf(groups: readonly Group[]): number {
  return groups.reduce((sum, { copies }) => sum + copies, 0)
}
