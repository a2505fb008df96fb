import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Link } from '#app/components/link'
import { RuleLines, saidOf } from '#app/components/rule-set'
import { WayBack } from '#app/components/way-back'
import { ruleHistory } from '#app/domain/territories/rule-history.server'
import { formatDate } from '#app/i18n/formats'
import { isolated } from '#app/i18n/languages'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'

export const loader = page(async ({ actor, param, t }) => {
  const history = await ruleHistory(actor, param('slug'))
  return { ...history, title: t('territories.rule-history.title', { name: history.territory.name }) }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function RuleHistory() {
  const { territory, inherited, versions, can, title } = useLoaderData<typeof loader>()
  const t = useWords()
  const word = (name: string) => t(`territories.rule-history.${name}`)
  const at = `/territories/${territory.slug}`
  return (
    <div className="narrow">
      <WayBack to={at}>{t('proposals.back-to-forum', { name: territory.name })}</WayBack>
      <h1>{title}</h1>
      <p>{word('what')}</p>
      {inherited && (
        <p className="notice">
          {t('territories.rules-inherited', { name: inherited.territoryName })}{' '}
          <Link to={`/territories/${inherited.territorySlug}/rules/versions`}>{word('read-inherited')}</Link>
        </p>
      )}
      {versions.length === 0 && <p className="empty">{word('none')}</p>}
      {versions.map((version) => (
        <Version key={version.version} version={version} />
      ))}
      {can.change === true && (
        <p className="actions">
          <Link className="quiet-button" to={`${at}/rules`}>
            {t('territories.rules-change')}
          </Link>
          {can.takeBack && (
            <Link className="danger-button" to={`${at}/rules/end`}>
              {word('take-back')}
            </Link>
          )}
        </p>
      )}
    </div>
  )
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>['versions'][number]

function Version({ version }: { version: Shown }) {
  const t = useWords()
  const language = useLanguage()
  const word = (name: string, values = {}) => t(`territories.rule-history.${name}`, values)
  const { version: number, createdAt, endedAt, by, act, changes, takenBackFor, takenBackBy } = version
  const from = formatDate(createdAt, language)
  const heading = `version-${number}`
  return (
    <section aria-labelledby={heading} className="card">
      <h2 id={heading}>{word('version', { version: number })}</h2>
      <p>
        {endedAt ? (
          word('from-to', { from, to: formatDate(endedAt, language) })
        ) : (
          <>
            <span className="badge done">
              <span aria-hidden="true">✓</span> {word('in-force')}
            </span>{' '}
            {word('since', { from })}
          </>
        )}
      </p>
      <RuleLines rules={version} />
      <p className="meta">
        {act && <bdi>{t('territories.rules-act', { act: isolated(act) })}</bdi>}
        {act && by && ' · '}
        {by && word('by', { name: by })}
      </p>
      {changes && (
        <>
          <h3>{word('changes', { version: changes.before.version })}</h3>
          {changes.lines.length === 0 && <p>{word('same')}</p>}
          <ul>
            {changes.lines.map((line) => (
              <li key={line}>
                {saidOf(t, line, version)}
                <br />
                <span className="meta">
                  {word('before')} {saidOf(t, line, changes.before)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {endedAt && takenBackFor && (
        <p className="notice">
          {word('taken-back', { date: formatDate(endedAt, language) })} <q dir="auto">{takenBackFor}</q>
          {takenBackBy && ' · '}
          {takenBackBy && <bdi>{takenBackBy}</bdi>}
        </p>
      )}
    </section>
  )
}
