/** What a trustee's page asks for while it is open. */
import { trusteePage } from '#app/domain/polls/secret/trustees.server'
import { answering } from '#app/web/answering.server'

export const loader = answering(({ actor, param }) => trusteePage(actor, param('pollId')))
