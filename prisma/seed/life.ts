/** What has happened in the town: filled through the same acts that people use. */
import { archiveProposals } from '#app/domain/proposals/archive-proposals.server'
import { registerAssociations } from './life/associations'
import { moveIn, staffOffices } from './life/neighbours'
import { live } from './life/past'
import { storiesOfBari } from './life/stories-of-bari'
import { storiesOfLecce } from './life/stories-of-lecce'
import { storiesOfMonopoli } from './life/stories-of-monopoli'
import { storiesWaiting } from './life/stories-waiting'
import { happeningsOf } from './life/tell-story'
import type { Town } from './town'

export async function liveALittle(town: Town, now = new Date()) {
  const neighbours = await moveIn(town, now)
  await staffOffices(town, now)
  const world = { town, neighbours, now }
  const stories = [...storiesOfMonopoli, ...storiesWaiting, ...storiesOfBari, ...storiesOfLecce]
  await live([...registerAssociations(world), ...stories.flatMap((story) => happeningsOf(story, world))], now)
  await archiveProposals(now)
}
