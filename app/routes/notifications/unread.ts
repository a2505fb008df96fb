/** How many notices wait, for the bell to count on. */
import { unreadCount } from '#app/domain/notifications/queries.server'
import { page } from '#app/web/page.server'

export const loader = page(async ({ actor }) =>
  Response.json({ count: actor.kind === 'person' ? await unreadCount(actor.id) : 0 }),
)
