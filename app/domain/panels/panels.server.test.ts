import '#tests/world/database'
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { visitor } from '#app/domain/authorization'
import { tell } from '#app/domain/notifications/tell.server'
import { crowdOffers, features, hour, openedPanel, panelRow } from '#tests/world/panels'
import { actor, journalOf, monopoli } from '#tests/world/people'
import { drawPanel } from './draw-panel.server'
import { addFeature, changeQuotas, extendPanel, openPanel, startPanel } from './prepare-panel.server'
import { publishLotteries } from './publish-lottery.server'
import { panelList, panelPage, publishedLottery } from './queries.server'
import { leavePanel, volunteer } from './volunteers.server'

const start = new Date('2026-05-04T08:00:00Z')
const at = (hours: number) => new Date(start.getTime() + hours * hour)
const answers = ['donna', '40 o più']

test('a panel goes from its quotas to the draw, and everybody can check it', async () => {
  const { id, officer } = await openedPanel(start)
  await crowdOffers(id, 24, start)
  const carmela = await actor('carmela')
  const { code } = await volunteer(carmela, id, answers, start)
  expect(await publishLotteries(at(0.5))).toEqual({ published: 0, impossible: 0 })
  expect(await publishLotteries(at(1))).toEqual({ published: 1, impossible: 0 })
  expect(await publishLotteries(at(1))).toEqual({ published: 0, impossible: 0 })

  const lottery = await publishedLottery(id)
  const page = await panelPage(visitor, id, at(1))
  expect(page.panel).toMatchObject({ stage: 'published', tickets: 1000, pool: 25, ticket: null })
  expect(createHash('sha256').update(lottery).digest('hex')).toBe(page.panel.digest)
  const lines = lottery.split('\n').slice(1, -1)
  expect(lines).toHaveLength(1000)
  const own = lines.filter((line) => line.includes(code)).length
  expect((await panelPage(carmela, id, at(1))).own).toMatchObject({ code, tickets: own })
  expect(own).toBeGreaterThan(0)

  await expect(drawPanel(officer, id, '23-4-88-17-61', at(1.5))).rejects.toThrow('too-early')
  const { ticket, codes } = await drawPanel(officer, id, '23-4-88-17-61', at(2))
  const lot = BigInt(`0x${createHash('sha256').update('panel-draw\n23-4-88-17-61\n0').digest('hex')}`)
  expect(ticket).toBe(Number(lot % 1000n) + 1)
  expect(lines[ticket - 1]).toBe(`${ticket}\t${JSON.stringify(codes)}`)
  await expect(drawPanel(officer, id, '1-2-3-4-5', at(3))).rejects.toThrow('already-drawn')

  const drawn = await db.volunteer.findMany({
    where: { panelId: id, drawn: true },
    select: { code: true, answers: true },
  })
  expect(drawn.map((row) => row.code).sort()).toEqual([...codes].sort())
  for (const [place, { values }] of features.entries())
    for (const { value, min, max } of values) {
      const seats = drawn.filter((row) => row.answers[place] === value).length
      expect(seats).toBeGreaterThanOrEqual(min)
      expect(seats).toBeLessThanOrEqual(max)
    }
  expect(await journalOf(id)).toEqual([
    'panel.opened',
    ...Array.from({ length: 25 }, () => 'panel.joined'),
    'panel.published',
    'panel.drawn',
  ])
})

test('what is published names nobody; those who prepare it see who was drawn', async () => {
  const { id, officer } = await openedPanel(start)
  const people = await crowdOffers(id, 16, start)
  await publishLotteries(at(1))
  await drawPanel(officer, id, 'seed', at(2))
  const seen = JSON.stringify([await panelPage(visitor, id, at(2)), await publishedLottery(id)])
  expect(seen).not.toMatch(/Vicina/)
  expect(people.filter((one) => seen.includes(one.id))).toEqual([])
  expect((await panelPage(officer, id, at(2))).drawn.map(({ name }) => name?.slice(0, 6))).toEqual(
    Array(6).fill('Vicina'),
  )
  expect((await panelPage(visitor, id, at(2))).offered).toBeNull()
})

