import '#tests/world/database'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { actor, journalOf } from '#tests/world/people'
import { endAndCount, openedPoll } from '#tests/world/polls'
import { resultsPage } from './results.server'

/** Another server on the same database, as behind a proxy with two of them. */
async function otherProcess(...given: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/world/vote-again.ts', ...given], {
    env: process.env,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  expect((await lines.next()).value).toBe('ready')
  return async () => {
    child.stdin.write('go\n')
    const votes = JSON.parse(String((await lines.next()).value)) as string[]
    await once(child, 'exit')
    return votes
  }
}

test.each(['confidential', 'open'] as const)(
  '%s: one person votes 80 times at once on two processes, and has one ballot',
  async (mode) => {
    const { id, options } = await openedPoll({ times: { mode } })
    const carmela = await actor('carmela')
    const processes = await Promise.all([1, 2].map(() => otherProcess(id, carmela.id, ...options.slice(0, 2))))
    const votes = (await Promise.all(processes.map((go) => go()))).flat()
    expect(votes).toHaveLength(80)
    // Every attempt is told the same receipt, whichever process wrote it
    expect(new Set(votes).size).toBe(1)
    expect(votes[0]).not.toMatch(/^refused/)
    expect(await db.ballot.count({ where: { pollId: id } })).toBe(1)
    expect(await db.pollParticipation.count({ where: { pollId: id } })).toBe(1)
    expect((await journalOf(id)).filter((what) => what === 'ballot.cast')).toHaveLength(1)
    await endAndCount(id)
    expect(await resultsPage({ kind: 'visitor' }, id)).toMatchObject({ ballots: 1 })
  },
)
