import '#tests/world/database'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { calendarOf } from '#app/domain/answers/calendars.server'
import { visitor } from '#app/domain/authorization'
import { transaction } from '#app/domain/journal/transaction.server'
import { changePatron } from '#app/domain/territories/commands.server'
import { waitingProposal } from '#tests/world/answers'
import { actor, bari, journalOf, lecce, monopoli, office } from '#tests/world/people'
import { changeOffice, closeOffice, openOffice } from './commands.server'
import { addClosure, endSeat, removeClosure, seatPerson } from './people.server'
import { closedOfficesUnder, officesUnder, officeToManage, owedByOffice } from './queries.server'

const day = (date: string) => new Date(`${date}T00:00:00Z`)
const today = day(new Date().toISOString().slice(0, 10))
const sport = { name: 'Sport', description: 'Campi e palestre.', email: null, topics: ['culture' as const] }

test('only administrators of the territory manage its offices', async () => {
  const social = await office()
  const [irene, marta] = [await actor('irene'), await actor('marta')]
  const elsewhere = { ...irene, roles: [{ kind: 'administrator' as const, territoryPath: (await lecce()).path }] }
  for (const who of [marta, elsewhere, await actor('carmela')]) {
    await expect(openOffice(who, { ...sport, territoryId: social.territoryId })).rejects.toThrow('forbidden')
    await expect(changeOffice(who, social.id, sport)).rejects.toThrow('forbidden')
    await expect(closeOffice(who, social.id)).rejects.toThrow('forbidden')
    await expect(officeToManage(who, social.id)).rejects.toThrow('forbidden')
  }
  await expect(openOffice(visitor, { ...sport, territoryId: social.territoryId })).rejects.toThrow('sign-in-required')
  await expect(officeToManage(irene, 'nowhere')).rejects.toThrow('not-found')
  expect((await officesUnder(elsewhere)).flatMap(({ offices }) => offices.map(({ name }) => name))).toEqual(['Welfare'])
  await expect(officesUnder(marta)).rejects.toThrow('forbidden')
})

test('an office is opened once under a name, changed, and closed', async () => {
  const irene = await actor('irene')
  const place = await bari()
  const { officeId } = await openOffice(irene, { ...sport, territoryId: place.id })
  await expect(openOffice(irene, { ...sport, territoryId: place.id })).rejects.toThrow('office.name-taken')
  await changeOffice(irene, officeId, { ...sport, name: 'Sport e giovani', topics: [] })
  expect(await officeToManage(irene, officeId)).toMatchObject({ name: 'Sport e giovani', topics: [], members: [] })
  expect(await closedOfficesUnder(irene)).toEqual([])
  await closeOffice(irene, officeId)
  expect(await closedOfficesUnder(irene)).toMatchObject([{ id: officeId, territory: { name: place.name } }])
  await expect(closedOfficesUnder(await actor('marta'))).rejects.toThrow('forbidden')
  await expect(changeOffice(irene, officeId, sport)).rejects.toThrow('office.closed')
  expect(await journalOf(place.id)).toEqual(['office.opened', 'office.changed', 'office.closed'])
})

