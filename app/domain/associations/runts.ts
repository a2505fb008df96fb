/** The sections of the RUNTS, the register of the third sector, by their letters (D.Lgs. 117/2017, art. 46). */
export const runtsSections = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const

/** Before it was chosen from the list, the section was written by hand. */
export function isRuntsSection(written: string): boolean {
  return (runtsSections as readonly string[]).includes(written)
}
