/** What the platform knows of oneself, in one file. */
import { ownData } from '#app/domain/identity/own-data.server'
import { page } from '#app/web/page.server'
import { signedIn } from './browser'

export const loader = page(async ({ actor, t }) => {
  const known = { about: t('identity.leaving.no-ballots'), ...(await ownData(signedIn(actor))) }
  return new Response(`${JSON.stringify(known, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="agora.json"',
      'Cache-Control': 'private, no-store',
    },
  })
})
