import '#tests/world/database'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { castBallot } from '#app/domain/polls/cast-ballot.server'
import { closePolls } from '#app/domain/polls/close-polls.server'
import { openPoll } from '#app/domain/polls/open-poll.server'
import { resultsPage } from '#app/domain/polls/results.server'
import { draftPage } from '#app/domain/polls/wizard.server'
import { auditArchive } from '#app/domain/voting/belenios/audit'
import { withNativePowers } from '#app/domain/voting/belenios/native-powers.server'
import { hasBeleniosTool, verifiedElsewhere } from '#tests/world/belenios-tool'
import { actor } from '#tests/world/people'
import { endAndCount } from '#tests/world/polls'
import { castSealed, draftedSecretPoll, makeKey, open } from '#tests/world/secret-votes'
import { archiveOf, boardPage, headOf } from './board.server'

const toolIsThere = hasBeleniosTool()
const visitor = { kind: 'visitor' } as const

async function archive(pollId: string): Promise<Uint8Array[]> {
  const head = await headOf(pollId)
  const pieces: Uint8Array[] = []
  for await (const piece of await archiveOf(pollId, `${head?.uuid}.bel`)) pieces.push(piece)
  return pieces
}

function folderWith(pieces: Uint8Array[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'agora-secret-'))
  writeFileSync(join(folder, 'vote.bel'), Buffer.concat(pieces))
  return folder
}

test('from the key to the result: the archive is accepted by two programs, and the poll says what it says', async ({
  skip,
}) => {
  const { id, officer } = await draftedSecretPoll()
  expect((await draftPage(officer, id)).missing).toEqual(['poll.secret-key-not-made'])
  await expect(openPoll(officer, id)).rejects.toThrow('poll.secret-key-not-made')
  const keepers = await makeKey(id)
  await openPoll(officer, id)
  expect((await auditArchive(await archive(id))).verdict).toBe('accepted')

  await castSealed(id, 'carmela', { choices: ['yes'] })
  await castSealed(id, 'bilal', { choices: ['no'] })
  await castSealed(id, 'ada', { choices: ['blank'] })
  const first = await castSealed(id, 'giorgio', { choices: ['no'] })
  const second = await castSealed(id, 'giorgio', { choices: ['yes'] })
  expect((await boardPage(id, null, first.tracker)).sought?.state).toBe('replaced')
  expect((await boardPage(id, null, second.tracker)).sought?.state).toBe('counts')
  await expect(castBallot(await actor('carmela'), id, { choices: [] })).rejects.toThrow('poll.secret-needs-the-booth')

  await endAndCount(id)
  await expect(resultsPage(visitor, id)).rejects.toThrow('not-found')
  await open(id, 'luca', keepers)
  await closePolls()
  await expect(resultsPage(visitor, id)).rejects.toThrow('not-found')
  await open(id, 'fatou', keepers)

  const results = await resultsPage(visitor, id)
  expect(results).toMatchObject({ ballots: 4, report: { totals: { yes: '2', no: '1', blank: '1' }, winners: ['yes'] } })
  const pieces = await archive(id)
  const audit = await auditArchive(pieces, { accelerated: withNativePowers })
  expect(audit).toMatchObject({ verdict: 'accepted', stage: 'announced', totals: [[1n, 2n, 1n]], ballotsPosted: 5 })
  expect(await db.boardEvent.count({ where: { pollId: id } })).toBe(1 + 5 + 1 + 1 + 2 + 1)
  skip(!toolIsThere, 'belenios-tool is missing')
  expect(verifiedElsewhere(folderWith(pieces))).toMatchObject({ status: 0 })
})
