import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DutiesByKind } from '#app/components/duties-by-kind'
import { Link } from '#app/components/link'
import { WayBack } from '#app/components/way-back'
import { dutyKindOf, owed } from '#app/domain/answers/duties'
import { officeDuties, officeStandings } from '#app/domain/answers/office-standing.server'
import { territoryBySlug } from '#app/domain/territories/queries.server'
import { useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'

export const loader = page(async ({ param, url, t }) => {
  const asked = dutyKindOf(url.searchParams.get('kind'))
  const kind = owed.find((one) => one === asked) ?? null
  const { id: territoryId, name, slug, path: territoryPath } = await territoryBySlug(param('slug'))
  const [list, standings] = await Promise.all([
    officeDuties({ territoryId, kinds: kind ? [kind] : owed }, url.searchParams.get('after')),
    officeStandings({ territoryPath }),
  ])
  const own = standings.find(({ officeId, territorySlug }) => officeId === null && territorySlug === slug)
  const counts = owed.map((one) => ({ kind: one, count: own?.[one] ?? 0 }))
  const all = { kind: null, count: counts.reduce((sum, { count }) => sum + count, 0) }
  return { ...list, name, slug, kind, figures: [all, ...counts], title: t('answers.standing.without-office', { name }) }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

/** What a territory owes while none of its offices has it: nobody can answer before one does. */
export default function WithoutOffice() {
  const { name, slug, title, ...list } = useLoaderData<typeof loader>()
  const t = useWords()
  return (
    <>
      <WayBack to={`/standing?territory=${slug}`}>{t('answers.standing.title')}</WayBack>
      <h1>{title}</h1>
      {list.figures.some(({ count }) => count > 0) && <p>{t('answers.standing.without-office-text')}</p>}
      <DutiesByKind
        {...list}
        whose={{ officeId: null, territorySlug: slug }}
        empty={t(list.kind ? 'offices.public.none' : 'answers.standing.none-without-office')}
      />
      <p>
        <Link to={`/territories/${slug}`}>{t('proposals.back-to-forum', { name })}</Link>
      </p>
    </>
  )
}
