/** A published election: its files, its expected result, and how a count of ours is held against it. */
import { countingRules } from '#app/domain/voting/counting'
import { readText } from '#app/domain/voting/formats/lines'
import type { Report } from '#app/domain/voting/rules/report'

export interface ElectionCase {
  id: string
  family: string
  inputs: string[]
  params: Record<string, unknown>
  expect: unknown
  read(input: string): string
}

/** One rule held against one published result; no differences is agreement. */
export interface Check {
  rule: string
  case: string
  differences: string[]
}

export function count(rule: string, input: string, text: string, settings: object = {}): Report {
  const counting = countingRules.get(rule)
  if (!counting) throw new Error(`no rule ${rule}`)
  return readText(counting.open(input.slice(input.lastIndexOf('.') + 1), settings), text)
}

export function compared(
  rule: string,
  name: string,
  pairs: readonly [what: string, ours: unknown, theirs: unknown][],
): Check {
  const differences = pairs.flatMap(([what, ours, theirs]) => {
    const [a, b] = [stable(ours), stable(theirs)]
    return a === b ? [] : [`${what}: ours ${cut(a)}, theirs ${cut(b)}`]
  })
  return { rule, case: name, differences }
}

/** Numbers as numbers, whether a file wrote 5, "5" or "5.00000". */
export function numbers(some: Record<string, unknown>): Record<string, number> {
  return Object.fromEntries(Object.entries(some).map(([key, value]) => [key, Number(value)]))
}

export function sorted(ids: readonly unknown[]): string[] {
  return ids.map(String).sort()
}

function stable(value: unknown): string {
  if (value === undefined || value === null) return 'nothing'
  if (Array.isArray(value)) return `[${value.map(stable).join(', ')}]`
  if (typeof value !== 'object') return String(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${key}: ${stable(item)}`).join(', ')}}`
}

function cut(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}
