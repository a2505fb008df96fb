import { z } from 'zod'
import { endMandate } from '#app/domain/associations/mandates.server'
import { button } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const action = button(z.object({}), async ({ actor, param }) => {
  const own = await endMandate(actor, param('associationId'), param('mandateId'))
  const path = own ? '/account/associations' : `/associations/${param('associationId')}/mandates`
  return go(path, { key: 'associations.notice.mandate-ended' })
})
