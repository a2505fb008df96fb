import '#tests/world/database'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { visitor } from '#app/domain/authorization'
import { closePolls } from '#app/domain/polls/close-polls.server'
import { openPoll } from '#app/domain/polls/open-poll.server'
import { pollList } from '#app/domain/polls/poll-list.server'
import { pollPage } from '#app/domain/polls/queries.server'
import { credentialList } from '#app/domain/voting/belenios/credential-list'
import { makeCredential } from '#app/domain/voting/belenios/credentials'
import * as browsers from '#prisma/seed/browsers'
import { actor, journalOf } from '#tests/world/people'
import { endAndCount, endAt } from '#tests/world/polls'
import {
  castSealed,
  draftedSecretPoll,
  fileOf,
  makeKey,
  open,
  openedSecretPoll,
  sealed,
} from '#tests/world/secret-votes'
import { ownCredential } from './booth.server'
import { castSecretBallot } from './cast-secret-ballot.server'
import { publicHalf } from './credentials.server'
import { strongRandom } from './protocol.server'
import { saveCredentials } from './registrar.server'

const ballots = (pollId: string) => db.boardEvent.count({ where: { pollId, kind: 'Ballot' } })

test('the board refuses to be changed, and an opened vote its terms', async () => {
  const { id } = await openedSecretPoll()
  await castSealed(id, 'carmela', { choices: ['yes'] })
  await expect(db.boardEvent.updateMany({ where: { pollId: id }, data: { event: '{}' } })).rejects.toThrow(
    'append-only',
  )
  await expect(db.boardEvent.deleteMany({ where: { pollId: id } })).rejects.toThrow('append-only')
  await expect(db.$executeRaw`truncate "BoardEvent"`).rejects.toThrow('append-only')
  await expect(db.secretVote.updateMany({ where: { pollId: id }, data: { minimum: 1 } })).rejects.toThrow(
    'do not change',
  )
  expect(await ballots(id)).toBe(1)
})

test('a wrong ballot is refused with its reason, and nothing is written', async () => {
  const { id } = await openedSecretPoll()
  const other = await openedSecretPoll()
  const [carmela, bilal] = [await actor('carmela'), await actor('bilal')]
  const { text } = await sealed(id, 'carmela', { choices: ['yes'] })
  const refused = (who: typeof carmela, ballot: string) => expect(castSecretBallot(who, id, ballot)).rejects
  await refused(carmela, 'nothing').toThrow('poll.ballot-unreadable')
  await refused(carmela, (await sealed(other.id, 'carmela', { choices: ['no'] })).text).toThrow(
    'poll.ballot-other-election',
  )
  await refused(carmela, (await sealed(id, 'carmela', { choices: ['no'] }, makeCredential(strongRandom))).text).toThrow(
    'poll.ballot-credential-not-on-list',
  )
  await refused(bilal, text).toThrow('poll.credential-not-yours')
  const tampered = JSON.parse(text)
  const [answer] = tampered.answers
  answer.choices = [answer.choices[1], answer.choices[0], answer.choices[2]]
  await refused(carmela, JSON.stringify(tampered)).toThrow('poll.ballot-signature')
  await refused(await actor('drita'), text).toThrow('poll.residents-only')
  expect(await ballots(id)).toBe(0)
})

test('the same ballot sent twenty times at once is one; an older one cannot come back', async () => {
  const { id } = await openedSecretPoll()
  const carmela = await actor('carmela')
  const first = await sealed(id, 'carmela', { choices: ['yes'] })
  await Promise.all(Array.from({ length: 20 }, () => castSecretBallot(carmela, id, first.text)))
  expect(await ballots(id)).toBe(1)
  await castSealed(id, 'carmela', { choices: ['no'] })
  await expect(castSecretBallot(carmela, id, first.text)).rejects.toThrow('poll.ballot-posted-before')
  expect((await pollPage(carmela, id)).tookPart.people).toBe(1)
  expect((await journalOf(id)).filter((what) => what === 'ballot.cast')).toHaveLength(1)
})

