import '#tests/world/database'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { actor } from '#tests/world/people'
import { endAndCount, endAt, openedPoll } from '#tests/world/polls'
import { castBallot } from './cast-ballot.server'
import { restartPoll } from './open-poll.server'
import { resultsPage, settingsFile } from './results.server'

test('more ballots than people entitled: the roll stays what it is, and so does what the quorum is reckoned from', async () => {
  const { id, options } = await openedPoll({
    times: { mode: 'open', voters: 'members', quorum: 100 },
    associationId: await ponte(),
  })
  for (const name of ['ada', 'bilal'] as const) await castBallot(await actor(name), id, { choices: [options[0] ?? ''] })
  await db.mandate.updateMany({ where: { kind: 'delegate' }, data: { endedAt: new Date() } })
  await endAndCount(id)
  const { roll, ballots, report } = await resultsPage({ kind: 'visitor' }, id)
  expect({ roll, ballots, quorum: report.quorum }).toEqual({
    roll: 1,
    ballots: 2,
    quorum: { need: 1, have: 2, holds: true },
  })
  // The command counts with these
  expect(await settingsFile(id)).toMatchObject({ roll: 2 })
})

test('a vote whose hour is over cannot be made void, even while nothing has closed it yet', async () => {
  const { id, officer } = await openedPoll()
  await endAt(id, new Date(Date.now() - 1000))
  await expect(restartPoll(officer, id, 'Ho visto un errore nella domanda')).rejects.toThrow('poll.not-open')
  expect(await db.poll.findUnique({ where: { id }, select: { stage: true, round: true } })).toEqual({
    stage: 'open',
    round: 1,
  })
})

async function ponte() {
  const { id } = await db.association.findFirstOrThrow({ where: { name: 'Associazione Ponte' }, select: { id: true } })
  return id
}
