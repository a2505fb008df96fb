import '#tests/world/database'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { actorOf } from '#app/domain/identity/actor.server'
import { actor, journalOf, monopoli } from '#tests/world/people'
import { endAndCount, endAt, openedPoll } from '#tests/world/polls'
import { neighbours } from '#tests/world/proposals'
import { castBallot } from './cast-ballot.server'
import { closePolls } from './close-polls.server'
import { ballotPage, pollPage } from './queries.server'
import { resultsPage } from './results.server'

test('a resident votes, changes the vote, the poll closes, and the results show', async () => {
  const { id, options } = await openedPoll()
  const [yes = '', no = ''] = options
  const carmela = await actor('carmela')
  const first = await castBallot(carmela, id, { choices: [no] })
  expect(first).toMatchObject({ counted: true, receipt: expect.stringMatching(/^[A-Z2-9]{10}$/) })
  const second = await castBallot(carmela, id, { choices: [yes] })
  expect(second.receipt).toBe(first.receipt)
  expect((await ballotPage(carmela, id)).ballot).toEqual({ content: { choices: ['yes'] }, receipt: first.receipt })
  for (const other of ['bilal', 'giorgio', 'fatou', 'luca'] as const)
    await castBallot(await actor(other), id, { choices: [yes] })
  expect((await pollPage(carmela, id)).tookPart.people).toBe(5)
  await endAndCount(id)
  const results = await resultsPage({ kind: 'visitor' }, id)
  expect(results.report.winners).toEqual(['yes'])
  expect(results).toMatchObject({ ballots: 5, report: { totals: { yes: '5', no: '0', blank: '0' } } })
  expect(await journalOf(id)).toEqual(['poll.opened', ...Array(5).fill('ballot.cast'), 'poll.closed', 'poll.counted'])
})

test('100 parallel votes of one person are one ballot', async () => {
  const { id, options } = await openedPoll()
  const carmela = await actor('carmela')
  const votes = await Promise.all(
    Array.from({ length: 100 }, (_, at) => castBallot(carmela, id, { choices: [options[at % 2] ?? ''] })),
  )
  expect(new Set(votes.map(({ receipt }) => receipt)).size).toBe(1)
  expect(await db.ballot.count({ where: { pollId: id } })).toBe(1)
  expect((await pollPage(carmela, id)).tookPart.people).toBe(1)
  expect((await journalOf(id)).filter((what) => what === 'ballot.cast')).toHaveLength(1)
})

test('at the closing second every ballot that was accepted is counted, and none comes after', async () => {
  const { id, options } = await openedPoll()
  const people = await neighbours((await monopoli()).id, 60)
  const actors = await Promise.all(people.map((person) => actorOf(person.id)))
  await endAt(id, new Date(Date.now() + 250))
  const votes = actors.map(async (person, at) => {
    await new Promise((next) => setTimeout(next, at * 8))
    return castBallot(person, id, { choices: [options[0] ?? ''] }).then(
      () => 'accepted',
      (error: { reason?: string }) => error.reason,
    )
  })
  const sweeping = (async () => {
    for (let turn = 0; turn < 40; turn++) {
      await closePolls()
      await new Promise((next) => setTimeout(next, 15))
    }
  })()
  const [outcomes] = await Promise.all([Promise.all(votes), sweeping])
  const accepted = outcomes.filter((outcome) => outcome === 'accepted').length
  expect(new Set(outcomes)).toEqual(new Set(['accepted', 'poll.closed']))
  expect((await resultsPage({ kind: 'visitor' }, id)).ballots).toBe(accepted)
  await expect(castBallot(actors[0] as never, id, { choices: [options[0] ?? ''] })).rejects.toThrow('poll.closed')
})

test('what no ballot can say leaves no row', async () => {
  const { id, options } = await openedPoll()
  const other = await openedPoll({ rule: 'approval', options: ['Mare', 'Monte'] })
  const carmela = await actor('carmela')
  const started = Date.now()
  const refused = (choices: string[], pollId = id) => expect(castBallot(carmela, pollId, { choices })).rejects
  await refused([other.options[0] ?? '']).toThrow('poll.option-of-another-poll')
  await refused([options[0] ?? '', options[1] ?? '']).toThrow('poll.too-many-choices')
  await refused([other.options[0] ?? '', other.options[0] ?? ''], other.id).toThrow('poll.option-twice')
  await refused(Array.from({ length: 10_001 }, (_, at) => `x${at}`)).toThrow('poll.too-many-choices')
  await refused(['__proto__']).toThrow('poll.option-of-another-poll')
  await refused([options[0] ?? ''], 'nothing').toThrow('not-found')
  expect(Date.now() - started).toBeLessThan(2000)
  expect(await db.ballot.count({ where: { pollId: { in: [id, other.id] } } })).toBe(0)
})

test('who is not entitled is refused, wherever they say they live', async () => {
  const { id, options } = await openedPoll()
  const filled = { choices: [options[0] ?? ''] }
  await expect(castBallot(await actor('drita'), id, filled)).rejects.toThrow('poll.residents-only')
  await expect(castBallot(await actor('nora'), id, filled)).rejects.toThrow('identity.confirm-address-first')
  await expect(castBallot({ kind: 'visitor' }, id, filled)).rejects.toThrow('sign-in-required')
  const attested = await openedPoll({ times: { voters: 'attested' } })
  await expect(
    castBallot(await actor('carmela'), attested.id, { choices: attested.options.slice(0, 1) }),
  ).rejects.toThrow('poll.attested-only')
  expect(await db.ballot.count({ where: { pollId: { in: [id, attested.id] } } })).toBe(0)
})

test.each(['open', 'confidential'] as const)('a page that is behind overwrites no %s ballot', async (mode) => {
  const { id, options } = await openedPoll({ rule: 'approval', options: ['A', 'B', 'C'], times: { mode } })
  const [a = '', b = '', c = ''] = options
  const carmela = await actor('carmela')
  const { version } = await ballotPage(carmela, id)
  const first = await castBallot(carmela, id, { choices: [a, b], known: version })
  expect((await ballotPage(carmela, id)).version).toBe(first.version)
  // Another tab
  const second = await castBallot(carmela, id, { choices: [a, b, c], known: first.version })
  await expect(castBallot(carmela, id, { choices: [a], known: first.version })).rejects.toThrow('poll.ballot-changed')
  await expect(castBallot(carmela, id, { choices: [], known: '' })).rejects.toThrow('poll.ballot-changed')
  expect((await ballotPage(carmela, id)).ballot?.content).toEqual({ choices: ['1', '2', '3'] })
  // Sent again because the answer was lost
  await castBallot(carmela, id, { choices: [a, b, c], known: first.version })
  await castBallot(carmela, id, { choices: [], known: second.version })
  await expect(castBallot(carmela, id, { choices: [a], known: second.version })).rejects.toThrow('poll.ballot-changed')
  expect(await ballotPage(carmela, id)).toMatchObject({ ballot: null, version: '' })
})
