import { Link } from '#app/components/link'
import { useWords } from '#app/i18n/use-words'

export type WizardStep = { key: string; to: string | null }

/** Where one is in a wizard; the steps that exist already are links, and going back loses nothing. */
export function WizardSteps({ steps, current }: { steps: readonly WizardStep[]; current: string }) {
  const t = useWords()
  return (
    <nav aria-label={t('proposals.wizard.steps')}>
      <ol className="wizard-steps">
        {steps.map(({ key, to }) => (
          <li key={key} aria-current={key === current ? 'step' : undefined}>
            {to && key !== current ? <Link to={to}>{t(key)}</Link> : <span>{t(key)}</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
