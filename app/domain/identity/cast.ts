/** Who stands at the demonstration's door: one person a role. Nobody can register these addresses anew. */

export const castNames = [
  'carmela',
  'drita',
  'nora',
  'ada',
  'bilal',
  'emanuele',
  'luca',
  'marta',
  'fatou',
  'giorgio',
  'hana',
  'paola',
  'samir',
  'irene',
] as const

export type CastMember = (typeof castNames)[number]

export const castAddress = (name: CastMember) => `${name}@esempio.it`

export function isCastMember(name: string): name is CastMember {
  return castNames.includes(name as CastMember)
}
