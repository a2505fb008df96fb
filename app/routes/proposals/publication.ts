import { z } from 'zod'
import { publishProposal } from '#app/domain/proposals/publish-proposal.server'
import { button } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const action = button(z.object({}), async ({ actor, param }) => {
  await publishProposal(actor, param('proposalId'))
  return go(`/proposals/${param('proposalId')}`, { key: 'proposals.published', kind: 'done' })
})
