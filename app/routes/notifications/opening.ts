/** Opens what a notification is about, and marks it as read. */
import { markRead } from '#app/domain/notifications/commands.server'
import { placeOfNotification } from '#app/domain/notifications/queries.server'
import { found } from '#app/domain/refusal'
import { page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const loader = page(async ({ actor, param }) => {
  const place = found(await placeOfNotification(actor, param('notificationId')))
  await markRead(actor, param('notificationId'))
  return go(place)
})
