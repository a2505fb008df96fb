import { z } from 'zod'
import { removeDocument } from '#app/domain/associations/register-association.server'
import { button } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const action = button(z.object({}), async ({ actor, param }) => {
  await removeDocument(actor, param('associationId'), param('fileId'))
  return go(`/associations/${param('associationId')}/registration/documents`, {
    key: 'associations.notice.document-removed',
  })
})
