/** A count told in English at the terminal; the pages say the same sentences in their readers' languages. */
import type { Report } from '#app/domain/voting/rules/report'
import { type Said, toldOf } from './count-options-told'
import { selectionWords } from './count-selection-words'

const words: Record<string, string> = {
  ...selectionWords,
  'count.plurality.won': '{option} wins: first on {votes} of {of} ballots',
  'count.plurality.did-not-win': '{option} does not win: first on {votes} of {of} ballots',
  'count.approval.won': '{option} wins: named on {votes} of {of} ballots',
  'count.approval.did-not-win': '{option} does not win: named on {votes} of {of} ballots',
  'count.score.won': '{option} wins: {score} points, from {votes} of {of} ballots',
  'count.score.did-not-win': '{option} does not win: {score} points, from {votes} of {of} ballots',
  'count.yes-no.quorum-met': 'the quorum is met: {have}, needed {need} ({base})',
  'count.yes-no.quorum-not-met': 'the quorum is not met: {have}, needed {need} ({base})',
  'count.yes-no.majority-met': 'yes has its majority: {have}, needed {need} ({base})',
  'count.yes-no.majority-not-met': 'yes has no majority: {have}, needed {need} ({base})',
  'count.yes-no.votes': '{option}: {votes} of {of} ballots',
  'count.irv.excluded': '{option} is out in round {round}, with {votes} ballots',
  'count.irv.won-by-majority': '{option} wins in round {round}: {votes} of the {of} ballots that still count',
  'count.irv.won-as-last': '{option} wins in round {round} as the last one left ahead, with {votes} of {of} ballots',
  'count.irv.behind': '{option} is still there in round {round}, with {votes} ballots; {by} has more, {ahead}',
  'count.lost-by-lot': '{option} does not win: it is tied with {by}, whom the order chose',
  'count.schulze.beats-all': '{option} wins against every other option, one against one',
  'count.schulze.unbeaten': '{option} wins: no option has a stronger path to it than it has back',
  'count.schulze.beaten': '{option} does not win: the path from {by} is {path} strong, the path back {back}',
  'count.ranked-pairs.beats-all': '{option} wins against every other option, one against one',
  'count.ranked-pairs.first': '{option} wins: no kept defeat goes against it',
  'count.ranked-pairs.beaten':
    '{option} does not win: {by} defeats it by {votes} to {against}, and that defeat is kept',
  'count.ranked-pairs.not-first': '{option} does not win',
  'count.ranked-pairs.left-out': 'left out, as it would close a circle: {winner} over {loser}, {votes} to {against}',
  'count.stv.elected-at-quota': '{option} is elected at stage {stage}: {votes} votes, the quota is {quota}',
  'count.stv.elected-as-last':
    '{option} is elected at stage {stage} with {votes} votes: as many are left as there are vacancies',
  'count.stv.excluded': '{option} is excluded at stage {stage}, with the fewest votes ({votes})',
  'count.stv.no-seat-left': '{option} is left at stage {stage} with {votes} votes, when every vacancy is filled',
}

/** What the count says of one option, a sentence a line. */
export function explained(report: Report, id: string): string {
  const about = sentencesOf(report).filter(({ option }) => option === id)
  return [...about, ...toldOf(report, id)].map((sentence) => said(sentence, report.names)).join('\n')
}

export function summary(report: Report): string {
  const named = (id: string) => report.names?.[id] ?? id
  const ties = (report.ties ?? []) as { between: string[]; chosen: string[]; how: string }[]
  return [
    `ballots: ${report.ballots}`,
    `winners: ${(report.winners ?? []).map(named).join(', ') || 'nobody'}`,
    ...ties.map(
      ({ between, chosen, how }) =>
        `tie between ${between.map(named).join(', ')}: ${chosen.map(named).join(', ')}, by ${how.replaceAll('-', ' ')}`,
    ),
    ...sentencesOf(report).map((sentence) => said(sentence, report.names)),
  ].join('\n')
}

function sentencesOf(report: Report): Said[] {
  return (report.explanation ?? []) as Said[]
}

function said({ key, option, values }: Said, names: Report['names']): string {
  const named = (value: unknown) => names?.[String(value)] ?? String(value)
  const template = words[key]
  if (template === undefined)
    return [option, key, JSON.stringify(values)].filter((part) => part !== undefined).join(' ')
  const ids = new Set(['option', 'by', 'winner', 'loser', 'with', 'stoppedAt'])
  return template.replace(/\{([\w-]+)\}/g, (_, name: string) => {
    const value = name === 'option' ? option : values[name]
    return ids.has(name) ? [value].flat().map(named).join(', ') : String(value)
  })
}
