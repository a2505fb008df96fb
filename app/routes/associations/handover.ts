import { z } from 'zod'
import { handOver } from '#app/domain/associations/mandates.server'
import { button } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { signedIn } from './signed-in'

export const action = button(z.object({}), async ({ actor, param }) => {
  await handOver(signedIn(actor), param('associationId'), param('mandateId'))
  return go(`/associations/${param('associationId')}/mandates`, { key: 'associations.notice.handed-over' })
})
