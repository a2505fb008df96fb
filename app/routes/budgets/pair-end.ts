import { endConflict } from '#app/domain/budgets/conflicts.server'
import { ConflictEndForm } from '#app/domain/budgets/forms'
import { button } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const action = button(ConflictEndForm, async ({ actor, param, values }) => {
  await endConflict(actor, param('budgetId'), values)
  return go(`/budgets/${param('budgetId')}/pairs`, { key: 'budgets.saved', kind: 'done' })
})
