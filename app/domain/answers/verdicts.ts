/** The authority's verdict on each point, with its reasons, and what the authors say of it. */

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

export const satisfactions = ['yes', 'inPart', 'no'] as const
export type Satisfaction = (typeof satisfactions)[number]