test('a ballot at the closing second is in or out, and the sum agrees', async () => {
  const { id, keepers } = await openedSecretPoll({ setup: { minimum: 1 } })
  const names = ['carmela', 'bilal', 'ada', 'giorgio'] as const
  await castSealed(id, 'luca', { choices: ['yes'] })
  const late = await Promise.all(names.map((name) => sealed(id, name, { choices: ['no'] })))
  await endAt(id, new Date(Date.now() + 40))
  const sent = await Promise.allSettled(
    names.map(async (name, at) => {
      await new Promise((next) => setTimeout(next, at * 30))
      await castSecretBallot(await actor(name), id, late[at]?.text ?? '')
    }),
  )
  await new Promise((next) => setTimeout(next, 100))
  await closePolls()
  await expect(castSecretBallot(await actor('carmela'), id, late[0]?.text ?? '')).rejects.toThrow('poll.closed')
  await open(id, 'luca', keepers)
  await open(id, 'marta', keepers)
  const taken = sent.filter(({ status }) => status === 'fulfilled').length
  const { report } = await db.poll.findUniqueOrThrow({ where: { id }, select: { report: true } })
  expect(report).toMatchObject({ ballots: 1 + taken, totals: { yes: '1', no: String(taken) } })
})

test('with fewer ballots than the minimum nothing is opened', async () => {
  const { id, keepers } = await openedSecretPoll({ setup: { minimum: 3 } })
  await castSealed(id, 'carmela', { choices: ['yes'] })
  await castSealed(id, 'bilal', { choices: ['yes'] })
  await castSealed(id, 'bilal', { choices: ['no'] })
  await endAndCount(id)
  await closePolls()
  expect(await pollPage(await actor('carmela'), id)).toMatchObject({ phase: 'unopened', secret: { tooFew: true } })
  expect((await pollList({ reading: 'it' })).polls.find((poll) => poll.id === id)?.phase).toBe('unopened')
  const kinds = await db.boardEvent.findMany({
    where: { pollId: id },
    orderBy: { height: 'asc' },
    select: { kind: true },
  })
  expect(kinds.map(({ kind }) => kind)).toEqual(['Setup', 'Ballot', 'Ballot', 'Ballot', 'EndBallots'])
  await expect(open(id, 'luca', keepers)).rejects.toThrow()
})

/** An open vote with as many credentials of a registrar, two of which are given. */
async function withRegistrar() {
  const { id, officer } = await draftedSecretPoll({ setup: { credentials: 'registrar' } })
  const keepers = await makeKey(id)
  await expect(openPoll(officer, id)).rejects.toThrow('poll.secret-needs-credentials')
  const { uuid } = await db.secretVote.findFirstOrThrow({ where: { pollId: id }, select: { uuid: true } })
  const credentials = [makeCredential(strongRandom), makeCredential(strongRandom)] as const
  await expect(saveCredentials(officer, id, fileOf('["0"]'))).rejects.toThrow('poll.credentials-')
  const halves = await Promise.all(credentials.map((credential) => publicHalf(uuid, credential)))
  await saveCredentials(officer, id, fileOf(credentialList(halves.map(BigInt))))
  await openPoll(officer, id)
  return { id, credentials, keepers }
}

test("with a registrar's list a credential is bound to the account that used it first", async () => {
  const { id, credentials } = await withRegistrar()
  const [one, two] = credentials
  await castSealed(id, 'carmela', { choices: ['yes'] }, one)
  await expect(castSealed(id, 'bilal', { choices: ['no'] }, one)).rejects.toThrow('poll.credential-bound')
  await expect(castSealed(id, 'carmela', { choices: ['no'] }, two)).rejects.toThrow('poll.credential-bound')
  await expect(browsers.castSealed(id, visitor, { choices: ['no'] }, one)).rejects.toThrow(
    'poll.credential-has-account',
  )
  await castSealed(id, 'bilal', { choices: ['no'] }, two)
  expect(await ballots(id)).toBe(2)
})

test("a registrar's credential votes without an account, counts once, and nothing says whose it is", async () => {
  const { id, credentials, keepers } = await withRegistrar()
  const [one, two] = credentials
  await browsers.castSealed(id, visitor, { choices: ['yes'] }, one)
  await browsers.castSealed(id, visitor, { choices: ['no'] }, one)
  // Who lives elsewhere has no right of that account's, but holds a credential all the same
  await castSealed(id, 'drita', { choices: ['no'] }, two)
  const stranger = makeCredential(strongRandom)
  await expect(browsers.castSealed(id, visitor, { choices: ['yes'] }, stranger)).rejects.toThrow('not-on-list')
  expect(await db.pollParticipation.count({ where: { pollId: id } })).toBe(0)
  expect(await db.credentialUse.count({ where: { pollId: id } })).toBe(0)
  const cast = await db.entry.findMany({ where: { subjectId: id, what: 'ballot.cast' }, select: { actorId: true } })
  expect(cast).toEqual([{ actorId: null }, { actorId: null }])
  expect((await pollPage(visitor, id)).tookPart.people).toBe(2)
  await endAndCount(id)
  await open(id, 'luca', keepers)
  await open(id, 'marta', keepers)
  const { report } = await db.poll.findUniqueOrThrow({ where: { id }, select: { report: true } })
  expect(report).toMatchObject({ ballots: 2, totals: { yes: '0', no: '2' } })
})

