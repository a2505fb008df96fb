import type { Verification } from '#app/domain/associations/verification'
import { useWords } from '#app/i18n/use-words'

const looks: Record<Verification, string> = {
  claimed: 'badge',
  submitted: 'badge time',
  incomplete: 'badge time',
  verified: 'badge done',
  refused: 'badge refused',
  suspended: 'badge refused',
}

/** The state in words; the colour only repeats them. */
export function VerificationBadge({ state }: { state: Verification }) {
  const t = useWords()
  return <span className={looks[state]}>{t(`associations.state.${state}`)}</span>
}
