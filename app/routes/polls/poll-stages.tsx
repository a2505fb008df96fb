import type { PollReport } from '#app/domain/polls/count'
import { ruleOf } from '#app/domain/polls/rules'
import type { Terms } from '#app/domain/polls/terms'
import { formatAmount, formatDecimal } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { Duels } from './duels'
import { PollBars } from './poll-bars'
import { type SeatStage, Seats } from './seats'
import { endedOnce, type Names, namesIn } from './sentences'

type Stage = {
  totals: Record<string, string>
  elected: string[]
  excluded: string[]
  exhausted?: string
  nontransferable?: string
  lost?: string
  transferredFrom?: string
}
type Funding = { elected: string[]; by: string; cost: string; left: string; pays?: string; effectiveVotes?: string }

/** How the result came about, step by step, for rules that have steps. */
export function PollStages({
  rule,
  currency,
  report,
  names,
  language,
}: {
  rule: Terms['rule']
  currency: string
  report: PollReport
  names: Names
  language: string
}) {
  const t = useWords()
  const reading = useLanguage()
  if (report.pairwise) return <Duels report={report} names={names} language={language} />
  if (rule === 'seqphragmen' || rule === 'equal-shares')
    return <Seats rule={rule} stages={(report.stages ?? []) as SeatStage[]} names={names} language={language} />
  if (ruleOf(rule).budget)
    return (
      <Fundings stages={(report.stages ?? []) as Funding[]} names={names} language={language} currency={currency} />
    )
  const stages = ((report.stages ?? []) as Stage[]).map((stage, at) => ({ ...stage, number: at + 1 }))
  if (stages.length < 2) return null
  const options = Object.keys(names).map((key) => ({ key }))
  const told = (what: 'elected' | 'excluded', keys: string[]) =>
    keys.length > 0 && endedOnce(t(`polls.results.${what}`, { names: namesIn(keys, names, reading) }))
  return (
    <section aria-label={t('polls.results.stages')}>
      <h3>{t('polls.results.stages')}</h3>
      {typeof report.quota === 'string' && (
        <p>{t('polls.results.quota', { quota: formatDecimal(report.quota, reading) })}</p>
      )}
      <ol className="poll-stages">
        {stages.map((stage) => (
          <li key={stage.number}>
            <PollBars
              terms={{ rule, options: options as Terms['options'] }}
              totals={stage.totals}
              winners={stage.elected}
              names={names}
              language={language}
              caption={t('polls.results.stage', { number: stage.number })}
              rest={restOf(stage).map(({ what, text }) => ({ label: t(`polls.results.${what}`), text }))}
            />
            <p className="meta">
              {told('elected', stage.elected)} {told('excluded', stage.excluded)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The votes that no option has any more: with them every stage adds up to all that count. */
function restOf(stage: Stage): { what: string; text: string }[] {
  return (['exhausted', 'nontransferable', 'lost'] as const).flatMap((what) => {
    const text = stage[what]
    return text !== undefined && Number(text) > 0 ? [{ what, text }] : []
  })
}

function Fundings({
  stages,
  names,
  language,
  currency,
}: {
  stages: Funding[]
  names: Names
  language: string
  currency: string
}) {
  const t = useWords()
  const reading = useLanguage()
  if (stages.length === 0) return null
  const money = (amount: string) => t('polls.euros', { amount: formatAmount(amount, reading), currency })
  const pays = stages.some((stage) => stage.pays !== undefined)
  return (
    <div className="table-wrap" tabIndex={0} role="region" aria-label={t('polls.results.fundings')}>
      <table className="amounts">
        <caption>{t('polls.results.fundings')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('polls.results.project')}</th>
            <th scope="col">{t('polls.results.cost')}</th>
            {pays && <th scope="col">{t('polls.results.each-pays')}</th>}
            <th scope="col">{t('polls.results.left')}</th>
          </tr>
        </thead>
        <tbody>
          {stages.map(({ elected: [key = ''], cost, left, pays: each }) => (
            <tr key={key}>
              <th scope="row">
                <bdi lang={language}>{names[key]}</bdi>
              </th>
              <td>{money(cost)}</td>
              {pays && <td>{each === undefined ? '–' : money(each)}</td>}
              <td>{money(left)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
