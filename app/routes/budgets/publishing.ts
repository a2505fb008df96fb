import { z } from 'zod'
import { publishBudget } from '#app/domain/budgets/write-budget.server'
import { button } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const action = button(z.object({}), async ({ actor, param }) => {
  await publishBudget(actor, param('budgetId'))
  return go(`/budgets/${param('budgetId')}`, { key: 'budgets.published', kind: 'done' })
})
