import { expect, test } from 'vitest'
import { changedLines, type Ruled } from './rule-changes'

const rules: Ruled = {
  proposers: 'residents',
  supporters: 'residents',
  thresholdNumber: 5,
  thresholdShare: null,
  answerDays: 30,
  reviewDays: 15,
}

test.each([
  [{}, []],
  [{ thresholdNumber: 6 }, ['threshold']],
  [{ thresholdNumber: null, thresholdShare: 5 }, ['threshold']],
  [{ reviewDays: 20, proposers: 'associations' }, ['proposers', 'reviewDays']],
])('%j changes %j', (change, lines) => {
  expect(changedLines(rules, { ...rules, ...change })).toEqual(lines)
})
