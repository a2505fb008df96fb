/** How fast budgets are counted exactly: a real district when it is there, and a large invented one. */
import { existsSync, readFileSync } from 'node:fs'
import { ballotBox } from '#app/domain/voting/budgets/ballots'
import { countBudget } from '#app/domain/voting/budgets/counting'
import type { BudgetElection } from '#app/domain/voting/budgets/election'
import { pabulibReader } from '#app/domain/voting/budgets/pabulib'
import { pabulibLines } from '#app/domain/voting/budgets/pabulib-writer'
import { readText } from '#app/domain/voting/formats/lines'

const wola = '../shared/data/elections/pb-warszawa-2023-wola/election.pb'

export const budgetMeasures: { name: string; run(): Promise<{ figure: number; unit: string }> }[] = [
  ...(existsSync(wola)
    ? [
        {
          name: 'equal shares with add1, exact: Warszawa Wola 2023, 6,760 voters, 67 projects',
          run: async () =>
            cpuSeconds(countWith('mes_cost_add1'), readText(pabulibReader(), readFileSync(wola, 'utf8'))),
        },
      ]
    : []),
  {
    name: 'equal shares with add1, exact: invented district, 100,000 voters, 150 projects',
    run: async () => cpuSeconds(countWith('mes_cost_add1'), inventedDistrict(100_000, 150)),
  },
  {
    name: 'sequential Phragmén, exact: invented district, 100,000 voters, 150 projects',
    run: async () => cpuSeconds(countWith('sequential_phragmen'), inventedDistrict(100_000, 150)),
  },
  {
    name: 'reading a Pabulib file of 100,000 ballots',
    run: async () => {
      const lines = [...pabulibLines(inventedDistrict(100_000, 150))]
      return cpuSeconds((reader) => {
        for (const [at, line] of lines.entries()) reader.line(line, at + 1)
        reader.end()
      }, pabulibReader())
    },
  },
]

/**
 * Projects of very different cost and appeal, voters with leanings towards a few kinds of project, at most 15 marks a
 * ballot: nearly all ballots differ, which is the hardest case.
 */
export function inventedDistrict(voters: number, projects: number, seed = 20_26): BudgetElection {
  const random = sequence(seed)
  const kinds = 8
  const offers = Array.from({ length: projects }, (_, at) => ({
    kind: Math.floor(random() * kinds),
    appeal: random() ** 2,
    cost: BigInt(Math.round(5_000 * 10 ** (random() * 2))),
    id: `P${String(at + 1).padStart(3, '0')}`,
  }))
  const box = ballotBox()
  for (let voter = 0; voter < voters; voter += 1) {
    const likes = [Math.floor(random() * kinds), Math.floor(random() * kinds)]
    const most = 1 + Math.floor(random() * 15)
    const ballot: number[] = []
    for (let tries = 0; tries < 60 && ballot.length < most; tries += 1) {
      const project = Math.floor(random() * projects)
      const offer = offers[project]!
      const chance = offer.appeal * (likes.includes(offer.kind) ? 1 : 0.2)
      if (random() < chance && !ballot.includes(project)) ballot.push(project)
    }
    box.add(ballot)
  }
  const total = offers.reduce((sum, { cost }) => sum + cost, 0n)
  return {
    meta: new Map(),
    voteType: 'approval',
    decimals: 0,
    budget: total / 3n,
    projects: offers.map(({ id, cost }) => ({ id, cost, name: id, fields: {} })),
    ballots: box.seal(),
    voters,
    remarks: [],
  }
}

const countWith = (rule: string) => (election: BudgetElection) => countBudget(rule, election, {})

function cpuSeconds<T>(act: (input: T) => unknown, input: T): { figure: number; unit: string } {
  const before = process.cpuUsage()
  act(input)
  const { user, system } = process.cpuUsage(before)
  return { figure: Math.round((user + system) / 10_000) / 100, unit: 'CPU seconds' }
}

/** Mulberry32: the same district every time. */
function sequence(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mix = Math.imul(state ^ (state >>> 15), 1 | state)
    mix = (mix + Math.imul(mix ^ (mix >>> 7), 61 | mix)) ^ mix
    return ((mix ^ (mix >>> 14)) >>> 0) / 4_294_967_296
  }
}
