import { expect, test } from 'vitest'
import { PartsForm } from './forms'

test('a part that is too long is told at the field that holds them all, by its number', () => {
  const parts = ['Uno sportello', 'a'.repeat(1001), 'Due mediatori'].join('\n')
  expect(PartsForm.safeParse({ parts }).error?.issues).toMatchObject([
    { path: ['parts'], message: 'answers.errors.long-part|{"number":2,"maximum":1000}' },
  ])
  expect(PartsForm.safeParse({ parts: 'a'.repeat(1001) }).error?.issues.map(({ path }) => path)).toContainEqual([
    'parts',
  ])
  expect(PartsForm.parse({ parts: 'Uno sportello\n\n Due mediatori ' })).toEqual({
    parts: ['Uno sportello', 'Due mediatori'],
  })
})
