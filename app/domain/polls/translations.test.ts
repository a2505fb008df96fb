import { expect, test } from 'vitest'
import {
  inReading,
  type Original,
  partsFor,
  pollInReading,
  readIn,
  type Written,
  wholeTranslation,
} from './translations'

const original: Original = {
  question: 'Da che cosa cominciamo?',
  description: '',
  options: [
    { key: '1', title: 'Doposcuola', text: 'Tre pomeriggi' },
    { key: '2', title: 'Cucina', text: '' },
  ],
}
const written: Written = {
  question: { from: 'Da che cosa cominciamo?', to: 'What do we start with?' },
  description: { from: '', to: '' },
  options: [
    { title: { from: 'Doposcuola', to: 'Homework' }, text: { from: 'Tre pomeriggi', to: 'Three afternoons' } },
    { title: { from: 'Cucina', to: 'Kitchen' }, text: { from: '', to: '' } },
  ],
}
const english = {
  language: 'en' as const,
  question: 'What do we start with?',
  description: '',
  options: [
    { key: '1', title: 'Homework', text: 'Three afternoons' },
    { key: '2', title: 'Kitchen', text: '' },
  ],
}

test('a translation is whole when every part that the original has is written', () => {
  expect(wholeTranslation(original, written, 'en')).toEqual(english)
  for (const missing of [
    { ...written, question: { from: original.question, to: '' } },
    { ...written, options: written.options.slice(0, 1) },
    { ...written, options: [{ ...written.options[0], text: { from: 'Tre pomeriggi', to: '' } }, written.options[1]] },
  ])
    expect(wholeTranslation(original, missing as Written, 'en')).toBeNull()
  const described = { ...original, description: 'Si decide a maggio.' }
  expect(wholeTranslation(described, written, 'en')).toBeNull()
})

test('two options of one name are no whole translation', () => {
  const [first, second] = written.options
  if (!first || !second) throw new Error('two options')
  const same = { ...second, title: { ...second.title, to: 'HOMEWORK ' } }
  expect(wholeTranslation(original, { ...written, options: [first, same] }, 'en')).toBeNull()
})

test('options that changed their places keep what was written for them', () => {
  const turned = {
    ...original,
    options: original.options.map((option, at) => ({ ...option, key: `${2 - at}` })).reverse(),
  }
  expect(wholeTranslation(turned, written, 'en')?.options).toEqual([
    { key: '1', title: 'Kitchen', text: '' },
    { key: '2', title: 'Homework', text: 'Three afternoons' },
  ])
})

test('what was written for other words counts no more, and is at hand to be checked', () => {
  const [first, second] = original.options
  if (!first || !second) throw new Error('two options')
  const changed = { ...original, options: [{ ...first, title: 'Aiuto con i compiti' }, second] }
  expect(wholeTranslation(changed, written, 'en')).toBeNull()
  expect(partsFor(changed, written).options).toEqual(written.options)
  const added = { ...original, options: [{ key: '1', title: 'Orto', text: '' }, first, second] }
  expect(partsFor(added, written).options.map(({ title }) => title.to)).toEqual(['', 'Homework', 'Kitchen'])
})

test('everybody reads in their language where there is one, with the original beside it', () => {
  const terms = {
    ...original,
    options: original.options.map((option) => ({ ...option, id: `o${option.key}`, cost: 5 })),
    translations: [english],
  }
  const read = readIn(terms, 'it', 'en')
  expect(read.terms.options[0]).toEqual({
    ...{ key: '1', id: 'o1', cost: 5, placeLanguage: 'it' },
    ...{ title: 'Homework', text: 'Three afternoons' },
  })
  expect(read).toMatchObject({ language: 'en', original: { language: 'it', ...original } })
  for (const reading of ['it', 'fr']) {
    expect(readIn(terms, 'it', reading)).toMatchObject({ language: 'it', original: null, terms: original })
    expect(readIn(terms, 'it', reading).terms.translations).toBeUndefined()
  }
  expect(inReading({ id: 'p', language: 'it', terms }, 'en')).toMatchObject({ id: 'p', language: 'en' })
  const poll = { language: 'it', question: original.question, description: '', terms }
  expect(pollInReading(poll, 'en')).toMatchObject({ question: english.question, language: 'en' })
  expect(pollInReading({ ...poll, terms: null }, 'en')).toMatchObject({ question: original.question, language: 'it' })
})
