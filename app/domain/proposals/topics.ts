/** What a proposal is about: a closed list, after the axes of the national integration portal (integrazionemigranti.gov.it). */

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

export function isTopic(value: unknown): value is Topic {
  return (topics as readonly unknown[]).includes(value)
}
