/** Takes a sealed ballot from the ballot page. */
import { castSecretBallot } from '#app/domain/polls/secret/cast-secret-ballot.server'
import { SealedBallotForm } from '#app/domain/polls/secret/forms'
import { taking } from '#app/web/answering.server'

export const action = taking(SealedBallotForm, ({ actor, param, values, address }) =>
  castSecretBallot(actor, param('pollId'), values.ballot, address),
)
