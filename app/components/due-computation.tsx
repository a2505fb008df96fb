import type { KeptComputation } from '#app/domain/answers/kept-computation'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'

type Skipped = KeptComputation['skipped'][number]

/** "Why this date?": the count of working days in words, one tap away. */
export function DueComputation({ computation }: { computation: KeptComputation }) {
  const t = useWords()
  return (
    <details className="computation">
      <summary>{t('answers.why-date')}</summary>
      <Count computation={computation} />
      {computation.extension && (
        <>
          <p>
            <strong>{t('answers.count.extension')}</strong>
          </p>
          <Count computation={computation.extension} />
        </>
      )}
    </details>
  )
}

function Count({ computation }: { computation: Omit<KeptComputation, 'extension'> }) {
  const t = useWords()
  const language = useLanguage()
  const day = (date: string) => formatDate(date, language, 'weekday')
  const { startedOn, firstCounted, workingDays, weekendDays, skipped, dueOn } = computation
  return (
    <ol>
      <li>{t('answers.count.start', { date: day(startedOn) })}</li>
      <li>{t('answers.count.first', { date: day(firstCounted) })}</li>
      <li>
        {t('answers.count.weekends', { count: weekendDays })}
        {skipped.length > 0 && (
          <>
            {' '}
            {t('answers.count.skipped')}
            <ul>
              {skipped.map((days) => (
                <li key={days.from}>
                  <SkippedDays days={days} />
                </li>
              ))}
            </ul>
          </>
        )}
      </li>
      <li>{t('answers.count.end', { count: workingDays, date: day(dueOn) })}</li>
    </ol>
  )
}

function SkippedDays({ days }: { days: Skipped }) {
  const t = useWords()
  const language = useLanguage()
  const from = formatDate(days.from, language, 'weekday')
  const when =
    days.from === days.to ? from : t('answers.count.from-to', { from, to: formatDate(days.to, language, 'weekday') })
  return (
    <>
      {when}: <bdi>{reasonOf(days, t)}</bdi>
    </>
  )
}

function reasonOf(days: Skipped, t: ReturnType<typeof useWords>) {
  if (days.why === 'national') return t(`answers.national.${days.day}`)
  if (days.why === 'closure') return t('answers.count.closure', { reason: days.reason })
  return days.name ? t('answers.count.patron', { name: days.name }) : t('answers.count.patron-unnamed')
}
