/** A ballot that was refused, as it was filled in: shown again with nothing of it lost. */
import type { FormResult } from '#app/components/form-result'
import type { Content } from '#app/domain/polls/ballot'
import { ruleOf } from '#app/domain/polls/rules'
import type { BallotFieldProps } from './field-props'

/** `numbers` by option's key, also such as no ballot may say: two of one, or one left out. */
export type TypedBallot = { content: Content; numbers: Record<string, number> }

/** `null` before anything was sent. */
export function typedBallot({ rule, options }: BallotFieldProps['terms'], result: FormResult): TypedBallot | null {
  if (!result?.initialValue) return null
  const { choice, option, number } = result.initialValue
  const keys = new Map(options.map(({ id, key }) => [id, key]))
  const given = listed(number)
  const beside = listed(option).flatMap((id, at): [string, number][] => {
    const key = keys.get(id ?? '')
    return key !== undefined && given[at] ? [[key, Number(given[at])]] : []
  })
  const numbers = Object.fromEntries(beside)
  const kind = ruleOf(rule).ballot
  if (kind === 'points') return { content: { points: numbers }, numbers }
  if (kind === 'order')
    return { content: { order: beside.sort(([, one], [, other]) => one - other).map(([key]) => key) }, numbers }
  const chosen = new Set(listed(choice))
  return { content: { choices: options.flatMap(({ id, key }) => (chosen.has(id) ? [key] : [])) }, numbers }
}

function listed(value: unknown): (string | null)[] {
  return Array.isArray(value) ? value : typeof value === 'string' ? [value] : []
}
