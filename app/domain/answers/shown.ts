/** An answer as the public page shows it: what is due, what was answered, what became of it. */
import type { Verdict } from '#app/domain/authorization'
import type { CivilDate } from './civil-date'
import type { Standing } from './clock'
import type { KeptComputation } from './kept-computation'
import type { AnsweredPoint, Satisfaction } from './verdicts'

export type ShownVersion = {
  number: number
  opening: string
  language: string
  points: AnsweredPoint[]
  changeReason: string | null
  at: Date
}

export type ShownVerdict = {
  /** The version it was said of */
  version: number
  satisfaction: Satisfaction
  reason: string
  at: Date
  who: string
  /** In whose name it was said */
  associationName: string | null
}

export type ShownExtension = { days: number; reason: string; at: Date; fromDue: CivilDate; toDue: CivilDate }

export type ShownAnswer = {
  id: string
  /** 1 is the answer, 2 its review */
  round: number
  officeId: string | null
  officeName: string | null
  /** In which the office writes */
  language: string
  startedAt: Date
  dueOn: CivilDate
  computation: KeptComputation | null
  standing: Standing
  daysLeft: number
  seenAt: Date | null
  publishedAt: Date | null
  version: number
  reviewReason: string | null
  latest: ShownVersion | null
  extension: ShownExtension | null
  /** What the authors said, newest first */
  verdicts: ShownVerdict[]
  can: { work: Verdict; judge: Verdict; askReview: Verdict }
}

export type ShownCommitment = {
  id: string
  pointId: string | null
  title: string
  /** Of the answer that promised it; a vote's promise says none */
  language: string | null
  dueOn: CivilDate | null
  doneAt: Date | null
  droppedAt: Date | null
}

export type ShownAnswers = {
  territoryName: string
  /** The language in which the points are written */
  language: string
  rounds: ShownAnswer[]
  commitments: ShownCommitment[]
}
