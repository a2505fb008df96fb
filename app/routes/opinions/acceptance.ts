import { z } from 'zod'
import { acceptStatement } from '#app/domain/opinions/statements.server'
import { button } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const action = button(z.object({}), async ({ actor, param }) => {
  await acceptStatement(actor, param('conversationId'), param('statementId'))
  return go(`/opinions/${param('conversationId')}/moderation`, { key: 'opinions.accepted', kind: 'done' })
})