test('what others send in the name of a credential neither locks nor binds it', async () => {
  const { id, credentials } = await withRegistrar()
  const [one] = credentials
  const { text } = await browsers.castSealed(id, visitor, { choices: ['yes'] }, one)
  const forged = JSON.parse(text)
  forged.answers[0].choices.reverse()
  const bilal = await actor('bilal')
  for (let sent = 0; sent < 31; sent++) {
    await expect(castSecretBallot(bilal, id, JSON.stringify(forged))).rejects.toThrow('poll.ballot-signature')
    await castSecretBallot(bilal, id, text)
  }
  expect(await db.credentialUse.count({ where: { pollId: id } })).toBe(0)
  expect(await db.pollParticipation.count({ where: { pollId: id } })).toBe(0)
  await browsers.castSealed(id, visitor, { choices: ['no'] }, one)
  await expect(castSecretBallot(bilal, id, text)).rejects.toThrow('poll.ballot-posted-before')
  expect(await ballots(id)).toBe(2)
})

test('what one credential signs is bounded', async () => {
  const { id, credentials } = await withRegistrar()
  const cast = () => browsers.castSealed(id, visitor, { choices: ['yes'] }, credentials[0])
  for (let sent = 0; sent < 30; sent++) await cast()
  await expect(cast()).rejects.toThrow('too-often')
  expect(await ballots(id)).toBe(30)
})

test('where the platform makes the credentials nobody votes without an account', async () => {
  const { id } = await openedSecretPoll()
  const { text } = await sealed(id, 'carmela', { choices: ['yes'] })
  await expect(castSecretBallot(visitor, id, text)).rejects.toThrow('sign-in-required')
  await expect(ownCredential(visitor, id)).rejects.toThrow('sign-in-required')
})

test('points and several choices come out of the sums as they were given', async () => {
  const score = await openedSecretPoll({ rule: 'score', options: ['A', 'B'], settings: { maxPoints: 3 } })
  await castSealed(score.id, 'carmela', { points: { '1': 3, '2': 1 } })
  await castSealed(score.id, 'bilal', { points: { '1': 2 } })
  await endAndCount(score.id)
  await open(score.id, 'luca', score.keepers)
  await open(score.id, 'marta', score.keepers)
  const counted = await db.poll.findUniqueOrThrow({ where: { id: score.id }, select: { report: true } })
  expect(counted.report).toMatchObject({ ballots: 2, totals: { '1': '5', '2': '1' }, winners: ['1'] })
})

test('ballots that come at the same time are each answered for what they are', async () => {
  const { id } = await openedSecretPoll()
  const good = await Promise.all(
    (['carmela', 'bilal', 'ada', 'giorgio', 'luca'] as const).map(async (name) => ({
      who: await actor(name),
      text: (await sealed(id, name, { choices: ['yes'] })).text,
    })),
  )
  const fatou = await actor('fatou')
  const own = JSON.parse((await sealed(id, 'fatou', { choices: ['no'] })).text)
  const [{ choices }] = own.answers
  own.answers[0].choices = [choices[1], choices[0], choices[2]]
  const sent = await Promise.allSettled(
    [...good, { who: fatou, text: JSON.stringify(own) }, { who: fatou, text: '{}' }, ...good].map(({ who, text }) =>
      castSecretBallot(who, id, text),
    ),
  )
  const reasons = sent.map((one) => (one.status === 'rejected' ? one.reason.reason : 'taken'))
  const taken = Array(5).fill('taken')
  expect(reasons).toEqual([...taken, 'poll.ballot-signature', 'poll.ballot-unreadable', ...taken])
  expect(await ballots(id)).toBe(5)
})

test('ballots that are none count against who sends them: an account, or a network address', async () => {
  const { id, credentials } = await withRegistrar()
  const emanuele = await actor('emanuele')
  for (const [who, address] of [[emanuele, ''] as const, [visitor, '192.0.2.7'] as const]) {
    for (let sent = 0; sent < 60; sent++)
      await expect(castSecretBallot(who, id, '{}', address)).rejects.toThrow('poll.ballot-unreadable')
    await expect(castSecretBallot(who, id, '{}', address)).rejects.toThrow('too-often')
  }
  await castSealed(id, 'ada', { choices: ['yes'] }, credentials[0])
})
