import '#tests/world/database'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { actor, association, bari, journalOf } from '#tests/world/people'
import { draftedPoll, endAndCount, endAt, openedPoll } from '#tests/world/polls'
import { castBallot, startBallot } from './cast-ballot.server'
import { closePolls, countClosedPoll } from './close-polls.server'
import { makeCodes } from './codes.server'
import { discardPoll, saveOptions, saveRule, startPoll } from './drafts.server'
import { openPoll, restartPoll } from './open-poll.server'
import { typedPapers, typePaper } from './paper.server'
import { openPolls, pollList } from './poll-list.server'
import { ballotPage, draftsToEdit, pollPage } from './queries.server'
import { remindVoters } from './remind-voters.server'
import { budgetArchive, optionResult, resultsPage, settingsFile } from './results.server'
import { offeredRules } from './rules'

test('rules freeze at opening: no act and no statement changes them', async () => {
  const { id, officer } = await openedPoll()
  await expect(saveRule(officer, id, 'approval')).rejects.toThrow('poll.rules-are-frozen')
  await expect(openPoll(officer, id)).rejects.toThrow('poll.rules-are-frozen')
  await expect(discardPoll(officer, id)).rejects.toThrow('poll.rules-are-frozen')
  await expect(
    db.poll.updateMany({ where: { id }, data: { closesAt: new Date(Date.now() + 9_000_000) } }),
  ).rejects.toThrow(/terms of an opened poll/)
  await expect(db.poll.updateMany({ where: { id }, data: { frozen: {} } })).rejects.toThrow(/terms of an opened poll/)
})

test('a restart is public, voids the ballots, and asks everybody again', async () => {
  const { id, officer, options } = await openedPoll({ times: { mode: 'open' } })
  const carmela = await actor('carmela')
  await castBallot(carmela, id, { choices: [options[0] ?? ''] })
  await expect(restartPoll(carmela, id, 'Non mi piace il risultato')).rejects.toThrow('poll.officers-only')
  await restartPoll(officer, id, 'Mancava una risposta possibile')
  expect(await db.ballot.count({ where: { pollId: id } })).toBe(0)
  await expect(castBallot(carmela, id, { choices: [options[0] ?? ''] })).rejects.toThrow('not-found')
  const page = await pollPage({ kind: 'visitor' }, id)
  expect(page).toMatchObject({ phase: 'draft', round: 2, restarts: [{ reason: 'Mancava una risposta possibile' }] })
  await openPoll(officer, id)
  expect((await pollPage(carmela, id)).own).toBeNull()
  await castBallot(carmela, id, { choices: [options[1] ?? ''] })
  await endAndCount(id)
  expect((await resultsPage(carmela, id)).report.totals).toEqual({ yes: '0', no: '1', blank: '0' })
  expect(await journalOf(id)).toContain('poll.restarted')
  await expect(discardPoll(officer, id)).rejects.toThrow('poll.rules-are-frozen')
})

test('only officers of the place and verified associations ask; drafts are theirs alone', async () => {
  const carmela = await actor('carmela')
  const question = { language: 'it', question: 'Vuoi più panchine?', description: null } as const
  const there = { ...question, territoryId: (await bari()).id, associationId: null }
  await expect(startPoll(await actor('emanuele'), there)).rejects.toThrow('poll.officers-only')
  await expect(startPoll(carmela, there)).rejects.toThrow('poll.officers-only')
  await expect(startPoll({ kind: 'visitor' }, there)).rejects.toThrow('sign-in-required')
  const { id, officer } = await draftedPoll()
  await expect(pollPage(carmela, id)).rejects.toThrow('not-found')
  await expect(saveRule(carmela, id, 'irv')).rejects.toThrow('not-found')
  expect(await draftsToEdit(carmela)).toEqual([])
  expect((await draftsToEdit(officer)).map((draft) => draft.id)).toContain(id)
  expect((await pollList({ reading: 'it' })).polls.map((poll) => poll.id)).not.toContain(id)
  await discardPoll(officer, id)
  expect(await db.poll.count({ where: { id } })).toBe(0)
})

test('an association asks its members', async () => {
  const { id } = await association()
  const poll = await openedPoll({ associationId: id, times: { voters: 'members' } })
  await castBallot(await actor('bilal'), poll.id, { choices: [poll.options[0] ?? ''] })
  await expect(castBallot(await actor('carmela'), poll.id, { choices: [poll.options[0] ?? ''] })).rejects.toThrow(
    'poll.members-only',
  )
  await endAndCount(poll.id)
  expect(await resultsPage({ kind: 'visitor' }, poll.id)).toMatchObject({ roll: 2, ballots: 1 })
})

