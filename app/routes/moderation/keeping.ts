import { z } from 'zod'
import { keep } from '#app/domain/moderation/commands.server'
import { button } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { judgedIn } from './judged-kind'

export const action = button(z.object({}), async ({ actor, param }) => {
  await keep(actor, judgedIn(param))
  return go('/moderation', { key: 'moderation.kept', kind: 'done' })
})
