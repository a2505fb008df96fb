import { expect, test } from 'vitest'
import { readComment } from './comment-row'
import { readSubject, unreadColumns } from './subject-row'

const proposal = {
  id: '12',
  'title/ca': 'Títol',
  'body/ca': 'Text',
  state: 'accepted',
  published_at: '2023-02-09 11:30:49 UTC',
}

test('the older and the newer names of a column are one', () => {
  const older = readSubject({ ...proposal, supports: '5', comments: '2' }, 'proposal')
  const newer = readSubject(
    { ...proposal, votes: '5', comments: '2', answered_at: '2023-03-01 10:00:00 UTC' },
    'proposal',
  )
  expect(older).toMatchObject({ row: { supports: 5, declaredComments: 2, answeredAt: null, author: null } })
  expect(newer).toMatchObject({ row: { supports: 5, answeredAt: new Date('2023-03-01T10:00:00Z') } })
})

test('a project tells its cost, a result how far it is', () => {
  const project = readSubject(
    {
      id: '1',
      'title/ca': 'P',
      'description/ca': '<p>D</p>',
      budget_amount: '18000',
      created_at: '2017-02-07 07:58:01 UTC',
      confirmed_votes: '60',
    },
    'project',
  )
  expect(project).toMatchObject({ row: { supports: 60, facts: ['18000 €'], bodies: [{ text: '<p>D</p>' }] } })
  const result = readSubject(
    { id: '1', 'title/ca': 'R', progress: '75.0', start_date: '2017-12-20', created_at: '2017-12-18 15:45:05 +0100' },
    'result',
  )
  expect(result).toMatchObject({
    row: { facts: ['2017-12-20', '75 %'], state: 'none', outcome: { stage: 'archived' } },
  })
})

test.each([
  [{ id: 'x' }, /number as its id/],
  [{ 'title/ca': '', 'body/ca': '' }, /neither title nor text/],
  [{ published_at: 'yesterday' }, /date/],
  [{ supports: '-3' }, /count/],
])('%o is refused', (change, reason) => {
  const read = readSubject({ ...proposal, ...change }, 'proposal')
  expect('refusal' in read && read.refusal).toMatch(reason)
})

const comment = {
  ...{ id: '7', created_at: '2017-10-16 07:18:14 UTC', body: 'Hola', locale: 'es', 'author/id': '99', alignment: '-1' },
  ...{ commentable_id: '12', commentable_type: 'Decidim::Proposals::Proposal', 'user_group/id': '' },
}

test('a comment knows its side, its language and its author, by number or by group', () => {
  expect(readComment(comment)).toMatchObject({
    row: {
      stance: 'against',
      language: 'es',
      author: { key: '99', groupName: null },
      parent: { kind: 'proposal', key: '12' },
    },
  })
  const forGroup = readComment({
    ...comment,
    'user_group/id': '4',
    'user_group/name': '',
    'user_group/name/ca': 'Veïns',
  })
  expect(forGroup).toMatchObject({ row: { author: { key: 'group 4', groupName: 'Veïns' } } })
})

test.each([
  [{ body: ' ' }, /says nothing/],
  [{ commentable_type: 'Decidim::Blogs::Post' }, /not known here/],
  [{ commentable_id: '' }, /about nothing/],
  [{ alignment: '2' }, /leans/],
  [{ created_at: '' }, /date/],
])('a comment with %o is refused', (change, reason) => {
  const read = readComment({ ...comment, ...change })
  expect('refusal' in read && read.refusal).toMatch(reason)
})

test('columns that are not read are named', () => {
  expect(unreadColumns(['id', 'title/ca', 'followers', 'is_amend', 'user_group/name/es'])).toEqual([
    'followers',
    'is_amend',
  ])
})
