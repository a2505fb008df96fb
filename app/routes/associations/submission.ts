import { z } from 'zod'
import { submitAssociation } from '#app/domain/associations/register-association.server'
import { button } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const action = button(z.object({}), async ({ actor, param }) => {
  await submitAssociation(actor, param('associationId'))
  return go(`/associations/${param('associationId')}/registration/summary`, { key: 'associations.notice.submitted' })
})
