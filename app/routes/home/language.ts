import { z } from 'zod'
import { languageField } from '#app/domain/text'
import { cookie } from '#app/web/cookies.server'
import { button } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const action = button(
  z.object({ language: languageField, to: z.string().max(2000).optional() }),
  async ({ values }) => {
    const headers = new Headers({ 'Set-Cookie': cookie('language', values.language, 365 * 86_400) })
    return go(values.to ?? '/', undefined, headers)
  },
)
