import { ruleOf } from '#app/domain/polls/rules'
import type { Terms } from '#app/domain/polls/terms'
import { formatDate, formatNumber } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import type { Words } from '#app/i18n/words'
import { OptionText } from './ballot/option-text'
import { OpenedBy } from './opened-by'
import { OptionLinks } from './option-links'
import { RulePicture } from './rule-picture'

type Shown = Pick<Terms, 'rule' | 'settings' | 'options' | 'mode' | 'voters' | 'showsRunning' | 'secret'>

/** What the name of a budget's rule leaves out: how the money is used up, and which of two equal projects goes first. */
export function variantOf({ rule, settings }: Pick<Terms, 'rule' | 'settings'>, t: Words): string[] {
  if (!ruleOf(rule).budget) return []
  return [
    ...(rule === 'mes_cost_add1u' ? sharesVariantOf(settings, t) : []),
    t(`polls.terms.ties-${settings.tieBreak}`),
  ]
}

/** Of a poll that opened before these could be chosen, what they were for all. */
function sharesVariantOf({ completion, currency, ...settings }: Terms['settings'], t: Words): string[] {
  const grows = completion !== 'then_greedy' && completion !== 'no_completion'
  const { startEndowment = grows ? 'floor' : 'exact', addStep = 'unit', exhaustiveOver = 'supported' } = settings
  return [
    t(`polls.terms.completion-${completion}`),
    t(`polls.terms.startEndowment-${startEndowment}`, { currency }),
    ...(grows ? [t(`polls.terms.addStep-${addStep}`, { currency })] : []),
    ...(completion === 'add1u' || completion === 'add1' ? [t(`polls.terms.exhaustiveOver-${exhaustiveOver}`)] : []),
  ]
}

/** Everything that was fixed before the first vote: how it is counted, who votes, when, and the options. */
export function PollTerms({
  terms,
  opensAt,
  closesAt,
  language,
  budgetId = null,
}: {
  terms: Shown
  opensAt: Date | null
  closesAt: Date | null
  language: string
  /** The budget whose projects the options are */
  budgetId?: string | null
}) {
  const t = useWords()
  const reading = useLanguage()
  const { rule, settings } = terms
  const asks = ruleOf(rule).asks
  const lines = [
    asks.includes('seats') && t('polls.terms.seats', { count: settings.seats }),
    asks.includes('maxChoices') &&
      settings.maxChoices !== null &&
      t('polls.terms.max-choices', { count: settings.maxChoices }),
    asks.includes('budget') &&
      t('polls.terms.budget', { amount: formatNumber(settings.budget ?? 0, reading), currency: settings.currency }),
    asks.includes('spend') && t(`polls.fields.spend-${settings.spend}`),
    asks.includes('whenTooDear') && t(`polls.fields.whenTooDear-${settings.whenTooDear}`),
    asks.includes('majority') && t(`polls.fields.majority-${settings.majority}`),
    ...variantOf(terms, t),
    settings.quorum !== null && t('polls.terms.quorum', { percent: settings.quorum }),
    terms.showsRunning && t('polls.terms.shows-running'),
  ].filter(Boolean)
  return (
    <>
      <dl className="poll-terms">
        <dt>{t('polls.terms.rule')}</dt>
        <dd>
          <strong>{t(`polls.rule.${rule}.name`)}</strong> {t(`polls.rule.${rule}.does`)}
          <RulePicture rule={rule} />
          {lines.length > 0 && (
            <ul>
              {lines.map((line) => (
                <li key={String(line)}>{line}</li>
              ))}
            </ul>
          )}
        </dd>
        <dt>{t('polls.terms.voters')}</dt>
        <dd>{t(`polls.voters.${terms.voters}`)}</dd>
        <dt>{t('polls.terms.mode')}</dt>
        <dd>
          <strong>{t(`polls.mode.${terms.mode}`)}.</strong> {t(`polls.mode-hint.${terms.mode}`)}
          {terms.secret && <OpenedBy secret={terms.secret} t={t} />}
        </dd>
        <dt>{t('polls.terms.when')}</dt>
        <dd>
          {opensAt
            ? t('polls.terms.from', { when: formatDate(opensAt, reading, 'moment') })
            : t('polls.terms.from-opening')}{' '}
          {closesAt && t('polls.terms.to', { when: formatDate(closesAt, reading, 'moment') })}
        </dd>
      </dl>
      {rule !== 'yes-no' && (
        <>
          <h2 id="options">{t('polls.terms.options')}</h2>
          <ul className="plain-list poll-options">
            {terms.options.map((option) => (
              <li key={option.id}>
                <OptionText option={option} language={language} rule={rule} currency={settings.currency} />
                <OptionLinks option={option} budgetId={budgetId} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
