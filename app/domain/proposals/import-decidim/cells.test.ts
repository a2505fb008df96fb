import { expect, test } from 'vitest'
import { countIn, isYes, timeIn, translationsOf } from './cells'
import { exportFiles, kindOfCommentable } from './export-files'
import { outcomeOf } from './states'

test.each([
  ['2017-10-16 07:18:14 UTC', '2017-10-16T07:18:14.000Z'],
  ['2018-01-25 09:58:24 +0100', '2018-01-25T08:58:24.000Z'],
  ['2016-02-01 11:27:33 +0200', '2016-02-01T09:27:33.000Z'],
  ['2017-12-20', '2017-12-20T00:00:00.000Z'],
  ['20/12/2017', null],
  ['2017-13-40 00:00:00 UTC', null],
  ['0000-00-00 00:00:00 UTC', null],
  ['', null],
])('%s is a moment', (cell, moment) => {
  expect(timeIn(cell)?.toISOString() ?? null).toBe(moment)
})

test('languages read here come first, then the file’s order; empty and repeated ones go', () => {
  const cells = {
    'title/ca': 'Hola',
    'title/es': ' Hola ',
    'title/it': '',
    'title/en': 'Hello',
    'title/id': '7',
    title: 'Hey',
  }
  expect(translationsOf(cells, 'title')).toEqual([
    { language: 'en', text: 'Hello' },
    { language: 'ca', text: 'Hola' },
    { language: 'id', text: '7' },
    { language: '', text: 'Hey' },
  ])
  expect(translationsOf({ 'title/machine_translations/ca': 'x' }, 'title')).toEqual([])
})

test('a count is a whole number, or absent', () => {
  expect([countIn('17'), countIn(''), countIn('-1'), countIn('1.5'), countIn('9'.repeat(12))]).toEqual([
    17,
    0,
    null,
    null,
    null,
  ])
  expect([isYes('FALSE'), isYes('true'), isYes('TRUE'), isYes('')]).toEqual([false, true, true, false])
})

test.each([
  ['accepted', false, true, 'answered', 'accepted'],
  ['rejected', false, false, 'answered', 'notAccepted'],
  ['evaluating', false, true, 'answered', null],
  ['evaluating', false, false, 'archived', null],
  ['', false, false, 'archived', null],
  ['accepted_with_amendments', false, true, 'answered', null],
  ['Accepted', false, false, 'archived', null],
  ['withdrawn', false, false, 'withdrawn', null],
  ['accepted', true, true, 'withdrawn', null],
] as const)('"%s" (withdrawn %s, answer %s) becomes %s', (state, withdrawn, hasAnswer, stage, verdict) => {
  expect(outcomeOf(state, { withdrawn, hasAnswer })).toEqual({ stage, verdict })
})

test('files are known by name, and what is discussed comes before the discussion', () => {
  const names = [
    'www.x.org-open-data-proposal_comments.csv',
    'www.x.org-open-data-users.csv',
    'SOURCE.md',
    'www.x.org-open-data-results.csv',
    'www.x.org-open-data-proposals.csv',
  ]
  expect(exportFiles(names).map(({ entity, source }) => [source, entity])).toEqual([
    ['www.x.org', 'proposals'],
    ['www.x.org', 'results'],
    ['www.x.org', 'proposal_comments'],
    ['www.x.org', 'users'],
  ])
  expect(kindOfCommentable('Decidim::Comments::Comment')).toBe('comment')
  expect(kindOfCommentable('Decidim::Budgets::Project')).toBe('project')
  expect(kindOfCommentable('Decidim::Blogs::Post')).toBeNull()
})
