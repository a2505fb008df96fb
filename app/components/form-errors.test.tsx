import { parseWithZod } from '@conform-to/zod/v4'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { FoldedFields } from './folded-fields'
import { FormErrors, type Labels } from './form-errors'
import { allSent, asSent, ticked, typed, wordsSent } from './form-result'

/** What a form's action answers when it refuses these fields. */
function refused(fields: [string, string][]) {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return parseWithZod(form, { schema: z.object({ other: z.string() }) }).reply() as Parameters<typeof typed>[0]
}

test('words kept by the names of their fields are shown again as if they were sent', () => {
  const words: [string, string][] = [
    ['title', 'Panchine'],
    ['words.statement-1', ''],
    ['options[1].title', 'Alberi'],
    ['languages', 'it'],
    ['languages', 'ar'],
  ]
  const result = asSent(words)
  expect(words.slice(0, 3).map(([name]) => typed(result, name, 'as saved'))).toEqual(['Panchine', '', 'Alberi'])
  expect(typed(result, 'options[0].title', 'as saved')).toBe('as saved')
  expect(['it', 'ar', 'sq'].map((value) => ticked(result, 'languages', value, true))).toEqual([true, true, false])
  expect(wordsSent(result).slice(0, 3)).toEqual(words.slice(0, 3))
  expect([allSent(result), allSent(refused(words))]).toEqual([words, words])
})

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

const labels: Labels = {
  title: 'Title',
  place: 'Where?',
  values: 'The values',
  points: { line: (at) => `Point ${at + 1}` },
  options: { line: (at) => `Option ${at + 1}`, parts: { cost: 'Cost' } },
}

test.each([
  ['title', 'Title: '],
  ['place', 'Where? '],
  ['note', ''],
  ['points[0]', 'Point 1: '],
  ['options[1].cost', 'Option 2 · Cost: '],
  ['options[1].note', 'Option 2: '],
  ['options', ''],
  ['values[2].min', 'The values: '],
])('the summary of a refused form names %s', (name, label) => {
  const result = { error: { [name]: ['errors.required'] } }
  const link = `<a href="#${name}">${label}errors.required</a>`
  expect(renderToStaticMarkup(<FormErrors result={result} labels={labels} />)).toContain(link)
})

test('labels may be a rule of names, and what is wrong with the whole form has none', () => {
  const result = { error: { title: ['errors.required'], '': ['errors.form'] } }
  const html = renderToStaticMarkup(<FormErrors result={result} labels={(name) => `about ${name}`} />)
  expect(html).toContain('<li><a href="#title">about title: errors.required</a></li><li>errors.form</li>')
})

const sentWith = (initialValue: Record<string, unknown>, fields: string[]) => ({ initialValue, fields })

test.each([
  ['nothing was sent', null, false],
  ['an error stands elsewhere', { error: { title: ['errors.required'], districtsOf: ['errors.required'] } }, false],
  ['it is wrong itself', { error: { cost: ['errors.format'] } }, true],
  ['a field of a line is wrong', { error: { 'districts[3].money': ['errors.format'] } }, true],
  ['it was sent filled in', sentWith({ cost: '12' }, ['title', 'cost']), true],
  ['it was sent empty', sentWith({ title: 'Panchine' }, ['title', 'cost', 'districts[0].name']), false],
  ['a line was sent filled in', sentWith({ districts: [{ name: 'Centro' }] }, ['districts[0].name']), true],
])('fields fold away, when %s', (_when, result, open) => {
  const html = renderToStaticMarkup(
    <FoldedFields summary="More" names={['cost', 'districts']} result={result}>
      <p />
    </FoldedFields>,
  )
  expect(html.startsWith('<details open="">')).toBe(open)
})
