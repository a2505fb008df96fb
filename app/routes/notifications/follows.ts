import { follow } from '#app/domain/notifications/commands.server'
import { FollowForm } from '#app/domain/notifications/forms'
import { button, cameFrom } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const action = button(FollowForm, async ({ actor, request, values }) => {
  await follow(actor, values)
  return go(cameFrom(request), { key: 'notifications.following', kind: 'done' })
})
