/** A poll's terms as questions that can be counted from sums, and the sums as ballots that the poll's rule counts. */

import { type Content, contentText } from '#app/domain/polls/ballot'
import type { Group } from '#app/domain/polls/ballot-file'
import type { RuleName } from '#app/domain/polls/rules'
import type { Terms } from '#app/domain/polls/terms'
import type { Choices } from '#app/domain/voting/belenios/ballot'
import type { Question } from '#app/domain/voting/belenios/election'

type Asked = Pick<Terms, 'question' | 'rule' | 'settings' | 'options'>

/** Rules whose count needs the sums of the ballots and nothing else. */
const summable: readonly RuleName[] = ['yes-no', 'plurality', 'approval', 'score']

export function isSummable(rule: RuleName): boolean {
  return summable.includes(rule)
}

/** A ballot of more would keep a telephone busy, and the server that checks it. */
export const mostSlots = 60

/** Ciphertexts on one ballot. */
export function slotsOn({ rule, settings, options }: Omit<Asked, 'question'>): number {
  return rule === 'score' ? options.length * (settings.maxPoints + 1) : options.length
}

/**
 * Yes or no: one of two, or the protocol's own blank vote. Points: a question an option, whose answers are the numbers.
 * The names are the options' own, so that whoever reads the archive understands it.
 */
export function questionsOf({ question, rule, settings, options }: Asked): Question[] {
  const answers = options.map(({ title }) => title)
  if (rule === 'yes-no') return [{ question, answers: ['Sì', 'No'], blank: true, min: 1, max: 1 }]
  if (rule === 'score') {
    const points = Array.from({ length: settings.maxPoints + 1 }, (_, value) => String(value))
    return options.map(({ title }) => ({ question: `${question} – ${title}`, answers: points, min: 1, max: 1 }))
  }
  const max = rule === 'approval' ? Math.min(settings.maxChoices ?? options.length, options.length) : 1
  return [{ question, answers, min: 1, max }]
}

/** Zeros and ones for each question, from the content of a ballot. */
export function choicesOf({ rule, settings, options }: Omit<Asked, 'question'>, content: Content): Choices[] {
  if (rule === 'score') {
    const points = 'points' in content ? content.points : {}
    return options.map(({ key }) =>
      Array.from({ length: settings.maxPoints + 1 }, (_, value) => (value === (points[key] ?? 0) ? 1 : 0)),
    )
  }
  const chosen = new Set('choices' in content ? content.choices : [])
  const keys = rule === 'yes-no' ? ['blank', 'yes', 'no'] : options.map(({ key }) => key)
  return [keys.map((key) => (chosen.has(key) ? 1 : 0))]
}

/**
 * Ballots that add up to the totals. Nobody knows the real ones, and these rules count nothing but the sums: which of the
 * many electorates with these sums is counted changes nothing. Choices go round, so that each ballot is one that could be cast.
 */
export function ballotsAddingUp(
  { rule, options }: Omit<Asked, 'question'>,
  totals: readonly (readonly number[])[],
  ballots: number,
): Group[] {
  if (ballots === 0) return []
  const contents =
    rule === 'score'
      ? pointsAddingUp(
          options.map(({ key }) => key),
          totals,
          ballots,
        )
      : choicesAddingUp(
          rule === 'yes-no' ? ['blank', 'yes', 'no'] : options.map(({ key }) => key),
          totals[0] ?? [],
          ballots,
        )
  const groups = new Map<string, Group>()
  for (const content of contents) {
    const text = contentText(content)
    groups.set(text, { content, copies: (groups.get(text)?.copies ?? 0) + 1 })
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
}

function choicesAddingUp(keys: readonly string[], totals: readonly number[], ballots: number): Content[] {
  const chosen = Array.from({ length: ballots }, (): string[] => [])
  let next = 0
  for (const [slot, key] of keys.entries())
    for (let given = 0; given < (totals[slot] ?? 0); given++) {
      chosen[next % ballots]?.push(key)
      next += 1
    }
  return chosen.map((choices) => ({ choices }))
}

function pointsAddingUp(keys: readonly string[], totals: readonly (readonly number[])[], ballots: number): Content[] {
  const points = Array.from({ length: ballots }, (): Record<string, number> => ({}))
  for (const [at, key] of keys.entries()) {
    let ballot = 0
    for (const [value, given] of (totals[at] ?? []).entries())
      for (let copy = 0; copy < given; copy++) {
        const row = points[ballot]
        if (row) row[key] = value
        ballot += 1
      }
  }
  return points.map((row) => ({ points: row }))
}
