import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Link } from '#app/components/link'
import { moderationRegister } from '#app/domain/moderation/queries.server'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'

export const loader = page(async ({ url, t }) => {
  const after = url.searchParams.get('after') ?? undefined
  return { ...(await moderationRegister(after)), continued: after !== undefined, title: t('moderation.register') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Register() {
  const { lines, counts, next, continued, title } = useLoaderData<typeof loader>()
  const t = useWords()
  const language = useLanguage()
  return (
    <>
      <h1>{title}</h1>
      <p>{t('moderation.register-hint')}</p>
      {lines.length === 0 && <p className="empty">{t('moderation.register-empty')}</p>}
      {counts.length > 0 && (
        <div className="table-wrap" tabIndex={0} role="region" aria-label={t('moderation.counts')}>
          <table className="cards-when-narrow">
            <caption>{t('moderation.counts')}</caption>
            <thead>
              <tr>
                {['reason-word', 'hidden-count', 'appeals-count', 'overturned-count'].map((word) => (
                  <th key={word} scope="col">
                    {t(`moderation.${word}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {counts.map(({ reason, hidden, appeals, overturned }) => (
                <tr key={reason}>
                  <th scope="row">{t(`moderation.reason.${reason}`)}</th>
                  <td data-label={t('moderation.hidden-count')}>{hidden}</td>
                  <td data-label={t('moderation.appeals-count')}>{appeals}</td>
                  <td data-label={t('moderation.overturned-count')}>{overturned}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <ol className="register">
        {lines.map((line) => (
          <li key={line.id}>
            <strong>{t(`moderation.reason.${line.reason}`)}</strong>{' '}
            <span className="meta">
              {t(`moderation.kind.${line.kind}`)} · {formatDate(line.at, language, 'short')}
              {line.territoryName && ` · ${line.territoryName}`}
            </span>
            {line.appealOutcome ? (
              <p>{t(`moderation.outcome.${line.appealOutcome}`)}</p>
            ) : (
              line.appealed && <p>{t('moderation.appeal-waits')}</p>
            )}
          </li>
        ))}
      </ol>
      <p className="actions">
        {continued && <Link to="/moderation/register">{t('shell.first-page')}</Link>}
        {next && (
          <Link className="quiet-button" to={`?after=${next}`} rel="next">
            {t('shell.more')}
          </Link>
        )}
      </p>
    </>
  )
}