test('people sit with rank and dates; the seat gives rights from its first day to its last', async () => {
  const irene = await actor('irene')
  const { id } = await office('Scuola e cultura')
  const carmela = { email: 'carmela@esempio.it', rank: 'head' as const, startsOn: today, endsOn: undefined }
  await expect(seatPerson(irene, id, { ...carmela, email: 'nobody@esempio.it' })).rejects.toThrow(
    'identity.nobody-with-this-address',
  )
  await expect(seatPerson(irene, id, { ...carmela, email: 'nora@esempio.it' })).rejects.toThrow(
    'identity.nobody-with-this-address',
  )
  await expect(seatPerson(irene, id, { ...carmela, endsOn: day('2020-01-01') })).rejects.toThrow(
    'office.ends-before-it-starts',
  )
  const past = { startsOn: day('2026-03-01'), endsOn: day('2026-03-09') }
  const refused = { reason: 'office.days-are-past', field: 'endsOn' }
  const tenMarch = new Date('2026-03-09T23:30:00Z')
  await expect(seatPerson(irene, id, { ...carmela, ...past }, tenMarch)).rejects.toMatchObject(refused)
  await expect(addClosure(irene, id, { ...past, reason: 'Ferie' }, tenMarch)).rejects.toMatchObject(refused)
  await seatPerson(irene, id, { ...carmela, startsOn: day('2090-01-01'), endsOn: day('2090-12-31') })
  expect((await actor('carmela')).seats).toEqual([])
  const tries = await Promise.allSettled([
    seatPerson(irene, id, { ...carmela, endsOn: day('2080-01-01') }),
    seatPerson(irene, id, { ...carmela, endsOn: day('2080-01-01') }),
  ])
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await actor('carmela')).seats).toMatchObject([{ officeName: 'Scuola e cultura', rank: 'head' }])
  const { members } = await officeToManage(irene, id)
  expect(members).toHaveLength(2)
  for (const member of members) await endSeat(irene, id, member.id)
  expect((await actor('carmela')).seats).toEqual([])
  await expect(endSeat(irene, (await office()).id, members[0]?.id ?? '')).rejects.toThrow('not-found')
})

test('an answer of somebody who leaves goes back to the office, and an office that owes one stays open', async () => {
  const irene = await actor('irene')
  const { answerId } = await waitingProposal({ topic: 'health' })
  const { id } = await office()
  const emanuele = await actor('emanuele')
  const { updatedAt } = await db.answer.update({
    where: { id: answerId },
    data: { assigneeId: emanuele.id },
    select: { updatedAt: true },
  })
  const seat = await db.officeMember.findFirstOrThrow({ where: { officeId: id, personId: emanuele.id } })
  await endSeat(irene, id, seat.id)
  expect(
    await db.answer.findUnique({ where: { id: answerId }, select: { assigneeId: true, updatedAt: true } }),
  ).toEqual({ assigneeId: null, updatedAt })
  await expect(endSeat(irene, id, seat.id)).rejects.toThrow('office.seat-is-over')
  await expect(closeOffice(irene, id)).rejects.toThrow('office.owes-answers')
  expect((await owedByOffice(irene, id)).answers).toContainEqual(expect.objectContaining({ id: answerId }))
  await expect(owedByOffice(await actor('marta'), id)).rejects.toThrow('forbidden')
})

test('closures and the patron saint enter the calendar of the clocks that start later', async () => {
  const irene = await actor('irene')
  const place = await monopoli()
  const { id } = await office()
  const august = { startsOn: day('2090-08-10'), endsOn: day('2090-08-20'), reason: 'Ferie' }
  const { closureId } = await addClosure(irene, id, august)
  await expect(
    addClosure(irene, id, { ...august, startsOn: day('2090-08-20'), endsOn: day('2090-08-21') }),
  ).rejects.toThrow('office.closures-overlap')
  await expect(addClosure(irene, id, { ...august, endsOn: day('2090-08-01') })).rejects.toThrow(
    'office.ends-before-it-starts',
  )
  await changePatron(irene, place.slug, { patronName: 'Madonna della Madia', day: 14, month: 8 })
  const calendar = await transaction((tx) => calendarOf(tx, place.id, id))
  expect(calendar).toEqual({
    patron: { feast: '08-14', name: 'Madonna della Madia' },
    closures: [{ startsOn: '2090-08-10', endsOn: '2090-08-20', reason: 'Ferie' }],
  })
  await expect(removeClosure(irene, (await office('Scuola e cultura')).id, closureId)).rejects.toThrow('not-found')
  await removeClosure(irene, id, closureId)
  expect((await officeToManage(irene, id)).closures).toEqual([])
  await expect(changePatron(await actor('marta'), place.slug, { patronName: 'X', day: 1, month: 1 })).rejects.toThrow(
    'territory.not-an-administrator',
  )
  expect((await journalOf(place.id)).slice(-3)).toEqual([
    'office.closure-added',
    'territory.patron-changed',
    'office.changed',
  ])
})
