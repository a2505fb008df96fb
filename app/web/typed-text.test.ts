import { parseWithZod } from '@conform-to/zod/v4'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { TextForm } from '#app/domain/proposals/forms'
import { optionalText, text } from '#app/domain/text'
import { keyOfIssue } from './messages'

const Form = z.object({ must: text(5, 2), may: optionalText(5) })

function read(fields: Record<string, string>, schema: z.ZodType = Form) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  const submission = parseWithZod(form, { schema, error: keyOfIssue })
  return submission.status === 'success' ? submission.value : submission.reply().error
}

test.each([
  ['an empty field', { must: 'abc', may: '' }, { must: 'abc', may: null }],
  ['an absent field', { must: 'abc' }, { must: 'abc', may: null }],
  ['spaces', { must: ' abc ', may: '   ' }, { must: 'abc', may: null }],
  ['NUL alone', { must: 'abc', may: '\u0000' }, { must: 'abc', may: null }],
  ['lone surrogates', { must: 'a\uD800b', may: '\uDC00' }, { must: 'a\uFFFDb', may: '\uFFFD' }],
  ['what is too long', { must: 'abcdef', may: 'abcdef' }, tooLong('must', 'may')],
  ['what is missing', { must: '', may: 'ok' }, { must: ['errors.required'] }],
  ['NUL for a required text', { must: '\u0000\u0000' }, { must: ['errors.required'] }],
  ['one letter of two', { must: 'a' }, { must: ['errors.too-short|{"minimum":2}'] }],
  ['the line ends of browsers', { must: 'a\r\nb\r\nc' }, { must: 'a\nb\nc', may: null }],
])('a form with %s', (_name, fields, outcome) => {
  expect(read(fields)).toEqual(outcome)
})

test('a draft is kept with its lines still empty', () => {
  const fields = { revision: '1', title: '', document: '', 'points[0]': 'Uno', 'points[1]': '', 'points[2]': '' }
  expect(read(fields, TextForm)).toEqual({ revision: 1, title: '', document: '', points: ['Uno'] })
})

function tooLong(...fields: string[]) {
  return Object.fromEntries(fields.map((field) => [field, ['errors.too-long|{"maximum":5}']]))
}
