/** What happened, as a sentence: one for the bell and for every letter. */
import type { Saying } from '#app/domain/notifications/sayings'
import { formatDate } from './formats'
import type { Words } from './words'

export function said(t: Words, language: string, { key, dueOn, fromDue, daysLeft }: Saying, title: string): string {
  return t(`notifications.what.${key}`, {
    // What moderators have hidden is not named
    title: title || t('proposals.hidden-title'),
    date: dueOn && formatDate(dueOn, language, 'weekday'),
    from: fromDue && formatDate(fromDue, language, 'weekday'),
    left: daysLeft === null ? null : timeLeft(t, daysLeft),
  })
}

function timeLeft(t: Words, days: number): string {
  if (days === 0) return t('answers.due-today')
  return t(days > 0 ? 'answers.days-left' : 'answers.late-by', { count: Math.abs(days) })
}
