import type { SecretTerms } from '#app/domain/polls/terms'
import type { Words } from '#app/i18n/words'

/** How many trustees open a secret vote together; where one alone does, it is said as a warning. */
export function OpenedBy({ secret, t }: { secret: Pick<SecretTerms, 'trustees' | 'threshold' | 'minimum'>; t: Words }) {
  const { trustees, threshold, minimum } = secret
  if (threshold === 1)
    return <p className="notice refused">{t('secret.opened-by-one', { count: trustees.length, minimum })}</p>
  return <p>{t('secret.opened-by', { threshold, count: trustees.length, minimum })}</p>
}
