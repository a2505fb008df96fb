import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PollOriginal } from '#app/components/poll-original'
import { WayBack } from '#app/components/way-back'
import { comparisonPage } from '#app/domain/polls/past-comparisons.server'
import { inReading } from '#app/domain/polls/translations'
import { useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'
import { ComparedRules } from './compared-rules'

export const loader = page(async ({ param, language, t }) => ({
  ...inReading(await comparisonPage(param('pollId')), language),
  title: t('polls.comparison.title'),
}))

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Comparison() {
  const { id, language, original, terms, compared, quorum, title } = useLoaderData<typeof loader>()
  const t = useWords()
  return (
    <>
      <WayBack to={`/polls/${id}/results`}>{t('polls.why.back')}</WayBack>
      <h1>{title}</h1>
      <p lang={language} dir="auto">
        <strong>{terms.question}</strong>
      </p>
      <PollOriginal original={original} rule={terms.rule} t={t} />
      <p>{t('polls.comparison.about')}</p>
      {quorum && !quorum.holds && (
        <p className="notice refused">{t('polls.results.quorum-not-met', { have: quorum.have, need: quorum.need })}</p>
      )}
      <ComparedRules compared={compared} terms={terms} language={language} />
    </>
  )
}
