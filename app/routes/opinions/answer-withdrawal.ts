import { z } from 'zod'
import { takeBackOpinion } from '#app/domain/opinions/commands.server'
import { button } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const action = button(z.object({}), async ({ actor, param }) => {
  await takeBackOpinion(actor, param('conversationId'), param('statementId'))
  return go(`/opinions/${param('conversationId')}/own`, { key: 'opinions.taken-back', kind: 'done' })
})
