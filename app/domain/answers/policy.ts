/** Who may assign, write, publish and extend an answer, who judges it, and who follows its commitments; or why not. */
import { type Actor, hasRole, type OfficeSeat, type Verdict } from '#app/domain/authorization'
import { isWithin } from '#app/domain/territories/tree'

/** What is decided on: plain values of one answer. */
export type Handled = {
  officeId: string | null
  assigneeId: string | null
  territoryPath: string
  version: number
  /** A later round has begun: this one stands as it is */
  overtaken: boolean
  extended: boolean
  late: boolean
}

function seatIn(actor: Actor, officeId: string | null): OfficeSeat | undefined {
  return actor.kind === 'person' ? actor.seats.find((seat) => seat.officeId === officeId) : undefined
}

function leads(seat: OfficeSeat | undefined): boolean {
  return seat?.rank === 'head' || seat?.rank === 'deputy'
}

/** The desk belongs to people with a seat, to officers, and to administrators for what no office has. */
export function canSeeDesk(actor: Actor): Verdict {
  if (actor.kind === 'visitor') return 'sign-in-required'
  if (actor.seats.length > 0 || actor.roles.some(({ kind }) => kind === 'administrator' || kind === 'officer'))
    return true
  return 'answer.no-office'
}

/** Everybody of the office, and the administrator of the territory. */
export function canReadDraft(actor: Actor, answer: Handled): Verdict {
  if (actor.kind === 'visitor') return 'sign-in-required'
  if (seatIn(actor, answer.officeId) || canAssign(actor, answer) === true) return true
  return 'answer.not-your-office'
}

/** The head or deputy; where no office has it, any head of the territory; and the administrator. */
export function canAssign(actor: Actor, answer: Handled): Verdict {
  if (actor.kind === 'visitor') return 'sign-in-required'
  if (hasRole(actor, 'administrator', answer.territoryPath)) return true
  const mine =
    answer.officeId === null
      ? actor.seats.filter(({ territoryPath }) => isWithin(answer.territoryPath, territoryPath))
      : actor.seats.filter(({ officeId }) => officeId === answer.officeId)
  return mine.some(leads) || 'answer.only-heads-assign'
}

/** Once it is given to one officer, that officer and the heads write; until then, everybody of the office. */
export function canWrite(actor: Actor, answer: Handled): Verdict {
  if (actor.kind === 'visitor') return 'sign-in-required'
  const seat = seatIn(actor, answer.officeId)
  if (!seat) return answer.officeId === null ? 'answer.no-office-yet' : 'answer.not-your-office'
  if (answer.overtaken) return 'answer.review-began'
  return leads(seat) || answer.assigneeId === null || answer.assigneeId === actor.id || 'answer.given-to-another'
}

/** Internal notes are for everybody of the office. */
export function canTakeNotes(actor: Actor, answer: Handled): Verdict {
  if (actor.kind === 'visitor') return 'sign-in-required'
  return seatIn(actor, answer.officeId) !== undefined || 'answer.not-your-office'
}

export function canSplit(actor: Actor, answer: Handled): Verdict {
  const writes = canWrite(actor, answer)
  if (writes !== true) return writes
  return answer.version === 0 || 'answer.already-published'
}

/** Once, by the head or deputy, while there is still time. */
export function canExtend(actor: Actor, answer: Handled): Verdict {
  if (actor.kind === 'visitor') return 'sign-in-required'
  if (!leads(seatIn(actor, answer.officeId))) return 'answer.only-heads-extend'
  if (answer.version > 0) return 'answer.already-published'
  if (answer.extended) return 'answer.already-extended'
  return !answer.late || 'answer.too-late-to-extend'
}

export type Judged = {
  /** The actor is one of the proposal's authors, or acts for its association */
  author: boolean
  round: number
  published: boolean
  /** What was said of the version that stands */
  satisfaction: 'yes' | 'inPart' | 'no' | null
  overtaken: boolean
}

/** The authors say once of each version whether it answers. */
export function canJudge(actor: Actor, answer: Judged): Verdict {
  if (actor.kind === 'visitor') return 'sign-in-required'
  if (!answer.author) return 'answer.only-authors-judge'
  if (!answer.published) return 'answer.not-published'
  return answer.satisfaction === null || 'answer.already-judged'
}

/** One review, by authors who said that the answer as it stands does not fully answer. */
export function canAskReview(actor: Actor, answer: Judged): Verdict {
  if (actor.kind === 'visitor') return 'sign-in-required'
  if (!answer.author) return 'answer.only-authors-judge'
  if (answer.round > 1 || answer.overtaken) return 'answer.one-review-only'
  if (answer.satisfaction === null) return 'answer.judge-first'
  return answer.satisfaction !== 'yes' || 'answer.judged-as-answering'
}

export type Promised = { officeId: string; closed: boolean }

/** The office that promised says how it goes. */
export function canKeepCommitment(actor: Actor, commitment: Promised): Verdict {
  if (actor.kind === 'visitor') return 'sign-in-required'
  if (!seatIn(actor, commitment.officeId)) return 'answer.not-your-office'
  return !commitment.closed || 'commitment.closed'
}

/** The office itself; and the administrator, also where that office has nobody any more. */
export function canHandOverCommitment(actor: Actor, commitment: Promised & { territoryPath: string }): Verdict {
  const isAdministrator = hasRole(actor, 'administrator', commitment.territoryPath)
  if (!isAdministrator) return canKeepCommitment(actor, commitment)
  return !commitment.closed || 'commitment.closed'
}
