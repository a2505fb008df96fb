/** In the lighter mode: the credential of whoever asks. */
import { ownCredential } from '#app/domain/polls/secret/booth.server'
import { answering } from '#app/web/answering.server'

export const loader = answering(async ({ actor, param }) => ({
  credential: await ownCredential(actor, param('pollId')),
}))
