import { isRuntsSection } from '#app/domain/associations/runts'
import type { Words } from '#app/i18n/words'

/** By its letter and its name; one that was written by hand, as it was written. */
export function runtsSectionName(t: Words, section: string): string {
  return isRuntsSection(section) ? `${section}) ${t(`associations.runts-section-name.${section}`)}` : section
}
