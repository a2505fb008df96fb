import { formatNumber } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'

export function Money({ amount }: { amount: number }) {
  const t = useWords()
  const reading = useLanguage()
  return <bdi>{t('budgets.money-is', { amount: formatNumber(amount, reading) })}</bdi>
}
