import type { PollReport } from '#app/domain/polls/count'
import { ruleOf } from '#app/domain/polls/rules'
import type { Terms } from '#app/domain/polls/terms'
import { useWords } from '#app/i18n/use-words'
import { PollBars } from './poll-bars'
import { PollStages } from './poll-stages'
import { type Names, namesOf, useSentence } from './sentences'

type Told = { key: string; option?: string; values: Record<string, unknown> }
type Tied = { between: string[]; chosen: string[]; how: string; stage?: number }

/** What came out: who won, the bars, each stage, each tie, and why for every option. */
export function Outcome({
  terms,
  report,
  language,
}: {
  terms: Pick<Terms, 'rule' | 'options' | 'settings'>
  report: PollReport
  language: string
}) {
  const t = useWords()
  const names = namesOf(terms, t)
  const { quorum } = report
  const winners = report.winners ?? []
  const won = quorum && !quorum.holds ? [] : winners
  return (
    <div className="outcome">
      {quorum && (
        <p className={quorum.holds ? 'notice done' : 'notice refused'}>
          {t(quorum.holds ? 'polls.results.quorum-met' : 'polls.results.quorum-not-met', {
            have: quorum.have,
            need: quorum.need,
          })}
        </p>
      )}
      <Winners rule={terms.rule} won={won} names={names} language={language} />
      <PollBars terms={terms} totals={totalsOf(report)} winners={won} names={names} language={language} />
      <PollStages
        rule={terms.rule}
        currency={terms.settings.currency}
        report={report}
        names={names}
        language={language}
      />
      <Ties ties={(report.ties ?? []) as Tied[]} names={names} />
      <Why told={(report.explanation ?? []) as Told[]} terms={terms} names={names} language={language} />
    </div>
  )
}

function Winners({
  rule,
  won,
  names,
  language,
}: {
  rule: Terms['rule']
  won: readonly string[]
  names: Names
  language: string
}) {
  const t = useWords()
  if (won.length === 0) return <p className="winners">{t('polls.results.nobody')}</p>
  return (
    <div className="winners">
      <h2>
        {t(
          ruleOf(rule).budget
            ? 'polls.results.funded'
            : rule === 'yes-no'
              ? 'polls.results.answer'
              : 'polls.results.winners',
          { count: won.length },
        )}
      </h2>
      <ul>
        {won.map((key) => (
          <li key={key}>
            <span aria-hidden="true">✓</span>{' '}
            <strong>
              <bdi lang={language}>{names[key]}</bdi>
            </strong>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Ties({ ties, names }: { ties: Tied[]; names: Names }) {
  const t = useWords()
  if (ties.length === 0) return null
  const list = (keys: string[]) => keys.map((key) => names[key] ?? key).join(', ')
  return (
    <section aria-labelledby="ties">
      <h2 id="ties">{t('polls.results.ties')}</h2>
      <ul>
        {ties.map(({ between, chosen, how, stage }) => (
          <li key={`${stage} ${between.join()} ${chosen.join()}`}>
            {stage !== undefined && `${t('polls.results.stage', { number: stage })}: `}
            {t(`polls.results.tie-${how}`, { between: list(between), chosen: list(chosen) })}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Why this one and why not that one. */
function Why({
  told,
  terms,
  names,
  language,
}: {
  told: Told[]
  terms: Pick<Terms, 'options' | 'settings'>
  names: Names
  language: string
}) {
  const t = useWords()
  const sentence = useSentence(names, terms.settings.currency)
  const general = told.filter(({ option }) => option === undefined)
  return (
    <section aria-labelledby="why">
      <h2 id="why">{t('polls.results.why')}</h2>
      {general.map((one) => (
        <p key={one.key}>{sentence(one)}</p>
      ))}
      <ul className="why-list">
        {terms.options.map(({ key }) => {
          const about = told.filter(({ option }) => option === key)
          if (about.length === 0) return null
          return (
            <li key={key}>
              <details id={`why-${key}`}>
                <summary>
                  <bdi lang={language}>{names[key]}</bdi>
                </summary>
                {about.map((one) => (
                  <p key={one.key}>{sentence(one)}</p>
                ))}
              </details>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** Where the rule gives no totals, the duels that each option wins. */
function totalsOf({ totals, pairwise }: PollReport): Record<string, string> {
  if (totals) return totals as Record<string, string>
  const duels = (pairwise ?? {}) as Record<string, Record<string, number | string>>
  return Object.fromEntries(
    Object.entries(duels).map(([row, against]) => [
      row,
      String(
        Object.keys(against).filter((column) => Number(against[column]) > Number(duels[column]?.[row] ?? 0)).length,
      ),
    ]),
  )
}
