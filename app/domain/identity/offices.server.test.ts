import '#tests/world/database'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { visitor } from '#app/domain/authorization'
import { votersOf } from '#app/domain/polls/roll.server'
import { addressOf, cast } from '#prisma/seed/town'
import { actor, journalOf, monopoli, territory } from '#tests/world/people'
import { attest, attestationsAtDesk, newAttestationCode, personShowing, revokeAttestation } from './attest.server'
import { spoken } from './attestation'
import { castNames } from './cast'
import { castAtTheDoor, outbox, signInAsCast } from './demonstration.server'
import { endRole, grantRole, makeAdministrator, rolesUnder } from './grant-roles.server'
import { attestationTakenBack, changeProfile, ownProfile } from './profile.server'

const browser = { address: '10.0.0.1', agent: null, cookies: null }
const today = new Date(`${new Date().toISOString().slice(0, 10)}T00:00:00Z`)

beforeEach(async () => {
  await db.attempt.deleteMany({})
})

describe('attestation at a desk', () => {
  test('the person shows a code, the officer reads it, who where when and until is kept', async () => {
    const carmela = await actor('carmela')
    const emanuele = await actor('emanuele')
    expect(carmela.attested).toBe(false)
    const { code } = await newAttestationCode(carmela)
    expect(await db.attestationCode.count({ where: { codeHash: code } })).toBe(0)
    expect(await personShowing(emanuele, spoken(code).toLowerCase())).toEqual({
      name: 'Carmela',
      home: 'Monopoli',
      attestedUntil: null,
    })
    const place = 'Sportello Servizi sociali, Monopoli'
    const tries = await Promise.allSettled([attest(emanuele, { code, place }), attest(emanuele, { code, place })])
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await actor('carmela')).attested).toBe(true)
    expect(await db.attestation.findMany({ select: { personId: true, attesterId: true, place: true } })).toEqual([
      { personId: carmela.id, attesterId: emanuele.id, place },
    ])
    expect(await journalOf(carmela.id)).toEqual(['person.attested'])
    expect(await attestationsAtDesk(emanuele)).toHaveLength(1)
  })

  test('counts where it was made: whoever goes to live elsewhere is attested there no more', async () => {
    const [carmela, home, elsewhere] = [
      await actor('carmela'),
      await monopoli(),
      await territory('/puglia/lecce/lecce/'),
    ]
    const voters = { territoryId: elsewhere.id, associationId: null }
    const profile = { pseudonym: 'Carmela', realName: null, showsRealName: false, language: 'it' } as const
    await changeProfile(carmela, { ...profile, homeTerritoryId: elsewhere.id })
    expect((await actor('carmela')).attested).toBe(false)
    expect(await votersOf(voters, 'residents')).toContain(carmela.id)
    expect(await votersOf(voters, 'attested')).not.toContain(carmela.id)
    expect((await ownProfile(carmela)).attestation).toMatchObject({ territoryName: 'Monopoli', counts: false })
    await changeProfile(carmela, { ...profile, homeTerritoryId: home.id })
    expect((await actor('carmela')).attested).toBe(true)
    expect(await votersOf({ ...voters, territoryId: home.id }, 'attested')).toContain(carmela.id)
    expect((await ownProfile(carmela)).attestation?.counts).toBe(true)
  })

  test('is taken back with a reason, once', async () => {
    const emanuele = await actor('emanuele')
    const { id } = await db.attestation.findFirstOrThrow({ select: { id: true } })
    const revocation = 'Persona scambiata con un’altra'
    await expect(revokeAttestation(await actor('carmela'), { attestationId: id, revocation })).rejects.toThrow(
      'forbidden',
    )
    await revokeAttestation(emanuele, { attestationId: id, revocation })
    await expect(revokeAttestation(emanuele, { attestationId: id, revocation })).rejects.toThrow(
      'identity.already-revoked',
    )
    const carmela = await actor('carmela')
    expect(carmela.attested).toBe(false)
    expect(await attestationTakenBack(carmela)).toEqual({ revokedAt: expect.any(Date), revocation })
    expect(await attestationTakenBack(emanuele)).toBe(null)
    const { code } = await newAttestationCode(carmela)
    const again = await attest(emanuele, { code, place: 'Anagrafe' })
    expect(await attestationTakenBack(carmela)).toBe(null)
    await db.attestation.delete({ where: { id: again.attestationId } })
  })

  test('an attestation that is over does not count', async () => {
    await db.attestation.updateMany({ data: { revokedAt: null, expiresOn: new Date('2020-01-01') } })
    expect((await actor('carmela')).attested).toBe(false)
  })

  test('codes of ten minutes, of one’s own territory, read by officers, not by guessing', async () => {
    const emanuele = await actor('emanuele')
    const { code } = await newAttestationCode(await actor('bilal'))
    const late = new Date(Date.now() + 11 * 60_000)
    await expect(personShowing(emanuele, code, late)).rejects.toThrow('identity.code-unknown')
    await expect(personShowing(await actor('carmela'), code)).rejects.toThrow('forbidden')
    await expect(newAttestationCode(await actor('nora'))).rejects.toThrow('identity.confirm-address-first')
    const elsewhere = await newAttestationCode(await actor('drita'))
    await expect(attest(emanuele, { code: elsewhere.code, place: 'Sportello' })).rejects.toThrow(
      'identity.attest-elsewhere',
    )
    const own = await newAttestationCode(emanuele)
    await expect(attest(emanuele, { code: own.code, place: 'Sportello' })).rejects.toThrow('identity.attest-yourself')
    await db.attempt.deleteMany({})
    for (let n = 0; n < 10; n += 1) {
      await expect(personShowing(emanuele, '3467-9ACD')).rejects.toThrow('identity.code-unknown')
    }
    await expect(personShowing(emanuele, code)).rejects.toThrow('too-often')
  })

  test('a new code replaces the older', async () => {
    const bilal = await actor('bilal')
    const older = await newAttestationCode(bilal)
    const newer = await newAttestationCode(bilal)
    const emanuele = await actor('emanuele')
    await expect(personShowing(emanuele, older.code)).rejects.toThrow('identity.code-unknown')
    expect((await personShowing(emanuele, newer.code)).name).toBe('Bilal')
  })
})

