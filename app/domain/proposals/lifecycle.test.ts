import { expect, test } from 'vitest'
import { canMove, isInEditWindow, type Move, type Stage, stageAfter, stages } from './lifecycle'

const allowed: Record<Move, Stage[]> = {
  publish: ['draft'],
  qualify: ['open'],
  answer: ['qualified'],
  review: ['answered'],
  withdraw: ['draft', 'open'],
  archive: ['open', 'answered'],
}

test.each(Object.entries(allowed) as [Move, Stage[]][])('%s leaves only from %j', (move, from) => {
  expect(stages.filter((stage) => canMove(stage, move))).toEqual(stages.filter((stage) => from.includes(stage)))
})

test('a review makes an answered proposal wait again', () => {
  expect([stageAfter('answer'), stageAfter('review')]).toEqual(['answered', 'qualified'])
})

test('no move leads back to a draft', () => {
  expect(Object.keys(allowed).map((move) => stageAfter(move as Move))).not.toContain('draft')
})

test('the edit window closes on the hour', () => {
  const published = new Date('2026-03-02T10:00:00Z')
  expect(isInEditWindow(published, 24, new Date('2026-03-03T09:59:59Z'))).toBe(true)
  expect(isInEditWindow(published, 24, new Date('2026-03-03T10:00:00Z'))).toBe(false)
  expect(isInEditWindow(published, 0, published)).toBe(false)
})
