import { expect, test } from 'vitest'
import { maybeText, optionalText, text } from './text'

const issuesOf = (schema: ReturnType<typeof text> | ReturnType<typeof maybeText>, value: string) =>
  schema.safeParse(value).error?.issues.map(({ code, ...rest }) => [code, 'maximum' in rest && rest.maximum])

test('a text that is too long is refused once, with the length that is allowed', () => {
  for (const length of [11, 1_021, 12_000_000]) {
    const long = 'a'.repeat(length)
    for (const schema of [text(10), maybeText(10), optionalText(10)])
      expect(issuesOf(schema as ReturnType<typeof text>, long), `${length}`).toEqual([['too_big', 10]])
  }
})

test('a text that is far too long is not cleaned first', () => {
  const long = '\uD800\r'.repeat(6_000_000)
  const before = performance.now()
  for (let turn = 0; turn < 10; turn++) expect(text(10).safeParse(long).success).toBe(false)
  expect(performance.now() - before).toBeLessThan(100)
})

test('line ends count once, and what no text needs does not count', () => {
  expect(text(10).parse('a\r\nb\r\nc\r\nd\r\ne')).toBe('a\nb\nc\nd\ne')
  expect(text(3).parse('\u0000a\u202Eb\uD800c ')).toBe('abc')
})
