/** What has happened in the town: filled through the same acts that people use. */
import { escalate } from '#app/domain/answers/escalate.server'
import { remindCommitments } from '#app/domain/answers/remind-commitments.server'
import { drawPictures } from '#app/domain/opinions/draw-pictures.server'
import { archiveProposals } from '#app/domain/proposals/archive-proposals.server'
import { registerAssociations } from './life/associations'
import { budgetOf } from './life/budgets'
import { attestSome, easeRulesOfBari, followSome, moveIn, staffOffices } from './life/neighbours'
import { drawPanels, gatherOpinions } from './life/opinions'
import { daysBefore, live } from './life/past'
import { pollsOf } from './life/polls'
import { secretVotesOf } from './life/secret-votes'
import { storiesOfBari } from './life/stories-of-bari'
import { storiesOfLecce } from './life/stories-of-lecce'
import { storiesOfMonopoli } from './life/stories-of-monopoli'
import { storiesWaiting } from './life/stories-waiting'
import { happeningsOf } from './life/tell-story'
import { translate } from './life/translations'
import type { Town } from './town'

export async function liveALittle(town: Town, now = new Date()) {
  const neighbours = await moveIn(town, now)
  const world = { town, neighbours, now }
  const stories = [...storiesOfMonopoli, ...storiesWaiting, ...storiesOfBari, ...storiesOfLecce]
  const beginning = { at: daysBefore(now, 600), act: () => staffOffices(town, now) }
  const easing = { at: daysBefore(now, 400), act: () => easeRulesOfBari(town, daysBefore(now, 400)) }
  const desk = { at: daysBefore(now, 75), act: () => attestSome(town, daysBefore(now, 75)) }
  const told = stories.flatMap((story) => happeningsOf(story, world))
  await live(
    [
      beginning,
      easing,
      desk,
      ...registerAssociations(world),
      ...told,
      ...pollsOf(world),
      ...secretVotesOf(world),
      ...gatherOpinions(world),
      ...drawPanels(world),
      ...budgetOf(world),
      ...translate(world),
    ],
    now,
  )
  await followSome(town)
  await escalate(now)
  await remindCommitments(now)
  await archiveProposals(now)
  await drawPictures(now)
}
