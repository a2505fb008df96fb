/** What a file of ballots says: the ballots, and the few settings that its format carries. */
import type { BallotBox } from '#app/domain/voting/rules/ballots'

export interface BallotFile {
  box: BallotBox
  title?: string
  seats?: number
  unranked?: 'tied-last' | 'ignored'
}
