import { z } from 'zod'
import { markUseful } from '#app/domain/discussion/commands.server'
import { button, cameFrom } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const action = button(z.object({}), async ({ actor, param, request }) => {
  await markUseful(actor, param('commentId'))
  return go(`${cameFrom(request)}#comment-${param('commentId')}`)
})
