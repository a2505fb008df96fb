/** What a story of the demonstration tells: a proposal, what was said of it, and what became of it. Times are days before now. */

import type { Language } from '#app/domain/languages'
import type { Topic } from '#app/domain/proposals/topics'
import type { CastName } from '../town'

export type Who = CastName | `neighbour ${number}`
export type Where = 'monopoli' | 'bari' | 'lecce'

export type Story = {
  by: Who
  /** The association in whose name, by its name */
  as?: string
  where: Where
  topic: Topic
  language?: Language
  title: string
  text: string
  points?: string[]
  /** Absent: still a draft */
  published?: number
  supports?: number
  /** The day of the support that reached the threshold */
  qualified?: number
  said?: Said[]
  extended?: { on: number; days: number; reason: string }
  answered?: Answered
  judged?: { on: number; satisfaction: 'yes' | 'inPart' | 'no'; reason?: string }
  review?: { on: number; reason: string }
  withdrawn?: number
  /** A second version, with a sentence more */
  changed?: { on: number; more: string; note: string }
  /** Somebody else writes it too */
  with?: { who: Who; on: number }
  /** The office has begun: given to an officer, a note inside, some of the answer written */
  begun?: { on: number; note: string; opening: string }
}

export type Said = {
  by: Who
  as?: string
  on: number
  stance?: 'for' | 'against' | 'neutral'
  language?: Language
  text: string
  useful?: number
  replies?: { by: Who; on: number; language?: Language; text: string }[]
  /** A moderator hid it, with the reason */
  hidden?: { on: number; reason: 'offence' | 'offTopic' | 'spam'; note: string; appeal?: string }
  reported?: boolean
}

export type Answered = {
  on: number
  opening: string
  points: {
    verdict: 'accepted' | 'inPart' | 'notAccepted'
    reasons: string
    act?: string
    promise?: Promised
  }[]
}

export type Promised = {
  text: string
  /** Days from now; negative is past */
  due?: number
  steps?: { on: number; text: string }[]
  /** A new date, in days from now as the first one */
  moved?: { on: number; due: number; reason: string }
  done?: { on: number; outcome: string }
  dropped?: { on: number; reason: string }
}
