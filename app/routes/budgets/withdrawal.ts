import { z } from 'zod'
import { withdrawProject } from '#app/domain/budgets/put-forward.server'
import { button } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { numberIn } from './number'

export const action = button(z.object({}), async (scene) => {
  const budgetId = scene.param('budgetId')
  await withdrawProject(scene.actor, budgetId, numberIn(scene))
  return go(`/budgets/${budgetId}`, { key: 'budgets.life.withdrawn', kind: 'done' })
})
