import { signInAsCast } from '#app/domain/identity/demonstration.server'
import { CastForm } from '#app/domain/identity/forms'
import { button } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { browserOf, settingCookies } from './browser'

export const action = button(CastForm, async ({ values: { name, to }, ...scene }) => {
  const { cookies } = await signInAsCast(name, browserOf(scene))
  return go(to ?? '/', undefined, settingCookies(cookies))
})
