import type { AnsweredPoint, PointVerdict } from '#app/domain/answers/verdicts'
import { formatDate } from '#app/i18n/formats'
import { isolated } from '#app/i18n/languages'
import { useLanguage, useWords } from '#app/i18n/use-words'

const marks: Record<PointVerdict, { shape: string; badge: string }> = {
  accepted: { shape: '✓', badge: 'badge done' },
  inPart: { shape: '◐', badge: 'badge time' },
  notAccepted: { shape: '✕', badge: 'badge refused' },
}

export function VerdictBadge({ verdict }: { verdict: PointVerdict }) {
  const t = useWords()
  const { shape, badge } = marks[verdict]
  return (
    <span className={badge}>
      <span aria-hidden="true">{shape}</span> {t(`answers.verdict.${verdict}`)}
    </span>
  )
}

/** Each point with its verdict, the reasons, the act and what was promised. */
export function AnswerPoints({
  points,
  language,
  pointLanguage,
}: {
  points: AnsweredPoint[]
  language: string
  pointLanguage: string
}) {
  const t = useWords()
  return (
    <ol className="answer-points">
      {points.map((point) => (
        <li key={point.pointId} className="card" value={point.position}>
          <h3 lang={pointLanguage} dir="auto">
            <span className="point-number">{point.position}</span> {point.text}
          </h3>
          <p>
            <VerdictBadge verdict={point.verdict} />
          </p>
          {point.reasons && (
            <p className="people-text">
              <strong>{t('answers.reason')}</strong> <bdi lang={language}>{point.reasons}</bdi>
            </p>
          )}
          <ActLine act={point.act} />
          {point.promise && (
            <Promised
              promise={point.promise}
              promisedOn={point.promisedOn}
              language={point.promise === point.text ? pointLanguage : language}
            />
          )}
        </li>
      ))}
    </ol>
  )
}

function ActLine({ act }: { act: AnsweredPoint['act'] }) {
  const t = useWords()
  const language = useLanguage()
  if (!act) return null
  const date = act.date ? formatDate(act.date, language) : null
  const name = [act.number && isolated(act.number), date && t('answers.act-of', { date: isolated(date) })]
    .filter(Boolean)
    .join(' ')
  return (
    <p>
      {t('answers.act')}{' '}
      {act.link ? (
        <a href={act.link} rel="noopener nofollow ugc">
          {name || <bdi>{act.link}</bdi>}
        </a>
      ) : (
        name
      )}
    </p>
  )
}

function Promised({ promise, promisedOn, language }: { promise: string; promisedOn: string | null; language: string }) {
  const t = useWords()
  const reading = useLanguage()
  return (
    <p>
      {t('answers.promise')}{' '}
      <strong lang={language} dir="auto">
        {promise}
      </strong>
      {' — '}
      {promisedOn
        ? t('answers.by', { date: formatDate(promisedOn, reading, 'weekday') })
        : t('answers.commitment.no-date')}
    </p>
  )
}
