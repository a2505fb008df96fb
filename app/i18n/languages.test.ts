import { expect, test } from 'vitest'
import { listed } from './languages'

test.each([
  ['it', 'Comune, Regione'],
  ['ar', '\u2068Comune\u2069، \u2068Regione\u2069'],
])('a list in %s has the comma of the language', (language, said) => {
  expect(listed(['Comune', 'Regione'], language)).toBe(said)
  expect(listed([], language)).toBe('')
})
