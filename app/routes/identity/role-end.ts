import { z } from 'zod'
import { endRole } from '#app/domain/identity/grant-roles.server'
import { button } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const action = button(z.object({}), async ({ actor, param }) => {
  await endRole(actor, param('roleId'))
  return go('/admin/roles', { key: 'identity.notice.role-ended' })
})
