/** One fair lottery from a pool, its quotas and settings: the count behind `--rule maximin` and `--rule leximin`. */
import { z } from 'zod'
import { shown } from '#app/domain/voting/formats/faults'
import { record, type Sentence } from '#app/domain/voting/rules/outcome'
import { type FairLottery, fairLottery } from './fair-lottery'
import { whyImpossible } from './feasibility'
import { type Kind, kindsOf } from './kinds'
import { peopleLottery, sizeOfPeopleLottery, wholeChance } from './people-lottery'
import type { Pool } from './pool'
import type { Solve } from './program'
import { digestOf, drawnTicket, type Tickets, ticketsEach, ticketsOf } from './tickets'

export const panelSettings = z.strictObject({
  /** Never two people of one home. */
  sameAddress: z.boolean().default(false),
  /** Number of equal tickets of the public draw. */
  tickets: z.int().min(1).max(100_000).default(1_000),
  /** Orders the people of a kind; published with the quotas. */
  seed: z.string().min(1).max(500).default('agora'),
  /** Draws the ticket; comes after the lottery is published. */
  drawSeed: z.string().min(1).max(500).optional(),
})
export type PanelSettings = z.input<typeof panelSettings>

export type PanelCount = {
  rule: 'maximin' | 'leximin'
  settings: z.output<typeof panelSettings>
  options: string[]
  ballots: number
  valid: number
  invalid: never[]
  /** The drawn panel, once there is a seed for the draw. */
  winners: string[]
  /** Chances as decimals of twelve places; in `panels` and `marginals` they are those of the fair lottery. */
  marginals?: Record<string, string>
  panels?: { panel: string[]; p: number }[]
  value?: string
  /** People whom no panel within the quotas contains. */
  never?: string[]
  /** What is drawn in public: see `lotteryText` for the text behind the digest. */
  lottery?: { tickets: Tickets; digest: string; smallest: string; largestDifference: string }
  drawn?: { ticket: number; panel: readonly string[] }
  infeasible?: true
  why?: Sentence[]
  ties: never[]
  explanation: Sentence[]
}

/** A lottery of more panels than this is listed by tickets instead. */
const mostPanels = 20_000

/** Quotas that cannot be met are a result (`infeasible`, with reasons in `why`). Throws RangeError about the settings. */
export function countPanels(pool: Pool, rule: 'maximin' | 'leximin', given: PanelSettings, solve: Solve): PanelCount {
  const settings = checked(given)
  const kinds = kindsOf(pool, settings.sameAddress)
  const options = pool.people.map(({ id }) => id)
  const head = { rule, settings, options, ballots: options.length, valid: options.length, invalid: [], ties: [] }
  const why = whyImpossible(pool, kinds, solve)
  if (why.length > 0) return { ...head, winners: [], infeasible: true, why, explanation: why }
  const fair = fairLottery(pool, kinds, rule, solve)
  const tickets = ticketsOf(kinds, fair, settings.tickets, settings.seed)
  const drawn = settings.drawSeed === undefined ? undefined : drawnTicket(tickets, settings.drawSeed)
  return {
    ...head,
    winners: drawn ? [...drawn.panel] : [],
    ...chancesOf(options, kinds, fair, settings.seed),
    never: fair.never.flatMap((kind) => kinds[kind]!.people),
    lottery: publishedOf(kinds, fair, tickets),
    ...(drawn && { drawn }),
    explanation: explanationOf(pool, kinds, fair, tickets),
  }
}

function checked(given: PanelSettings): z.output<typeof panelSettings> {
  const parsed = panelSettings.safeParse(given)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new RangeError(`setting ${shown(issue?.path.join('.') ?? '')}: ${issue?.message ?? 'not understood'}`)
}

/** Panels, and everybody's chance summed from them in whole units. */
function chancesOf(options: readonly string[], kinds: readonly Kind[], fair: FairLottery, seed: string) {
  const panels =
    sizeOfPeopleLottery(kinds, fair) <= mostPanels
      ? peopleLottery(kinds, fair, seed).panels
      : ticketsOf(kinds, fair, mostPanels, seed).map((people) => ({
          people: [...people],
          units: wholeChance / mostPanels,
        }))
  const units = new Map<string, number>()
  for (const { people, units: own } of panels) {
    for (const person of people) units.set(person, (units.get(person) ?? 0) + own)
  }
  const never = new Set(fair.never.flatMap((kind) => kinds[kind]!.people))
  const drawable = options.filter((id) => !never.has(id))
  return {
    marginals: record(options, (index) => decimal(units.get(options[index]!) ?? 0)),
    panels: panels.map(({ people, units: own }) => ({ panel: people, p: own / wholeChance })),
    value: decimal(drawable.reduce((least, id) => Math.min(least, units.get(id) ?? 0), wholeChance)),
  }
}

function publishedOf(kinds: readonly Kind[], fair: FairLottery, tickets: Tickets) {
  const each = ticketsEach(tickets)
  let [smallest, largestDifference] = [1, 0]
  for (const [kind, { people }] of kinds.entries()) {
    if (fair.never.includes(kind)) continue
    for (const person of people) {
      const chance = (each.get(person) ?? 0) / tickets.length
      smallest = Math.min(smallest, chance)
      largestDifference = Math.max(largestDifference, Math.abs(chance - fair.chances[kind]!))
    }
  }
  return {
    tickets,
    digest: digestOf(tickets),
    smallest: smallest.toFixed(6),
    largestDifference: largestDifference.toFixed(6),
  }
}

function explanationOf(pool: Pool, kinds: readonly Kind[], fair: FairLottery, tickets: Tickets): Sentence[] {
  const never = fair.never.reduce((sum, kind) => sum + kinds[kind]!.people.length, 0)
  const percent = (chance: number) => (100 * chance).toFixed(2)
  return [
    { key: 'panels.pool', values: { people: pool.people.length, seats: pool.panelSize, kinds: kinds.length } },
    { key: 'panels.smallest-chance', values: { percent: percent(fair.value) } },
    { key: 'panels.even-chance', values: { percent: percent(pool.panelSize / pool.people.length) } },
    ...(never > 0 ? [{ key: 'panels.never', values: { people: never } }] : []),
    { key: 'panels.tickets', values: { tickets: tickets.length } },
  ]
}

/** Units of 10⁻¹² as a decimal, without trailing zeros. */
function decimal(units: number): string {
  const digits = String(units).padStart(13, '0')
  return `${digits.slice(0, -12)}.${digits.slice(-12)}`.replace(/\.?0+$/, '')
}
