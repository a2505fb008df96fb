import { expect, test } from 'vitest'
import { placeOf, publicPlaceOf } from './places'

const about = (what: string, subjectKind: string, details: unknown = null) => ({
  ...{ what, subjectKind, details },
  subjectId: 's',
  slug: 'monopoli',
})

test.each([
  ['answer.due', 'proposal', { answerId: 'a' }, '/desk/a', '/proposals/s#answer'],
  ['answer.given', 'proposal', { answerId: 'a' }, '/proposals/s#answer', '/proposals/s#answer'],
  ['comment.written', 'proposal', { commentId: 'c' }, '/proposals/s#comment-c', '/proposals/s#comment-c'],
  ['commitment.done', 'proposal', { commitmentId: 'k' }, '/commitments/k', '/commitments/k'],
  ['poll.awaits-trustees', 'poll', null, '/polls/s/trustee', '/polls/s'],
  ['project.changed', 'budget', { number: 3 }, '/budgets/s/projects/3', '/budgets/s/projects/3'],
  ['territory.rules-changed', 'territory', null, '/territories/monopoli', '/territories/monopoli'],
])('%s leads its reader, and everybody', (what, kind, details, ofReader, ofEverybody) => {
  const happening = about(what, kind, details)
  expect(placeOf(happening)).toBe(ofReader)
  expect(publicPlaceOf(happening)).toBe(ofEverybody)
})
