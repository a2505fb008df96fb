import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DutyFigure } from '#app/components/duty-figure'
import { DutyList } from '#app/components/duty-list'
import { Link } from '#app/components/link'
import { OwedCommitments } from '#app/components/owed-commitments'
import { WayBack } from '#app/components/way-back'
import { dutyWords } from '#app/domain/answers/duties'
import { officePage } from '#app/domain/offices/office-page.server'
import { formatDate, formatNumber } from '#app/i18n/formats'
import { listed } from '#app/i18n/languages'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'

export const loader = page(async ({ param }) => officePage(param('officeId')))

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.office.name} · ${data?.office.territory.name} · Agorà` },
]

export default function OfficeInPublic() {
  const { office, waiting, answers, commitments, closures } = useLoaderData<typeof loader>()
  const t = useWords()
  const language = useLanguage()
  return (
    <>
      <WayBack to={`/territories/${office.territory.slug}`}>
        {t('proposals.back-to-forum', { name: office.territory.name })}
      </WayBack>
      <h1>
        <bdi>{office.name}</bdi>
      </h1>
      {office.closedAt && (
        <p className="notice">{t('offices.closed-on', { date: formatDate(office.closedAt, language) })}</p>
      )}
      <Facts />
      <Standing />
      <section aria-labelledby="waiting">
        <h2 id="waiting">{t('offices.public.waiting')}</h2>
        {waiting.length > 0 ? <DutyList duties={waiting} /> : <p className="empty">{t('offices.public.no-waiting')}</p>}
      </section>
      <section aria-labelledby="commitments">
        <h2 id="commitments">{t('offices.public.commitments')}</h2>
        {commitments.length > 0 ? (
          <OwedCommitments commitments={commitments.map(({ officeName: _, ...commitment }) => commitment)} />
        ) : (
          <p className="empty">{t('offices.public.no-commitments')}</p>
        )}
        <p>
          <Link to={`/commitments?office=${office.id}`}>{t('offices.public.all-commitments')}</Link>
        </p>
      </section>
      <section aria-labelledby="answers">
        <h2 id="answers">{t('offices.public.answers')}</h2>
        {answers.length > 0 ? <DutyList duties={answers} /> : <p className="empty">{t('offices.public.no-answers')}</p>}
      </section>
      <section aria-labelledby="closures">
        <h2 id="closures">{t('offices.closures')}</h2>
        {closures.length === 0 && <p>{t('offices.no-closures')}</p>}
        <ul>
          {closures.map(({ id, startsOn, endsOn, reason }) => (
            <li key={id}>
              {startsOn === endsOn
                ? formatDate(startsOn, language, 'weekday')
                : t('answers.count.from-to', {
                    from: formatDate(startsOn, language, 'weekday'),
                    to: formatDate(endsOn, language, 'weekday'),
                  })}
              : <bdi>{reason}</bdi>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

function Facts() {
  const { office, people } = useLoaderData<typeof loader>()
  const t = useWords()
  const language = useLanguage()
  return (
    <dl className="facts">
      {office.description && (
        <>
          <dt>{t('offices.description')}</dt>
          <dd>
            <bdi>{office.description}</bdi>
          </dd>
        </>
      )}
      <dt>{t('offices.topics')}</dt>
      <dd>
        {office.topics.length > 0
          ? listed(
              office.topics.map((topic) => t(`proposals.topic.${topic}`)),
              language,
            )
          : t('offices.every-topic')}
      </dd>
      <dt>{t('offices.public.headed')}</dt>
      <dd>
        {t(people.headed ? 'offices.public.has-head' : 'offices.public.no-head')}{' '}
        {t('offices.public.people', { count: people.count })}
      </dd>
    </dl>
  )
}

function Standing() {
  const { office, figures, medianDays } = useLoaderData<typeof loader>()
  const t = useWords()
  const language = useLanguage()
  return (
    <section aria-labelledby="standing">
      <h2 id="standing">{t('answers.standing.title')}</h2>
      <p className="meta">{t('offices.public.year')}</p>
      <dl className="facts figures">
        {figures.map(({ kind, count }) => (
          <div key={kind}>
            <dt>{t(`answers.standing.column.${dutyWords[kind]}`)}</dt>
            <dd>
              <DutyFigure
                officeId={office.id}
                officeName={office.name}
                territorySlug={office.territory.slug}
                kind={kind}
                count={count}
              />
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('answers.standing.column.median')}</dt>
          <dd>{medianDays === null ? t('answers.standing.no-median') : formatNumber(medianDays, language)}</dd>
        </div>
      </dl>
      <p>
        <Link to={`/standing?territory=${office.territory.slug}`}>{t('offices.public.beside-others')}</Link>
      </p>
    </section>
  )
}
