import '#tests/world/database'
import { expect, test } from 'vitest'
import { drafted, revision, tenMarch, waitingProposal } from '#tests/world/answers'
import { actor, journalOf, office } from '#tests/world/people'
import { assignAnswer } from './assign-answer.server'
import { extendAnswer } from './extend-answer.server'
import { publishAnswer } from './publish-answer.server'

test('a deputy gives an answer to an officer, moves its date once and publishes in their place', async () => {
  const { proposalId, answerId } = await waitingProposal()
  const [luca, emanuele, { id: officeId }] = await Promise.all([actor('luca'), actor('emanuele'), office()])
  await expect(assignAnswer(emanuele, answerId, { officeId, assigneeId: luca.id }, tenMarch)).rejects.toThrow(
    'answer.only-heads-assign',
  )
  await assignAnswer(luca, answerId, { officeId, assigneeId: emanuele.id }, tenMarch)
  await drafted(answerId, proposalId)
  await extendAnswer(luca, answerId, { days: 5, reason: 'Aspettiamo il parere della ASL.' }, tenMarch)
  await publishAnswer(luca, answerId, { revision: await revision(answerId), changeReason: null }, tenMarch)
  expect(await journalOf(proposalId)).toEqual(
    expect.arrayContaining(['answer.assigned', 'answer.extended', 'answer.given']),
  )
})
