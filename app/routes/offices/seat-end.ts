import { z } from 'zod'
import { endSeat } from '#app/domain/offices/people.server'
import { button } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const action = button(z.object({}), async ({ actor, param }) => {
  await endSeat(actor, param('officeId'), param('memberId'))
  return go(`/admin/offices/${param('officeId')}`, { key: 'offices.notice.seat-ended' })
})
