/** The ballot page of a secret vote as the server draws it. */
import type { ComponentProps } from 'react'
import { OpenedBy } from '#app/components/opened-by'
import { PollOriginal } from '#app/components/poll-original'
import type { boothPage } from '#app/domain/polls/secret/booth.server'
import { questionsOf } from '#app/domain/polls/secret/questions'
import { formatDate } from '#app/i18n/formats'
import type { Words } from '#app/i18n/words'
import { HeadHash } from './head-hash.server'

type Booth = Awaited<ReturnType<typeof boothPage>> & Pick<ComponentProps<typeof PollOriginal>, 'original'>
type Drawn = { booth: Booth; t: Words; language: string }

/** The question and the ways to answer it, as plain text; everything else is the page's own. */
export function BoothSheet({ booth, t, language }: Drawn) {
  const { id, terms, closesAt, lighter, uuid, election, head, hasAccount, hasVoted } = booth
  const said = JSON.stringify({
    choose: t('secret.booth.choose-first'),
    credential: t('secret.booth.not-a-credential'),
  })
  return (
    <main
      id="main"
      className="narrow"
      data-state="starting"
      data-election={election}
      data-uuid={uuid}
      data-lighter={lighter ? '' : undefined}
      data-said={said}
      data-offline={t('secret.offline')}
      data-broken={t('secret.broken')}
    >
      <p>
        <a href={`/polls/${id}`}>{t('polls.back')}</a>
      </p>
      <h1 lang={booth.language} dir="auto">
        {terms.question}
      </h1>
      {terms.description && (
        <p lang={booth.language} dir="auto">
          {terms.description}
        </p>
      )}
      <p className="meta">
        {t('polls.ballot.until', { when: closesAt ? formatDate(closesAt, language, 'moment') : '' })}
      </p>
      {/* Until the script is alive: where there is none, this stays */}
      <p data-when="starting" className="notice refused">
        {t('secret.booth.needs-scripts')}
      </p>
      <p id="trouble" className="notice refused" role="alert" hidden />
      <div data-when="choosing" hidden>
        {hasVoted && <p className="notice done">{t('secret.booth.voted-before')}</p>}
        <form id="paper" autoComplete="off">
          <Answers booth={booth} t={t} />
          <PollOriginal original={booth.original} rule={terms.rule} t={t} />
          {lighter ? <OwnCredential t={t} /> : <CredentialField t={t} hasAccount={hasAccount} />}
          <button className="button">{t('secret.booth.seal')}</button>
        </form>
      </div>
      <p data-when="sealing" hidden className="notice" role="status">
        {t('secret.booth.sealing')}
      </p>
      <section data-when="sealed sending" hidden aria-labelledby="sealed">
        <h2 id="sealed" tabIndex={-1}>
          {t('secret.booth.sealed')}
        </h2>
        <p>{t('secret.booth.tracker-is')}</p>
        <Tracker />
        <p>
          <strong>{t('polls.mark.not-counted')}</strong>
        </p>
        <p className="actions" data-when="sealed" hidden>
          <button className="button" type="button" id="cast">
            {t('secret.booth.cast')}
          </button>
          <button className="quiet-button" type="button" id="again">
            {t('secret.booth.change')}
          </button>
        </p>
        <p data-when="sending" hidden role="status">
          {t('secret.booth.sending')}
        </p>
      </section>
      <section data-when="cast" hidden aria-labelledby="taken">
        <h2 id="taken" tabIndex={-1}>
          {t('polls.mark.counted')}
        </h2>
        <p>{t('secret.booth.keep-tracker')}</p>
        <Tracker />
        <p className="actions">
          <a id="receipt" className="quiet-button" href={`/polls/${id}/board`}>
            {t('secret.booth.save-receipt')}
          </a>
          <a className="button" href={`/polls/${id}/board`}>
            {t('secret.board.title')}
          </a>
        </p>
        <p className="hint">{t('secret.booth.again-until-the-end')}</p>
      </section>
      <h2>{t('secret.protects')}</h2>
      <p className="hint">{t('polls.mode-hint.secret')}</p>
      {terms.secret && <OpenedBy secret={terms.secret} t={t} />}
      <p className="hint">{t(lighter ? 'secret.made-by.server' : 'secret.made-by.registrar')}</p>
      <HeadHash head={head} t={t} />
    </main>
  )
}

/** Each question of the vote as a group of buttons: `q` and its number, the answer's place as value. */
function Answers({ booth: { terms, language }, t }: Omit<Drawn, 'language'>) {
  return questionsOf(terms).map((question, at) => {
    const several = question.max > 1
    const titles = terms.rule === 'yes-no' ? [t('polls.answer.yes'), t('polls.answer.no')] : question.answers
    const blank = question.blank ? 1 : 0
    return (
      <fieldset className="field" key={question.question}>
        <legend>
          {terms.rule === 'score' ? (
            <bdi lang={language}>{terms.options[at]?.title}</bdi>
          ) : several ? (
            t('secret.booth.several', { count: question.max })
          ) : (
            t('secret.booth.one')
          )}
        </legend>
        {titles.map((title, slot) => (
          <Answer key={title} at={at} slot={slot + blank} several={several}>
            <bdi lang={terms.rule === 'yes-no' ? undefined : language}>{title}</bdi>
          </Answer>
        ))}
        {blank === 1 && (
          <Answer at={at} slot={0} several={false}>
            {t('polls.answer.blank')}
          </Answer>
        )}
      </fieldset>
    )
  })
}

function Answer(props: { at: number; slot: number; several: boolean; children: React.ReactNode }) {
  return (
    <label className="choice">
      <input type={props.several ? 'checkbox' : 'radio'} name={`q${props.at}`} value={props.slot} />
      <span>{props.children}</span>
    </label>
  )
}

function Tracker() {
  return (
    <p className="tracker-line" dir="ltr">
      <code className="tracker" />
    </p>
  )
}

function CredentialField({ t, hasAccount }: { t: Words; hasAccount: boolean }) {
  return (
    <div className="field">
      <label htmlFor="credential">{t('secret.booth.credential')}</label>
      <p className="hint" id="credential-hint">
        {t('secret.booth.credential-hint')}
      </p>
      <input
        id="credential"
        aria-describedby="credential-hint"
        dir="ltr"
        maxLength={19}
        autoCapitalize="off"
        spellCheck={false}
        required
      />
      <p className="hint">{t(hasAccount ? 'secret.booth.with-account' : 'secret.booth.without-account')}</p>
    </div>
  )
}

function OwnCredential({ t }: { t: Words }) {
  return (
    <details>
      <summary>{t('secret.booth.credential')}</summary>
      <p>{t('secret.booth.own-credential')}</p>
      <p>
        <button type="button" className="quiet-button" id="own-credential">
          {t('secret.booth.show-credential')}
        </button>{' '}
        <code id="credential-shown" dir="ltr" />
      </p>
    </details>
  )
}
