import { expect, test } from 'vitest'
import { lifeOf } from './life'

const on = (day: string) => new Date(`${day}T10:00:00Z`)
type Lived = Parameters<typeof lifeOf>[0]
type Replies = Parameters<typeof lifeOf>[1]

const open: Lived = {
  stage: 'open',
  imported: false,
  publishedAt: on('2026-01-10'),
  qualifiedAt: null,
  answeredAt: null,
  withdrawnAt: null,
  archivedAt: null,
  authorName: 'Ada',
  associationName: null,
}
const qualified: Lived = { ...open, stage: 'qualified', qualifiedAt: on('2026-02-10') }
const answered: Lived = { ...qualified, stage: 'answered', answeredAt: on('2026-03-10') }
const reviewing: Lived = { ...answered, stage: 'qualified' }
const reviewed: Lived = { ...answered, answeredAt: on('2026-05-10') }
const archived: Lived = { ...answered, stage: 'archived', archivedAt: on('2027-03-11') }

const waits = { round: 1, publishedAt: null }
const first = { round: 1, publishedAt: on('2026-03-10') }
const asked = { round: 2, publishedAt: null }
const second = { round: 2, publishedAt: on('2026-05-10') }
const running = { id: 'running', doneAt: null, droppedAt: null }
const kept = { id: 'kept', doneAt: on('2026-09-01'), droppedAt: null }
const dropped = { id: 'dropped', doneAt: null, droppedAt: on('2026-10-01') }
const keptLate = { id: 'late', doneAt: on('2027-06-01'), droppedAt: null }

const marks = { done: '✓', now: '◉', 'to-come': '○' }
const drawn = (proposal: Lived, replies: Partial<Replies>) =>
  lifeOf(proposal, { rounds: [], commitments: [], ...replies })
    .map(({ key, state }) => `${key.replace('proposals.life.', '')} ${marks[state]}`)
    .join(', ')

test.each<[string, Lived, Partial<Replies>, string]>([
  ['open', open, {}, 'born ✓, supported ◉, answered ○, commitments ○, result ○'],
  ['withdrawn', { ...open, stage: 'withdrawn', withdrawnAt: on('2026-02-01') }, {}, 'born ✓, withdrawn ✓'],
  [
    'archived with too few supports',
    { ...open, stage: 'archived', archivedAt: on('2027-01-11') },
    {},
    'born ✓, too-few-supports ✓',
  ],
  [
    'waiting for its answer',
    qualified,
    { rounds: [waits] },
    'born ✓, supported ✓, answered ◉, commitments ○, result ○',
  ],
  ['answered, nothing promised', answered, { rounds: [first] }, 'born ✓, supported ✓, answered ✓'],
  [
    'answered, promises being kept',
    answered,
    { rounds: [first], commitments: [kept, running] },
    'born ✓, supported ✓, answered ✓, commitments ✓, result ◉',
  ],
  [
    'every promise kept',
    answered,
    { rounds: [first], commitments: [kept] },
    'born ✓, supported ✓, answered ✓, commitments ✓, kept ✓',
  ],
  [
    'every promise dropped',
    answered,
    { rounds: [first], commitments: [dropped] },
    'born ✓, supported ✓, answered ✓, commitments ✓, dropped ✓',
  ],
  [
    'some kept, some dropped',
    answered,
    { rounds: [first], commitments: [kept, dropped] },
    'born ✓, supported ✓, answered ✓, commitments ✓, kept-in-part ✓',
  ],
  [
    'in review, nothing promised yet',
    reviewing,
    { rounds: [first, asked] },
    'born ✓, supported ✓, answered ✓, review ◉, commitments ○, result ○',
  ],
  [
    'in review, with promises of the first answer',
    reviewing,
    { rounds: [first, asked], commitments: [running] },
    'born ✓, supported ✓, answered ✓, commitments ✓, review ◉, result ○',
  ],
  [
    'in review, with promises kept meanwhile',
    reviewing,
    { rounds: [first, asked], commitments: [kept] },
    'born ✓, supported ✓, answered ✓, commitments ✓, kept ✓, review ◉',
  ],
  ['reviewed, nothing promised', reviewed, { rounds: [first, second] }, 'born ✓, supported ✓, answered ✓, review ✓'],
  [
    'reviewed, promises being kept',
    reviewed,
    { rounds: [first, second], commitments: [running] },
    'born ✓, supported ✓, answered ✓, review ✓, commitments ✓, result ◉',
  ],
  ['archived, nothing promised', archived, { rounds: [first] }, 'born ✓, supported ✓, answered ✓, archived ✓'],
  [
    'archived after the result',
    archived,
    { rounds: [first], commitments: [kept] },
    'born ✓, supported ✓, answered ✓, commitments ✓, kept ✓, archived ✓',
  ],
  [
    'archived before the result',
    archived,
    { rounds: [first], commitments: [keptLate] },
    'born ✓, supported ✓, answered ✓, commitments ✓, archived ✓, kept ✓',
  ],
  [
    'archived while promises are being kept',
    archived,
    { rounds: [first], commitments: [running] },
    'born ✓, supported ✓, answered ✓, commitments ✓, archived ✓, result ◉',
  ],
  [
    'from elsewhere, answered',
    { ...answered, imported: true, qualifiedAt: null },
    { rounds: [first] },
    'born ✓, answered ✓',
  ],
  [
    'from elsewhere, archived',
    { ...open, imported: true, stage: 'archived', archivedAt: on('2026-02-01') },
    {},
    'born ✓, archived ✓',
  ],
])('%s', (_, proposal, replies, line) => expect(drawn(proposal, replies)).toBe(line))

test('the first answer and the review each keep their date', () => {
  const dates = lifeOf(reviewed, { rounds: [first, second], commitments: [] }).map(({ at }) => at)
  expect(dates).toEqual([on('2026-01-10'), on('2026-02-10'), on('2026-03-10'), on('2026-05-10')])
})

test('what came from elsewhere was archived on no day that is known here', () => {
  const archived = { ...open, stage: 'archived' as const, archivedAt: on('2026-02-01') }
  const last = (imported: boolean) => lifeOf({ ...archived, imported }, { rounds: [], commitments: [] }).at(-1)
  expect([last(true)?.at, last(false)?.at]).toEqual([null, on('2026-02-01')])
})

test('a result leads to the one promise, or to all of them', () => {
  const last = (...commitments: Replies['commitments']) => lifeOf(answered, { rounds: [first], commitments }).at(-1)
  expect(last(kept)).toMatchObject({ to: '/commitments/kept', at: on('2026-09-01') })
  expect(last(dropped, kept)).toMatchObject({ to: '#answer', at: on('2026-10-01') })
})
