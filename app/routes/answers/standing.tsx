import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DutyFigure } from '#app/components/duty-figure'
import { Link } from '#app/components/link'
import { OfficeName, StandingChart } from '#app/components/standing-chart'
import { dutyKinds, dutyWords } from '#app/domain/answers/duties'
import { officeStandings } from '#app/domain/answers/office-standing.server'
import { territoryBySlug } from '#app/domain/territories/queries.server'
import { formatNumber } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'

export const loader = page(async ({ url, t }) => {
  const slug = url.searchParams.get('territory')?.slice(0, 80)
  const territory = slug ? await territoryBySlug(slug) : null
  const offices = await officeStandings({ territoryPath: territory?.path ?? '/' })
  return { offices, territory, title: t('answers.standing.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Standing() {
  const { offices, territory, title } = useLoaderData<typeof loader>()
  const t = useWords()
  const language = useLanguage()
  return (
    <>
      <h1>{title}</h1>
      <p>{t('answers.standing.what')}</p>
      {territory && (
        <p className="notice">
          {t('answers.standing.only', { name: territory.name })}{' '}
          <Link to="/standing">{t('answers.standing.everywhere')}</Link>
        </p>
      )}
      {offices.length === 0 ? (
        <p className="empty">{t('answers.standing.none')}</p>
      ) : (
        <>
          <StandingChart offices={offices} />
          <h2 id="data">{t('territories.read-data')}</h2>
          <div className="table-wrap" tabIndex={0} role="region" aria-labelledby="data">
            <table className="cards-when-narrow">
              <thead>
                <tr>
                  {(['office', 'in-time', 'late', 'waiting', 'overdue', 'median'] as const).map((name) => (
                    <th scope="col" key={name}>
                      {t(`answers.standing.column.${name}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {offices.map((office) => (
                  <tr key={office.officeId ?? office.territorySlug}>
                    <th scope="row">
                      <OfficeName {...office} />
                      <br />
                      <Link to={`/territories/${office.territorySlug}`}>{office.territoryName}</Link>
                    </th>
                    {dutyKinds.map((kind) => (
                      <td key={kind} data-label={t(`answers.standing.column.${dutyWords[kind]}`)}>
                        <DutyFigure {...office} kind={kind} count={office[kind]} />
                      </td>
                    ))}
                    <td data-label={t('answers.standing.column.median')}>
                      {office.medianDays === null
                        ? t('answers.standing.no-median')
                        : formatNumber(office.medianDays, language)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </>
  )
}
