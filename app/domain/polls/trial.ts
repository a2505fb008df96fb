/** Invented ballots for trying a poll before it opens: the same seed gives the same ballots. */
import { randomRanking, seededNumbers } from '#app/domain/voting/formats/random-electorate'
import { type Content, contentText, districtsOn, fits } from './ballot'
import type { Group } from './ballot-file'
import { ruleOf } from './rules'
import type { Terms } from './terms'

type Tried = Pick<Terms, 'rule' | 'settings' | 'options'>

export function inventedBallots(terms: Tried, ballots: number, seed: string): Group[] {
  const next = seededNumbers(seed)
  const marks = new Uint16Array(terms.options.length)
  const groups = new Map<string, Group>()
  for (let made = 0; made < ballots; made++) {
    const length = Math.min(randomRanking(next, terms.options.length, marks), terms.options.length)
    const order = [...new Set(marks.subarray(0, length))].flatMap((mark) => terms.options[mark]?.key ?? [])
    const content = contentOf(terms, order, next)
    const text = contentText(content)
    groups.set(text, { content, copies: (groups.get(text)?.copies ?? 0) + 1 })
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
}

function contentOf(terms: Tried, order: string[], next: (bound: number) => number): Content {
  const { ballot } = ruleOf(terms.rule)
  const { maxPoints, maxChoices, districtsPerBallot } = terms.settings
  if (ballot === 'order') return { order }
  if (ballot === 'one') return { choices: order.slice(0, 1) }
  if (ballot === 'points')
    return { points: Object.fromEntries(order.map((key, at) => [key, Math.max(0, maxPoints - at - next(2))])) }
  const chosen = new Set<string>()
  for (const key of order.slice(0, maxChoices ?? order.length)) {
    chosen.add(key)
    const torn = districtsPerBallot === 'one' && districtsOn(terms, chosen) > 1
    if (torn || !fits(terms, chosen)) chosen.delete(key)
  }
  return { choices: terms.options.flatMap(({ key }) => (chosen.has(key) ? [key] : [])) }
}
