import { Link } from '#app/components/link'
import { isFull, type Missing, type Step, steps } from '#app/domain/associations/completeness'
import { useWords } from '#app/i18n/use-words'

/** Where one is in the registration; every step can be opened at any time, and each is saved by itself. */
export function RegistrationSteps({
  id,
  current,
  missing,
}: {
  id: string
  current: Step
  missing: readonly Missing[]
}) {
  const t = useWords()
  return (
    <nav aria-label={t('associations.steps.label')}>
      <ol className="wizard-steps">
        {steps.map((step) => (
          <li key={step} aria-current={step === current ? 'step' : undefined}>
            <Link to={`/associations/${id}/registration/${step}`}>{t(`associations.steps.${step}`)}</Link>
            {isFull(step, missing) && <span className="meta"> {t('associations.steps.full')}</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The step after this one. */
export function nextStep(id: string, current: Step): string {
  const next = steps[steps.indexOf(current) + 1] ?? 'summary'
  return `/associations/${id}/registration/${next}`
}
