import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DutiesByKind } from '#app/components/duties-by-kind'
import { Link } from '#app/components/link'
import { dutyKindOf, dutyKinds, dutyWords } from '#app/domain/answers/duties'
import { officeDuties, officeStandings } from '#app/domain/answers/office-standing.server'
import { officeInPublic } from '#app/domain/offices/office-page.server'
import { found } from '#app/domain/refusal'
import { useWords } from '#app/i18n/use-words'
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
  const { office, title, ...list } = useLoaderData<typeof loader>()
  const t = useWords()
  return (
    <>
      <p>
        <Link to={`/offices/${office.id}`}>
          <bdi>{office.name}</bdi>
        </Link>
        {', '}
        <Link to={`/territories/${office.territory.slug}`}>{office.territory.name}</Link>
      </p>
      <h1>{title}</h1>
      <p>{t('offices.public.year')}</p>
      <DutiesByKind
        {...list}
        whose={{ officeId: office.id, territorySlug: office.territory.slug }}
        empty={t('offices.public.none')}
      />
      <p>
        <Link to="/standing">{t('offices.public.all-offices')}</Link>
      </p>
    </>
  )
}
