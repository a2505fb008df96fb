/** The ballots of a poll as a file in a published format, the same for the count, for readers, and for whoever counts again. */
import { budgetElection } from '#app/domain/voting/budgets/election'
import { pabulibLines } from '#app/domain/voting/budgets/pabulib-writer'
import { writeBlt } from '#app/domain/voting/formats/blt'
import { writeCsv } from '#app/domain/voting/formats/csv-writer'
import { writeJson } from '#app/domain/voting/formats/json-ballots'
import { addBallot, addOption, type BallotBox, emptyBox, TIED } from '#app/domain/voting/rules/ballots'
import type { Content } from './ballot'
import { wallClock } from './hours'
import { ruleOf } from './rules'
import { countedAs, type Terms } from './terms'

/** Equal ballots, in the order of what they say: the order in which people voted is nowhere. */
export type Group = { content: Content; copies: number }

type Filed = Pick<Terms, 'question' | 'rule' | 'settings' | 'options'>

export function* ballotFileLines(terms: Filed, groups: readonly Group[]): Generator<string> {
  const { file } = ruleOf(terms.rule)
  const title = terms.question.replace(/\s+/g, ' ')
  if (file === 'pb') return yield* pabulibLines(electionOf(terms, groups))
  const box = boxOf(terms, groups)
  if (file === 'blt') return yield* writeBlt(box, terms.settings.seats, title)
  if (file === 'json') return yield* writeJson(box, { seats: terms.settings.seats, title })
  yield* writeCsv(box)
}

/** Where and when a budget was voted on, and what it funded, for archives of budgets. */
type Occasion = { country: string; unit: string; opensAt: string; closesAt: string; language: string }

/** What the count was made with beside the ballots. */
type Count = { winners: readonly string[]; roll: number; seed: string }

/** The names that archives know; the others keep ours. */
const archived: Readonly<Record<string, string>> = {
  greedy_by_votes: 'greedy',
  mes_cost_no_completion: 'equalshares',
  mes_cost_add1: 'equalshares/add1',
  mes_cost_add1u: 'equalshares/add1u',
}

/** The key of the line with which our import makes the same poll again; others pass over it. */
export const ownKey = 'agora'

/** The ballots of a budget as an archive wants them. It says more than the file whose hash is in the seed, and counts the same. */
export function archiveLines(
  terms: Filed,
  groups: readonly Group[],
  { winners, roll, seed }: Count,
  { country, unit, opensAt, closesAt, language }: Occasion,
): Generator<string> {
  const { meta, ...election } = electionOf(terms, groups)
  const day = (moment: string) => wallClock(new Date(moment)).slice(0, 10).split('-').reverse().join('.')
  const known = new Map([
    ...meta,
    ['country', country],
    ['unit', unit],
    ['instance', day(closesAt).slice(-4)],
    ['date_begin', day(opensAt)],
    ['date_end', day(closesAt)],
    ['language', language],
    ...(terms.settings.currency === '€' ? [['currency', 'EUR'] as const] : []),
    [ownKey, JSON.stringify({ rule: terms.rule, settings: terms.settings, roll, seed })],
  ])
  const rule = archived[countedAs(terms)] ?? countedAs(terms)
  const projects = election.projects.map((project, at) => ({
    ...project,
    fields: { neighborhood: (terms.options[at]?.place ?? '').replace(/\s+/g, ' ') },
  }))
  return pabulibLines({ ...election, meta: known, projects }, { rule, winners: new Set(winners) })
}

function boxOf({ rule, options }: Filed, groups: readonly Group[]): BallotBox {
  const box = emptyBox([], ruleOf(rule).ballot === 'points')
  for (const { key, title } of options) addOption(box, key, title)
  for (const { content, copies } of groups) {
    if ('points' in content) {
      const marks = Object.keys(content.points).map((key) => markOf(box, key))
      addBallot(box, marks, marks.length, copies, 0, Object.values(content.points))
    } else if ('order' in content) {
      const marks = content.order.map((key) => markOf(box, key))
      addBallot(box, marks, marks.length, copies)
    } else {
      // Choices share one place
      const marks = content.choices.map((key, at) => (at === 0 ? markOf(box, key) : markOf(box, key) | TIED))
      addBallot(box, marks, marks.length, copies)
    }
  }
  return box
}

function markOf(box: BallotBox, key: string): number {
  const mark = box.index.get(key)
  if (mark === undefined) throw new RangeError(`a ballot names "${key}", which is not an option of this poll`)
  return mark
}

function electionOf({ question, settings, options }: Filed, groups: readonly Group[]) {
  const meta = new Map([['description', question.replace(/\s+/g, ' ')]])
  if (settings.maxChoices !== null) meta.set('max_length', String(settings.maxChoices))
  if (settings.spend === 'within-budget' && settings.budget !== null) meta.set('max_sum_cost', String(settings.budget))
  return budgetElection({
    budget: BigInt(settings.budget ?? 0),
    projects: options.map(({ key, title, cost }) => ({ id: key, cost: BigInt(cost ?? 0), name: title })),
    ballots: groups.map(({ content, copies }) => ({
      projects: 'choices' in content ? content.choices : [],
      weight: copies,
    })),
    meta,
  })
}
