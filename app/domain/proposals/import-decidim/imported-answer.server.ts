/** The official answer of another platform, as one that was published here: nobody counted its days. */

import { civilDateAt } from '#app/domain/answers/civil-date'
import type { PublishedPoints } from '#app/domain/answers/verdicts'
import type { Tx } from '#app/domain/journal/transaction.server'
import { newId } from './import-people.server'
import { insertAnswerPoints, insertAnswers, insertAnswerVersions, insertPoints } from './insert-rows.server'
import { plainFrom } from './subject-document.server'
import type { SubjectRow } from './subject-row'

export type Answered = { proposalId: string; title: string; row: SubjectRow; byId: string }

const longestAnswer = 20_000

/** With a verdict its words are the reasons; without one they stand alone, and nothing counts as accepted. */
export async function writeAnswers(tx: Tx, answered: Answered[]) {
  const all = answered.map(withIds)
  await insertAnswers(
    tx,
    all.map(({ answer }) => answer),
  )
  await insertPoints(
    tx,
    all.flatMap(({ point }) => point ?? []),
  )
  await insertAnswerPoints(
    tx,
    all.flatMap(({ answerPoint }) => answerPoint ?? []),
  )
  await insertAnswerVersions(
    tx,
    all.map(({ version }) => version),
  )
}

function withIds({ proposalId, title, row, byId }: Answered) {
  const [answerId, pointId] = [newId(), newId()]
  const { verdict } = row.outcome
  const at = row.answeredAt ?? row.publishedAt
  const language = row.answers[0]?.language || 'und'
  const words = wordsOf(row)
  const opening = verdict ? '' : words
  const reasons = verdict ? words : ''
  const items = verdict
    ? [{ pointId, position: 1, text: title, verdict, reasons, act: null, promise: null, promisedOn: null }]
    : []
  const points: PublishedPoints = { language, items }
  return {
    answer: {
      id: answerId,
      proposalId,
      startedAt: row.publishedAt,
      dueOn: civilDateAt(at),
      opening,
      language,
      publishedAt: at,
    },
    point: verdict ? { id: pointId, proposalId, text: title } : null,
    answerPoint: verdict ? { answerId, pointId, verdict, reasons } : null,
    version: { answerId, opening, points, publishedById: byId, at },
  }
}

function wordsOf({ answers, address }: SubjectRow): string {
  const [first, ...others] = answers.map(({ language, text }) => ({
    language,
    text: plainFrom(text, longestAnswer, address).text,
  }))
  if (!first) return ''
  return [first.text, ...others.map(({ language, text }) => `[${language}]\n${text}`)].join('\n\n')
}
