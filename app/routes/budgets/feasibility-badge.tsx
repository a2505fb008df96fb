import type { Feasibility } from '#app/domain/budgets/policy'
import { useWords } from '#app/i18n/use-words'

const badges = { waiting: 'badge', changes: 'badge time', feasible: 'badge done', infeasible: 'badge refused' }

/** What the offices said so far, in words. */
export function FeasibilityBadge({ feasibility }: { feasibility: Feasibility }) {
  const t = useWords()
  return <span className={badges[feasibility]}>{t(`budgets.life.${feasibility}`)}</span>
}
