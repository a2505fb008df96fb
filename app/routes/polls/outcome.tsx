import { holdingIn, type PollReport } from '#app/domain/polls/count'
import { type Part, partsOf, sentencesIn, tiesIn, totalsIn } from '#app/domain/polls/reasons'
import { ruleOf } from '#app/domain/polls/rules'
import type { Terms } from '#app/domain/polls/terms'
import { useWords } from '#app/i18n/use-words'
import { PollBars } from './poll-bars'
import { PollStages } from './poll-stages'
import { type Names, namesOf, useSentence } from './sentences'
import { Ties } from './ties'

type Props = {
  terms: Pick<Terms, 'rule' | 'options' | 'settings'>
  report: PollReport
  language: string
  /** The address of the page that says why an option won or did not; without one, the reasons stand here */
  addressOf?: (key: string) => string
}
type Shown = Props & { names: Names; won: readonly string[] }

/** What came out: who won, the bars, each stage, each tie, and why; district by district where each counts apart. */
export function Outcome(props: Props) {
  const { terms } = props
  const t = useWords()
  const report = holdingIn(props.report)
  const { quorum, winners = [] } = report
  const shown = { ...props, report, names: namesOf(terms, t), won: winners }
  const parts = partsOf(report)
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
      <Winners {...shown} />
      {parts.map((part) =>
        part.district === null ? (
          <Counted key="" part={part} {...shown} />
        ) : (
          <section key={part.district} aria-label={part.district}>
            <h2>
              <bdi>{part.district}</bdi>
            </h2>
            <Counted part={part} {...shown} />
          </section>
        ),
      )}
    </div>
  )
}

function Counted({ part: { report }, terms, language, names, won, addressOf }: Shown & { part: Part }) {
  return (
    <>
      <PollBars
        terms={terms}
        totals={totalsIn(report)}
        winners={won}
        names={names}
        language={language}
        {...(addressOf && { addressOf })}
      />
      <PollStages
        rule={terms.rule}
        currency={terms.settings.currency}
        report={report}
        names={names}
        language={language}
      />
      <Ties ties={tiesIn(report)} names={names} />
      <Why report={report} terms={terms} names={names} language={language} {...(addressOf && { addressOf })} />
    </>
  )
}

function Winners({ terms: { rule }, won, names, language }: Shown) {
  const t = useWords()
  if (won.length === 0) return <h2 className="winners">{t('polls.results.nobody')}</h2>
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

/** Why this one and why not that one. */
function Why({ report, terms, names, language, addressOf }: Omit<Shown, 'won'>) {
  const t = useWords()
  const sentence = useSentence(names, terms.settings.currency)
  const { general, about } = sentencesIn(report)
  const options = terms.options.filter(({ key }) => about(key).length > 0)
  if (general.length + options.length === 0) return null
  return (
    <section aria-label={t('polls.results.why')}>
      <h3>{t('polls.results.why')}</h3>
      {general.map(sentence).map((said) => (
        <p key={said}>{said}</p>
      ))}
      {addressOf ? (
        <p>{t('polls.why.open-one')}</p>
      ) : (
        <ul className="why-list">
          {options.map(({ key }) => (
            <li key={key}>
              <details>
                <summary>
                  <bdi lang={language}>{names[key]}</bdi>
                </summary>
                {about(key).map((one) => (
                  <p key={one.key}>{sentence(one)}</p>
                ))}
              </details>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
