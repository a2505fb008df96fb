import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { CommitmentBadge } from '#app/components/commitment-badge'
import { TextArea, TextField } from '#app/components/fields'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import type { FormResult } from '#app/components/form-result'
import { LifeLine } from '#app/components/life-line'
import { Link } from '#app/components/link'
import { orAgain } from '#app/components/no-answer'
import { WayBack } from '#app/components/way-back'
import { commitmentPage } from '#app/domain/answers/commitment-queries.server'
import { addStep } from '#app/domain/answers/commitments.server'
import { StepForm } from '#app/domain/answers/forms'
import { formatDate } from '#app/i18n/formats'
import { isolated } from '#app/i18n/languages'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { typedStays } from '#app/web/typed-stays'
import { lifeOfCommitment } from './commitment-life'

export const loader = page(async ({ actor, param }) => commitmentPage(actor, param('commitmentId')))

export const action = form(StepForm, async ({ actor, param, values }) => {
  await addStep(actor, param('commitmentId'), values)
  return go(`/commitments/${param('commitmentId')}`, { key: 'answers.commitment.step-added', kind: 'done' })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export const shouldRevalidate = typedStays

export default function Commitment() {
  const commitment = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const language = useLanguage()
  const { proposal, point, office, dueOn, doneAt, droppedAt, outcome, evidence, happenings } = commitment
  const closed = doneAt ?? droppedAt
  // Who keeps a promise writes as the answer that made it
  const written = { lang: commitment.language ?? undefined, dir: 'auto' } as const
  return (
    <div className="narrow">
      <WayBack to="/commitments">{t('answers.commitments')}</WayBack>
      <h1 lang={commitment.language ?? undefined} dir="auto">
        {commitment.title ?? t('answers.commitment.hidden-title')}
      </h1>
      <LifeLine
        steps={lifeOfCommitment(commitment)}
        history={commitment.title && `/history/commitment/${commitment.id}`}
      />
      <p>
        <CommitmentBadge state={commitment.state} />
      </p>
      <dl className="facts">
        <dt>{t('answers.commitment.who')}</dt>
        <dd>
          <Link to={`/offices/${office.id}`}>
            <bdi>{office.name}</bdi>
          </Link>
          , <Link to={`/territories/${office.territory.slug}`}>{office.territory.name}</Link>
        </dd>
        {dueOn && (
          <>
            <dt>{t('answers.commitment.by-when')}</dt>
            <dd>
              <time dateTime={dueOn}>{formatDate(dueOn, language, 'weekday')}</time>
            </dd>
          </>
        )}
        {proposal && (
          <>
            <dt>{t('answers.commitment.comes-from')}</dt>
            <dd>
              <Link to={`/proposals/${proposal.id}#answer`} lang={proposal.language} dir="auto">
                {proposal.title ?? t('proposals.hidden-title')}
              </Link>
              {point && ` — ${t('answers.commitment.point', { number: point.position })}`}
            </dd>
          </>
        )}
      </dl>
      <h2>{t('answers.commitment.what-happened')}</h2>
      <ol className="steps">
        {happenings.map(({ id, at, text, evidence, moved, handed }) => (
          <li key={id}>
            <time dateTime={new Date(at).toISOString()}>{formatDate(at, language)}</time>
            {moved && <Moved {...moved} reason={<q {...written}>{text}</q>} />}
            {handed && <HandedOver {...handed} reason={<q {...written}>{text}</q>} />}
            {!moved && !handed && <p {...written}>{text}</p>}
            <Evidence link={evidence} />
          </li>
        ))}
        {closed && (
          <li>
            <time dateTime={new Date(closed).toISOString()}>{formatDate(closed, language)}</time>
            <p>
              <strong>{t(doneAt ? 'answers.state.done' : 'answers.state.dropped')}</strong>:{' '}
              <bdi {...written}>{outcome}</bdi>
            </p>
            <Evidence link={evidence} />
          </li>
        )}
      </ol>
      {happenings.length === 0 && !closed && <p className="empty">{t('answers.commitment.no-steps')}</p>}
      {(commitment.can.keep === true || result) && (
        <NextStep id={commitment.id} count={happenings.length} result={result} closed={closed !== null} />
      )}
      {commitment.can.keep !== true && commitment.can.handOver === true && (
        <p className="actions">
          <Link className="quiet-button" to={`/commitments/${commitment.id}/office`}>
            {t('answers.commitment.hand-over')}
          </Link>
        </p>
      )}
    </div>
  )
}

/** A new date, with the old one and the reason. */
function Moved({ from, to, reason }: { from: string | null; to: string; reason: ReactNode }) {
  const t = useWords()
  const language = useLanguage()
  const date = formatDate(to, language, 'weekday')
  return (
    <p>
      <strong>
        {from
          ? t('answers.commitment.moved-from', { date, from: formatDate(from, language, 'weekday') })
          : t('answers.commitment.moved-to', { date })}
      </strong>
      : {reason}
    </p>
  )
}

/** Another office, with the one before and the reason. */
function HandedOver({ from, to, reason }: { from: string; to: string; reason: ReactNode }) {
  const t = useWords()
  return (
    <p>
      <strong>{t('answers.commitment.handed-from', { from: isolated(from), to: isolated(to) })}</strong>: {reason}
    </p>
  )
}

function Evidence({ link }: { link: string | null }) {
  const t = useWords()
  if (!link) return null
  return (
    <p>
      <a href={link} rel="noopener nofollow ugc">
        {t('answers.commitment.see-evidence')}
      </a>
    </p>
  )
}

type Next = { id: string; count: number; result: FormResult; closed: boolean }

/** A step that was written while the commitment was being closed elsewhere stays here, with the reason. */
function NextStep({ id, count, result, closed }: Next) {
  const t = useWords()
  const labels = { text: t('answers.commitment.step'), evidence: t('answers.commitment.evidence') }
  return (
    <>
      <h2>{t('answers.commitment.add-step')}</h2>
      <Form method="post" key={count}>
        <FormErrors result={result} labels={labels} />
        <TextArea name="text" label={labels.text} result={result} rows={3} required />
        <TextField
          name="evidence"
          type="url"
          label={labels.evidence}
          hint={t('answers.commitment.evidence-hint')}
          result={result}
        />
        <button className="button">{t('answers.commitment.add-step')}</button>
      </Form>
      {!closed && (
        <p className="actions">
          <Link className="quiet-button" to={`/commitments/${id}/outcome`}>
            {t('answers.commitment.finish')}
          </Link>
          <Link className="quiet-button" to={`/commitments/${id}/date`}>
            {t('answers.commitment.move')}
          </Link>
          <Link className="quiet-button" to={`/commitments/${id}/office`}>
            {t('answers.commitment.hand-over')}
          </Link>
          <Link className="danger-button" to={`/commitments/${id}/drop`}>
            {t('answers.commitment.drop')}
          </Link>
        </p>
      )}
    </>
  )
}
