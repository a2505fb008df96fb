import { z } from 'zod'
import { button } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { noCodeCookie } from './code-cookie.server'

export const action = button(z.object({}), async ({ param }) =>
  go(`/polls/${param('pollId')}`, undefined, new Headers({ 'Set-Cookie': noCodeCookie() })),
)
