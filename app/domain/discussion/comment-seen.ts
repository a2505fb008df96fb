/** A comment as a reader may see it. A page carries dozens: what is not so, or not there, is left out. */
import type { Stance } from './stances'

export type CommentSeen = {
  id: string
  authorName: string
  stance: Stance
  language: string
  /** Empty when it was withdrawn or hidden */
  text: string
  weight: number
  replyCount: number
  createdAt: Date
  /** What it replies to */
  parentId?: string
  associationName?: string
  /** One of those who propose what is discussed, or their association */
  proposes?: true
  /** The office of that territory where the author sat on that day, when speaking for no association */
  officeName?: string
  editedAt?: Date
  withdrawn?: true
  /** The moderator's reason, when it is hidden */
  hidden?: string
  mine?: true
  marked?: true
  /** For its author: the hiding to appeal against */
  hidingId?: string
  /** Someone has already asked to look at it again */
  appealed?: true
}
