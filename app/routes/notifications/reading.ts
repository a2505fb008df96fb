import { z } from 'zod'
import { markRead } from '#app/domain/notifications/commands.server'
import { button } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const action = button(z.strictObject({}), async ({ actor }) => {
  await markRead(actor, null)
  return go('/notifications', { key: 'notifications.all-read', kind: 'done' })
})