test('what one can vote on now is shown near, and the list says who won', async () => {
  const { id, options } = await openedPoll({
    rule: 'stv-scottish',
    options: ['A', 'B', 'C'],
    settings: { seats: 2 },
    times: { mode: 'open' },
  })
  const few = await openedPoll({ times: { quorum: 100 } })
  await castBallot(await actor('carmela'), few.id, { choices: [few.options[0] ?? ''] })
  const opened = async (path: string) =>
    (await openPolls({ territoryPath: path, reading: 'it' }, 100)).map((poll) => poll.id)
  expect(await opened('/')).toContain(id)
  expect(await opened('/puglia/bari/monopoli/')).toContain(id)
  expect(await opened('/puglia/bari/bari/')).not.toContain(id)
  await castBallot(await actor('carmela'), id, { places: { [options[1] ?? '']: 1, [options[2] ?? '']: 2 } })
  await endAndCount(id)
  await endAndCount(few.id)
  expect(await opened('/')).not.toContain(id)
  const { polls } = await pollList({ phase: 'counted', reading: 'it' }, 100)
  const winnersOf = (pollId: string) => polls.find((poll) => poll.id === pollId)?.winners?.map(({ title }) => title)
  expect(winnersOf(id)?.[0]).toBe('B')
  expect(winnersOf(id)).toHaveLength(2)
  expect(winnersOf(few.id)).toEqual([])
})

test('two sweeps at once count once', async () => {
  const { id, options } = await openedPoll()
  await castBallot(await actor('carmela'), id, { choices: [options[0] ?? ''] })
  await endAt(id, new Date(Date.now() - 1000))
  const sweeps = await Promise.allSettled([closePolls(), closePolls(), closePolls()])
  expect(sweeps.some(({ status }) => status === 'fulfilled')).toBe(true)
  await closePolls()
  await countClosedPoll(id)
  expect((await journalOf(id)).filter((what) => what === 'poll.counted')).toHaveLength(1)
  expect((await resultsPage({ kind: 'visitor' }, id)).ballots).toBe(1)
})

test('nobody voted: it is counted all the same', async () => {
  for (const rule of offeredRules) {
    const { id } = await openedPoll({ rule, options: ['A', 'B', 'C'], costs: [1, 2, 3], settings: { budget: 5 } })
    await endAndCount(id)
    expect((await resultsPage({ kind: 'visitor' }, id)).ballots).toBe(0)
  }
})

test('without the quorum no project of a budget is told as funded', async () => {
  const { id, options } = await openedPoll({
    rule: 'mes_cost_add1u',
    options: ['Parco', 'Scuola'],
    costs: [300, 400],
    settings: { budget: 800 },
    times: { mode: 'open', quorum: 100 },
  })
  await castBallot(await actor('carmela'), id, { choices: [options[0] ?? ''] })
  await endAndCount(id)
  expect(await optionResult(id, '1', 'it')).toMatchObject({
    won: false,
    winners: [],
    about: [],
    general: [],
    ties: [],
    quorum: { have: 1, holds: false },
    totals: { 1: '1', 2: '0' },
  })
  const seed = (await resultsPage({ kind: 'visitor' }, id)).seed
  expect(seed).not.toBe('')
  expect((await settingsFile(id)).tieBreak).toEqual({ first: 'cost-votes', seed })
  const lines = [...(await budgetArchive(id)).lines]
  expect(lines).toEqual(expect.arrayContaining(['unit;Monopoli', '1;300;1;Parco;;0', '2;400;0;Scuola;;0']))
})

test('whoever began and did not finish is reminded once, a day before the end', async () => {
  const { id, options } = await openedPoll()
  const [carmela, bilal] = [await actor('carmela'), await actor('bilal')]
  await startBallot(carmela, id)
  await startBallot(bilal, id)
  await castBallot(bilal, id, { choices: [options[0] ?? ''] })
  expect((await remindVoters()).polls).toBe(1)
  expect((await remindVoters()).polls).toBe(0)
  expect((await journalOf(id)).filter((what) => what === 'poll.reminded')).toHaveLength(1)
  const reminded = await db.pollParticipation.findMany({ where: { pollId: id, remindedOn: { not: null } } })
  expect(reminded.map(({ personId }) => personId)).toEqual([carmela.id])
})

test('a code casts one ballot, by anybody who holds it, and is kept as a hash', async () => {
  const { id, officer, options } = await openedPoll({ times: { voters: 'codes' } })
  const codes = await makeCodes(officer, id, 6)
  const [code = '', other = '', ...others] = codes
  const filled = (at: number) => ({ choices: [options[at] ?? ''] })
  const visitor = { kind: 'visitor' } as const
  await castBallot(visitor, id, filled(0), code)
  await castBallot(visitor, id, filled(1), code.toLowerCase().replaceAll('-', ' '))
  await Promise.all(Array.from({ length: 20 }, () => castBallot(visitor, id, filled(0), other)))
  await expect(castBallot(visitor, id, filled(0), 'AAAA-BBBB-CCCC')).rejects.toThrow('poll.unknown-code')
  await expect(castBallot(await actor('carmela'), id, filled(0))).rejects.toThrow('poll.unknown-code')
  const elsewhere = await openedPoll({ times: { voters: 'codes' } })
  await expect(castBallot(visitor, elsewhere.id, { choices: [elsewhere.options[0] ?? ''] }, code)).rejects.toThrow(
    'poll.unknown-code',
  )
  await expect(makeCodes(await actor('carmela'), id, 3)).rejects.toThrow('poll.officers-only')
  expect((await ballotPage(visitor, id, code)).ballot?.content).toEqual({ choices: ['no'] })
  const stored = JSON.stringify(await db.pollCode.findMany({ where: { pollId: id } }))
  for (const one of codes) expect(stored).not.toContain(one.replaceAll('-', ''))
  for (const one of others.slice(0, 3)) await castBallot(visitor, id, filled(0), one)
  await endAndCount(id)
  expect(await resultsPage(visitor, id)).toMatchObject({
    roll: 6,
    ballots: 5,
    report: { totals: { yes: '4', no: '1' } },
  })
})

