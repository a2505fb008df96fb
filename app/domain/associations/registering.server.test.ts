import '#tests/world/database'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { visitor } from '#app/domain/authorization'
import { fileFor } from '#app/domain/files/queries.server'
import { statute, verified, written } from '#tests/world/associations'
import { actor, journalOf, lecce, monopoli, territory } from '#tests/world/people'
import { openProposal } from '#tests/world/proposals'
import { canActFor } from './policy'
import { publicRegister } from './public-register.server'
import { associationPage, associationPapers, officerQueue, ownAssociations } from './queries.server'
import { attachDocument, claimAssociation, removeDocument, submitAssociation } from './register-association.server'
import { decideOnAssociation } from './verify-association.server'
import { saveIdentity, savePlaces, saveRegisters } from './write-registration.server'

const noSearch = { q: '' }

beforeEach(async () => {
  await db.attempt.deleteMany({})
})

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
    // Not even its office, as long as nothing was sent to it
    await expect(fileFor(await actor('emanuele'), id)).rejects.toThrow('not-found')
    for (const who of [visitor, await actor('drita'), await actor('fatou')]) {
      await expect(associationPage(who, associationId)).rejects.toThrow('not-found')
      await expect(fileFor(who, id)).rejects.toThrow('not-found')
    }
    expect((await publicRegister(noSearch)).associations.map(({ name }) => name)).not.toContain('Radice')
    await expect(removeDocument(await actor('ada'), associationId, id)).rejects.toThrow('not-found')
    await removeDocument(representative, associationId, id)
    await expect(fileFor(representative, id)).rejects.toThrow('not-found')
  })

  test('sent, completed, verified, suspended: with who, when and why', async () => {
    const { associationId, representative } = await written('Ali', '90000000002')
    const emanuele = await actor('emanuele')
    const { id } = await attachDocument(representative, associationId, statute)
    await submitAssociation(representative, associationId)
    expect((await fileFor(emanuele, id)).name).toBe('Statuto.pdf')
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

test('its own people read why it is suspended and keep its proposals; the day of its verification stays', async () => {
  const { associationId, representative } = await verified('Sospesa e ripresa', '90000000016')
  await openProposal({ by: 'carmela', associationId, territoryId: (await monopoli()).id })
  const emanuele = await actor('emanuele')
  const { verifiedAt } = await associationPage(visitor, associationId)
  const note = 'Lo statuto non è più valido.'
  await decideOnAssociation(emanuele, associationId, { move: 'suspend', note })
  await expect(associationPage(visitor, associationId)).rejects.toThrow('not-found')
  const [mandate] = representative.mandates.filter((held) => held.associationId === associationId)
  const member = { ...(await actor('giorgio')), mandates: [{ ...mandate!, kind: 'member' as const }] }
  expect(await associationPage(member, associationId)).toMatchObject({ verificationNote: null })
  expect(await associationPage(await actor('carmela'), associationId)).toMatchObject({
    verificationNote: note,
    verifiedAt: null,
    proposals: [{ stage: 'open' }],
  })
  const own = (await ownAssociations(representative)).find(({ id }) => id === associationId)
  expect(own).toMatchObject({ verification: 'suspended', verificationNote: note })
  await db.mandate.updateMany({ where: { associationId }, data: { kind: 'member' } })
  const seen = (await ownAssociations(representative)).find(({ id }) => id === associationId)
  expect(seen).toMatchObject({ verificationNote: null })
  await decideOnAssociation(emanuele, associationId, { move: 'verify', note: null })
  expect((await associationPage(visitor, associationId)).verifiedAt).toEqual(verifiedAt)
})

test('two with one RUNTS number: the office sees which, the applicants that there is another', async () => {
  const first = await verified('Prima col numero', '90000000014')
  const second = await written('Seconda col numero', '90000000015')
  const numbered = (id: string, runtsNumber: string) => db.association.update({ where: { id }, data: { runtsNumber } })
  await numbered(first.associationId, '99 4521')
  await numbered(second.associationId, '0099-4521')
  const papers = async (who: Parameters<typeof associationPapers>[0]) => associationPapers(who, second.associationId)
  expect(await papers(second.representative)).toMatchObject({ numberShared: true, sameNumber: [] })
  expect((await papers(await actor('emanuele'))).sameNumber).toEqual([
    { id: first.associationId, name: 'Prima col numero', verification: 'verified', seat: 'Monopoli' },
  ])
  await numbered(second.associationId, '994522')
  expect(await papers(second.representative)).toMatchObject({ numberShared: false })
})
