/** How many comments came since a number: asked by a page that heard of a change. */
import { commentsSince } from '#app/domain/discussion/queries.server'
import { page } from '#app/web/page.server'

export const loader = page(async ({ url, param }) => {
  const since = Number(url.searchParams.get('since'))
  const number = Number.isSafeInteger(since) && since > 0 ? since : 0
  return Response.json(await commentsSince({ kind: 'proposal', id: param('proposalId') }, number))
})
