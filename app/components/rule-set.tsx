import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'

export type ShownRules = {
  version: number
  proposers: string
  supporters: string
  thresholdNumber: number | null
  thresholdShare: number | null
  answerDays: number
  reviewDays: number
  act?: string | null
  createdAt?: Date | string
  territoryName?: string
}

/** A rule set in plain words. */
export function RuleSetInWords({ rules, inherited }: { rules: ShownRules; inherited: boolean }) {
  const t = useWords()
  const language = useLanguage()
  return (
    <>
      {inherited && <p className="meta">{t('territories.rules-inherited', { name: rules.territoryName })}</p>}
      <ul>
        <li>{t(`territories.rules-propose.${rules.proposers}`)}</li>
        <li>{t(`territories.rules-support.${rules.supporters}`)}</li>
        <li>
          {rules.thresholdNumber
            ? t('territories.rules-threshold-number', { count: rules.thresholdNumber })
            : t('territories.rules-threshold-share', { share: rules.thresholdShare })}
        </li>
        <li>{t('territories.rules-answer', { days: rules.answerDays })}</li>
        <li>{t('territories.rules-review', { days: rules.reviewDays })}</li>
      </ul>
      <p className="meta">
        {rules.createdAt &&
          t('territories.rules-version', { version: rules.version, date: formatDate(rules.createdAt, language) })}{' '}
        {rules.act && t('territories.rules-act', { act: rules.act })}
      </p>
    </>
  )
}
