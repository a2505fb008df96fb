import { parseWithZod } from '@conform-to/zod/v4'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { typed } from './fields'

/** What a form's action answers when it refuses these fields. */
function refused(fields: [string, string][]) {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return parseWithZod(form, { schema: z.object({ other: z.string() }) }).reply() as Parameters<typeof typed>[0]
}

test.each([
  ['title', 'Panchine'],
  ['note', ''],
  ['answers[0]', 'Donna'],
  ['answers[1]', ''],
  ['options[1].title', 'Alberi'],
  ['options[1].cost', ''],
  ['options[2].title', 'as kept'],
])('a refused form shows %s again as it was sent', (name, shown) => {
  const result = refused([
    ['title', 'Panchine'],
    ['note', ''],
    ['answers[0]', 'Donna'],
    ['answers[1]', ''],
    ['options[1].title', 'Alberi'],
    ['options[1].cost', ''],
  ])
  expect(typed(result, name, 'as kept')).toBe(shown)
  expect(typed(null, name, 'as kept')).toBe('as kept')
})
