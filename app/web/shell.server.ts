/** What every page needs around it: who is signed in, the language, a notice, unread notifications. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { canSeeDesk } from '#app/domain/answers/policy'
import { hasRoleSomewhere } from '#app/domain/authorization'
import { unreadCount } from '#app/domain/notifications/queries.server'
import { env } from '#app/env.server'
import { cookie, readNotice } from './cookies.server'
import { sceneOf } from './scene.server'

export async function shell(args: LoaderFunctionArgs) {
  const { actor, language, request, url } = await sceneOf(args)
  const notice = readNotice(request)
  const headers = new Headers()
  // A whole page shows it for sure. Data may be asked for again before it is shown: there the bar that shows it forgets it.
  if (notice && request.headers.get('Accept')?.includes('text/html'))
    headers.append('Set-Cookie', cookie('notice', '', 0))
  const person =
    actor.kind === 'person'
      ? {
          id: actor.id,
          name: actor.name,
          confirmed: actor.confirmed,
          hasDesk: canSeeDesk(actor) === true,
          moderates: hasRoleSomewhere(actor, 'moderator') || hasRoleSomewhere(actor, 'administrator'),
          administers: actor.roles.some(({ kind }) => kind === 'administrator'),
        }
      : null
  return {
    headers,
    values: {
      language,
      person,
      unread: actor.kind === 'person' ? await unreadCount(actor.id) : 0,
      notice,
      demonstration: env.demonstration,
      legal: { privacy: env.PRIVACY_URL, accessibility: env.ACCESSIBILITY_URL, contact: env.CONTACT_URL },
      path: url.pathname.replace(/\.data$/, '') + url.search,
    },
  }
}
