import type { Actor } from '#app/domain/authorization'
import { draftPage } from '#app/domain/proposals/draft-page.server'
import { go } from '#app/web/redirects.server'

/** On to the text; where one may not propose, the saved first step says so at once, and not at the end. */
export async function afterPlace(actor: Actor, proposalId: string) {
  const { refusal } = await draftPage(actor, proposalId)
  return go(`/proposals/${proposalId}/${refusal ? 'place' : 'text'}`)
}
