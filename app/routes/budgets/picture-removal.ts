import { z } from 'zod'
import { takePictureAway } from '#app/domain/budgets/picture.server'
import { button } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { numberIn } from './number'

export const action = button(z.object({}), async (scene) => {
  const [budgetId, number] = [scene.param('budgetId'), numberIn(scene)]
  await takePictureAway(scene.actor, budgetId, number)
  return go(`/budgets/${budgetId}/projects/${number}`, { key: 'budgets.saved', kind: 'done' })
})
