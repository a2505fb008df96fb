import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Activity } from '#app/components/activity'
import { Link } from '#app/components/link'
import { WayBack } from '#app/components/way-back'
import { withHistory } from '#app/domain/journal/entries'
import { historyOf } from '#app/domain/journal/queries.server'
import { publicPlaceOf } from '#app/domain/notifications/places'
import { found } from '#app/domain/refusal'
import { useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'

export const loader = page(async ({ param, url, language, t }) => {
  const kind = found(withHistory.find((one) => one === param('kind')))
  const id = param('subjectId')
  const history = await historyOf({ kind, id, reading: language, cursor: url.searchParams.get('after') }, 30)
  const place = publicPlaceOf({
    what: kind === 'commitment' ? 'commitment.made' : '',
    subjectKind: kind,
    subjectId: id,
    details: { commitmentId: id },
    slug: null,
  })
  return {
    ...history,
    address: `/history/${kind}/${id}`,
    place,
    title: `${history.whole.title} – ${t('shell.history')}`,
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

/** All that happened to one thing, from the journal. */
export default function History() {
  const { entries, next, whole, address, place } = useLoaderData<typeof loader>()
  const t = useWords()
  return (
    <div className="narrow">
      <WayBack to={place} language={whole.language}>
        {whole.title}
      </WayBack>
      <h1>{t('shell.history')}</h1>
      <p>{t('territories.history-about')}</p>
      <Activity entries={entries} />
      {next && (
        <p>
          <Link className="quiet-button" to={`${address}?after=${next}`}>
            {t('territories.activity-older')}
          </Link>
        </p>
      )}
    </div>
  )
}