test('a paper counts when two different officers typed the same, and is counted apart', async () => {
  const { id, options } = await openedPoll()
  const [emanuele, luca, marta] = [await actor('emanuele'), await actor('luca'), await actor('marta')]
  const filled = (at: number) => ({ choices: [options[at] ?? ''] })
  expect(await typePaper(emanuele, id, 1, filled(0))).toBe('once')
  expect(await typePaper(emanuele, id, 1, filled(0))).toBe('once')
  expect(await typePaper(luca, id, 1, filled(0))).toBe('twice')
  // Copied twice alike it is closed: for who copied it and for everybody else
  for (const officer of [emanuele, luca, marta])
    for (const at of [0, 1]) await expect(typePaper(officer, id, 1, filled(at))).rejects.toThrow('poll.paper-closed')
  expect(await typePaper(emanuele, id, 2, filled(0))).toBe('once')
  expect(await typePaper(luca, id, 2, filled(1))).toBe('differ')
  expect(await typePaper(emanuele, id, 3, filled(1))).toBe('once')
  await expect(typePaper(await actor('carmela'), id, 4, filled(0))).rejects.toThrow('poll.officers-only')
  await expect(typePaper(emanuele, id, 4, {})).rejects.toThrow('poll.empty-paper')
  const results = await Promise.all(
    [emanuele, luca, marta].map((officer) => typePaper(officer, id, 9, filled(2)).catch((error) => error.reason)),
  )
  expect(results.sort()).toEqual(['once', 'poll.paper-closed', 'twice'])
  for (const voter of ['carmela', 'bilal', 'giorgio'] as const) await castBallot(await actor(voter), id, filled(0))
  expect((await pollPage(emanuele, id)).tookPart).toEqual({ people: 3, codes: 0, papers: 2 })
  await endAndCount(id)
  expect(await resultsPage(emanuele, id)).toMatchObject({
    ballots: 5,
    onPaper: 2,
    report: { totals: { yes: '4', no: '0', blank: '1' } },
  })
})

test('where two copies differ, the own is mended, or a third officer decides', async () => {
  const { id, options } = await openedPoll()
  const [emanuele, luca, marta] = [await actor('emanuele'), await actor('luca'), await actor('marta')]
  const filled = (at: number) => ({ choices: [options[at] ?? ''] })
  const typed = async (number: number) => (await typedPapers(marta, id)).papers.find((paper) => paper.number === number)
  for (const number of [1, 2]) {
    expect(await typePaper(emanuele, id, number, filled(0))).toBe('once')
    expect(await typePaper(luca, id, number, filled(1))).toBe('differ')
  }
  expect(await typePaper(luca, id, 1, filled(0))).toBe('twice')
  await expect(typePaper(marta, id, 2, filled(2))).rejects.toThrow('poll.paper-third-differs')
  expect(await typed(2)).toMatchObject({ state: 'differ', own: false })
  expect(await typePaper(marta, id, 2, filled(1))).toBe('twice')
  expect(await typed(2)).toMatchObject({ state: 'twice', own: true })
  await expect(typePaper(emanuele, id, 2, filled(0))).rejects.toThrow('poll.paper-closed')
  expect((await pollPage(marta, id)).tookPart.papers).toBe(2)
})

test('no two options have the same title', async () => {
  const twice = draftedPoll({ rule: 'approval', options: ['Mare', 'Pace', ' mare '] })
  await expect(twice).rejects.toMatchObject({ reason: 'poll.same-title', values: { title: 'mare' } })
})

test('options keep to the poll: a hidden or foreign proposal is refused', async () => {
  const { id, officer } = await draftedPoll({ rule: 'approval', options: ['A', 'B'] })
  const line = { title: 'C', text: null, cost: null, place: null, proposalId: 'nothing' }
  const given = {
    options: [line],
    seats: 1,
    maxChoices: null,
    maxPoints: 5,
    majority: 'half',
    budget: null,
    spend: 'freely',
    completion: 'add1u',
    startEndowment: 'exact',
    addStep: 'thousandth',
    exhaustiveOver: 'supported',
    whenTooDear: 'stop',
    more: undefined,
  } as const
  await expect(saveOptions(officer, id, { ...given, options: [line] })).rejects.toThrow('poll.no-such-proposal')
  expect(await db.pollOption.count({ where: { pollId: id } })).toBe(2)
})
