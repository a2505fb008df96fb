/** A poll as it stands in a list. */
import type { Phase } from './lifecycle'
import type { RuleName } from './rules'

export type PollCard = {
  id: string
  question: string
  language: string
  rule: RuleName
  territoryName: string
  associationName: string | null
  phase: Phase
  opensAt: Date
  closesAt: Date
  /** Once counted: who won, in the order of the report; nobody where the quorum was not met */
  winners: { key: string; title: string }[] | null
}
