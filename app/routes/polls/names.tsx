import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Link } from '#app/components/link'
import { PollOriginal } from '#app/components/poll-original'
import { WayBack } from '#app/components/way-back'
import { resultsPage, rollCall } from '#app/domain/polls/results.server'
import { inReading } from '#app/domain/polls/translations'
import { formatNumber } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'
import { namesOf, saidOn } from './sentences'

export const loader = page(async ({ actor, param, url, language: reading, t }) => {
  const told = inReading(await resultsPage(actor, param('pollId')), reading)
  const { id, terms, language, original, onPaper, ballots: all } = told
  const called = await rollCall(id, url.searchParams.get('after')?.slice(0, 60) ?? null)
  return { id, terms, language, original, onPaper, all, ...called, title: t('polls.names.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function RollCall() {
  const { id, terms, language, original, ballots, onPaper, all, next, title } = useLoaderData<typeof loader>()
  const t = useWords()
  const reading = useLanguage()
  const names = namesOf(terms, t)
  const number = (value: number) => formatNumber(value, reading)
  return (
    <>
      <WayBack to={`/polls/${id}/results`}>{t('polls.why.back')}</WayBack>
      <h1>{title}</h1>
      <PollOriginal original={original} rule={terms.rule} t={t} />
      <div className="table-wrap">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('polls.names.who')}</th>
              <th scope="col">{t('polls.names.what')}</th>
            </tr>
          </thead>
          <tbody>
            {ballots.map(({ number, name, content }) => (
              <tr key={number}>
                <th scope="row">
                  <bdi>{name ?? t('polls.names.by-code')}</bdi>
                </th>
                <td lang={language} dir="auto">
                  {saidOn(content, names, language)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {onPaper > 0 && (
        <p>
          {t('polls.names.on-paper', { listed: number(all - onPaper), papers: number(onPaper), together: number(all) })}
        </p>
      )}
      {next && (
        <p>
          <Link to={`?after=${encodeURIComponent(next)}`}>{t('shell.more')}</Link>
        </p>
      )}
    </>
  )
}
