/** Saves a draft while it is being typed. */
import { draftPage } from '#app/domain/proposals/draft-page.server'
import { saveDraft } from '#app/domain/proposals/drafts.server'
import { TextForm } from '#app/domain/proposals/forms'
import { saving } from '#app/web/saving.server'

export const action = saving(TextForm, {
  save: ({ actor, param, values }) => saveDraft(actor, param('proposalId'), values),
  saved: ({ actor, param }) => draftPage(actor, param('proposalId')).then(({ revision }) => ({ revision })),
  elsewhere: 'proposal.changed-elsewhere',
})
