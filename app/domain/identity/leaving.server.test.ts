import '#tests/world/database'
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { type SignedIn, visitor } from '#app/domain/authorization'
import { writeComment } from '#app/domain/discussion/commands.server'
import { threadPage } from '#app/domain/discussion/queries.server'
import { follow } from '#app/domain/notifications/commands.server'
import { castBallot } from '#app/domain/polls/cast-ballot.server'
import { resultsPage } from '#app/domain/polls/results.server'
import { attachToProposal } from '#app/domain/proposals/attachments.server'
import { inviteCoAuthor } from '#app/domain/proposals/co-authors.server'
import { openBytes } from '#app/storage/files.server'
import { addressOf, type CastName, password } from '#prisma/seed/town'
import { pdf } from '#tests/world/files'
import { lettersTo, tokenIn } from '#tests/world/letters'
import { actor, association, journalOf, monopoli, office } from '#tests/world/people'
import { endAndCount, openedPoll } from '#tests/world/polls'
import { draftOf, openProposal } from '#tests/world/proposals'
import { actorOf } from './actor.server'
import { newAttestationCode } from './attest.server'
import { askForNewAddress, takeNewAddress } from './change-address.server'
import { makeAdministrator } from './grant-roles.server'
import { leave } from './leave.server'
import { actorFromCookie } from './lucia.server'
import { ownData } from './own-data.server'
import { register } from './register.server'
import { askForReset, resetPassword } from './reset-password.server'
import { signIn } from './sign-in.server'

const browser = { address: '10.0.0.1', agent: null, cookies: null }

beforeEach(async () => {
  await db.attempt.deleteMany({})
})

const say = (who: SignedIn, id: string, text: string) =>
  writeComment(
    who,
    { kind: 'proposal', id },
    { text, stance: 'for', language: 'it', parentId: null, associationId: null, formKey: randomUUID() },
  )

const rowOf = (id: string) => db.person.findUniqueOrThrow({ where: { id } })

