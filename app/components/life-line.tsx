import { Link } from '#app/components/link'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { type Speaker, SpokenBy } from './spoken-by'

export type LifeStep = {
  /** Key of the step's name, as `proposals.life.open` */
  key: string
  state: 'done' | 'now' | 'to-come'
  at?: Date | string | null
  who?: Speaker | null
  to?: string | null
}

type Props = {
  steps: LifeStep[]
  /** The address of all that happened to it */
  history?: string | null
}

/** Where a thing comes from and what becomes of it: a list that looks like a line. */
export function LifeLine({ steps, history }: Props) {
  const t = useWords()
  const language = useLanguage()
  return (
    <nav aria-label={t('shell.life-line')}>
      <ol className="life-line">
        {steps.map((step) => (
          <li key={step.key} className={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
            <span className="dot" aria-hidden="true" />
            <span className="step">
              {step.to ? <Link to={step.to}>{t(step.key)}</Link> : <span>{t(step.key)}</span>}
              <span className="visually-hidden"> ({t(`shell.step-${step.state}`)})</span>
              {step.at && (
                <time dateTime={new Date(step.at).toISOString()}>{formatDate(step.at, language, 'short')}</time>
              )}
              {step.who && <SpokenBy {...step.who} />}
            </span>
          </li>
        ))}
      </ol>
      {history && (
        <p>
          <Link to={history}>{t('shell.history')}</Link>
        </p>
      )}
    </nav>
  )
}
