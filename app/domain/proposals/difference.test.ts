import { expect, test } from 'vitest'
import { type ChangedLine, differenceOf, isSame } from './difference'

const before = (lines: ChangedLine[]) => sideOf(lines, 'added')
const after = (lines: ChangedLine[]) => sideOf(lines, 'removed')
const sideOf = (lines: ChangedLine[], left: 'added' | 'removed') =>
  lines
    .filter(({ kind }) => kind !== left)
    .map(({ pieces }) =>
      pieces
        .filter(({ kind }) => kind !== left)
        .map(({ text }) => text)
        .join(''),
    )
    .join('\n')

test('a word in a line', () => {
  expect(differenceOf('Uno sportello in ospedale', 'Due sportelli in ospedale')).toEqual([
    {
      kind: 'changed',
      pieces: [
        { kind: 'removed', text: 'Uno' },
        { kind: 'added', text: 'Due' },
        { kind: 'same', text: ' ' },
        { kind: 'removed', text: 'sportello' },
        { kind: 'added', text: 'sportelli' },
        { kind: 'same', text: ' in ospedale' },
      ],
    },
  ])
})

test('a line put in, a line taken out', () => {
  expect(differenceOf('a\nb\nc', 'a\nc\nd').map(({ kind }) => kind)).toEqual(['same', 'removed', 'same', 'added'])
})

test('the same text differs nowhere', () => {
  expect(isSame(differenceOf('a\nb', 'a\nb'))).toBe(true)
  expect(isSame(differenceOf('a\nb', 'a\nB'))).toBe(false)
})

/** A small generator with a fixed start, so that a failure comes again. */
function* numbers(seed: number) {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    yield state
  }
}

test('both texts can be read back from any difference', () => {
  const source = numbers(7)
  const next = (below: number) => Number(source.next().value) % below
  const text = () =>
    Array.from({ length: next(12) }, () => Array.from({ length: next(5) }, () => 'abcd'[next(4)]).join(' ')).join('\n')
  for (let round = 0; round < 500; round++) {
    const [one, other] = [text(), text()]
    const difference = differenceOf(one, other)
    expect(before(difference)).toBe(one)
    expect(after(difference)).toBe(other)
  }
})

test('two long texts with nothing in common are told apart quickly', () => {
  const long = (letter: string) => Array.from({ length: 5_000 }, (_, index) => `${letter}${index}`).join('\n')
  const started = performance.now()
  const difference = differenceOf(long('a'), long('b'))
  expect(performance.now() - started).toBeLessThan(3_000)
  expect(after(difference)).toBe(long('b'))
})
