import { z } from 'zod'
import { closeSignIn } from '#app/domain/identity/lucia.server'
import { button } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { settingCookies } from './browser'

export const action = button(z.object({}), async ({ request }) =>
  go('/', { key: 'identity.notice.signed-out' }, settingCookies([await closeSignIn(request.headers.get('Cookie'))])),
)
