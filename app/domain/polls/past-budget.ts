/** A Pabulib file read as a poll: its terms, and what else its count needs. */
import { z } from 'zod'
import { type BudgetElection, money } from '#app/domain/voting/budgets/election'
import { InputFault } from '#app/domain/voting/formats/faults'
import { ownKey } from './ballot-file'
import { type RuleName, ruleNames, ruleOf } from './rules'
import { completions, type Settings, settingsShape, type Terms } from './terms'

/** As the line says that our own archives have. */
const ownShape = z.object({
  rule: z.enum(ruleNames).refine((rule) => ruleOf(rule).budget),
  settings: settingsShape,
  roll: z.int().min(0),
  seed: z.string(),
})
type Own = z.output<typeof ownShape>

export function readBudget(election: BudgetElection, question: string | null) {
  const { roll, seed, ...counted } = ownIn(election) ?? foreignIn(election)
  return { roll, seed, terms: termsOf(election, question, counted) }
}

function ownIn({ meta }: BudgetElection): Own | null {
  const text = meta.get(ownKey)
  if (text === undefined) return null
  const parsed = z.preprocess(jsonIn, ownShape).safeParse(text)
  if (parsed.success) return parsed.data
  throw new InputFault(1, `the line "${ownKey}" does not say how this budget was counted`)
}

function jsonIn(text: unknown): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    return null
  }
}

/** Equal shares by the names of its completions: of the count's own first steps. */
const shares = completions.map((completion) => [`mes_cost_${completion}`, 'mes_cost_add1u', { completion }] as const)

/** The rules that we count exactly as archives mean them; a file of any other rule is refused. */
const rules: readonly (readonly [name: string, rule: RuleName, settings: Partial<Settings>])[] = [
  ['greedy', 'greedy_by_votes', {}],
  ['greedy-no-skip', 'greedy-no-skip', {}],
  ['equalshares', 'mes_cost_add1u', { completion: 'no_completion' }],
  ['equalshares/add1', 'mes_cost_add1', {}],
  ['equalshares/add1u', 'mes_cost_add1u', {}],
  ...shares,
  ['sequential_phragmen', 'sequential_phragmen', {}],
]

function foreignIn({ meta, voters }: BudgetElection): Own {
  const name = meta.get('rule') ?? ''
  const [, rule, some] = rules.find(([known]) => known === name) ?? []
  if (!rule)
    throw new InputFault(1, `the rule "${name.slice(0, 60)}" is not one of ${rules.map(([known]) => known).join(', ')}`)
  const most = Number(meta.get('max_length'))
  const settings = settingsShape.parse({
    maxChoices: Number.isInteger(most) && most > 0 && most <= 100 ? most : null,
    tieBreak: 'cost-votes-id',
    ...some,
  })
  return { rule, settings, roll: voters, seed: 'none' }
}

function termsOf(election: BudgetElection, question: string | null, counted: Pick<Terms, 'rule' | 'settings'>): Terms {
  const { meta } = election
  const closesAt = dayOf(meta.get('date_end')) ?? new Date('2000-01-02T00:00:00Z')
  const opensAt = dayOf(meta.get('date_begin')) ?? new Date(closesAt.getTime() - 86_400_000)
  return {
    question: question ?? [meta.get('description'), meta.get('instance')].filter(Boolean).join(' · '),
    description: '',
    rule: counted.rule,
    settings: {
      ...counted.settings,
      budget: Number(money(election, election.budget)),
      currency: meta.get('currency') === 'EUR' ? '€' : (meta.get('currency') ?? '').slice(0, 10),
    },
    mode: 'confidential',
    voters: 'confirmed',
    showsRunning: false,
    opensAt: opensAt.toISOString(),
    closesAt: (closesAt > opensAt ? closesAt : new Date(opensAt.getTime() + 86_400_000)).toISOString(),
    commitment: 'none',
    options: election.projects.map(({ id, name, cost, fields }) => ({
      id,
      key: id,
      title: name,
      text: '',
      cost: Number(cost),
      place: fields.neighborhood || null,
      proposalId: null,
    })),
  }
}

/** `18.09.2023` or `2023-09-18`, at midnight. */
function dayOf(text: string | undefined): Date | null {
  const found = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text ?? '')
  const date = new Date(found ? `${found[3]}-${found[2]}-${found[1]}T00:00:00Z` : `${text}T00:00:00Z`)
  return Number.isNaN(date.getTime()) ? null : date
}
