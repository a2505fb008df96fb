import { z } from 'zod'
import { endOtherSignIns } from '#app/domain/identity/profile.server'
import { button } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { signedIn } from './browser'

export const action = button(z.object({}), async ({ actor, signInId }) => {
  await endOtherSignIns(signedIn(actor), signInId)
  return go('/account/sign-ins', { key: 'identity.notice.sign-in-ended' })
})
