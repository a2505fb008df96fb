import { EndSignInForm } from '#app/domain/identity/forms'
import { endSignIn } from '#app/domain/identity/profile.server'
import { button } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { signedIn } from './browser'

export const action = button(EndSignInForm, async ({ actor, values }) => {
  await endSignIn(signedIn(actor), values.signIn)
  return go('/account/sign-ins', { key: 'identity.notice.sign-in-ended' })
})
