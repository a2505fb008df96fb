import { expect, test } from 'vitest'
import { changedLines, type Ruled, saysAnother } from './rule-changes'

const rules: Ruled = {
  proposers: 'residents',
  supporters: 'residents',
  thresholdNumber: 5,
  thresholdShare: null,
  editWindowHours: 24,
  answerDays: 30,
  extensionDays: 15,
  reviewDays: 15,
}

test.each([
  [{}, []],
  [{ thresholdNumber: 6 }, ['threshold']],
  [{ thresholdNumber: null, thresholdShare: 5 }, ['threshold']],
  [{ editWindowHours: 0, extensionDays: 10 }, ['editWindowHours', 'extensionDays']],
  [{ reviewDays: 20, proposers: 'associations' }, ['proposers', 'reviewDays']],
])('%j changes %j', (change, lines) => {
  expect(changedLines(rules, { ...rules, ...change })).toEqual(lines)
})

test('a version says another thing where a rule or its act is another, or where there was none', () => {
  const enacted = { ...rules, act: 'Delibera n. 7' }
  expect(saysAnother(enacted, { ...enacted })).toBe(false)
  expect(saysAnother(enacted, { ...enacted, reviewDays: 20 })).toBe(true)
  expect(saysAnother(enacted, { ...enacted, act: null })).toBe(true)
  expect(saysAnother(null, enacted)).toBe(true)
})
