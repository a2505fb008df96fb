import type { Actor } from '#app/domain/authorization'
import { draftPage } from '#app/domain/proposals/draft-page.server'
import { insist } from '#app/domain/refusal'
import { go } from '#app/web/redirects.server'

/** The draft behind a step of the wizard. Gone back to after it was published, a step leads to the public page. */
export async function draftToWrite(actor: Actor, proposalId: string) {
  insist(actor.kind === 'person' || 'sign-in-required')
  const draft = await draftPage(actor, proposalId)
  if (draft.stage === 'withdrawn') throw go('/account/proposals')
  if (draft.stage !== 'draft') throw go(`/proposals/${draft.id}`)
  return draft
}
