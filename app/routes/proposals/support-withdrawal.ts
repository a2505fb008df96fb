import { z } from 'zod'
import { takeBackSupport } from '#app/domain/proposals/support.server'
import { button } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const action = button(z.object({}), async ({ actor, param }) => {
  await takeBackSupport(actor, param('proposalId'))
  return go(`/proposals/${param('proposalId')}`, { key: 'proposals.support-taken-back', kind: 'done' })
})
