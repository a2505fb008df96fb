/** Associations on their way into the register: written, sent, verified. */
import {
  attachDocument,
  claimAssociation,
  submitAssociation,
} from '#app/domain/associations/register-association.server'
import { decideOnAssociation } from '#app/domain/associations/verify-association.server'
import { saveIdentity, savePlaces, saveRegisters, saveWork } from '#app/domain/associations/write-registration.server'
import { pdf } from './files'
import { actor, monopoli } from './people'

export const statute = { name: 'Statuto.pdf', bytes: pdf() }

/** A registration with everything in it, not yet sent. */
export async function written(name: string, taxCode: string, founder: 'carmela' | 'bilal' = 'carmela') {
  const person = await actor(founder)
  const { associationId } = await claimAssociation(person, { name })
  const representative = await actor(founder)
  await saveIdentity(representative, associationId, { name, legalForm: 'aps', taxCode })
  await saveRegisters(representative, associationId, {
    runtsNumber: '7788',
    runtsSection: null,
    regionalRegister: null,
    nationalRegister: null,
  })
  const place = (await monopoli()).id
  await savePlaces(representative, associationId, {
    seatId: place,
    address: 'Via Roma 1',
    territoryIds: [place, place],
  })
  await saveWork(representative, associationId, {
    languages: ['it', 'ar', 'ar'],
    description: 'Insegniamo italiano la sera, e aiutiamo con i documenti.',
    website: null,
    email: 'info@esempio.org',
    phone: null,
  })
  return { associationId, representative }
}

/** The same, sent and verified by the office. */
export async function verified(name: string, taxCode: string) {
  const { associationId, representative } = await written(name, taxCode)
  await attachDocument(representative, associationId, statute)
  await submitAssociation(representative, associationId)
  await decideOnAssociation(await actor('emanuele'), associationId, { move: 'verify', note: null })
  return { associationId, representative: await actor('carmela') }
}
