/** A trustee's page as the server draws it; its script shows the part that is true now. */
import type { trusteePage } from '#app/domain/polls/secret/trustees.server'
import type { Words } from '#app/i18n/words'
import { HeadHash } from './head-hash.server'

type Shown = Awaited<ReturnType<typeof trusteePage>>

const steps = ['certificate', 'dealing', 'holding', 'complete'] as const

export function TrusteeSheet({ vote, t }: { vote: Shown; t: Words }) {
  const { question, language, trustees, threshold, number, head } = vote
  const said = JSON.stringify({ otherKey: t('secret.trustee.other-key'), fault: t('secret.trustee.fault') })
  return (
    <main
      id="main"
      className="narrow"
      data-state="starting"
      data-said={said}
      data-offline={t('secret.offline')}
      data-broken={t('secret.broken')}
    >
      {vote.stage !== 'draft' && (
        <p>
          <a href={`/polls/${vote.id}`}>{t('polls.back')}</a>
        </p>
      )}
      <h1>{t('secret.trustee.title')}</h1>
      <p lang={language} dir="auto">
        <strong>{question}</strong>
      </p>
      <p>{t('secret.trustee.about', { number, count: trustees.length, threshold })}</p>
      {/* Until the script is alive: where there is none, this stays */}
      <p data-when="starting" className="notice refused">
        {t('secret.trustee.needs-scripts')}
      </p>
      {vote.stage === 'draft' && (
        <ol className="ceremony">
          {steps.map((step) => (
            <li key={step} data-step={step}>
              {t(`secret.step.${step}`)}
            </li>
          ))}
        </ol>
      )}
      <p id="trouble" className="notice refused" role="alert" hidden />
      <div aria-live="polite">
        <Part when="make-key" title={t('secret.trustee.make')}>
          <p>{t('secret.trustee.make-about')}</p>
          <button className="button" type="button" id="make-key">
            {t('secret.trustee.make')}
          </button>
        </Part>
        <Part when="save-key" title={t('secret.trustee.save')}>
          <p>{t('secret.trustee.save-about')}</p>
          <p className="actions">
            <a id="key-file" className="button" href="#main" download>
              {t('secret.trustee.save')}
            </a>
            <button className="quiet-button" type="button" id="key-saved" disabled>
              {t('secret.trustee.saved')}
            </button>
          </p>
        </Part>
        <Part when="load-key" title={t('secret.trustee.load')}>
          <p>{t('secret.trustee.load-about')}</p>
          <label htmlFor="load-key">{t('secret.trustee.load')}</label>
          <input type="file" id="load-key" accept=".json,application/json" />
        </Part>
        <Part when="working" title={t('secret.trustee.working')} />
        <Part when="waiting" title={t('secret.trustee.waiting')}>
          <Awaited t={t} />
          <p>{t('secret.trustee.waiting-about')}</p>
        </Part>
        <Part when="failed" title={t('secret.trustee.failed')}>
          <p>{t('secret.trustee.failed-about')}</p>
        </Part>
        <Part when="complete" title={t('secret.trustee.complete')}>
          <p>{t('secret.trustee.complete-about', { count: threshold })}</p>
        </Part>
        <Part when="open-count" title={t('secret.trustee.open')}>
          <p>{t('secret.trustee.open-about')}</p>
          <button className="button" type="button" id="open-count">
            {t('secret.trustee.open')}
          </button>
        </Part>
        <Part when="opened" title={t('secret.trustee.opened')}>
          <Awaited t={t} />
        </Part>
        <Part when="too-few" title={t('secret.too-few')} />
        <Part when="counted" title={t('secret.trustee.counted')}>
          <p>
            <a className="button" href={`/polls/${vote.id}/results`}>
              {t('polls.see-results')}
            </a>
          </p>
        </Part>
      </div>
      {head && <HeadHash head={head} t={t} />}
    </main>
  )
}

function Part({ when, title, children }: { when: string; title: string; children?: React.ReactNode }) {
  return (
    <section data-when={when} hidden>
      <h2 tabIndex={-1}>{title}</h2>
      {children}
    </section>
  )
}

function Awaited({ t }: { t: Words }) {
  return (
    <p>
      {t('secret.trustee.awaited')} <strong className="awaited" dir="auto" />
    </p>
  )
}