describe('roles', () => {
  const grant = async (overrides: object) => ({
    email: 'carmela@esempio.it',
    territoryId: (await monopoli()).id,
    kind: 'facilitator' as const,
    startsOn: today,
    endsOn: undefined,
    ...overrides,
  })

  test('an administrator gives one, which holds at once, and ends it, which holds at once', async () => {
    const irene = await actor('irene')
    const { roleId, personId } = await grantRole(irene, await grant({}))
    expect((await actor('carmela')).roles).toEqual([{ kind: 'facilitator', territoryPath: '/puglia/bari/monopoli/' }])
    await expect(grantRole(irene, await grant({}))).rejects.toThrow('identity.has-this-role')
    await endRole(irene, roleId)
    expect((await actor('carmela')).roles).toEqual([])
    await expect(endRole(irene, roleId)).rejects.toThrow('identity.role-is-over')
    expect((await journalOf(personId)).slice(-2)).toEqual(['role.granted', 'role.ended'])
  })

  test('who runs the machine makes an administrator of everything, once, of who confirmed the address', async () => {
    await makeAdministrator('bilal@esempio.it')
    const bilal = await actor('bilal')
    expect(bilal.roles).toEqual([{ kind: 'administrator', territoryPath: '/puglia/' }])
    const seen = (await rolesUnder(bilal)).roles.find(({ person }) => person.email === 'bilal@esempio.it')
    expect(seen).toMatchObject({ kind: 'administrator', endsOn: null, grantedBy: null })
    expect((await journalOf(bilal.id)).at(-1)).toBe('role.granted')
    await expect(makeAdministrator('bilal@esempio.it')).rejects.toThrow('identity.has-this-role')
    await expect(makeAdministrator('nobody@esempio.it')).rejects.toThrow('identity.nobody-with-this-address')
    await expect(makeAdministrator(addressOf('nora'))).rejects.toThrow('identity.nobody-with-this-address')
    const irene = await actor('irene')
    const { id } = await db.role.findFirstOrThrow({ where: { personId: bilal.id }, select: { id: true } })
    await endRole(irene, id)
  })

  test('a role with dates holds between them', async () => {
    const irene = await actor('irene')
    const tomorrow = new Date(today.getTime() + 86_400_000)
    await grantRole(irene, await grant({ kind: 'trainer', startsOn: tomorrow }))
    expect((await actor('carmela')).roles).toEqual([])
    const past = { kind: 'mediator', startsOn: new Date('2026-03-01'), endsOn: new Date('2026-03-09') }
    // In Italy it is already the tenth
    await expect(grantRole(irene, await grant(past), new Date('2026-03-09T23:30:00Z'))).rejects.toMatchObject({
      reason: 'identity.days-are-past',
      field: 'endsOn',
    })
    await grantRole(irene, await grant(past), new Date('2026-03-09T22:30:00Z'))
    await expect(grantRole(irene, await grant({ kind: 'mediator', endsOn: new Date('2020-01-01') }))).rejects.toThrow(
      'identity.ends-before-it-starts',
    )
  })

  test('only administrators of the territory give and see them', async () => {
    for (const name of ['carmela', 'emanuele', 'fatou'] as const) {
      await expect(grantRole(await actor(name), await grant({}))).rejects.toThrow('forbidden')
      await expect(rolesUnder(await actor(name))).rejects.toThrow('forbidden')
    }
    await expect(rolesUnder(visitor)).rejects.toThrow('sign-in-required')
    const irene = await actor('irene')
    await grantRole(irene, await grant({ email: 'drita@esempio.it', kind: 'administrator' }))
    const drita = await actor('drita')
    const lecce = (await territory('/puglia/lecce/lecce/')).id
    await expect(grantRole(drita, await grant({ territoryId: lecce }))).rejects.toThrow('forbidden')
    expect((await rolesUnder(drita)).territories.map(({ name }) => name)).toEqual(['Monopoli'])
  })

  test('a person who has not confirmed gets none', async () => {
    const irene = await actor('irene')
    for (const email of ['nora@esempio.it', 'nessuno@esempio.org']) {
      await expect(grantRole(irene, await grant({ email }))).rejects.toThrow('identity.nobody-with-this-address')
    }
  })

  test('one administrator of the platform always remains, when two end each other at once as well', async () => {
    const irene = await actor('irene')
    const puglia = (await territory('/puglia/')).id
    const own = await db.role.findFirstOrThrow({
      where: { personId: irene.id, kind: 'administrator' },
      select: { id: true },
    })
    await expect(endRole(irene, own.id)).rejects.toThrow('identity.last-administrator')
    const dated = await grant({
      email: 'hana@esempio.it',
      kind: 'administrator',
      territoryId: puglia,
      endsOn: new Date(today.getTime() + 86_400_000),
    })
    await grantRole(irene, dated)
    await expect(endRole(irene, own.id)).rejects.toThrow('identity.last-administrator')
    for (let round = 0; round < 5; round += 1) {
      const { roleId } = await grantRole(
        irene,
        await grant({ email: 'luca@esempio.it', kind: 'administrator', territoryId: puglia }),
      )
      const keepers = await db.role.findMany({
        where: { kind: 'administrator', territoryId: puglia, endsOn: null },
        select: { id: true },
      })
      expect(keepers).toHaveLength(2)
      const other = keepers.find(({ id }) => id !== roleId)?.id ?? ''
      const ends = await Promise.allSettled([endRole(irene, roleId), endRole(await actor('luca'), other)])
      expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      const left = await db.role.findMany({
        where: { kind: 'administrator', territoryId: puglia, endsOn: null },
        select: { id: true, person: { select: { email: true } } },
      })
      expect(left).toHaveLength(1)
      if (left[0]?.person.email === 'luca@esempio.it') {
        const luca = await actor('luca')
        await grantRole(luca, await grant({ email: 'irene@esempio.it', kind: 'administrator', territoryId: puglia }))
        await endRole(await actor('irene'), left[0].id)
      }
    }
  })
})

describe('the demonstration’s door', () => {
  test('has the whole cast behind it, and opens with a click', async () => {
    expect([...castNames].sort()).toEqual(Object.keys(cast).sort())
    expect(await castAtTheDoor()).toHaveLength(castNames.length)
    const { personId } = await signInAsCast('nora', browser)
    expect(personId).toBe((await actor('nora')).id)
  })

  test('does not exist where there is no demonstration', async () => {
    expect(await castAtTheDoor(false)).toEqual([])
    await expect(signInAsCast('nora', browser, false)).rejects.toThrow('not-found')
    await expect(outbox(false)).rejects.toThrow('not-found')
    await expect(signInAsCast('nobody', browser)).rejects.toThrow('not-found')
  })
})
