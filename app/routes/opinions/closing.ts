import { z } from 'zod'
import { closeConversation } from '#app/domain/opinions/commands.server'
import { button } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const action = button(z.object({}), async ({ actor, param }) => {
  await closeConversation(actor, param('conversationId'))
  return go(`/opinions/${param('conversationId')}`, { key: 'opinions.now-closed', kind: 'done' })
})
