import { describe, expect, test } from 'vitest'
import { plainCalendar } from './calendar'
import { dueAt } from './clock'
import { commitmentState } from './commitment-states'
import { deskGroup } from './desk-groups'
import { reminderFor } from './escalations'
import { AnswerDraftForm, ExtensionForm, PartsForm, VerdictForm } from './forms'
import { computationFrom } from './kept-computation'
import { median } from './median'
import { asAnswered, type DraftPoint, faultsOf } from './publishable'
import { easeOf, gulpease } from './readability'
import { termsFrom } from './terms'

test.each([
  [11, null],
  [10, 'tenDays'],
  [6, 'tenDays'],
  [5, 'fiveDays'],
  [2, 'fiveDays'],
  [1, 'oneDay'],
  [0, 'oneDay'],
  [-1, 'deputy'],
  [-4, 'deputy'],
  [-5, 'head'],
  [-100, 'head'],
])('with %i working days left the reminder is %s', (left, kind) => {
  expect(reminderFor(left)).toBe(kind)
})

test.each([
  ['in-time', false, 'new'],
  ['in-time', true, 'waiting'],
  ['soon', false, 'soon'],
  ['soon', true, 'soon'],
  ['late', false, 'late'],
  ['very-late', true, 'late'],
] as const)('%s, seen %s: %s', (standing, seen, group) => {
  expect(deskGroup(standing, seen)).toBe(group)
})

test.each([
  [[], null],
  [[7], 7],
  [[9, 1, 5], 5],
  [[1, 2, 3, 10], 2.5],
  [[10, 9], 9.5],
])('the median of %j is %s', (values, middle) => {
  expect(median(values)).toBe(middle)
})

describe('readability', () => {
  // 5 words, 20 letters, 1 sentence: 89 + (300 − 200) / 5 = 109, shown as 100
  test('short words in short sentences are easy', () => {
    expect(gulpease('Il sole e la luna.')).toEqual({ index: 100, sentences: 1, words: 5, longestSentence: 5 })
  })
  // 10 words, 90 letters, 1 sentence: 89 + (300 − 900) / 10 = 29
  test('long words are hard', () => {
    const measured = gulpease(
      'Provvedimento amministrativo relativo alla manutenzione straordinaria della strada comunale interna.',
    )
    expect(measured).toMatchObject({ words: 10, sentences: 1, index: 29 })
    expect(easeOf(measured?.index ?? 100)).toBe('hard')
  })
  test('numbers with points do not end a sentence, nothing measures nothing', () => {
    expect(gulpease('Costa 12.500 euro.')?.sentences).toBe(1)
    expect(gulpease(' … ')).toBeNull()
    expect(gulpease('نفتح الشباك يوم السبت، مع Servizi sociali.')).toBeNull()
  })
})

test.each([
  [{ dueOn: null, doneAt: null, droppedAt: null }, 'running'],
  [{ dueOn: '2026-05-01', doneAt: null, droppedAt: null }, 'running'],
  [{ dueOn: '2026-04-30', doneAt: null, droppedAt: null }, 'overdue'],
  [{ dueOn: '2026-04-30', doneAt: new Date(), droppedAt: null }, 'done'],
  [{ dueOn: '2026-04-30', doneAt: null, droppedAt: new Date() }, 'dropped'],
])('%j is %s', (dates, state) => {
  expect(commitmentState(dates, '2026-05-01')).toBe(state)
})

describe('what keeps a draft from being published', () => {
  const point: DraftPoint = {
    id: 'p',
    position: 1,
    text: 'Uno sportello',
    verdict: 'accepted',
    reasons: 'Sì',
    actNumber: null,
    actDate: null,
    actLink: null,
    promise: null,
    promisedOn: null,
    commitments: [],
    dropped: false,
  }
  const running = { id: 'c', title: 'Apriamo', dueOn: '2026-04-01', done: false }
  const done = { ...running, done: true }
  const kept = { promise: 'Apriamo', promisedOn: '2026-04-01' }
  test.each<[string, Partial<DraftPoint>, string | undefined]>([
    ['a verdict and reasons are enough', {}, undefined],
    ['no verdict', { verdict: null }, 'answer.points-without-reasons'],
    ['blank reasons', { reasons: '  \n' }, 'answer.points-without-reasons'],
    ['a promise from today on', { promise: 'x', promisedOn: '2026-05-01' }, undefined],
    ['a promise without a day', { promise: 'x' }, undefined],
    ['a promise for yesterday', { promise: 'x', promisedOn: '2026-04-30' }, 'answer.promised-in-the-past'],
    ['an accepted point with a day alone', { promisedOn: '2026-06-01' }, undefined],
    ['a day without a promise', { verdict: 'inPart', promisedOn: '2026-06-01' }, 'answer.date-without-promise'],
    ['a point accepted in part that does not say which', { verdict: 'inPart' }, 'answer.say-which-part'],
    ['a point accepted in part whose promise was given up', { verdict: 'inPart', dropped: true }, undefined],
    ['a refused point that promises', { verdict: 'notAccepted', promise: 'x' }, 'answer.promise-on-refused-point'],
    ['a point accepted in part that promises', { verdict: 'inPart', promise: 'x' }, undefined],
    ['a running commitment repeated, late as it is', { ...kept, commitments: [running] }, undefined],
    [
      'a running commitment with another day',
      { ...kept, promisedOn: '2027-04-01', commitments: [running] },
      'answer.commitment-stays',
    ],
    [
      'a running commitment in other words',
      { ...kept, promise: 'Vediamo', commitments: [running] },
      'answer.commitment-stays',
    ],
    ['a running commitment left out', { commitments: [running] }, 'answer.commitment-stays'],
    [
      'a running commitment on a point refused now',
      { ...kept, verdict: 'notAccepted', commitments: [running] },
      'answer.commitment-stays',
    ],
    ['what was done, repeated', { ...kept, commitments: [done] }, undefined],
    ['what was done, left out of a refusal', { verdict: 'notAccepted', commitments: [done] }, undefined],
  ])('%s', (_name, change, reason) => {
    expect(faultsOf([{ ...point, ...change }], '2026-05-01')[0]?.reason).toBe(reason)
  })
  test.each<[string, Partial<DraftPoint>, string | null]>([
    ['an accepted point promises what it asks for', {}, 'Uno sportello'],
    ['unless the office says it in its own words', { promise: 'Apriamo' }, 'Apriamo'],
    ['a point accepted in part, what the office says', { verdict: 'inPart', promise: 'Il lunedì' }, 'Il lunedì'],
    ['a refused point promises nothing', { verdict: 'notAccepted' }, null],
    ['what was given up does not come back by itself', { dropped: true }, null],
  ])('%s', (_name, change, promise) => {
    expect(asAnswered({ ...point, ...change })[0]?.promise).toBe(promise)
  })
  test('each fault says which points', () => {
    const points = [
      point,
      { ...point, position: 2, verdict: null },
      { ...point, position: 3, reasons: '' },
      { ...point, position: 4, verdict: 'inPart' as const, promisedOn: '2026-06-01' },
    ]
    expect(faultsOf(points, '2026-05-01')).toEqual([
      { reason: 'answer.points-without-reasons', values: { points: '2, 3', count: 2 } },
      { reason: 'answer.date-without-promise', values: { number: 4 } },
    ])
    expect(faultsOf([], '2026-05-01')).toEqual([{ reason: 'answer.no-points', values: {} }])
  })
})

