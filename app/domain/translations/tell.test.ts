import { expect, test } from 'vitest'
import { partsFor, stateOf, teller } from './tell'

const title = { part: 'title', text: 'Una piazza per tutti', language: 'it' }
const first = { part: 'statement-1', text: 'Servono più panchine', language: 'it' }
const second = { part: 'statement-2', text: 'نريد ظلا', language: 'ar' }
const originals = [title, { part: 'description', text: '', language: 'it' }, first, second]
const written = [
  { part: 'title', from: title.text, to: 'ساحة للجميع' },
  { part: 'statement-1', from: 'Servono panchine', to: 'نحتاج مقاعد' },
]

test('words are said in the reader’s language where somebody wrote them in it, beside the original', () => {
  const tell = teller(written, 'ar')
  const original = { text: title.text, language: 'it' }
  expect(tell(title.text, 'it')).toEqual({ text: 'ساحة للجميع', language: 'ar', original })
  expect(tell(second.text, 'ar')).toEqual({ text: second.text, language: 'ar', original: null })
})

test('a translation of words that changed since is not shown, but stays beside the new ones to be looked at', () => {
  expect(teller(written, 'ar')(first.text, 'it').original).toBe(null)
  expect(partsFor(originals, written, 'ar')).toEqual([
    { ...title, from: title.text, to: 'ساحة للجميع' },
    { ...first, from: 'Servono panchine', to: 'نحتاج مقاعد' },
  ])
})

test('equal words are translated once, and nothing that is in the language already', () => {
  const twice = [...originals, { ...first, part: 'statement-3' }]
  expect(partsFor(twice, [], 'ar').map(({ part }) => part)).toEqual(['title', 'statement-1'])
  expect(partsFor(twice, [], 'fr').map(({ part }) => part)).toEqual(['title', 'statement-1', 'statement-2'])
})

test('a language is finished when no part is missing or older than its original', () => {
  const whole = [...written.slice(0, 1), { part: 'statement-1', from: first.text, to: 'نحتاج المزيد من المقاعد' }]
  expect([[], written, whole].map((kept) => stateOf(originals, kept, 'ar'))).toEqual(['none', 'unfinished', 'written'])
  expect(stateOf(originals, whole, 'fr')).toBe('unfinished')
})
