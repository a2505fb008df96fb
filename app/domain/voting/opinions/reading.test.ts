import { expect, test } from 'vitest'
import { lineOfPath, parseJson } from '#app/domain/voting/formats/json-items'
import { readStatements, StatementsFault } from './reading'

/** The line of what is wrong, as whoever has the text finds it. */
function faultIn(text: string): string | undefined {
  try {
    readStatements(parseJson(text))
  } catch (error) {
    if (error instanceof StatementsFault) return `${lineOfPath(text, error.path)}: ${error.message}`
    throw error
  }
}

test.each([
  ['[\n{ "tid": 1 },\n{\n "tid": 2,\n "mod": 7\n}]', '5: entry 2: mod must be 1, 0 or -1'],
  ['[\n{ "id": 1,\n"moderated": "1" }]', '3: entry 1: mod must be 1, 0 or -1'],
  ['[{ "tid": 1 },\n\n{ "tid": "1" }]', '3: statement "1" is listed twice'],
  ['[{ "tid": 1 },\n{ "text": "Alberi" }]', '2: entry 2 has no id'],
  ['[{ "tid": 1,\n"is_meta": 1 }]', '2: entry 1: is_meta must be true or false'],
  ['[\n{ "is_meta": true,\n  "tid": " " }]', '3: the statement is missing'],
  ['[\n{ "tid": 1 },\n4]', '3: entry 2 is not a statement'],
  ['{ "tid": 1 }', '1: the list of statements is not a list'],
  [`[${'\n{},'.repeat(10_000)}\n{}]`, '10002: more than 10000 statements'],
])('a fault in the statements %# is found on its line', (text, fault) => {
  expect(faultIn(text)).toBe(fault)
})

test('what is not wrong is read: ids as text, without the fields that nobody asks for', () => {
  expect(readStatements([{ tid: 3, mod: -1, is_meta: true, txt: 'Alberi' }, { id: ' 4 ' }])).toEqual([
    { id: '3', moderation: -1, meta: true },
    { id: '4', moderation: 0, meta: false },
  ])
})
