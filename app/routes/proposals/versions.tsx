import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SelectField } from '#app/components/fields'
import { Form } from '#app/components/form'
import { SpokenBy } from '#app/components/spoken-by'
import { WayBack } from '#app/components/way-back'
import { versionDifference, versionsPage } from '#app/domain/proposals/versions.server'
import { RenderedDifferences } from '#app/editor/render-differences'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'

export const loader = page(async ({ actor, param, url, t }) => {
  const id = param('proposalId')
  const { proposal, versions } = await versionsPage(actor, id)
  const to = numbered(url, 'to') ?? proposal.version
  const from = numbered(url, 'from') ?? Math.max(1, to - 1)
  const compared = from !== to ? await versionDifference(actor, id, Math.min(from, to), Math.max(from, to)) : null
  const { title, language, associationName } = proposal
  const heading = t('proposals.versions')
  return { id, title, language, associationName, versions, from, to, changes: compared?.changes ?? null, heading }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.heading}: ${data?.title} · Agorà` }]

export default function Versions() {
  const {
    id,
    title,
    language: written,
    associationName,
    versions,
    from,
    to,
    changes,
    heading,
  } = useLoaderData<typeof loader>()
  const t = useWords()
  const language = useLanguage()
  const options = versions.map(({ number }) => ({ value: String(number), label: String(number) }))
  return (
    <>
      <WayBack to={`/proposals/${id}`} language={written}>
        {title}
      </WayBack>
      <h1>{heading}</h1>
      <ol className="versions" reversed>
        {versions.map(({ number, at, note, byName, alone }) => (
          <li key={number}>
            <strong>{t('proposals.version', { number })}</strong>{' '}
            <span className="meta">
              {formatDate(at, language, 'time')} ·{' '}
              <SpokenBy name={byName ?? ''} association={alone ? null : associationName} />
            </span>
            {note && (
              <p lang={written} dir="auto">
                {note}
              </p>
            )}
          </li>
        ))}
      </ol>
      {versions.length > 1 && (
        <>
          <h2>{t('proposals.what-changed')}</h2>
          <Form method="get" className="search">
            <SelectField name="from" label={t('proposals.from-version')} value={String(from)} options={options} />
            <SelectField name="to" label={t('proposals.to-version')} value={String(to)} options={options} />
            <button className="quiet-button">{t('proposals.compare')}</button>
          </Form>
        </>
      )}
      {changes && (
        <RenderedDifferences
          changes={changes}
          lang={written}
          headingShift={1}
          labels={{ added: t('proposals.added'), removed: t('proposals.removed'), end: t('proposals.end-of-change') }}
        />
      )}
    </>
  )
}

function numbered(url: URL, name: string) {
  const number = Number(url.searchParams.get(name))
  return Number.isSafeInteger(number) && number > 0 && number < 1_000_000 ? number : null
}
