import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Link } from '#app/components/link'
import { PollOriginal } from '#app/components/poll-original'
import { WayBack } from '#app/components/way-back'
import { commitmentsOf } from '#app/domain/polls/commit-winners.server'
import { fewest } from '#app/domain/polls/few'
import { resultsPage } from '#app/domain/polls/results.server'
import { ruleOf } from '#app/domain/polls/rules'
import { headOf } from '#app/domain/polls/secret/board.server'
import { countedAs } from '#app/domain/polls/terms'
import { inReading } from '#app/domain/polls/translations'
import { turnoutPicture } from '#app/domain/polls/turnout.server'
import { formatDate, formatNumber } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'
import { Outcome } from './outcome'
import { OwnShare } from './own-share'
import { PaperApart } from './paper-apart'
import { Proved } from './proved'
import { TurnoutMap } from './turnout-map'

export const loader = page(async ({ actor, param, language, t }) => {
  const [told, became] = await Promise.all([resultsPage(actor, param('pollId')), commitmentsOf(actor, param('pollId'))])
  const results = inReading(told, language)
  const { turnout } = results.report
  return {
    ...results,
    ...became,
    turnout: turnout ? { ...turnout, picture: await turnoutPicture(turnout, results.territoryPath) } : null,
    head: await headOf(results.id),
    title: `${results.terms.question} – ${t('polls.results.title')}`,
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Results() {
  const results = useLoaderData<typeof loader>()
  const t = useWords()
  const reading = useLanguage()
  const { id, terms, report, language, ballots, roll, onPaper, countedAt, imported, head } = results
  const budget = ruleOf(terms.rule).budget === true
  const share = roll > 0 ? Math.round((1000 * ballots) / roll) / 10 : 0
  return (
    <>
      <WayBack to={`/polls/${id}`}>{t('polls.back')}</WayBack>
      <h1>
        <bdi lang={language}>{terms.question}</bdi> <small className="below">{t('polls.results.title')}</small>
      </h1>
      <PollOriginal original={results.original} rule={terms.rule} t={t} />
      {imported && <p className="notice">{t('polls.imported')}</p>}
      <p>
        {t(imported ? 'polls.results.voters' : 'polls.results.turnout', {
          ballots: formatNumber(ballots, reading),
          roll: formatNumber(roll, reading),
          share: formatNumber(share, reading),
        })}{' '}
        {onPaper > 0 && t('polls.results.on-paper', { count: onPaper })}
      </p>
      {!imported && ballots > roll && (
        <p className="notice refused">
          {t('polls.results.more-than-entitled', {
            number: formatNumber(ballots - roll, reading),
          })}
        </p>
      )}
      <p className="meta">
        {t(`polls.rule.${terms.rule}.name`)}
        {countedAt && !imported && ` · ${t('polls.results.counted', { when: formatDate(countedAt, reading, 'time') })}`}
      </p>
      {report.tooFew && <p className="notice">{t('polls.results.too-few', { count: fewest })}</p>}
      {ballots === 0 ? (
        <p className="notice">{t('polls.results.no-ballots')}</p>
      ) : (
        <Outcome
          terms={terms}
          report={report}
          language={language}
          addressOf={(key) => `/polls/${id}/results/${encodeURIComponent(key)}`}
        />
      )}
      {budget && !report.tooFew && <OwnShare pollId={id} terms={terms} report={report} own={results.own} />}
      {report.channels && <PaperApart channels={report.channels} terms={terms} language={language} />}
      {results.turnout && <TurnoutMap turnout={results.turnout} />}
      <Became results={results} />
      {terms.secret ? (
        <Proved pollId={id} secret={terms.secret} head={head} />
      ) : report.tooFew ? (
        <p>
          <Link to={`/polls/${id}/receipts`}>{t('polls.receipts.title')}</Link>
        </p>
      ) : (
        <Again results={results} />
      )}
    </>
  )
}

type Counted = ReturnType<typeof useLoaderData<typeof loader>>

/** All that is needed to count again, without this site. */
function Again({ results: { id, file, terms, report, seed, secretSeed, imported } }: { results: Counted }) {
  const t = useWords()
  // Yes and no has its quorum in the settings; of the other rules the command knows nothing of it
  const quorum = terms.rule === 'yes-no' ? undefined : report.quorum
  const budget = ruleOf(terms.rule).budget
  return (
    <section aria-labelledby="again" className="recount">
      <h2 id="again">{t('polls.again.title')}</h2>
      <p>{t('polls.again.about')}</p>
      <ul>
        <li>
          <a href={`/polls/${id}/files/${file}`} download>
            {t('polls.again.ballots')} ({file})
          </a>
        </li>
        <li>
          <a href={`/polls/${id}/settings.json`} download>
            {t('polls.again.settings')} (settings.json)
          </a>
        </li>
        {budget && !imported && (
          <li>
            <a href={`/polls/${id}/files/pabulib.pb`} download>
              {t('polls.again.pabulib')} (pabulib.pb)
            </a>
          </li>
        )}
        {imported ? null : terms.mode === 'confidential' ? (
          <li>
            <Link to={`/polls/${id}/receipts`}>{t('polls.receipts.title')}</Link>
          </li>
        ) : (
          <li>
            <Link to={`/polls/${id}/names`}>{t('polls.names.title')}</Link>
          </li>
        )}
      </ul>
      <pre dir="ltr">
        <code>{`npm run -s count -- --rule ${countedAs(terms)} --settings settings.json --in ${file} --json`}</code>
      </pre>
      {quorum && (
        <p>{t(`polls.again.quorum-${quorum.holds ? 'met' : 'not-met'}`, { have: quorum.have, need: quorum.need })}</p>
      )}
      {budget && (
        <p>
          <Link to={`/polls/${id}/comparison`}>{t('polls.comparison.link')}</Link>
        </p>
      )}
      {seed && !imported && <Seed seed={seed} secretSeed={secretSeed} commitment={terms.commitment} />}
    </section>
  )
}

function Seed({ seed, secretSeed, commitment }: { seed: string; secretSeed: string; commitment: string }) {
  const t = useWords()
  return (
    <details>
      <summary>{t('polls.again.seed')}</summary>
      <p>{t('polls.again.seed-about')}</p>
      <dl className="seed" dir="ltr">
        <dt>seed</dt>
        <dd>
          <code>{seed}</code>
        </dd>
        <dt>sha256({secretSeed.slice(0, 8)}…)</dt>
        <dd>
          <code>{commitment}</code>
        </dd>
      </dl>
    </details>
  )
}

/** What became of the projects that won. */
function Became({ results: { id, commitments, offices } }: { results: Counted }) {
  const t = useWords()
  if (commitments.length === 0 && offices.length === 0) return null
  return (
    <section aria-labelledby="became">
      <h2 id="became">{t('polls.commitments.title')}</h2>
      <ul>
        {commitments.map((commitment) => (
          <li key={commitment.id}>
            <Link to={`/commitments/${commitment.id}`}>
              <bdi>{commitment.title}</bdi>
            </Link>
            {commitment.doneAt && <span className="badge done">{t('polls.commitments.done')}</span>}
          </li>
        ))}
      </ul>
      {offices.length > 0 && (
        <p>
          <Link className="quiet-button" to={`/polls/${id}/handing-over`}>
            {t('polls.commitments.make')}
          </Link>
        </p>
      )}
    </section>
  )
}
