import '#tests/world/database'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { statute, verified, written } from '#tests/world/associations'
import { actor, journalOf } from '#tests/world/people'
import { stepToWrite } from './queries.server'
import { attachDocument } from './register-association.server'
import { saveIdentity, saveRegisters, saveWork } from './write-registration.server'

const registers = { runtsNumber: '1', runtsSection: null, regionalRegister: null, nationalRegister: null }

test('a save that did not see the last one overwrites nothing; another step is in nobody’s way', async () => {
  const { associationId, representative } = await written('Faro dei libri', '90000000031')
  const shown = await stepToWrite(representative, associationId, 'registers')
  const first = await saveRegisters(representative, associationId, { ...registers, revision: shown.revision })
  expect(first.revision).not.toBe(shown.revision)
  const late = { ...registers, runtsNumber: '2', revision: shown.revision }
  await expect(saveRegisters(representative, associationId, late)).rejects.toThrow('association.changed-elsewhere')
  expect((await stepToWrite(representative, associationId, 'registers')).fields.runtsNumber).toEqual(['1'])
  const { revision } = await stepToWrite(representative, associationId, 'identity')
  await saveIdentity(representative, associationId, { name: 'Faro', legalForm: 'aps', taxCode: null, revision })
  await saveRegisters(representative, associationId, { ...registers, runtsNumber: '2', revision: first.revision })
})

test('a save that arrived and whose answer was lost is taken again', async () => {
  const { associationId, representative } = await written('Faro dei canti', '90000000032')
  const { revision } = await stepToWrite(representative, associationId, 'registers')
  const once = await saveRegisters(representative, associationId, { ...registers, revision })
  expect(await saveRegisters(representative, associationId, { ...registers, revision })).toEqual(once)
})

test('of two saves at once on the same words, one is told', async () => {
  const { associationId, representative } = await written('Faro dei balli', '90000000033')
  const { revision } = await stepToWrite(representative, associationId, 'registers')
  const saves = await Promise.allSettled(
    ['3', '4'].map((runtsNumber) =>
      saveRegisters(representative, associationId, { ...registers, runtsNumber, revision }),
    ),
  )
  expect(saves.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('what one person writes at a stretch is one entry of the journal', async () => {
  const { associationId, representative } = await written('Faro dei giochi', '90000000034')
  const changes = async () => (await journalOf(associationId)).filter((what) => what === 'association.changed').length
  const before = await changes()
  for (const runtsNumber of ['5', '6', '6'])
    await saveRegisters(representative, associationId, { ...registers, runtsNumber })
  expect(await changes()).toBe(before)
  await attachDocument(representative, associationId, statute)
  await saveRegisters(representative, associationId, { ...registers, runtsNumber: '7' })
  expect(await changes()).toBe(before + 2)
})

test('a verified one keeps up to date what it does, and nothing that its office checked', async () => {
  const { associationId, representative } = await verified('Faro dei mestieri', '90000000035')
  await expect(stepToWrite(representative, associationId, 'registers')).rejects.toThrow('association.under-lock')
  const { revision } = await stepToWrite(representative, associationId, 'work')
  const work = { languages: ['it' as const], description: 'Altro', website: null, email: null, phone: null }
  expect(await saveWork(representative, associationId, { ...work, revision })).toMatchObject({ verified: true })
  await expect(stepToWrite(await actor('bilal'), associationId, 'work')).rejects.toThrow('not-found')
  expect(await db.association.findUnique({ where: { id: associationId }, select: { description: true } })).toEqual({
    description: 'Altro',
  })
})

test('a section of the RUNTS comes from the list; what was written by hand stays until another is chosen', async () => {
  const { associationId, representative } = await written('Faro dei venti', '90000000036')
  const save = (runtsSection: string | null) =>
    saveRegisters(representative, associationId, { ...registers, runtsSection })
  await save('b')
  await expect(save('Sezione h')).rejects.toMatchObject({
    reason: 'association.unknown-section',
    field: 'runtsSection',
  })
  await db.association.update({
    where: { id: associationId },
    data: { runtsSection: 'Sezione APS' },
    select: { id: true },
  })
  await save('Sezione APS')
  await save(null)
  await expect(save('Sezione APS')).rejects.toThrow('association.unknown-section')
})
