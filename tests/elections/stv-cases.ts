/** Official stage tables of Scottish councils, to five decimals. */
import type { Stage } from '#app/domain/voting/rules/outcome'
import { type Check, compared, count, type ElectionCase, numbers, sorted } from './case'

interface StvExpected {
  seats: number
  valid_ballots: number
  quota: number
  elected?: { candidate: string; stage: number }[]
  elected_set?: string[]
  excluded?: { candidate: string; stage: number }[]
  stages: { totals: Record<string, string>; nontransferable?: string }[]
}

export function checkStv(election: ElectionCase): Check[] {
  const input = election.inputs[0]!
  const expect = election.expect as StvExpected
  const report = count('stv-scottish', input, election.read(input))
  const stages = report.stages as Stage[]
  const stageOf = (id: string, what: 'elected' | 'excluded') =>
    stages.findIndex((stage) => stage[what].includes(id)) + 1
  const dated = (what: 'elected' | 'excluded') =>
    (expect[what] ?? [])
      .filter(({ stage }) => stage > 0)
      .map(({ candidate, stage }): [string, unknown, unknown] => [
        `${candidate} ${what}`,
        stageOf(candidate, what),
        stage,
      ])
  return [
    compared('stv-scottish', election.id, [
      ['valid', report.valid, expect.valid_ballots],
      ['quota', Number(report.quota), expect.quota],
      [
        'elected',
        sorted(report.winners ?? []),
        sorted(expect.elected_set ?? expect.elected!.map(({ candidate }) => candidate)),
      ],
      ['stages', stages.length, expect.stages.length],
      ...dated('elected'),
      ...dated('excluded'),
      ...expect.stages.flatMap((stage, at): [string, unknown, unknown][] => [
        [`stage ${at + 1}`, numbers(stages[at]?.totals ?? {}), numbers(stage.totals)],
        ...(stage.nontransferable === undefined
          ? []
          : [
              [`stage ${at + 1} nontransferable`, stages[at]?.nontransferable, stage.nontransferable] as [
                string,
                unknown,
                unknown,
              ],
            ]),
      ]),
    ]),
  ]
}
