/** A draft on its way to the public: what it lacks, point by point, and each point as it would be published. */
import type { CivilDate } from './civil-date'
import type { AnsweredPoint, PointVerdict } from './verdicts'

/** What was promised of a point and was not dropped. */
export type PointCommitment = { id: string; title: string; dueOn: CivilDate | null; done: boolean }

export type DraftPoint = {
  id: string
  position: number
  text: string
  verdict: PointVerdict | null
  reasons: string
  actNumber: string | null
  actDate: CivilDate | null
  actLink: string | null
  promise: string | null
  promisedOn: CivilDate | null
  commitments: PointCommitment[]
  /** A commitment of this point was given up, in public: it does not come back by itself */
  dropped: boolean
}

export type Fault = { reason: string; values: Record<string, string | number> }

/** Why a draft cannot be published yet; nothing when it can. */
export function faultsOf(points: readonly DraftPoint[], today: CivilDate): Fault[] {
  if (points.length === 0) return [{ reason: 'answer.no-points', values: {} }]
  const incomplete = incompletePoints(points)
  const missing = { points: incomplete.join(', '), count: incomplete.length }
  return [
    ...(incomplete.length > 0 ? [{ reason: 'answer.points-without-reasons', values: missing }] : []),
    ...points.flatMap((point) => {
      const reason = promiseFault(point, today)
      return reason ? [{ reason, values: { number: point.position } }] : []
    }),
  ]
}

type Reasoned = Pick<DraftPoint, 'position' | 'verdict' | 'reasons'>

/** Points that still lack a verdict or its reasons, by position. */
function incompletePoints(points: readonly Reasoned[]): number[] {
  return points
    .filter(({ verdict, reasons }) => verdict === null || reasons.trim() === '')
    .map(({ position }) => position)
}

/** What is public stays as it is; what is new has words, a point to stand on, and a day to come. */
function promiseFault(point: DraftPoint, today: CivilDate): string | null {
  const { verdict, promisedOn } = point
  const promise = promiseOf(point)
  const running = runningCommitment(point)
  if (running) return verdict !== 'notAccepted' && isSame(point, running) ? null : 'answer.commitment-stays'
  if (!promise && promisedOn) return 'answer.date-without-promise'
  if (!promise) return verdict === 'inPart' && !point.dropped ? 'answer.say-which-part' : null
  if (verdict === 'notAccepted') return 'answer.promise-on-refused-point'
  return promisedOn && promisedOn < today && !isPromised(point) ? 'answer.promised-in-the-past' : null
}

/** The promise of this point that is public and neither done nor dropped. */
export function runningCommitment({ commitments }: Pick<DraftPoint, 'commitments'>): PointCommitment | null {
  return commitments.find(({ done }) => !done) ?? null
}

/** Whether what the point promises is a commitment already. */
export function isPromised(point: DraftPoint): boolean {
  return point.commitments.some((commitment) => isSame(point, commitment))
}

function isSame(point: DraftPoint, { title, dueOn }: PointCommitment): boolean {
  return promiseOf(point) === title && point.promisedOn === dueOn
}

/** What is accepted is promised: in the office's words, otherwise in those that asked for it. */
export function promiseOf({ verdict, text, promise, dropped }: DraftPoint): string | null {
  return promise ?? (verdict === 'accepted' && !dropped ? text : null)
}

/** Only a point with a verdict can be published. */
export function asAnswered(point: DraftPoint): AnsweredPoint[] {
  const { id, position, text, verdict, reasons, actNumber, actDate, actLink, promisedOn } = point
  if (!verdict) return []
  const promise = promiseOf(point)
  const act = actNumber || actDate || actLink ? { number: actNumber, date: actDate, link: actLink } : null
  return [{ pointId: id, position, text, verdict, reasons, act, promise, promisedOn }]
}
