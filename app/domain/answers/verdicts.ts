/** The authority's verdict on each point, with its reasons, and when an answer is complete. */

export const pointVerdicts = ['accepted', 'inPart', 'notAccepted'] as const
export type PointVerdict = (typeof pointVerdicts)[number]

export type AnsweredPoint = {
  pointId: string
  position: number
  text: string
  verdict: PointVerdict
  reasons: string
  act: { number: string | null; date: string | null; link: string | null } | null
  /** What will be done, and by when */
  promise: string | null
  promisedOn: string | null
}

/** An answer as it was published: the language it is in, and its points in order. */
export type PublishedPoints = { language: string; items: AnsweredPoint[] }

export type DraftPoint = { position: number; verdict: PointVerdict | null; reasons: string; promise: string | null }

/** Points that still lack a verdict or its reasons, by position. */
export function incompletePoints(points: readonly DraftPoint[]): number[] {
  return points
    .filter(({ verdict, reasons }) => verdict === null || reasons.trim() === '')
    .map(({ position }) => position)
}

/** Every point has its verdict and its reasons, and what is refused promises nothing. */
export function isComplete(points: readonly DraftPoint[]): true | string {
  if (points.length === 0) return 'answer.no-points'
  if (incompletePoints(points).length > 0) return 'answer.points-without-reasons'
  return (
    !points.some(({ verdict, promise }) => verdict === 'notAccepted' && promise) || 'answer.promise-on-refused-point'
  )
}

export const satisfactions = ['yes', 'inPart', 'no'] as const
export type Satisfaction = (typeof satisfactions)[number]
