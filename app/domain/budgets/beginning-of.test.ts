import { expect, test } from 'vitest'
import { beginningOf } from './beginning-of'

test('a long text ends after a word, with a sign that there is more', () => {
  expect(beginningOf('Tre alberi e una panchina', 25)).toBe('Tre alberi e una panchina')
  expect(beginningOf('Tre alberi e una panchina', 20)).toBe('Tre alberi e una…')
  expect(beginningOf('a'.repeat(30), 20)).toBe(`${'a'.repeat(19)}…`)
})
