/** What an entry says to its readers: which sentence, with which day and how long before it, and what there is to do. */
import { wordIn } from './places'

export type Saying = {
  /** The sentence, among the words of notifications */
  key: string
  /** Days on the calendar, as 2026-04-22 */
  dueOn: string | null
  fromDue: string | null
  /** Working days to the due date when it was said; negative once it was late */
  daysLeft: number | null
  task: Task | null
}

export type Task =
  | 'answer'
  | 'answer-late'
  | 'answer-very-late'
  | 'judge'
  | 'promise'
  | 'promise-late'
  | 'promise-very-late'

const escalated: Record<string, [variant: string, task: Task]> = {
  tenDays: ['-soon', 'answer'],
  fiveDays: ['-soon', 'answer'],
  oneDay: ['-soon', 'answer'],
  deputy: ['-late', 'answer-late'],
  head: ['-very-late', 'answer-very-late'],
}

const promised: Record<string, [variant: string, task: Task]> = {
  tenDays: ['-soon', 'promise'],
  oneDay: ['-soon', 'promise'],
  owner: ['-late', 'promise-late'],
  head: ['-very-late', 'promise-very-late'],
}

export function sayingOf(what: string, details: unknown): Saying {
  const dueOn = wordIn(details, 'dueOn')
  const daysLeft = numberIn(details, 'daysLeft')
  const [variant, task] = variantOf(what, details, dueOn !== null)
  return { key: `${what}${variant}`, dueOn, fromDue: wordIn(details, 'fromDue'), daysLeft, task }
}

/** Entries from before a value was kept say the plain sentence. */
function variantOf(what: string, details: unknown, dated: boolean): [string, Task | null] {
  const review = numberIn(details, 'round') === 2 ? '-review' : ''
  switch (what) {
    case 'answer.due':
      return [review, 'answer']
    case 'answer.review-asked':
      return [dated ? '-dated' : '', null]
    case 'answer.assigned':
      if (dated && isTrue(details, 'late')) return ['-late', 'answer-late']
      return [dated ? '-dated' : '', 'answer']
    case 'answer.escalated':
      return (dated && escalated[wordIn(details, 'kind') ?? '']) || ['', 'answer']
    case 'commitment.reminded':
      return promised[wordIn(details, 'kind') ?? ''] ?? ['', 'promise']
    case 'commitment.moved':
      return [wordIn(details, 'fromDue') ? '' : '-dated', null]
    case 'answer.given':
      return [review, 'judge']
    case 'answer.judged':
      return [`-${wordIn(details, 'satisfaction')}`, null]
    default:
      return ['', null]
  }
}

function numberIn(details: unknown, name: string): number | null {
  const value = (details as Record<string, unknown> | null)?.[name]
  return typeof value === 'number' ? value : null
}

function isTrue(details: unknown, name: string): boolean {
  return (details as Record<string, unknown> | null)?.[name] === true
}
