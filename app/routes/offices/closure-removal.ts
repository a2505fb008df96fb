import { z } from 'zod'
import { removeClosure } from '#app/domain/offices/people.server'
import { button } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const action = button(z.object({}), async ({ actor, param }) => {
  await removeClosure(actor, param('officeId'), param('closureId'))
  return go(`/admin/offices/${param('officeId')}`, { key: 'offices.notice.closure-removed' })
})
