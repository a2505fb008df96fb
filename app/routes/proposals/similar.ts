/** Proposals like the words a person is writing, for the wizard to show beside them. */
import { similarProposals } from '#app/domain/proposals/similar.server'
import { Refusal } from '#app/domain/refusal'
import { page } from '#app/web/page.server'

export const loader = page(async ({ url, actor }) => {
  if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
  const words = url.searchParams.get('words') ?? ''
  return Response.json(await similarProposals(words, url.searchParams.get('except')))
})
