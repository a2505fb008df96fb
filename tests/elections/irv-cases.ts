/** Instant-runoff elections: RCTab's own tests with their switches, and Burlington 2009. */
import type { Stage } from '#app/domain/voting/rules/outcome'
import { type Check, compared, count, type ElectionCase, numbers } from './case'

interface Round {
  tally: Record<string, unknown>
  eliminated?: string[]
  elected?: string[]
  results?: { eliminated?: string; elected?: string }[]
  inactive?: Record<string, string>
}

export function checkIrv(election: ElectionCase): Check[] {
  const input = election.inputs[0]!
  const expect = election.expect as Record<string, unknown>
  if (election.id.startsWith('irv-burlington')) return checkBurlington(election, input, expect)
  const report = count('irv', input, election.read(input), settingsOf(election.params))
  const stages = report.stages as Stage[]
  const rounds = expect.rounds as Round[]
  const inactive = (round: Round) => Object.values(round.inactive ?? {}).reduce((sum, some) => sum + Number(some), 0)
  return [
    compared('irv', election.id, [
      ['rounds', stages.length, rounds.length],
      ...rounds.flatMap((round, at): [string, unknown, unknown][] => [
        [
          `round ${at + 1}`,
          withoutZeros(numbers(stages[at]?.totals ?? {})),
          withoutZeros(numbers(byCode(round.tally))),
        ],
        [`round ${at + 1} exhausted`, Number(stages[at]?.exhausted), inactive(round)],
        [`round ${at + 1} out`, stages[at]?.excluded.toSorted(), named(round, 'eliminated', stages)],
        [`round ${at + 1} elected`, stages[at]?.elected, named(round, 'elected', stages)],
      ]),
    ]),
  ]
}

/** RCTab's names for the same switches. */
function settingsOf(params: Record<string, unknown>): object {
  const skipped = Number(params.maxSkippedRanksAllowed)
  const overvotes: Record<string, string> = {
    exhaustImmediately: 'exhaust',
    alwaysSkipToNextRank: 'skip-rank',
    exhaustIfMultipleContinuing: 'exhaust-if-several-continue',
  }
  return {
    overvote: overvotes[String(params.overvoteRule)],
    skippedRanksExhaustAt: Number.isNaN(skipped) ? 0 : skipped + 1,
    duplicates: params.exhaustOnDuplicateCandidate === true ? 'exhaust' : 'ignore',
    batchElimination: params.batchElimination === true,
    runToTwo: params.continueUntilTwoCandidatesRemain === true,
  }
}

/** The RCTab test files write `Candidate A Name` for what the ballots call `A`. */
function code(name: string): string {
  return /^Candidate (\w+) Name$/.exec(name)?.[1] ?? name
}

function byCode(tally: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(tally).map(([name, votes]) => [code(name), votes]))
}

/** Options that no ballot names are not in a file of ballots. */
function withoutZeros(totals: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(totals).filter(([, votes]) => votes > 0))
}

function named(round: Round, what: 'eliminated' | 'elected', stages: readonly Stage[]): string[] {
  const known = new Set(Object.keys(stages[0]?.totals ?? {}))
  const listed = round[what] ?? (round.results ?? []).flatMap((result) => result[what] ?? [])
  return listed
    .map(code)
    .filter((id) => known.has(id))
    .toSorted()
}

function checkBurlington(election: ElectionCase, input: string, expect: Record<string, unknown>): Check[] {
  const text = election.read(input)
  const final = expect.final_round_on_this_file as Record<string, number>
  const { exhausted, ...totals } = final
  const irv = count('irv', input, text)
  const last = (irv.stages as Stage[]).at(-1)!
  const pairs = count('schulze', input, text)
  const pairwise = pairs.pairwise as Record<string, Record<string, number>>
  const published = Object.entries(expect.pairwise_published as Record<string, [number, number]>)
  return [
    compared('irv', election.id, [
      ['winner', irv.winners, [expect.winner]],
      ['final round', numbers(last.totals), totals],
      ['exhausted', Number(last.exhausted), exhausted],
    ]),
    compared('pairwise', election.id, [
      ['Condorcet winner', pairs.winners, [expect.condorcet_winner]],
      ...published.map(([pair, [most, least]]): [string, unknown, unknown] => {
        const [a, b] = pair.split('>') as [string, string]
        const isNear = Math.abs(pairwise[a]![b]! - most) <= 5 && Math.abs(pairwise[b]![a]! - least) <= 5
        return [`${pair} within five ballots`, isNear, true]
      }),
    ]),
  ]
}
