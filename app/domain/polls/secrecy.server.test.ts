import '#tests/world/database'
import { existsSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test, vi } from 'vitest'
import { db } from '#app/db/client.server'
import { pollKey } from '#app/storage/poll-keys.server'
import { actor } from '#tests/world/people'
import { endAndCount, openedPoll } from '#tests/world/polls'
import { castBallot } from './cast-ballot.server'
import { ballotPage, pollPage } from './queries.server'
import { receiptsOf, rollCall } from './results.server'
import { runningCount } from './running-count.server'

const keyFile = (id: string, round = 1) => resolve(`.data/poll-keys/${id}-${round}`)
const names = ['carmela', 'bilal', 'giorgio', 'fatou', 'luca', 'marta'] as const

/** Everything a dump of the database holds about this poll, with the columns that PostgreSQL keeps for itself. */
async function dump(pollId: string) {
  const tables = ['Ballot', 'PollParticipation', 'CountedBallot', 'BallotReceipt'] as const
  const rows = await Promise.all([
    db.$queryRaw<object[]>`select xmin::text, ctid::text, t.* from "Ballot" t where "pollId" = ${pollId}`,
    db.$queryRaw<object[]>`select xmin::text, ctid::text, t.* from "PollParticipation" t where "pollId" = ${pollId}`,
    db.$queryRaw<object[]>`select xmin::text, ctid::text, t.* from "CountedBallot" t where "pollId" = ${pollId}`,
    db.$queryRaw<object[]>`select xmin::text, ctid::text, t.* from "BallotReceipt" t where "pollId" = ${pollId}`,
  ])
  return Object.fromEntries(tables.map((table, at) => [table, rows[at] ?? []])) as Record<
    (typeof tables)[number],
    Record<string, unknown>[]
  >
}

test('while it is open a dump shows who took part, and nothing of what they chose', async () => {
  const { id, options } = await openedPoll({ rule: 'approval', options: ['CNRY-A', 'CNRY-B', 'CNRY-C', 'CNRY-D'] })
  for (const [at, name] of names.entries())
    await castBallot(await actor(name), id, { choices: options.slice(0, 1 + (at % 4)) })
  const { Ballot: ballots, PollParticipation: people } = await dump(id)
  expect(people).toHaveLength(6)
  const personIds = new Set(people.map(({ personId }) => personId))
  for (const ballot of ballots) {
    expect(ballot.content).toBeNull()
    expect(personIds.has(ballot.voterKey)).toBe(false)
    const sealed = Buffer.from(ballot.sealed as Uint8Array)
    expect(sealed.toString('latin1')).not.toMatch(/choices|"1"/)
  }
  // Neither the length nor equal choices show
  expect(new Set(ballots.map(({ sealed }) => (sealed as Uint8Array).length)).size).toBe(1)
  expect(new Set(ballots.map(({ sealed }) => Buffer.from(sealed as Uint8Array).toString('base64'))).size).toBe(6)
})

test('once counted, no column and no order links a person to a ballot, and the key is gone', async () => {
  const { id, options } = await openedPoll({ rule: 'approval', options: ['A', 'B', 'C', 'D'] })
  expect(existsSync(keyFile(id))).toBe(true)
  for (const [at, name] of names.entries()) {
    const start = at % options.length
    await castBallot(await actor(name), id, { choices: [options[start] ?? ''] })
  }
  await endAndCount(id)
  expect(existsSync(keyFile(id))).toBe(false)
  const { Ballot: ballots, PollParticipation: people, CountedBallot: counted, BallotReceipt: receipts } = await dump(id)
  expect(ballots).toEqual([])
  expect(counted.reduce((sum, { copies }) => sum + Number(copies), 0)).toBe(6)
  // Written in one go: the transaction is the same for all, and none of the people's
  expect(new Set([...counted, ...receipts].map(({ xmin }) => xmin)).size).toBe(1)
  const shared = new Set(people.map(({ xmin }) => xmin))
  expect([...counted, ...receipts].filter(({ xmin }) => shared.has(xmin))).toEqual([])
  // Rows lie in the order of what they say
  expect(counted.map(({ content }) => content)).toEqual(counted.map(({ content }) => content).sort())
  expect(receipts.map(({ code }) => code)).toEqual(receipts.map(({ code }) => code).sort())
  expect(Object.keys(counted[0] ?? {}).sort()).toEqual([
    'content',
    'copies',
    'ctid',
    'number',
    'onPaper',
    'pollId',
    'xmin',
  ])
  expect(people.every(({ startedOn }) => (startedOn as Date).toISOString().endsWith('T00:00:00.000Z'))).toBe(true)
  const journal = await db.entry.findMany({ where: { subjectId: id, what: 'ballot.cast' }, select: { details: true } })
  expect(journal.map(({ details }) => details)).toEqual(Array(6).fill(null))
})

test('a key that another process has destroyed is forgotten a minute later', async () => {
  const { id } = await openedPoll()
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  try {
    expect(await pollKey(id, 1)).toHaveLength(32)
    rmSync(keyFile(id))
    vi.advanceTimersByTime(60_000)
    await expect(pollKey(id, 1)).rejects.toThrow('ENOENT')
  } finally {
    vi.useRealTimers()
  }
})

test('a ballot moved to another voter cannot be read', async () => {
  const { id, options } = await openedPoll()
  const [carmela, bilal] = [await actor('carmela'), await actor('bilal')]
  await castBallot(carmela, id, { choices: [options[0] ?? ''] })
  await castBallot(bilal, id, { choices: [options[1] ?? ''] })
  const [one, other] = await db.ballot.findMany({ where: { pollId: id } })
  await db.ballot.updateMany({
    where: { pollId: id, voterKey: one?.voterKey ?? '' },
    data: { sealed: other?.sealed ?? null },
  })
  const pages = await Promise.allSettled([ballotPage(carmela, id), ballotPage(bilal, id)])
  expect(pages.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a receipt is in the list of those counted', async () => {
  const { id, options } = await openedPoll()
  const { receipt } = await castBallot(await actor('carmela'), id, { choices: [options[0] ?? ''] })
  await endAndCount(id)
  expect(await receiptsOf(id)).toEqual([receipt])
})

test('nothing shows before the end, unless an open vote says so; in the end it shows names with choices', async () => {
  const closed = await openedPoll()
  await castBallot(await actor('carmela'), closed.id, { choices: [closed.options[0] ?? ''] })
  expect(await runningCount(closed.id)).toBeNull()
  const shown = JSON.stringify(await pollPage(await actor('emanuele'), closed.id))
  expect(shown).not.toContain('secretSeed')
  expect(shown).not.toContain('choices":["yes')

  const open = await openedPoll({ times: { mode: 'open', showsRunning: true } })
  await castBallot(await actor('carmela'), open.id, { choices: [open.options[0] ?? ''] })
  expect((await runningCount(open.id))?.report.totals).toEqual({ yes: '1', no: '0', blank: '0' })
  await expect(rollCall(open.id, null)).rejects.toThrow('not-found')
  await endAndCount(open.id)
  expect((await rollCall(open.id, null)).ballots).toEqual([
    { number: 1, name: 'Carmela', content: { choices: ['yes'] } },
  ])
  await endAndCount(closed.id)
  await expect(rollCall(closed.id, null)).rejects.toThrow('not-found')
})
