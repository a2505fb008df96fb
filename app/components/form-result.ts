/** What a form's action answered, and what its fields show again of it. */

/** Fields that are never sent back into a page. */
export const hiddenFields = ['password', 'current']

/** What a form's action answered: errors by field name, and what was typed. */
export type FormResult =
  | {
      status?: string
      initialValue?: Record<string, unknown> | null
      /** Names of the fields that were sent, also of those left empty */
      fields?: string[]
      error?: Record<string, string[] | null> | null
    }
  | null
  | undefined

export function errorsOf(result: FormResult, name: string): string[] {
  return result?.error?.[name] ?? []
}

/** What was typed, even nothing; before anything was sent, what is known. */
export function typed(result: FormResult, name: string, otherwise: string | null | undefined = ''): string {
  if (!result?.initialValue) return otherwise ?? ''
  const value = valueAt(result.initialValue, name)
  if (typeof value === 'string') return value
  const emptied = /^\w+$/.test(name) || result.fields?.includes(name)
  return emptied ? '' : (otherwise ?? '')
}

/** What stands under a name such as `points[0].reasons`. */
function valueAt(values: Record<string, unknown>, name: string): unknown {
  return stepsOf(name).reduce<unknown>(
    (value, step) => (value as Record<string, unknown> | null | undefined)?.[step],
    values,
  )
}

/** `points[0].reasons` is points, 0, reasons. */
export function stepsOf(name: string): string[] {
  return name.match(/[^.[\]]+/g) ?? []
}

/** Whether this box was ticked, of one or of many with the same name. */
export function ticked(result: FormResult, name: string, value: string, otherwise: boolean): boolean {
  if (!result?.initialValue) return otherwise
  const sent = result.initialValue[name]
  return Array.isArray(sent) ? sent.includes(value) : sent === value
}

/** The fields that are wrong, each with its messages. */
export function wrongIn(result: FormResult) {
  return Object.entries(result?.error ?? {}).filter(([, list]) => list?.length)
}

export function isRefused(result: FormResult) {
  return wrongIn(result).length > 0
}

/** Whether any of these fields is wrong, or was sent filled in; `districts` stands for all its lines. */
export function isTouched(result: FormResult, names: string[]) {
  const isUnder = (at: string) =>
    names.some((name) => at === name || (/^[[.]/.test(at.slice(name.length)) && at.startsWith(name)))
  return (
    wrongIn(result).some(([at]) => isUnder(at)) || wordsSent(result).some(([at, value]) => isUnder(at) && value !== '')
  )
}

/** What a refused form was sent with, field by field. */
export function wordsSent(result: FormResult): [name: string, value: string][] {
  return (result?.initialValue && result.fields?.map((name): [string, string] => [name, typed(result, name)])) || []
}

/** The same, with every value of a name that was sent more than once: enough to send it all again. */
export function allSent(result: FormResult): [name: string, value: string][] {
  const values = result?.initialValue
  if (!values || !result.fields) return []
  return [...new Set(result.fields)].flatMap((name) =>
    [valueAt(values, name) ?? ''].flat().map((value): [string, string] => [name, String(value)]),
  )
}

/** Words kept by the names of their fields, shaped as a form that was sent. */
export function asSent(words: readonly [name: string, value: string][]): FormResult {
  const initialValue: Record<string, unknown> = {}
  for (const [name, value] of words) {
    const steps = stepsOf(name)
    const last = steps.pop() ?? ''
    const place = steps.reduce((at, step) => {
      at[step] ??= {}
      return at[step] as Record<string, unknown>
    }, initialValue)
    const before = place[last]
    place[last] = before === undefined ? value : [before, value].flat()
  }
  return { initialValue, fields: words.map(([name]) => name) }
}
