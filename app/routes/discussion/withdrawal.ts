import { z } from 'zod'
import { withdrawComment } from '#app/domain/discussion/commands.server'
import { button } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const action = button(z.object({}), async ({ actor, param }) => {
  const id = param('commentId')
  const subject = await withdrawComment(actor, id)
  return go(`/proposals/${subject.id}#comment-${id}`, { key: 'discussion.withdrawn-now', kind: 'done' })
})
