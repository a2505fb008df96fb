import { z } from 'zod'
import { detachFromProposal } from '#app/domain/proposals/attachments.server'
import { button, cameFrom } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const action = button(z.object({}), async ({ actor, param, request }) => {
  await detachFromProposal(actor, param('proposalId'), param('fileId'))
  return go(cameFrom(request), { key: 'proposals.detached', kind: 'done' })
})
