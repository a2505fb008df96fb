import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AnswerPoints } from '#app/components/answer-points'
import { WayBack } from '#app/components/way-back'
import { answerVersions } from '#app/domain/answers/queries.server'
import { found } from '#app/domain/refusal'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'

export const loader = page(async ({ param, t }) => {
  const answer = found(await answerVersions(param('answerId')))
  return { answer, title: t('answers.versions.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Versions() {
  const { answer, title } = useLoaderData<typeof loader>()
  const t = useWords()
  const language = useLanguage()
  const { proposal, versions, office } = answer
  return (
    <>
      <WayBack to={`/proposals/${proposal.id}#answer`} language={proposal.language}>
        {proposal.title}
      </WayBack>
      <h1>{title}</h1>
      <p className="meta">
        <bdi>{office?.name ?? proposal.territory.name}</bdi>
      </p>
      {versions.map((version, index) => (
        <section key={version.number} aria-labelledby={`version-${version.number}`}>
          <h2 id={`version-${version.number}`}>
            {t('answers.version', { number: version.number, date: formatDate(version.at, language, 'weekday') })}
          </h2>
          {version.changeReason && (
            <p>
              {t('answers.changed-because')}{' '}
              <q lang={version.language} dir="auto">
                {version.changeReason}
              </q>
            </p>
          )}
          <details open={index === 0}>
            <summary>{t('answers.versions.read')}</summary>
            {version.opening && (
              <p className="people-text" lang={version.language} dir="auto">
                {version.opening}
              </p>
            )}
            <AnswerPoints points={version.points} language={version.language} pointLanguage={proposal.language} />
          </details>
        </section>
      ))}
    </>
  )
}
