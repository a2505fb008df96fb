/** A message of the key ceremony, or a share of the opening, from a trustee's page. */
import { StepForm } from '#app/domain/polls/secret/forms'
import { giveShare } from '#app/domain/polls/secret/open-count.server'
import { takeStep } from '#app/domain/polls/secret/trustees.server'
import { taking } from '#app/web/answering.server'

export const action = taking(StepForm, async ({ actor, param, values: { step, text } }) => {
  const pollId = param('pollId')
  if (step === 'decryption') await giveShare(actor, pollId, text)
  else await takeStep(actor, pollId, step, text)
  return {}
})
