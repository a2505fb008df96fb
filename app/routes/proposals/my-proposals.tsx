import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Link } from '#app/components/link'
import { SupportProgress } from '#app/components/progress-bar'
import { WayBack } from '#app/components/way-back'
import { myProposals } from '#app/domain/proposals/my-proposals.server'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'

export const loader = page(async ({ actor, t }) => ({
  proposals: await myProposals(actor),
  title: t('shell.my-proposals'),
}))

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function MyProposals() {
  const { proposals, title } = useLoaderData<typeof loader>()
  const t = useWords()
  const language = useLanguage()
  return (
    <>
      <WayBack to="/account">{t('shell.account')}</WayBack>
      <h1>{title}</h1>
      <p>
        <Link className="button" to="/proposals/new">
          {t('proposals.write')}
        </Link>
      </p>
      {proposals.length === 0 && (
        <div className="empty">
          <p>{t('proposals.none-yours')}</p>
        </div>
      )}
      <ul className="cards">
        {proposals.map((one) => (
          <li key={one.id}>
            <article className="card">
              <h2 lang={one.language} dir="auto">
                <Link to={one.stage === 'draft' ? `/proposals/${one.id}/text` : `/proposals/${one.id}`}>
                  {one.title || t('proposals.untitled')}
                </Link>
              </h2>
              <p className="meta">
                {one.associationName && (
                  <>
                    <bdi>{one.associationName}</bdi> ·{' '}
                  </>
                )}
                <bdi>{one.territoryName}</bdi> · {formatDate(one.updatedAt, language, 'short')}
              </p>
              <p>
                <span className={one.stage === 'qualified' ? 'badge time' : 'badge'}>
                  {t(`proposals.stage.${one.stage}`)}
                </span>
              </p>
              {one.stage !== 'draft' && <SupportProgress count={one.supports} threshold={one.threshold} />}
            </article>
          </li>
        ))}
      </ul>
    </>
  )
}