test('the database keeps a published lottery and a draw as they were', async () => {
  const { id, officer } = await openedPanel(start)
  await crowdOffers(id, 16, start)
  await publishLotteries(at(1))
  const change = (data: Parameters<typeof db.panel.update>[0]['data']) => db.panel.update({ where: { id }, data })
  await expect(change({ lottery: 'tickets 0\n' })).rejects.toThrow(/does not change/)
  await expect(change({ stage: 'gathering' })).rejects.toThrow()
  await expect(change({ drawsAt: at(100) })).rejects.toThrow(/does not change/)
  await drawPanel(officer, id, 'seed', at(2))
  const { ticket } = await panelRow(id)
  await expect(change({ ticket: (ticket ?? 0) + 1 })).rejects.toThrow(/made once/)
})

test('where the quotas cannot be met it says why; moved seats make a lottery', async () => {
  const { id, officer } = await openedPanel(start)
  const people = await crowdOffers(id, 12, start)
  // Only the older stay: the younger quota has nobody
  await db.volunteer.deleteMany({ where: { panelId: id, answers: { has: '18–39' } } })
  expect(people).toHaveLength(12)
  expect(await publishLotteries(at(1))).toEqual({ published: 0, impossible: 1 })
  expect(await publishLotteries(at(1))).toEqual({ published: 0, impossible: 0 })
  expect(await panelRow(id)).toMatchObject({ stage: 'preparing', lottery: null })
  const { why } = await panelPage(officer, id, at(1))
  expect(why?.map(({ key }) => key)).toContain('panels.too-few-people')
  expect((await panelPage(visitor, id, at(1))).why).toBeNull()
  await expect(changeQuotas(await actor('carmela'), id, [])).rejects.toThrow('officers-only')
  await expect(changeQuotas(officer, id, [{ min: 2, max: 4 }])).rejects.toThrow('quotas-incomplete')
  await changeQuotas(officer, id, [
    { min: 2, max: 4 },
    { min: 2, max: 4 },
    { min: 0, max: 3 },
    { min: 3, max: 6 },
  ])
  expect(await publishLotteries(at(1.5))).toEqual({ published: 1, impossible: 0 })
  await expect(changeQuotas(officer, id, [])).rejects.toThrow('lottery-stands')
  expect(await journalOf(id)).toEqual([
    'panel.opened',
    ...Array.from({ length: 12 }, () => 'panel.joined'),
    'panel.impossible',
    'panel.changed',
    'panel.published',
  ])
})

test('with too few people there can be more time, and then people join again', async () => {
  const { id, officer } = await openedPanel(start)
  await publishLotteries(at(1))
  expect((await panelPage(officer, id, at(1))).why).toEqual([
    { key: 'panels.pool-too-small', values: { people: 0, seats: 6 } },
  ])
  const dates = { gathersTo: at(5), drawsAt: at(6) }
  await expect(extendPanel(officer, id, { ...dates, gathersTo: at(0.5) }, at(1))).rejects.toThrow('only-later')
  await expect(extendPanel(officer, id, { ...dates, drawsAt: at(5) }, at(1))).rejects.toThrow('draws-too-soon')
  await extendPanel(officer, id, dates, at(1))
  await crowdOffers(id, 12, at(2))
  expect(await publishLotteries(at(5))).toEqual({ published: 1, impossible: 0 })
})

test('one offers oneself once, may change the answers and leave, until nobody joins any more', async () => {
  const { id } = await openedPanel(start)
  const carmela = await actor('carmela')
  const codes = await Promise.all(Array.from({ length: 20 }, () => volunteer(carmela, id, answers, start)))
  expect(new Set(codes.map(({ code }) => code)).size).toBe(1)
  expect(codes[0]?.code).toMatch(/^[A-Z2-9]{6}$/)
  await volunteer(carmela, id, ['donna', '18–39'], start)
  expect((await panelPage(carmela, id, start)).own?.answers).toEqual(['donna', '18–39'])
  await leavePanel(carmela, id, start)
  await expect(leavePanel(carmela, id, start)).rejects.toThrow('not-there')
  await volunteer(carmela, id, answers, start)
  await expect(leavePanel(carmela, id, at(1))).rejects.toThrow('not-gathering')
  await expect(volunteer(await actor('bilal'), id, answers, at(1))).rejects.toThrow('not-gathering')
  expect(await journalOf(id)).toEqual(['panel.opened', 'panel.joined', 'panel.left', 'panel.joined'])
})

