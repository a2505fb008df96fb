import '#tests/world/database'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { actorOf } from '#app/domain/identity/actor.server'
import { found } from '#app/domain/refusal'
import * as browsers from '#prisma/seed/browsers'
import { monopoli } from '#tests/world/people'
import { endAndCount, openedPoll } from '#tests/world/polls'
import { neighbours } from '#tests/world/proposals'
import { open, openedSecretPoll } from '#tests/world/secret-votes'
import { castBallot } from './cast-ballot.server'
import type { PollReport } from './count'
import { termsFrom } from './terms'
import { turnoutOf, turnoutPicture } from './turnout.server'

const visiblePoll = { times: { voters: 'confirmed' as const } }

async function votedBy({ id, options }: { id: string; options: string[] }, territoryId: string, count: number) {
  for (const person of await neighbours(territoryId, count))
    await castBallot(await actorOf(person.id), id, { choices: [options[0] ?? ''] })
}

async function turnoutIn(id: string) {
  const { report } = await db.poll.findUniqueOrThrow({ where: { id }, select: { report: true } })
  return (report as PollReport).turnout
}

const comune = (slug: string) => db.territory.findFirstOrThrow({ where: { slug }, select: { id: true, path: true } })

test('ballots by place are taken at the count and stay when people move', async () => {
  const poll = await openedPoll(visiblePoll)
  const [home, away] = [await monopoli(), await comune('lecce')]
  await votedBy(poll, home.id, 9)
  await votedBy(poll, away.id, 6)
  await endAndCount(poll.id)
  const expected = {
    shown: [
      { path: home.path, name: 'Monopoli', ballots: 9 },
      { path: '', name: '', ballots: 6 },
    ],
    hidden: null,
  }
  expect(await turnoutIn(poll.id)).toEqual(expected)
  await db.person.updateMany({ where: { homeTerritoryId: away.id }, data: { homeTerritoryId: home.id } })
  expect(await turnoutIn(poll.id)).toEqual(expected)
  const { places } = await turnoutPicture(expected, home.path)
  expect(places.map(({ shade }) => shade)).toEqual([4])
})

test('three voters from elsewhere are not told apart from the others', async () => {
  const poll = await openedPoll(visiblePoll)
  await votedBy(poll, (await monopoli()).id, 9)
  await votedBy(poll, (await comune('lecce')).id, 3)
  await endAndCount(poll.id)
  expect(await turnoutIn(poll.id)).toBeUndefined()
})

test('a secret vote tells it too, where the platform knows who took part', async () => {
  const [home, away] = [await monopoli(), await comune('lecce')]
  const people = [...(await neighbours(home.id, 6)), ...(await neighbours(away.id, 5))]
  const { id, keepers } = await openedSecretPoll(visiblePoll)
  for (const person of people) await browsers.castSealed(id, await actorOf(person.id), { choices: ['yes'] })
  await endAndCount(id)
  await open(id, 'luca', keepers)
  await open(id, 'marta', keepers)
  const turnout = await turnoutIn(id)
  expect(turnout?.shown.map(({ ballots }) => ballots)).toEqual([6, 5])
  const { frozen, territoryId } = await db.poll.findUniqueOrThrow({
    where: { id },
    select: { frozen: true, territoryId: true },
  })
  const terms = found(termsFrom(frozen))
  const asked = { id, round: 1, territoryId }
  expect(await turnoutOf(asked, terms)).toEqual(turnout)
  const secret = { ...found(terms.secret), credentials: 'registrar' as const }
  expect(await turnoutOf(asked, { ...terms, secret })).toBeNull()
})

test('of a larger territory the parts are shown, the small ones together', async () => {
  const poll = await openedPoll(visiblePoll)
  const region = await db.territory.findFirstOrThrow({ where: { parentId: null }, select: { id: true, path: true } })
  const asked = { id: poll.id, round: 1, territoryId: region.id }
  await votedBy(poll, (await monopoli()).id, 9)
  await votedBy(poll, (await comune('lecce')).id, 7)
  const { frozen } = await db.poll.findUniqueOrThrow({ where: { id: poll.id }, select: { frozen: true } })
  const terms = termsFrom(frozen)
  if (!terms) throw new Error('an opened poll has terms')
  const turnout = await turnoutOf(asked, terms)
  expect(turnout).toMatchObject({ shown: [{ ballots: 9 }, { ballots: 7 }], hidden: null })
  expect(turnout?.shown.every(({ path }) => path.startsWith(region.path))).toBe(true)
  expect(await turnoutOf(asked, { ...terms, voters: 'codes' })).toBeNull()
})
