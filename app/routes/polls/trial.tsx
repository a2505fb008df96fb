import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BallotFields } from '#app/components/ballot/ballot-fields'
import { BoardHead } from '#app/components/board-head'
import { Link } from '#app/components/link'
import { variantOf } from '#app/components/poll-terms'
import { compareAside, countAside } from '#app/domain/polls/count-apart.server'
import { missingForTrial } from '#app/domain/polls/readiness'
import { ruleOf } from '#app/domain/polls/rules'
import { inventedBallots } from '#app/domain/polls/trial'
import { draftPage } from '#app/domain/polls/wizard.server'
import { insist } from '#app/domain/refusal'
import { useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'
import { ComparedRules } from './compared-rules'
import { Outcome } from './outcome'

const ballots = 100

export const loader = page(async ({ actor, param, url, t }) => {
  const draft = await draftPage(actor, param('pollId'))
  const [missing] = missingForTrial(draft.missing)
  insist(missing ?? true)
  const asked = Number(url.searchParams.get('turn'))
  const turn = Number.isInteger(asked) && asked > 0 && asked < 1000 ? asked : 1
  const groups = inventedBallots(draft, ballots, `${draft.id} ${turn}`)
  // As many are entitled as vote: a quorum would hide what the rule does
  const [report, compared] = await Promise.all([
    countAside(draft, groups, ballots, `invented ${turn}`),
    ruleOf(draft.rule).budget ? compareAside(draft, groups, `invented ${turn}`) : null,
  ])
  return {
    draft,
    report: JSON.parse(JSON.stringify(report)) as typeof report,
    compared,
    turn,
    title: t('polls.trial.title'),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Trial() {
  const { draft, report, compared, turn, title } = useLoaderData<typeof loader>()
  const t = useWords()
  return (
    <>
      <h1>{title}</h1>
      <p className="notice time">{t('polls.trial.about', { count: ballots })}</p>
      <p className="actions">
        <Link className="quiet-button" to={`?turn=${turn + 1}`}>
          {t('polls.trial.again')}
        </Link>
        <Link to={`/polls/${draft.id}/summary`}>{t('shell.back')}</Link>
      </p>
      <div className="columns even">
        <section aria-labelledby="trial-ballot">
          <h2 id="trial-ballot">{t('polls.trial.ballot')}</h2>
          <form>
            <BallotFields terms={draft} content={null} language={draft.language} />
          </form>
        </section>
        <section aria-labelledby="trial-result">
          <h2 id="trial-result">{t('polls.trial.result')}</h2>
          <p className="meta">{[t(`polls.rule.${draft.rule}.does`), ...variantOf(draft, t)].join(' ')}</p>
          <Outcome terms={draft} report={report} language={draft.language} />
        </section>
      </div>
      {compared && (
        <section aria-labelledby="compared">
          <h2 id="compared">{t('polls.comparison.title')}</h2>
          <ComparedRules compared={compared} terms={draft} language={draft.language} />
        </section>
      )}
      {draft.mode === 'secret' && <BoardHead pollId={draft.id} head={draft.head} />}
    </>
  )
}
