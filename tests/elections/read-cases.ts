/** What is no election of options: opinion maps, panels by lot, and the archives of secret votes. */
import { parse } from 'csv-parse/sync'
import { auditArchive } from '#app/domain/voting/belenios/audit'
import { withNativePowers } from '#app/domain/voting/belenios/native-powers.server'
import { countingRules } from '#app/domain/voting/counting'
import { tableReader } from '#app/domain/voting/formats/csv-table'
import { readText } from '#app/domain/voting/formats/lines'
import type { OpinionCount } from '#app/domain/voting/opinions/counting'
import type { PanelCount } from '#app/domain/voting/sortition/counting'
import { panelRule } from '#app/domain/voting/sortition/panel-file'
import { loadSolver } from '#app/domain/voting/sortition/solver.server'
import { type Check, compared, type ElectionCase } from './case'

type Fields = Record<string, unknown>
type Kept = { tid: number; 'n-success': number; 'n-trials': number }

/** What is computed from official groups, and the plain totals; the groups themselves are another start's (`real-conversations.test.ts`). */
export function checkOpinions({ id, inputs, expect, read }: ElectionCase): Check[] {
  const theirs = expect as Fields
  const groups = theirs.groups as Record<string, number[]>
  const statements = inputs.includes('statements.json') ? JSON.parse(read('statements.json')) : undefined
  const settings = statements ? { groups } : {}
  const ours = readText(
    countingRules.get('polis')!.open('csv', settings, statements),
    read('votes.csv'),
  ) as unknown as OpinionCount
  // The export's own matrix: its list of comments counts a changed vote each time
  const matrix: Record<string, string>[] = statements ? [] : parse(read('participants-votes.csv'), { columns: true })
  const cast = (tid: string, vote: string) => matrix.filter((row) => row[tid] === vote).length
  const totals = Object.keys((theirs.statement_totals ?? {}) as Fields)
  const consensus = Object.entries((theirs.group_aware_consensus ?? {}) as Record<string, number>)
  const { agree = [], disagree = [] } = (theirs.consensus ?? {}) as Record<'agree' | 'disagree', Kept[]>
  const plain = (list: Kept[]) => list.map((one) => [String(one.tid), one['n-success'], one['n-trials']])
  const shown = (list: OpinionCount['consensus']['agree']) =>
    list.map((one) => [one.statement, one.success, one.trials])
  return [
    compared('polis', id, [
      ...totals.flatMap((tid): [string, unknown, unknown][] => [
        [`${tid} agree`, ours.statements[tid]?.agree, cast(tid, '1')],
        [`${tid} disagree`, ours.statements[tid]?.disagree, cast(tid, '-1')],
      ]),
      ...consensus.map(([tid, value]): [string, unknown, unknown] => [
        `${tid} unites`,
        ours.groupConsensus[tid]?.toFixed(12),
        value.toFixed(12),
      ]),
      ['all agree', statements && shown(ours.consensus.agree), statements && plain(agree)],
      ['all disagree', statements && shown(ours.consensus.disagree), statements && plain(disagree)],
    ]),
  ]
}

export async function checkPanels({ id, params, expect, read, ...election }: ElectionCase): Promise<Check[]> {
  const { marginals, all_probabilities, same_address_forbidden, panel_size } = expect as Fields
  const solve = await loadSolver()
  return (['maximin', 'leximin'] as const).map((name) => {
    const rule = panelRule(name, solve)
    const reader = election.inputs.includes('input.json')
      ? rule.open('json', { sameAddress: same_address_forbidden === true })
      : rule.open('csv', { panelSize: panel_size }, readText(tableReader(), read('categories.csv')))
    const ours = readText(reader, read(election.inputs.at(-1)!)) as PanelCount
    const chances = Object.entries(ours.marginals!)
    const expected = (person: string) =>
      (marginals as Record<string, number> | undefined)?.[person] ?? all_probabilities
    const away = chances.filter(
      ([person, chance]) => !(Math.abs(Number(chance) - Number(expected(person))) < Number(params.tolerance)),
    )
    return compared(name, id, [['chances that differ', away, []]])
  })
}

/** An honest archive and one with a changed result; `npm run -s verify` and belenios-tool are held against each other elsewhere. */
export async function checkSecret({ id, inputs, expect, read }: ElectionCase): Promise<Check[]> {
  const archives = inputs.filter((input) => input.endsWith('.bel'))
  const checks = archives.map(async (archive) => {
    const theirs = ((expect as Record<string, Fields>)[archive] ?? expect) as Fields
    const audit = await auditArchive([Buffer.from(read(archive))], { accelerated: withNativePowers })
    const isAccepted = audit.verdict === 'accepted'
    return compared('secret ballots', id, [
      ['verdict', audit.verdict, `${theirs.verify}ed`],
      ['result', isAccepted ? audit.totals : undefined, theirs.result],
      ['ballots', isAccepted ? audit.ballotsPosted : undefined, theirs.num_ballots],
    ])
  })
  return Promise.all(checks)
}
