/** How a desk is sorted: what is late first, then what is due soon, what nobody has opened, and what waits. */
import type { Standing } from './clock'

export const deskGroups = ['late', 'soon', 'new', 'waiting'] as const
export type DeskGroup = (typeof deskGroups)[number]

export function deskGroup(standing: Standing, seen: boolean): DeskGroup {
  if (standing === 'late' || standing === 'very-late') return 'late'
  if (standing === 'soon') return 'soon'
  return seen ? 'waiting' : 'new'
}
