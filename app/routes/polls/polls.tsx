import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Link } from '#app/components/link'
import { PollCards } from '#app/components/poll-cards'
import { associationsToActFor } from '#app/domain/associations/policy'
import { hasRoleSomewhere } from '#app/domain/authorization'
import { PollListForm, phases } from '#app/domain/polls/forms'
import { pollList } from '#app/domain/polls/poll-list.server'
import { draftsToEdit } from '#app/domain/polls/queries.server'
import { votesToKeep } from '#app/domain/polls/secret/secret-state.server'
import { placeBySlug } from '#app/domain/proposals/queries.server'
import { found } from '#app/domain/refusal'
import { useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'

export const loader = page(async ({ actor, url, language, t }) => {
  const { territory: slug, phase, after } = PollListForm.parse(Object.fromEntries(url.searchParams))
  const place = slug ? found(await placeBySlug(slug)) : null
  const [list, drafts, keys] = await Promise.all([
    pollList({
      ...(place && { territoryPath: place.path }),
      ...(phase && { phase }),
      ...(after && { after }),
      reading: language,
    }),
    draftsToEdit(actor),
    votesToKeep(actor),
  ])
  return {
    ...list,
    drafts,
    keys,
    phase: phase ?? null,
    slug: place?.slug ?? null,
    makes: hasRoleSomewhere(actor, 'officer') || associationsToActFor(actor).length > 0,
    title: place ? t('polls.title-in', { name: place.name }) : t('polls.title'),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Polls() {
  const { polls, next, drafts, keys, phase, slug, makes, title } = useLoaderData<typeof loader>()
  const t = useWords()
  const address = (asked: { phase?: string | null; after?: string }) => {
    const search = new URLSearchParams()
    if (slug) search.set('territory', slug)
    if (asked.phase) search.set('phase', asked.phase)
    if (asked.after) search.set('after', asked.after)
    return `/polls${search.size > 0 ? `?${search}` : ''}`
  }
  return (
    <>
      <h1>{title}</h1>
      <p>{t('polls.what-it-is')}</p>
      {makes && (
        <p className="actions">
          <Link className="button" to="/polls/new">
            {t('polls.make')}
          </Link>
        </p>
      )}
      {keys.length > 0 && (
        <section aria-labelledby="keys">
          <h2 id="keys">{t('secret.yours')}</h2>
          <ul>
            {keys.map((vote) => (
              <li key={vote.id}>
                <a href={`/polls/${vote.id}/trustee`} lang={vote.language}>
                  <bdi>{vote.question}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {drafts.length > 0 && (
        <section aria-labelledby="drafts">
          <h2 id="drafts">{t('polls.drafts')}</h2>
          <ul>
            {drafts.map((draft) => (
              <li key={draft.id}>
                <Link to={`/polls/${draft.id}/summary`}>
                  <bdi>{draft.question}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ul className="chips">
        <li>
          <Link className="chip" to={address({})} aria-current={phase === null ? 'true' : undefined}>
            {t('polls.phase.all')}
          </Link>
        </li>
        {phases.map((one) => (
          <li key={one}>
            <Link className="chip" to={address({ phase: one })} aria-current={phase === one ? 'true' : undefined}>
              {t(one === 'counted' ? 'polls.phase.over' : `polls.phase.${one}`)}
            </Link>
          </li>
        ))}
      </ul>
      {polls.length === 0 && (
        <div className="empty">
          <p>{t('polls.none')}</p>
        </div>
      )}
      <PollCards polls={polls} under="h1" />
      {next && (
        <p className="actions">
          <Link className="quiet-button" to={address({ phase, after: next })}>
            {t('shell.more')}
          </Link>
        </p>
      )}
    </>
  )
}
