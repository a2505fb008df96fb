import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Form } from '#app/components/form'
import { Link } from '#app/components/link'
import { appealQueue, moderationQueue } from '#app/domain/moderation/queries.server'
import { formatDate } from '#app/i18n/formats'
import { listed } from '#app/i18n/languages'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'

export const loader = page(async ({ actor, t }) => {
  const [reports, appeals] = await Promise.all([moderationQueue(actor), appealQueue(actor)])
  return { reports, appeals, title: t('moderation.queue') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

type Shown = ReturnType<typeof useLoaderData<typeof loader>>

export default function Queue() {
  const { reports, appeals, title } = useLoaderData<typeof loader>()
  const t = useWords()
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <p>
        <Link to="/moderation/register">{t('moderation.register')}</Link>
      </p>
      {reports.length + appeals.length === 0 && <p className="empty">{t('moderation.nothing')}</p>}
      {appeals.length > 0 && <h2>{t('moderation.appeals', { count: appeals.length })}</h2>}
      {appeals.map((appeal) => (
        <QueuedAppeal key={appeal.hidingId} appeal={appeal} />
      ))}
      {reports.length > 0 && <h2>{t('moderation.reports', { count: reports.length })}</h2>}
      {reports.map((one) => (
        <QueuedReport key={one.id} report={one} />
      ))}
    </div>
  )
}

function QueuedReport({ report }: { report: Shown['reports'][number] }) {
  const t = useWords()
  const language = useLanguage()
  const { kind, id, own } = report
  return (
    <article className="card">
      <p className="meta">
        {t(`moderation.kind.${kind}`)} · <bdi>{report.authorName}</bdi> · <bdi>{report.territoryName}</bdi> ·{' '}
        {formatDate(report.since, language, 'time')}
      </p>
      <p>
        <Link to={report.place}>
          <bdi>{report.title}</bdi>
        </Link>
      </p>
      <blockquote className="said" lang={report.language} dir="auto">
        {report.text}
      </blockquote>
      <p>
        <strong>{t('moderation.reports', { count: report.reports })}</strong>:{' '}
        {listed(
          report.reasons.map((reason) => t(`moderation.reason.${reason}`)),
          language,
        )}
      </p>
      {report.notes.map((note) => (
        <p key={note} dir="auto" className="hint">
          {note}
        </p>
      ))}
      {own ? (
        <p className="notice">{t('refusals.moderation.own-words')}</p>
      ) : (
        <div className="actions">
          <Link className="danger-button" to={`/moderation/${kind}/${id}/hiding`}>
            {t('moderation.hide')}
          </Link>
          <Form method="post" action={`/moderation/${kind}/${id}/keeping`}>
            <button className="quiet-button">{t('moderation.keep')}</button>
          </Form>
        </div>
      )}
    </article>
  )
}

function QueuedAppeal({ appeal }: { appeal: Shown['appeals'][number] }) {
  const t = useWords()
  const language = useLanguage()
  return (
    <article className="card">
      <p className="meta">
        {t(`moderation.kind.${appeal.kind}`)} · <bdi>{appeal.territoryName}</bdi> ·{' '}
        {formatDate(appeal.appealedAt, language, 'time')}
      </p>
      <p>
        <Link to={appeal.place}>
          <bdi>{appeal.title}</bdi>
        </Link>
      </p>
      <blockquote className="said" lang={appeal.language} dir="auto">
        {appeal.words}
      </blockquote>
      <p>
        <strong>{t(`moderation.reason.${appeal.reason}`)}</strong>: <bdi>{appeal.note}</bdi>
      </p>
      <p dir="auto">{appeal.appealText}</p>
      {appeal.own ? (
        <p className="notice">{t('refusals.moderation.another-moderator')}</p>
      ) : (
        <Link className="button" to={`/moderation/hidings/${appeal.hidingId}/decision`}>
          {t('moderation.decide')}
        </Link>
      )}
    </article>
  )
}
