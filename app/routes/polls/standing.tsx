import type { PollReport } from '#app/domain/polls/count'
import { partsOf, standingIn, totalsIn } from '#app/domain/polls/reasons'
import { ruleOf } from '#app/domain/polls/rules'
import type { Terms } from '#app/domain/polls/terms'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { PollBars } from './poll-bars'
import { endedOnce, type Names, namesIn, namesOf } from './sentences'

type Props = { terms: Pick<Terms, 'rule' | 'options'>; report: PollReport; language: string }

/** The count before the end: how the votes are, who is ahead for now, and ties that nothing has broken yet. */
export function Standing({ terms, report, language }: Props) {
  const t = useWords()
  const reading = useLanguage()
  const names = namesOf(terms, t)
  const { quorum } = report
  const { ahead, open } = standingIn(report)
  return (
    <div className="outcome">
      {quorum && <p className="notice">{t('polls.standing.quorum', { have: quorum.have, need: quorum.need })}</p>}
      {ahead.length > 0 ? (
        <Ahead ahead={ahead} terms={terms} names={names} language={language} />
      ) : (
        <h3>{t('polls.standing.nobody')}</h3>
      )}
      {open.length > 0 && (
        <>
          <ul>
            {open.map((between) => (
              <li key={between.join()}>
                {endedOnce(t('polls.standing.tie', { between: namesIn(between, names, reading) }))}
              </li>
            ))}
          </ul>
          <p className="hint">{t('polls.standing.ties')}</p>
        </>
      )}
      {partsOf(report).map(({ district, report: part }) => (
        <PollBars
          key={district ?? ''}
          terms={terms}
          totals={totalsIn(part)}
          winners={[]}
          names={names}
          language={language}
          {...(district !== null && { caption: district })}
        />
      ))}
    </div>
  )
}

function Ahead({ ahead, terms, names, language }: Omit<Props, 'report'> & { ahead: string[]; names: Names }) {
  const t = useWords()
  const kind = ruleOf(terms.rule).budget ? 'funded' : terms.rule === 'yes-no' ? 'answer' : 'ahead'
  return (
    <div className="winners">
      <h3>{t(`polls.standing.${kind}`, { count: ahead.length })}</h3>
      <ul>
        {ahead.map((key) => (
          <li key={key}>
            <strong>
              <bdi lang={language}>{names[key]}</bdi>
            </strong>
          </li>
        ))}
      </ul>
    </div>
  )
}
