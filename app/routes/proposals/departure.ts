import { z } from 'zod'
import { endCoAuthorship } from '#app/domain/proposals/co-authors.server'
import { button, cameFrom } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const action = button(z.object({}), async ({ actor, param, request }) => {
  await endCoAuthorship(actor, param('proposalId'), param('coAuthorId'))
  const back = cameFrom(request)
  return go(back.endsWith('/authors') ? back : '/account/proposals', { key: 'proposals.author-left', kind: 'done' })
})
