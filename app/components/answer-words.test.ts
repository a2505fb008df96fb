import { expect, test } from 'vitest'
import { type FormWords, lostWords, sameWords, withWords } from './answer-words'

const empty = {
  verdict: null,
  reasons: '',
  actNumber: null,
  actDate: null,
  actLink: null,
  promise: null,
  promisedOn: null,
  commitments: [],
  dropped: false,
}
const answer = {
  opening: 'Grazie.',
  language: 'it',
  points: [
    { id: 'a', position: 1, text: 'Uno sportello', ...empty, reasons: 'Serve.\nDavvero.' },
    { id: 'b', position: 2, text: 'Due mediatori', ...empty },
  ],
}
const words: FormWords = [
  ['opening', 'Grazie. '],
  ['language', 'it'],
  ['points[0].pointId', 'a'],
  ['points[0].reasons', 'Serve.\r\nDavvero.'],
  ['points[0].actNumber', ''],
  ['points[1].pointId', 'b'],
  ['points[1].reasons', ''],
]
const changed = (name: string, value: string) =>
  words.map(([at, before]): [string, string] => [at, at === name ? value : before])

test('spaces and line ends make no other text; a word does', () => {
  expect(sameWords(answer, words)).toBe(true)
  expect(sameWords(answer, changed('points[1].reasons', 'Costa poco.'))).toBe(false)
  expect(sameWords(answer, [...words, ['points[0].verdict', 'accepted']])).toBe(false)
})

test('words find their point also when its line moved, and those of a point that is gone are told', () => {
  const [first, second] = answer.points
  const split = { ...answer, points: [{ ...first, id: 'a1' }, { ...first, id: 'a2' }, second] as typeof answer.points }
  const typed = changed('points[1].reasons', 'Costa poco.')
  expect(withWords(split, typed).points.map(({ id, reasons }) => [id, reasons])).toEqual([
    ['a1', 'Serve.\nDavvero.'],
    ['a2', 'Serve.\nDavvero.'],
    ['b', 'Costa poco.'],
  ])
  expect(lostWords(split, typed)).toEqual([['points[0].reasons', 'Serve.\r\nDavvero.']])
  expect(lostWords(answer, typed)).toEqual([])
})
