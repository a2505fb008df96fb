/** What a proposal is about: a closed list, each topic under an axis of the national integration portal. */

export const topics = [
  'education',
  'work',
  'housing',
  'health',
  'services',
  'youth',
  'mediation',
  'inclusion',
  'culture',
  'rights',
  'participation',
  'environment',
  'mobility',
] as const
export type Topic = (typeof topics)[number]

/** The axes of integrazionemigranti.gov.it; a topic outside them has none. */
export const portalAxes = ['education', 'work', 'housing', 'essentialServices', 'minors', 'mediation'] as const
export type PortalAxis = (typeof portalAxes)[number]

export const axisOf: Record<Topic, PortalAxis | null> = {
  education: 'education',
  work: 'work',
  housing: 'housing',
  health: 'essentialServices',
  services: 'essentialServices',
  youth: 'minors',
  mediation: 'mediation',
  inclusion: 'mediation',
  culture: 'mediation',
  rights: 'essentialServices',
  participation: null,
  environment: null,
  mobility: null,
}

export function isTopic(value: unknown): value is Topic {
  return (topics as readonly unknown[]).includes(value)
}
