import '#tests/world/database'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { visitor } from '#app/domain/authorization'
import { fileFor } from '#app/domain/files/queries.server'
import { pdf } from '#tests/world/files'
import { lettersTo, tokenIn } from '#tests/world/letters'
import { actor, association, bari, journalOf, lecce, monopoli, territory } from '#tests/world/people'
import { acceptInvitation, endMandate, handOver, invitationFor, inviteTo } from './mandates.server'
import { canActFor } from './policy'
import { publicRegister } from './public-register.server'
import { associationPage, associationPapers, mandatesOf, officerQueue, ownAssociations } from './queries.server'
import {
  attachDocument,
  claimAssociation,
  removeDocument,
  saveIdentity,
  savePlaces,
  saveRegisters,
  saveWork,
  submitAssociation,
} from './register-association.server'
import { decideOnAssociation } from './verify-association.server'

const noSearch = { q: '' }
const statute = { name: 'Statuto.pdf', bytes: pdf() }

beforeEach(async () => {
  await db.attempt.deleteMany({})
})

/** A registration with everything in it, not yet sent. */
async function written(name: string, taxCode: string, founder: 'carmela' | 'bilal' = 'carmela') {
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

async function verified(name: string, taxCode: string) {
  const { associationId, representative } = await written(name, taxCode)
  await attachDocument(representative, associationId, statute)
  await submitAssociation(representative, associationId)
  await decideOnAssociation(await actor('emanuele'), associationId, { move: 'verify', note: null })
  return { associationId, representative: await actor('carmela') }
}

describe('registering', () => {
  test('what is missing is listed, and nothing is sent without it', async () => {
    const carmela = await actor('carmela')
    const { associationId } = await claimAssociation(carmela, { name: 'Cerchio delle donne' })
    const founder = await actor('carmela')
    await expect(submitAssociation(founder, associationId)).rejects.toThrow('association.incomplete')
    const { missing } = await associationPapers(founder, associationId)
    expect(missing).toEqual(['legalForm', 'taxCode', 'address', 'territories', 'description', 'contact', 'documents'])
    expect(await ownAssociations(founder)).toMatchObject([
      { name: 'Cerchio delle donne', kind: 'representative', verification: 'claimed' },
    ])
  })

  test('nobody else sees it, nor its documents, before it is verified', async () => {
    const { associationId, representative } = await written('Radice', '90000000001')
    const { id } = await attachDocument(representative, associationId, statute)
    for (const who of [visitor, await actor('drita'), await actor('fatou')]) {
      await expect(associationPage(who, associationId)).rejects.toThrow('not-found')
      await expect(fileFor(who, id)).rejects.toThrow('not-found')
    }
    expect((await fileFor(await actor('emanuele'), id)).name).toBe('Statuto.pdf')
    expect((await publicRegister(noSearch)).associations.map(({ name }) => name)).not.toContain('Radice')
    await expect(removeDocument(await actor('ada'), associationId, id)).rejects.toThrow('not-found')
    await removeDocument(representative, associationId, id)
    await expect(fileFor(representative, id)).rejects.toThrow('not-found')
  })

  test('sent, completed, verified, suspended: with who, when and why', async () => {
    const { associationId, representative } = await written('Ali', '90000000002')
    const emanuele = await actor('emanuele')
    await attachDocument(representative, associationId, statute)
    await submitAssociation(representative, associationId)
    await expect(
      saveRegisters(representative, associationId, {
        runtsNumber: '1',
        runtsSection: null,
        regionalRegister: null,
        nationalRegister: null,
      }),
    ).rejects.toThrow('association.under-lock')
    expect((await officerQueue(emanuele)).map(({ name }) => name)).toEqual(['Ali'])
    await expect(
      decideOnAssociation(emanuele, associationId, { move: 'askToComplete', note: 'Breve' }),
    ).rejects.toThrow('association.say-why')
    await decideOnAssociation(emanuele, associationId, {
      move: 'askToComplete',
      note: 'Manca la pagina 2 dello statuto.',
    })
    expect((await associationPapers(representative, associationId)).verificationNote).toBe(
      'Manca la pagina 2 dello statuto.',
    )
    await submitAssociation(representative, associationId)
    await decideOnAssociation(emanuele, associationId, { move: 'verify', note: null })
    expect(canActFor(await actor('carmela'), associationId)).toBe(true)
    await decideOnAssociation(emanuele, associationId, { move: 'suspend', note: 'Lo statuto non è più valido.' })
    expect(canActFor(await actor('carmela'), associationId)).toBe('association.not-verified')
    const { history } = await associationPapers(emanuele, associationId)
    expect(history.map(({ state, by }) => [state, by])).toEqual([
      ['claimed', 'Carmela'],
      ['submitted', 'Carmela'],
      ['incomplete', 'Emanuele Rossi'],
      ['submitted', 'Carmela'],
      ['verified', 'Emanuele Rossi'],
      ['suspended', 'Emanuele Rossi'],
    ])
    const kinds = (await journalOf(associationId)).filter((what) => what !== 'association.changed')
    expect(kinds).toEqual([
      'association.claimed',
      'association.submitted',
      'association.incomplete',
      'association.submitted',
      'association.verified',
      'association.suspended',
    ])
  })

  test('two officers at once decide once; one of elsewhere, or with a part in it, never', async () => {
    const { associationId, representative } = await written('Onda', '90000000003')
    await attachDocument(representative, associationId, statute)
    await submitAssociation(representative, associationId)
    const [emanuele, luca, drita] = [await actor('emanuele'), await actor('luca'), await actor('drita')]
    await expect(decideOnAssociation(drita, associationId, { move: 'verify', note: null })).rejects.toThrow('not-found')
    const elsewhere = { ...drita, roles: [{ kind: 'officer' as const, territoryPath: (await lecce()).path }] }
    await expect(decideOnAssociation(elsewhere, associationId, { move: 'verify', note: null })).rejects.toThrow(
      'not-found',
    )
    await expect(decideOnAssociation(representative, associationId, { move: 'verify', note: null })).rejects.toThrow(
      'forbidden',
    )
    const own = { ...emanuele, mandates: representative.mandates }
    await expect(decideOnAssociation(own, associationId, { move: 'verify', note: null })).rejects.toThrow(
      'association.your-own',
    )
    const decisions = await Promise.allSettled([
      decideOnAssociation(emanuele, associationId, { move: 'verify', note: null }),
      decideOnAssociation(luca, associationId, { move: 'refuse', note: 'Non è una associazione.' }),
    ])
    expect(decisions.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('a name that looks like a verified one, or its tax code, is refused', async () => {
    await verified('Faro di Puglia', '90000000004')
    const twin = await written('Fаro di Puglia', '90000000005')
    await attachDocument(twin.representative, twin.associationId, statute)
    await expect(submitAssociation(twin.representative, twin.associationId)).rejects.toThrow('association.name-taken')
    await saveIdentity(twin.representative, twin.associationId, {
      name: 'Faretto',
      legalForm: 'aps',
      taxCode: '90000000004',
    })
    await expect(submitAssociation(twin.representative, twin.associationId)).rejects.toThrow(
      'association.tax-code-taken',
    )
    await expect(claimAssociation(await actor('carmela'), { name: 'Comune di Ваri' })).rejects.toThrow(
      'identity.name-pretends',
    )
  })

  test('places come from the tree, and the seat is a comune', async () => {
    const { associationId, representative } = await written('Mare', '90000000006')
    const seatId = (await territory('/puglia/bari/')).id
    const places = { seatId, address: null, territoryIds: [] }
    await expect(savePlaces(representative, associationId, places)).rejects.toThrow('association.seat-is-a-comune')
    await expect(
      savePlaces(representative, associationId, { ...places, seatId: undefined, territoryIds: ['nowhere'] }),
    ).rejects.toThrow('association.unknown-territory')
  })
})

describe('mandates', () => {
  test('invited by letter, accepted once and by whom it was for', async () => {
    const { id } = await association()
    const ada = await actor('ada')
    await inviteTo(ada, id, { email: 'carmela@esempio.it', kind: 'member', endsOn: undefined })
    expect((await lettersTo('carmela@esempio.it')).at(-1)?.subject).toBe('Un invito da Associazione Ponte')
    const token = await tokenIn('carmela@esempio.it')
    expect(await db.mandate.count({ where: { tokenHash: token } })).toBe(0)
    const [carmela, drita] = [await actor('carmela'), await actor('drita')]
    await expect(acceptInvitation(drita, token)).rejects.toThrow('association.invitation-for-another')
    await expect(acceptInvitation(carmela, token, new Date(Date.now() + 15 * 86_400_000))).rejects.toThrow(
      'association.invitation-over',
    )
    const tries = await Promise.allSettled([acceptInvitation(carmela, token), acceptInvitation(carmela, token)])
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(canActFor(await actor('carmela'), id)).toBe('association.members-do-not-act')
    expect(await invitationFor(token)).toBeNull()
  })

  test('an invitation taken back opens nothing, and a second one closes the first', async () => {
    const { id } = await association()
    const ada = await actor('ada')
    await inviteTo(ada, id, { email: 'drita@esempio.it', kind: 'delegate', endsOn: undefined })
    const first = await tokenIn('drita@esempio.it')
    await inviteTo(ada, id, { email: 'drita@esempio.it', kind: 'delegate', endsOn: undefined })
    expect(await invitationFor(first)).toBeNull()
    const second = await tokenIn('drita@esempio.it')
    const invitation = await invitationFor(second)
    await endMandate(ada, id, invitation?.id ?? '')
    await expect(acceptInvitation(await actor('drita'), second)).rejects.toThrow('association.invitation-over')
    expect((await journalOf(id)).at(-1)).toBe('mandate.invitation-withdrawn')
  })

  test('only a representative invites and ends', async () => {
    const { id } = await association()
    const bilal = await actor('bilal')
    const invitation = { email: 'x@esempio.org', kind: 'member' as const, endsOn: undefined }
    await expect(inviteTo(bilal, id, invitation)).rejects.toThrow('association.only-representatives')
    await expect(inviteTo(await actor('drita'), id, invitation)).rejects.toThrow('not-found')
    await expect(inviteTo(await actor('emanuele'), id, { ...invitation, kind: 'representative' })).rejects.toThrow(
      'association.has-representative',
    )
    const { mandates } = await mandatesOf(await actor('ada'), id)
    const own = mandates.find(({ name }) => name === 'Ada')
    await expect(endMandate(bilal, id, own?.id ?? '')).rejects.toThrow('association.only-representatives')
  })

  test('the last representative stays, also when a second one has a last day, and when two leave at once', async () => {
    const { associationId, representative } = await verified('Ancora', '90000000007')
    const last = (await mandatesOf(representative, associationId)).mandates[0]?.id ?? ''
    await expect(endMandate(representative, associationId, last)).rejects.toThrow('association.last-representative')
    const soon = new Date(Date.now() + 30 * 86_400_000)
    await inviteTo(representative, associationId, { email: 'bilal@esempio.it', kind: 'representative', endsOn: soon })
    await acceptInvitation(await actor('bilal'), await tokenIn('bilal@esempio.it'))
    await expect(endMandate(representative, associationId, last)).rejects.toThrow('association.last-representative')
    await inviteTo(representative, associationId, {
      email: 'drita@esempio.it',
      kind: 'representative',
      endsOn: undefined,
    })
    await acceptInvitation(await actor('drita'), await tokenIn('drita@esempio.it'))
    const drita = await actor('drita')
    const hers = (await mandatesOf(drita, associationId)).mandates.find(({ own }) => own)?.id ?? ''
    const ends = await Promise.allSettled([
      endMandate(representative, associationId, last),
      endMandate(drita, associationId, hers),
    ])
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('handing over makes the heir representative and the other a delegate, in one step', async () => {
    const { associationId, representative } = await verified('Vento', '90000000008')
    await inviteTo(representative, associationId, { email: 'bilal@esempio.it', kind: 'delegate', endsOn: undefined })
    await acceptInvitation(await actor('bilal'), await tokenIn('bilal@esempio.it'))
    const heir = (await mandatesOf(representative, associationId)).mandates.find(({ name }) => name === 'Bilal')
    expect(heir?.can.handOver).toBe(true)
    await handOver(representative, associationId, heir?.id ?? '')
    const { mandates } = await mandatesOf(await actor('bilal'), associationId)
    expect(mandates.map(({ name, kind }) => [name, kind])).toEqual([
      ['Bilal', 'representative'],
      ['Carmela', 'delegate'],
    ])
    await expect(handOver(await actor('carmela'), associationId, mandates[0]?.id ?? '')).rejects.toThrow(
      'association.only-representatives',
    )
  })

  test('an association whose representative is gone is helped by its office', async () => {
    const { associationId } = await verified('Pioggia', '90000000009')
    await db.mandate.updateMany({ where: { associationId }, data: { endedAt: new Date() } })
    await inviteTo(await actor('emanuele'), associationId, {
      email: 'drita@esempio.it',
      kind: 'representative',
      endsOn: undefined,
    })
    await acceptInvitation(await actor('drita'), await tokenIn('drita@esempio.it'))
    expect(canActFor(await actor('drita'), associationId)).toBe(true)
  })
})

describe('the public register', () => {
  const names = async (search: object) =>
    (await publicRegister({ ...noSearch, ...search })).associations.map(({ name }) => name)

  test('finds by words, form, language and territory with what is below it', async () => {
    expect(await names({ q: 'MEDICI, scuole' })).toEqual(['Associazione Ponte'])
    expect(await names({ q: '100%' })).toEqual([])
    expect(await names({ form: 'odv' })).toEqual([])
    expect(await names({ language: 'sq' })).toEqual(['Associazione Ponte'])
    expect(await names({ territory: (await territory('/puglia/')).id })).toContain('Associazione Ponte')
    expect(await names({ territory: (await territory('/puglia/bari/')).id })).toContain('Associazione Ponte')
    expect(await names({ territory: (await bari()).id })).not.toContain('Associazione Ponte')
  })

  test('pages by key: all of them, each once', async () => {
    const all = await names({})
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await publicRegister({ ...noSearch, after }, 2)
      seen.push(...page.associations.map(({ name }) => name))
      after = page.next ?? undefined
    } while (after)
    expect(seen).toEqual(all)
    expect(await names({ after: 'garbage' })).toEqual(all)
  })

  test('a page shows who represents it, and what a visitor may not', async () => {
    const page = await associationPage(visitor, (await association()).id)
    expect(page.people).toEqual([{ kind: 'representative', name: 'Ada' }])
    expect(page).not.toHaveProperty('taxCode')
    expect(page.can.seePapers).toBe('sign-in-required')
  })
})
