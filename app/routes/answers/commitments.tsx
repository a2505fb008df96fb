import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CommitmentBadge } from '#app/components/commitment-badge'
import { Link } from '#app/components/link'
import { commitmentList } from '#app/domain/answers/commitment-queries.server'
import { commitmentStates, isCommitmentState } from '#app/domain/answers/commitment-states'
import { officeInPublic } from '#app/domain/offices/office-page.server'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'

export const loader = page(async ({ url, t }) => {
  const asked = url.searchParams.get('state')
  const state = isCommitmentState(asked) ? asked : null
  const asking = url.searchParams.get('office')?.slice(0, 40)
  const office = asking ? await officeInPublic(asking) : null
  const list = await commitmentList({ state, officeId: office?.id ?? null }, url.searchParams.get('after'))
  return { ...list, state, office, title: t('answers.commitments') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

/** What is not asked for stays out of the address. */
function addressOf(asked: Record<string, string | null | undefined>) {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) if (value) query.set(name, value)
  return query.size > 0 ? `/commitments?${query}` : '/commitments'
}

export default function Commitments() {
  const { commitments, next, state, office, title } = useLoaderData<typeof loader>()
  const t = useWords()
  const language = useLanguage()
  return (
    <>
      <h1>{title}</h1>
      {office ? (
        <p className="notice">
          <Link to={`/offices/${office.id}`}>
            <bdi>{office.name}</bdi>
          </Link>
          , {office.territory.name}. <Link to="/commitments">{t('answers.commitment.of-all')}</Link>
        </p>
      ) : (
        <p>{t('answers.commitment.what')}</p>
      )}
      <nav aria-label={t('answers.commitment.filter')}>
        <ul className="chips">
          {[null, ...commitmentStates].map((one) => (
            <li key={one ?? 'all'}>
              <Link
                className="chip"
                to={addressOf({ state: one, office: office?.id })}
                aria-current={one === state ? 'page' : undefined}
              >
                {t(one ? `answers.state.${one}` : 'answers.commitment.all')}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {commitments.length === 0 && <p className="empty">{t('answers.commitment.none')}</p>}
      <ul className="cards">
        {commitments.map((commitment) => (
          <li key={commitment.id}>
            <div className="card">
              <Link to={`/commitments/${commitment.id}`} lang={commitment.language ?? undefined} dir="auto">
                {commitment.title ?? t('answers.commitment.hidden-title')}
              </Link>
              <p>
                <CommitmentBadge state={commitment.state} />
              </p>
              <p className="meta">
                <bdi>{commitment.office.name}</bdi> · <bdi>{commitment.office.territory.name}</bdi>
                {commitment.dueOn &&
                  ` · ${t('answers.by', { date: formatDate(commitment.dueOn, language, 'weekday') })}`}
                {commitment.steps > 0 && ` · ${t('answers.commitment.steps', { count: commitment.steps })}`}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {next && (
        <p>
          <Link className="quiet-button" to={addressOf({ state, office: office?.id, after: next })}>
            {t('shell.more')}
          </Link>
        </p>
      )}
    </>
  )
}
