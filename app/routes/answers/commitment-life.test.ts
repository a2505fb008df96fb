import { expect, test } from 'vitest'
import { lifeOfCommitment } from './commitment-life'

const on = (day: string) => new Date(`${day}T10:00:00Z`)

const promised: Parameters<typeof lifeOfCommitment>[0] = {
  proposal: { id: 'p', publishedAt: on('2026-01-10') },
  answer: { round: 1, publishedAt: on('2026-03-10') },
  poll: null,
  office: { name: 'Servizi sociali' },
  doneAt: null,
  droppedAt: null,
}
const voted = {
  ...promised,
  proposal: null,
  answer: null,
  poll: { pollId: 'v', poll: { countedAt: on('2026-04-01') } },
}

const marks = { done: '✓', now: '◉', 'to-come': '○' }
const drawn = (commitment: typeof promised) =>
  lifeOfCommitment(commitment).map(
    ({ key, state, to }) => `${key.replace('answers.commitment.life.', '')} ${marks[state]}${to ? ` ${to}` : ''}`,
  )

const [proposal, answer, made] = ['proposal ✓ /proposals/p', 'answer ✓ /proposals/p#answer', 'made ✓']

test.each<[string, typeof promised, string[]]>([
  ['being kept', promised, [proposal, answer, made, 'result ◉']],
  ['kept', { ...promised, doneAt: on('2026-09-01') }, [proposal, answer, made, 'done ✓']],
  ['dropped', { ...promised, droppedAt: on('2026-09-01') }, [proposal, answer, made, 'dropped ✓']],
  [
    'made by a review',
    { ...promised, answer: { round: 2, publishedAt: on('2026-05-10') } },
    [proposal, 'review ✓ /proposals/p#answer', made, 'result ◉'],
  ],
  ['of a project that won', voted, ['poll ✓ /polls/v/results', made, 'result ◉']],
])('a commitment %s', (_, commitment, line) => expect(drawn(commitment)).toEqual(line))
