import { z } from 'zod'
import { sendConfirmationAgain } from '#app/domain/identity/register.server'
import { button } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const action = button(z.object({}), async ({ actor }) => {
  await sendConfirmationAgain(actor)
  return go('/account', { key: 'identity.notice.letter-sent' })
})
