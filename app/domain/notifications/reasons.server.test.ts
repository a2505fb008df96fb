import '#tests/world/database'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { attachDocument, submitAssociation } from '#app/domain/associations/register-association.server'
import { decideOnAssociation } from '#app/domain/associations/verify-association.server'
import type { SignedIn } from '#app/domain/authorization'
import { attest, newAttestationCode, revokeAttestation } from '#app/domain/identity/attest.server'
import { statute, verified, written } from '#tests/world/associations'
import { actor } from '#tests/world/people'
import { toldOf } from '#tests/world/telling'
import { notificationList } from './queries.server'

const reasonsSeenBy = async (person: SignedIn) =>
  (await notificationList(person, null)).notifications.flatMap(({ saying, reason }) =>
    reason ? [`${saying.key}: ${reason}`] : [],
  )

test('why an association is suspended is told to who acts for it, as long as they do', async () => {
  const { associationId, representative } = await verified('Sospesa', '90000000021')
  const note = 'Lo statuto non è più valido.\nPortate quello nuovo.'
  await decideOnAssociation(await actor('emanuele'), associationId, { move: 'suspend', note })
  const letters = await toldOf(associationId, 'association.suspended')
  expect(letters.map(({ to }) => to)).toEqual(['carmela@esempio.it'])
  expect(letters[0]?.text).toContain(`Il motivo: «${note}»`)
  expect(await reasonsSeenBy(representative)).toEqual([`association.suspended: ${note}`])
  await db.mandate.updateMany({ where: { associationId }, data: { endedAt: new Date() } })
  expect(await reasonsSeenBy(representative)).toEqual([])
})

test('what the office writes beside a verification is not told to the neighbourhood', async () => {
  const { associationId, representative } = await written('Verificata', '90000000022')
  await attachDocument(representative, associationId, statute)
  await submitAssociation(representative, associationId)
  const note = 'Parole per i soli delegati.'
  await decideOnAssociation(await actor('emanuele'), associationId, { move: 'verify', note })
  const letters = await toldOf(associationId, 'association.verified')
  expect(letters).toHaveLength(1)
  expect(letters[0]?.text).not.toContain(note)
})

test('who is attested no more reads when and why', async () => {
  const [carmela, emanuele] = [await actor('carmela'), await actor('emanuele')]
  const { code } = await newAttestationCode(carmela)
  const { attestationId } = await attest(emanuele, { code, place: 'Anagrafe' })
  const revocation = 'Persona scambiata con un’altra'
  await revokeAttestation(emanuele, { attestationId, revocation })
  const [letter] = await toldOf(carmela.id, 'person.attestation-revoked')
  expect(letter?.text).toContain(`Il motivo: «${revocation}»`)
  expect(letter?.text).toContain('/account/attestation')
  expect(await reasonsSeenBy(carmela)).toContain(`person.attestation-revoked: ${revocation}`)
})