test('an answer that is not among the values, or missing, is refused; so is who lives elsewhere', async () => {
  const { id } = await openedPanel(start)
  const carmela = await actor('carmela')
  await expect(volunteer(carmela, id, ['donna'], start)).rejects.toThrow('answer-everything')
  await expect(volunteer(carmela, id, ['donna', 'cento'], start)).rejects.toThrow('answer-everything')
  await expect(volunteer(carmela, id, [...answers, 'di più'], start)).rejects.toThrow('answer-everything')
  await expect(volunteer(await actor('drita'), id, answers, start)).rejects.toThrow('residents-only')
  await expect(volunteer(await actor('nora'), id, answers, start)).rejects.toThrow('confirm-address-first')
  await expect(volunteer(visitor, id, answers, start)).rejects.toThrow('sign-in-required')
})

test('a draft is seen by those who prepare it, opens with a feature only, and only an officer starts one', async () => {
  const officer = await actor('emanuele')
  const given = {
    territoryId: (await monopoli()).id,
    language: 'it' as const,
    title: 'Una giuria per il piano del traffico',
    description: null,
    seats: 6,
    gathersTo: at(1),
    drawsAt: at(2),
    chance: 'I cinque numeri del Lotto, ruota di Bari',
  }
  await expect(startPanel(await actor('carmela'), given, start)).rejects.toThrow('officers-only')
  await expect(startPanel(officer, { ...given, gathersTo: at(-1) }, start)).rejects.toThrow('ends-in-the-past')
  const { id } = await startPanel(officer, given, start)
  await expect(panelPage(await actor('carmela'), id, start)).rejects.toThrow('not-found')
  await expect(openPanel(officer, id, start)).rejects.toThrow('no-feature')
  expect((await panelList(visitor, { reading: 'it' })).panels.map((panel) => panel.id)).not.toContain(id)
  expect((await panelList(officer, { reading: 'it' })).panels.map((panel) => panel.id)).toContain(id)
  await addFeature(officer, id, features[0] ?? { name: '', values: [] })
  await openPanel(officer, id, start)
  await expect(addFeature(officer, id, features[1] ?? { name: '', values: [] })).rejects.toThrow('already-open')
})

test('whoever is drawn must answer, the others hear of it', async () => {
  const { id, officer } = await openedPanel(start)
  const people = await crowdOffers(id, 16, start)
  await publishLotteries(at(1))
  await drawPanel(officer, id, 'seed', at(2))
  const entry = await db.entry.findFirstOrThrow({ where: { subjectId: id, what: 'panel.drawn' } })
  expect(await tell(String(entry.id))).toEqual({ told: people.length })
  const toDo = await db.notification.count({ where: { subjectId: id, what: 'panel.drawn', toDo: true } })
  expect(toDo).toBe(6)
})

test('a hundred and fifty volunteers with four features have a lottery', async () => {
  const more = ['Quartiere', 'Studi'].map((name) => ({
    name,
    values: ['a', 'b', 'c'].map((value) => ({ value, min: 1, max: 3 })),
  }))
  const { id } = await openedPanel(start, [...features, ...more])
  const people = await db.person.createManyAndReturn({
    data: Array.from({ length: 150 }, (_, index) => ({ pseudonym: `Molte ${index}`, emailConfirmedAt: start })),
    select: { id: true },
  })
  await db.volunteer.createMany({
    data: people.map((person, index) => ({
      panelId: id,
      personId: person.id,
      code: `X${String(index).padStart(5, '0')}`,
      answers: [
        index % 2 === 0 ? 'donna' : 'uomo',
        index % 5 < 2 ? '18–39' : '40 o più',
        ['a', 'b', 'c'][index % 3] ?? 'a',
        ['a', 'b', 'c'][(index % 7) % 3] ?? 'a',
      ],
    })),
  })
  expect(await publishLotteries(at(1))).toEqual({ published: 1, impossible: 0 })
  const { smallest, pool } = await panelRow(id)
  expect(pool).toBe(150)
  expect(Number(smallest)).toBeGreaterThan(0)
})
