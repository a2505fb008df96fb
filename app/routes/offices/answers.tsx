import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DutyList } from '#app/components/duty-list'
import { Link } from '#app/components/link'
import { dutyKindOf, dutyKinds, dutyWords } from '#app/domain/answers/duties'
import { officeDuties, officeStandings } from '#app/domain/answers/office-standing.server'
import { officeInPublic } from '#app/domain/offices/office-page.server'
import { found } from '#app/domain/refusal'
import { formatNumber } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'

export const loader = page(async ({ param, url, t }) => {
  const kind = found(dutyKindOf(param('kind')))
  const office = await officeInPublic(param('officeId'))
  const [list, [standing]] = await Promise.all([
    officeDuties({ officeId: office.id, kinds: [kind] }, url.searchParams.get('after')),
    officeStandings({ officeId: office.id }),
  ])
  const figures = dutyKinds.map((one) => ({ kind: one, count: standing?.[one] ?? 0 }))
  return { ...list, office, kind, figures, title: t(`answers.standing.column.${dutyWords[kind]}`) }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title} · ${data?.office.name} · Agorà` },
]

/** The answers behind one figure of an office's standing. */
export default function OfficeAnswers() {
  const { duties, next, office, kind, figures, title } = useLoaderData<typeof loader>()
  const t = useWords()
  const language = useLanguage()
  const at = `/offices/${office.id}`
  return (
    <>
      <p>
        <Link to={at}>
          <bdi>{office.name}</bdi>
        </Link>
        {', '}
        <Link to={`/territories/${office.territory.slug}`}>{office.territory.name}</Link>
      </p>
      <h1>{title}</h1>
      <p>{t('offices.public.year')}</p>
      <nav aria-label={t('answers.standing.title')}>
        <ul className="chips">
          {figures.map((figure) => (
            <li key={figure.kind}>
              <Link
                className="chip"
                to={`${at}/answers/${dutyWords[figure.kind]}`}
                aria-current={figure.kind === kind ? 'page' : undefined}
              >
                {t(`answers.standing.column.${dutyWords[figure.kind]}`)} ({formatNumber(figure.count, language)})
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {duties.length > 0 ? <DutyList duties={duties} /> : <p className="empty">{t('offices.public.none')}</p>}
      {next && (
        <p>
          <Link className="quiet-button" to={`${at}/answers/${dutyWords[kind]}?after=${next}`}>
            {t('shell.more')}
          </Link>
        </p>
      )}
      <p>
        <Link to="/standing">{t('offices.public.all-offices')}</Link>
      </p>
    </>
  )
}
