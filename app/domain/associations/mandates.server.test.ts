import '#tests/world/database'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { type Actor, visitor } from '#app/domain/authorization'
import { formatDate } from '#app/i18n/formats'
import { verified } from '#tests/world/associations'
import { lettersTo, tokenIn } from '#tests/world/letters'
import { actor, association, journalOf } from '#tests/world/people'
import { acceptInvitation, endMandate, handOver, invitationFor, invitationPage, inviteTo } from './mandates.server'
import { canActFor } from './policy'
import { associationPage, mandatesOf, ownAssociations } from './queries.server'

beforeEach(async () => {
  await db.attempt.deleteMany({})
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
    const can = async (who: Actor) => (await invitationPage(who, token))?.can
    expect(await can(carmela)).toBe(true)
    expect(await can(drita)).toBe('identity.invitation-for-another')
    expect(await can(visitor)).toBe('sign-in-required')
    await expect(acceptInvitation(drita, token)).rejects.toThrow('identity.invitation-for-another')
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

  test('a mandate whose last day is over hands nothing over, takes nothing over, and can be renewed', async () => {
    const { associationId, representative } = await verified('Marea', '90000000010')
    const invite = async (kind: 'delegate' | 'representative') => {
      await inviteTo(representative, associationId, { email: 'bilal@esempio.it', kind, endsOn: undefined })
      await acceptInvitation(await actor('bilal'), await tokenIn('bilal@esempio.it'))
    }
    const over = (where: object, endsOn: Date | null) =>
      db.mandate.updateMany({ where: { associationId, endedAt: null, ...where }, data: { endsOn } })
    const yesterday = new Date(Date.now() - 2 * 86_400_000)
    await invite('delegate')
    const heir = (await mandatesOf(representative, associationId)).mandates.find(({ name }) => name === 'Bilal')
    const handing = () => handOver(representative, associationId, heir?.id ?? '')
    await over({ kind: 'delegate' }, yesterday)
    await expect(handing()).rejects.toThrow('not-found')
    await over({ kind: 'delegate' }, null)
    await over({ kind: 'representative' }, yesterday)
    await expect(handing()).rejects.toThrow('association.only-representatives')
    expect((await associationPage(representative, associationId)).people).toEqual([])
    await over({ kind: 'representative' }, null)
    await over({ kind: 'delegate' }, yesterday)
    await invite('delegate')
    const people = (await mandatesOf(representative, associationId)).mandates
    expect(people.map(({ name, kind }) => [name, kind])).toEqual([
      ['Carmela', 'representative'],
      ['Bilal', 'delegate'],
    ])
    await expect(invite('delegate')).rejects.toThrow('association.mandate-already-held')
  })

  test('while its office has suspended an association, nobody hands it over', async () => {
    const { associationId, representative } = await verified('Bonaccia', '90000000012')
    await inviteTo(representative, associationId, { email: 'bilal@esempio.it', kind: 'delegate', endsOn: undefined })
    await acceptInvitation(await actor('bilal'), await tokenIn('bilal@esempio.it'))
    await db.association.update({ where: { id: associationId }, data: { verification: 'suspended' } })
    const heir = (await mandatesOf(representative, associationId)).mandates.find(({ name }) => name === 'Bilal')
    expect(heir?.can.handOver).toBe(false)
    await expect(handOver(representative, associationId, heir?.id ?? '')).rejects.toThrow('association.suspended')
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

describe('a mandate that begins later', () => {
  const day = 86_400_000
  const inDays = (days: number) => new Date(`${new Date(Date.now() + days * day).toISOString().slice(0, 10)}T00:00:00Z`)
  const invited = { email: 'drita@esempio.it', kind: 'delegate' as const }

  test('is not in force before its first day', async () => {
    const { associationId, representative } = await verified('Alba', '90000000041')
    await inviteTo(representative, associationId, { ...invited, startsOn: inDays(3), endsOn: inDays(10) })
    const token = await tokenIn('drita@esempio.it')
    const [first, last] = [formatDate(inDays(3), 'sq'), formatDate(inDays(10), 'sq')]
    expect((await lettersTo('drita@esempio.it')).at(-1)?.text).toContain(`(nga ${first} deri më ${last})`)
    expect(await invitationFor(token)).toMatchObject({ startsOn: inDays(3), endsOn: inDays(10) })
    expect(await acceptInvitation(await actor('drita'), token)).toMatchObject({ toCome: true })
    const drita = await actor('drita')
    expect(canActFor(drita, associationId)).toBe('association.not-yours')
    const own = async (now?: Date) => (await ownAssociations(drita, now)).find(({ id }) => id === associationId)
    expect(await own()).toMatchObject({ toCome: true, startsOn: inDays(3) })
    expect(await own(inDays(3))).toMatchObject({ toCome: false })
    const { mandates } = await mandatesOf(representative, associationId)
    const hers = mandates.find(({ name }) => name === 'Drita')
    expect(hers).toMatchObject({ toCome: true, startsOn: inDays(3), can: { end: true, handOver: false } })
    await expect(handOver(representative, associationId, hers?.id ?? '')).rejects.toThrow('not-found')
    // A second one of the same kind would stand beside it
    await inviteTo(representative, associationId, { ...invited, endsOn: undefined })
    await expect(acceptInvitation(drita, await tokenIn('drita@esempio.it'))).rejects.toThrow(
      'association.mandate-already-held',
    )
  })

  test('begins today or later, and does not end before', async () => {
    const { associationId, representative } = await verified('Tramonto', '90000000042')
    const invite = (days: { startsOn?: Date; endsOn?: Date }) =>
      inviteTo(representative, associationId, { ...invited, ...days })
    await expect(invite({ startsOn: inDays(-1) })).rejects.toThrow('association.starts-in-the-past')
    await expect(invite({ startsOn: inDays(5), endsOn: inDays(4) })).rejects.toThrow(
      'association.ends-before-it-starts',
    )
    await invite({ startsOn: inDays(0), endsOn: inDays(1) })
    await invite({ startsOn: inDays(5), endsOn: inDays(5) })
  })

  test('of a representative leaves the last one in place until then', async () => {
    const { associationId, representative } = await verified('Mezzogiorno', '90000000043')
    const last = (await mandatesOf(representative, associationId)).mandates[0]?.id ?? ''
    await inviteTo(representative, associationId, { ...invited, kind: 'representative', startsOn: inDays(2) })
    await acceptInvitation(await actor('drita'), await tokenIn('drita@esempio.it'))
    await expect(endMandate(representative, associationId, last)).rejects.toThrow('association.last-representative')
    await endMandate(representative, associationId, last, inDays(2))
  })
})
