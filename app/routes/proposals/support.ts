import { z } from 'zod'
import { supportProposal } from '#app/domain/proposals/support.server'
import { button } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const action = button(z.object({}), async ({ actor, param }) => {
  const { qualified } = await supportProposal(actor, param('proposalId'))
  const key = qualified ? 'proposals.supported-and-qualified' : 'proposals.supported'
  return go(`/proposals/${param('proposalId')}`, { key, kind: 'done' })
})
