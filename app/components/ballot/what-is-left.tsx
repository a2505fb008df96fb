import type { Purse } from '#app/domain/polls/ballot'
import { formatNumber } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'

type Props = {
  /** None where no money is shared out */
  purse?: Purse | undefined
  currency: string
  /** How many more may be chosen; null for any number */
  choices: number | null
}

/** What may still be chosen, while one chooses. */
export function WhatIsLeft({ purse, currency, choices }: Props) {
  const t = useWords()
  if (!purse && choices === null) return null
  return (
    <div className="what-is-left" aria-live="polite">
      {purse && <Money purse={purse} currency={currency} />}
      {choices !== null && <p>{t('polls.ballot.choices-left', { count: Math.max(0, choices) })}</p>}
    </div>
  )
}

function Money({ purse: { district, budget, chosen, left }, currency }: { purse: Purse; currency: string }) {
  const t = useWords()
  const language = useLanguage()
  const say = (key: string, amount: number) =>
    t(`polls.ballot.${key}`, {
      amount: formatNumber(amount, language),
      budget: formatNumber(budget, language),
      currency,
    })
  if (!Number.isFinite(left)) return <p>{say('chosen-cost', chosen)}</p>
  const label = t('polls.ballot.left-label')
  return (
    <>
      <p className={left < 0 ? 'error' : undefined}>{left < 0 ? say('over', -left) : say('left', left)}</p>
      <progress
        max={budget}
        value={Math.max(0, left)}
        aria-label={district === null ? label : `${label}: ${district}`}
      />
    </>
  )
}
