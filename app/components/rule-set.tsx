import { type Ruled, type RuleLine, ruleLines } from '#app/domain/territories/rule-changes'
import { formatDate } from '#app/i18n/formats'
import { isolated } from '#app/i18n/languages'
import { useLanguage, useWords } from '#app/i18n/use-words'
import type { Words } from '#app/i18n/words'

export type ShownRules = Ruled & {
  version: number
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
      <RuleLines rules={rules} />
      <p className="meta">
        {rules.createdAt &&
          t('territories.rules-version', { version: rules.version, date: formatDate(rules.createdAt, language) })}{' '}
        {rules.act && t('territories.rules-act', { act: isolated(rules.act) })}
      </p>
    </>
  )
}

export function RuleLines({ rules }: { rules: Ruled }) {
  const t = useWords()
  return (
    <ul>
      {ruleLines.map((line) => (
        <li key={line}>{saidOf(t, line, rules)}</li>
      ))}
    </ul>
  )
}

/** One line of a rule set as a sentence. */
export function saidOf(t: Words, line: RuleLine, rules: Ruled): string {
  switch (line) {
    case 'proposers':
      return t(`territories.rules-propose.${rules.proposers}`)
    case 'supporters':
      return t(`territories.rules-support.${rules.supporters}`)
    case 'threshold':
      return rules.thresholdNumber
        ? t('territories.rules-threshold-number', { count: rules.thresholdNumber })
        : t('territories.rules-threshold-share', { share: rules.thresholdShare })
    case 'editWindowHours':
      return t('territories.rules-edit', { hours: rules.editWindowHours })
    case 'answerDays':
      return t('territories.rules-answer', { days: rules.answerDays })
    case 'extensionDays':
      return t('territories.rules-extension', { days: rules.extensionDays })
    case 'reviewDays':
      return t('territories.rules-review', { days: rules.reviewDays })
  }
}