test('the frozen days are read, with the usual ones where they lack or are absurd', () => {
  expect(termsFrom({ answerDays: 45, reviewDays: 20, extensionDays: 10, more: 1 })).toEqual({
    answerDays: 45,
    reviewDays: 20,
    extensionDays: 10,
  })
  expect(termsFrom(null)).toEqual({ answerDays: 30, reviewDays: 15, extensionDays: 15 })
  expect(termsFrom({ answerDays: -4, reviewDays: '7' })).toEqual({ answerDays: 30, reviewDays: 15, extensionDays: 15 })
})

test('a computation survives being kept', () => {
  const { computation } = dueAt('2026-12-01', 30, plainCalendar)
  expect(computationFrom(JSON.parse(JSON.stringify(computation)))).toEqual(computation)
  expect(computationFrom({})).toBeNull()
})

describe('forms', () => {
  const draft = { revision: '12', opening: 'Ciao', language: 'it', points: [] }
  test.each([
    ['an unknown field', { ...draft, admin: '1' }],
    ['an unknown language', { ...draft, language: 'xx' }],
    ['a verdict of its own', { ...draft, points: [{ pointId: 'a', verdict: 'maybe' }] }],
    ['a day that does not exist', { ...draft, points: [{ pointId: 'a', promisedOn: '2026-02-30' }] }],
    ['an address that runs', { ...draft, points: [{ pointId: 'a', actLink: 'javascript:alert(1)' }] }],
    ['too long reasons', { ...draft, points: [{ pointId: 'a', reasons: 'x'.repeat(6001) }] }],
    ['too many points', { ...draft, points: Array.from({ length: 61 }, () => ({ pointId: 'a' })) }],
  ])('a draft with %s is refused', (_name, values) => {
    expect(AnswerDraftForm.safeParse(values).success).toBe(false)
  })
  test('an empty point is a draft too, and broken characters go', () => {
    const parsed = AnswerDraftForm.parse({ ...draft, points: [{ pointId: 'a', reasons: 'a\u0000b\uD800' }] })
    expect(parsed.points).toEqual([
      {
        pointId: 'a',
        verdict: null,
        reasons: 'ab',
        actNumber: null,
        actDate: null,
        actLink: null,
        promise: null,
        promisedOn: null,
      },
    ])
  })
  test.each([
    [{ version: '1', satisfaction: 'yes' }, true],
    [{ satisfaction: 'yes' }, false],
    [{ version: '1', satisfaction: 'no' }, false],
    [{ version: '1', satisfaction: 'no', reason: '  ' }, false],
    [{ version: '1', satisfaction: 'inPart', reason: 'Manca la data' }, true],
    [{ version: '1', satisfaction: 'perhaps', reason: 'x' }, false],
  ])('a verdict %j: %s', (values, good) => {
    expect(VerdictForm.safeParse(values).success).toBe(good)
  })
  test.each([
    ['uno\ndue', ['uno', 'due']],
    ['uno\r\n\r\n due ', ['uno', 'due']],
    ['solo uno', null],
    [Array.from({ length: 11 }, (_, n) => n).join('\n'), null],
  ])('parts %j', (parts, list) => {
    expect(PartsForm.safeParse({ parts }).data?.parts ?? null).toEqual(list)
  })
  test.each([
    [{ days: '5', reason: 'Aspettiamo il parere della ASL' }, true],
    [{ days: '0', reason: 'Aspettiamo il parere della ASL' }, false],
    [{ days: '1e9', reason: 'Aspettiamo il parere della ASL' }, false],
    [{ days: '5', reason: 'breve' }, false],
  ])('an extension %j: %s', (values, good) => {
    expect(ExtensionForm.safeParse(values).success).toBe(good)
  })
})
