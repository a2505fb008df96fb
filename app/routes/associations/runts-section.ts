import { isRuntsSection } from '#app/domain/associations/runts'
import { isolated } from '#app/i18n/languages'
import type { Words } from '#app/i18n/words'

/** By its letter and its name; one that was written by hand, as it was written. */
export function runtsSectionName(t: Words, section: string): string {
  return isRuntsSection(section) ? `${section}) ${t(`associations.runts-section-name.${section}`)}` : section
}

type InRunts = { runtsNumber: string | null; runtsSection: string | null }

/** Its number and its section: each keeps its own order of signs, also between words of the other direction. */
export function runtsInWords(t: Words, { runtsNumber, runtsSection }: InRunts): string {
  const said = [runtsNumber, runtsSection && runtsSectionName(t, runtsSection)]
  return said.flatMap((one) => (one ? [isolated(one)] : [])).join(' · ')
}
