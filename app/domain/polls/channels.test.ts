import { expect, test } from 'vitest'
import { channelsOf } from './channels'

const chose = (key: string, copies: number, onPaper: number) => ({ content: { choices: [key] }, copies, onPaper })
const keys = ['a', 'b', 'c', 'd']

test('paper and online apart, option by option', () => {
  expect(channelsOf(keys, [chose('a', 20, 8), chose('b', 15, 6)])).toEqual({
    paper: 14,
    online: 21,
    rows: [
      { key: 'a', split: { paper: 8, online: 12 } },
      { key: 'b', split: { paper: 6, online: 9 } },
      { key: 'c', split: { paper: 0, online: 0 } },
      { key: 'd', split: { paper: 0, online: 0 } },
    ],
  })
})

test('a small part hides its option and a second one', () => {
  const told = channelsOf(keys, [chose('a', 40, 20), chose('b', 30, 10), chose('c', 20, 2)])
  expect(told?.rows.filter(({ split }) => split === null).map(({ key }) => key)).toEqual(['b', 'c'])
  expect(told).toMatchObject({ paper: 32, online: 58 })
})

test('few papers are told only as a number', () => {
  expect(channelsOf(keys, [chose('a', 40, 4), chose('b', 30, 0)])).toEqual({ paper: 4, online: 66, rows: [] })
})

test('where every option would have to be hidden, none is told', () => {
  expect(channelsOf(keys, [chose('a', 40, 3), chose('b', 30, 3)])?.rows).toEqual([])
})

test('one way in, nothing to tell apart', () => {
  expect(channelsOf(keys, [chose('a', 40, 0)])).toBeNull()
  expect(channelsOf(keys, [chose('a', 40, 40)])).toBeNull()
})

test('in an order only the first option counts', () => {
  const order = (...order: string[]) => ({ content: { order }, copies: 12, onPaper: 6 })
  expect(channelsOf(keys, [order('a', 'b'), order('b', 'c')])?.rows).toEqual([
    { key: 'a', split: { paper: 6, online: 6 } },
    { key: 'b', split: { paper: 6, online: 6 } },
    { key: 'c', split: { paper: 0, online: 0 } },
    { key: 'd', split: { paper: 0, online: 0 } },
  ])
})
