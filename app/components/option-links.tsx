import { Link } from '#app/components/link'
import { useWords } from '#app/i18n/use-words'

type Props = { option: { key: string; proposalId: string | null }; budgetId: string | null }

/** From an option to what it was before the vote: the sheet of its project, the proposal it came from. */
export function OptionLinks({ option: { key, proposalId }, budgetId }: Props) {
  const t = useWords()
  if (proposalId === null && budgetId === null) return null
  return (
    <p className="option-links">
      {budgetId !== null && <Link to={`/budgets/${budgetId}/projects/${key}`}>{t('polls.terms.read-project')}</Link>}
      {proposalId !== null && <Link to={`/proposals/${proposalId}`}>{t('polls.terms.read-proposal')}</Link>}
    </p>
  )
}