describe('whoever holds something alone stays', () => {
  test.each<[CastName, string]>([
    ['irene', 'identity.leaving-last-administrator'],
    ['marta', 'identity.leaving-head'],
    ['ada', 'identity.leaving-representative'],
  ])('%s: %s', async (name, reason) => {
    const person = await actor(name)
    const before = await rowOf(person.id)
    await expect(leave(person, password)).rejects.toThrow(reason)
    expect(await rowOf(person.id)).toEqual(before)
  })

  test('of two administrators who leave at once, one stays', async () => {
    await makeAdministrator(addressOf('hana'))
    const tries = await Promise.allSettled([
      leave(await actor('irene'), password),
      leave(await actor('hana'), password),
    ])
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

describe('leaving', () => {
  test('asks for the password', async () => {
    await expect(leave(await actor('carmela'), 'una password sbagliata')).rejects.toThrow('identity.wrong-password')
    expect((await actor('carmela')).name).toBe('Carmela')
  })

  test('takes away all that says who one was, and leaves what was said', async () => {
    const email = addressOf('carmela')
    const carmela = await actor('carmela')
    const { id: proposalId } = await openProposal({ by: 'carmela' })
    await say(carmela, proposalId, 'Io ci sono')
    const { id: draftId } = await draftOf({ by: 'carmela', title: 'Ancora da scrivere' })
    const file = await attachToProposal(carmela, draftId, 'attachment', { name: 'carmela.pdf', bytes: pdf() })
    await inviteCoAuthor(carmela, draftId, 'amica@esempio.org')
    const { id: othersId } = await draftOf({ by: 'bilal' })
    await inviteCoAuthor(await actor('bilal'), othersId, email)
    await follow(carmela, { subjectKind: 'proposal', subjectId: proposalId })
    await newAttestationCode(carmela)
    await askForNewAddress(carmela, { email: 'carmela.nuova@esempio.org', password })
    await askForReset(email, '10.0.0.1')
    const reset = await tokenIn(email)
    const { cookies } = await signIn(email, password, browser)

    await leave(carmela, password)

    const { createdAt, erasedAt, ...row } = await rowOf(carmela.id)
    expect(row).toEqual({
      id: carmela.id,
      email: null,
      emailConfirmedAt: null,
      passwordHash: null,
      pseudonym: 'Persona uscita',
      realName: null,
      showsRealName: false,
      homeTerritoryId: null,
      language: 'it',
    })
    expect(erasedAt).toBeInstanceOf(Date)
    expect(await lettersTo(email)).toEqual([])
    expect(await lettersTo('carmela.nuova@esempio.org')).toEqual([])
    const own = { where: { personId: carmela.id } }
    const left = await Promise.all([
      db.signInSession.count(own),
      db.knownDevice.count(own),
      db.mailToken.count(own),
      db.attestationCode.count(own),
      db.follow.count(own),
      db.notification.count(own),
      db.coAuthor.count({ where: { invitedEmail: email } }),
      db.proposal.count({ where: { id: draftId } }),
      db.storedFile.count({ where: { id: file.id } }),
    ])
    expect(left).toEqual(left.map(() => 0))
    expect(await openBytes(file.id)).toBeNull()
    expect((await journalOf(carmela.id)).at(-1)).toBe('person.left')
    const entry = await db.entry.findFirstOrThrow({ where: { what: 'person.left', subjectId: carmela.id } })
    expect(entry.details).toBeNull()

    const { comments } = await threadPage(visitor, { subjectKind: 'proposal', subjectId: proposalId })
    expect(comments[0]).toMatchObject({ text: 'Io ci sono', authorName: 'Persona uscita' })

    expect(await actorOf(carmela.id)).toEqual(visitor)
    const header = cookies.map((cookie) => cookie.split(';')[0]).join('; ')
    expect((await actorFromCookie(header)).actor).toEqual(visitor)
    await expect(signIn(email, password, browser)).rejects.toThrow('identity.not-recognised')
    await expect(resetPassword(reset, 'una frase del tutto nuova')).rejects.toThrow('identity.link-used')
    await askForReset(email, '10.0.0.1')
    expect(await lettersTo(email)).toEqual([])

    const form = { email, pseudonym: 'Carmela', password, homeTerritoryId: (await monopoli()).id }
    await register(form, { language: 'it', address: '10.0.0.1' })
    expect(await db.person.findUnique({ where: { email }, select: { id: true } })).not.toEqual({ id: carmela.id })
  })

  test('ends mandates, roles and seats, and gives back what was to be answered', async () => {
    const ponte = await association()
    const bilal = await actor('bilal')
    await draftOf({ by: 'bilal', title: 'Di tutti', associationId: ponte.id })
    await leave(bilal, password)
    expect(await db.mandate.count({ where: { personId: bilal.id, endedAt: null } })).toBe(0)
    expect((await journalOf(ponte.id)).at(-1)).toBe('mandate.ended')
    expect(await db.proposal.count({ where: { title: 'Di tutti', associationId: ponte.id } })).toBe(1)

    const luca = await actor('luca')
    const { id: officeId } = await office()
    const { id: proposalId } = await openProposal()
    const answer = await db.answer.create({
      data: {
        ...{ proposalId, officeId, assigneeId: luca.id, computation: {} },
        ...{ startedAt: new Date(), dueOn: new Date('2030-01-01') },
      },
      select: { id: true },
    })
    await leave(luca, password)
    const today = new Date(new Date().toISOString().slice(0, 10))
    const holding = { personId: luca.id, OR: [{ endsOn: null }, { endsOn: { gte: today } }] }
    expect(await db.role.count({ where: holding })).toBe(0)
    expect(await db.officeMember.count({ where: holding })).toBe(0)
    expect(await db.officeMember.count({ where: { personId: luca.id } })).toBe(1)
    expect((await db.answer.findUniqueOrThrow({ where: { id: answer.id } })).assigneeId).toBeNull()
  })

  test('forgets the address that one had before, too', async () => {
    const fatou = await actor('fatou')
    const [old, fresh] = [addressOf('fatou'), 'fatou.nuova@esempio.org']
    await askForReset(old, '10.0.0.1')
    await askForNewAddress(fatou, { email: fresh, password })
    await takeNewAddress(fatou, await tokenIn(fresh))
    expect((await lettersTo(old)).length).toBe(2)
    await leave(fatou, password)
    expect([await lettersTo(old), await lettersTo(fresh)]).toEqual([[], []])
  })

  test('a vote in an open poll stays counted', async () => {
    const { id, options } = await openedPoll({ times: { mode: 'open' } })
    const giorgio = await actor('giorgio')
    await castBallot(giorgio, id, { choices: [options[0] ?? ''] })
    await leave(giorgio, password)
    await endAndCount(id)
    const { report, ballots } = await resultsPage(visitor, id)
    expect({ ballots, totals: report.totals }).toEqual({ ballots: 1, totals: { yes: '1', no: '0', blank: '0' } })
  })
})

test('the file of one’s own data has one’s words and acts, and no ballot and nobody else’s', async () => {
  const drita = await actor('drita')
  const { id: proposalId } = await openProposal({ by: 'ada', title: 'Una proposta di Ada' })
  await say(drita, proposalId, 'Parlo io')
  await say(await actor('ada'), proposalId, 'Parla un’altra')
  await draftOf({ by: 'drita', title: 'Bozza mia', text: 'Il testo della bozza' })
  const { id: pollId, options } = await openedPoll({ times: { voters: 'confirmed', mode: 'open' } })
  await castBallot(drita, pollId, { choices: [options[1] ?? ''] })
  const known = await ownData(drita)
  expect(known).toMatchObject({
    profile: { email: addressOf('drita'), realName: 'Drita Hoxha', home: 'Lecce' },
    proposals: [
      { title: 'Bozza mia', stage: 'draft', text: 'Il testo della bozza', points: ['Uno sportello', 'Due mediatori'] },
    ],
    comments: [{ text: 'Parlo io' }],
    polls: [{ poll: { id: pollId } }],
  })
  const file = JSON.stringify(known)
  for (const secret of ['Parla un’altra', options[1] ?? '', 'argon2']) expect(file).not.toContain(secret)
})
