import '#tests/world/database'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { escalate } from '#app/domain/answers/escalate.server'
import { writeStatement } from '#app/domain/opinions/statements.server'
import { supportProposal } from '#app/domain/proposals/support.server'
import type { CastName } from '#prisma/seed/town'
import { answeredProposal, waitingProposal } from '#tests/world/answers'
import { openedConversation } from '#tests/world/opinions'
import { actor, monopoli } from '#tests/world/people'
import { openProposal } from '#tests/world/proposals'
import { lastEntry, lettersOf } from '#tests/world/telling'
import { choosePreferences, follow, markRead, unfollow } from './commands.server'
import { writeDailyLetters } from './daily-letters.server'
import { notificationList, placeOfNotification, preferencesOf, unreadCount } from './queries.server'
import { tell } from './tell.server'

async function whoHeard(entryId: string) {
  const heard = await db.notification.findMany({
    where: { entryId: BigInt(entryId) },
    select: { toDo: true, person: { select: { pseudonym: true } } },
  })
  return heard.map(({ toDo, person }) => `${person.pseudonym}${toDo ? '!' : ''}`).sort()
}

test('an answer is told to its author, who must judge, and to whoever took part; nothing twice', async () => {
  const { proposalId } = await answeredProposal()
  await db.support.create({ data: { proposalId, personId: (await actor('carmela')).id } })
  await follow(await actor('drita'), { subjectKind: 'proposal', subjectId: proposalId })
  const entryId = await lastEntry(proposalId, 'answer.given')
  expect(await tell(entryId)).toEqual({ told: 3 })
  expect(await tell(entryId)).toEqual({ told: 0 })
  expect(await whoHeard(entryId)).toEqual(['Ada!', 'Carmela', 'Drita'])
  const letters = await lettersOf(entryId)
  expect(letters.map(({ to, language }) => [to, language])).toEqual([
    ['ada@esempio.it', 'it'],
    ['carmela@esempio.it', 'it'],
    ['drita@esempio.it', 'sq'],
  ])
  expect(letters[0]?.subject).toMatch(/^Tocca a te: C’è la risposta: /)
  expect(letters[0]?.text).toContain(`/proposals/${proposalId}#answer`)
})

test('the office hears what is due, and nobody can switch that off', async () => {
  const emanuele = await actor('emanuele')
  const never = {
    answers: 'never',
    commitments: 'never',
    polls: 'never',
    budgets: 'never',
    opinions: 'never',
    proposals: 'never',
    discussion: 'never',
    associations: 'never',
    territories: 'never',
    moderation: 'never',
    account: 'never',
  } as const
  await choosePreferences(emanuele, never)
  expect(await preferencesOf(emanuele)).toEqual(never)
  const { proposalId, answerId } = await waitingProposal()
  const entryId = await lastEntry(proposalId, 'answer.due')
  await tell(entryId)
  expect(await whoHeard(entryId)).toEqual(['Emanuele!', 'Luca!', 'Marta!'])
  const letter = (await lettersOf(entryId)).find(({ to }) => to === 'emanuele@esempio.it')
  expect(letter?.text).toContain(`/desk/${answerId}`)
})

test('without an office the administrators hear', async () => {
  const { proposalId, answerId } = await waitingProposal()
  await db.answer.update({ where: { id: answerId }, data: { officeId: null } })
  const entryId = await lastEntry(proposalId, 'answer.due')
  await tell(entryId)
  expect(await whoHeard(entryId)).toEqual(['Irene!'])
})

test.each([
  ['2026-04-15T08:00:00Z', ['Luca!']],
  ['2026-04-23T08:00:00Z', ['Luca!']],
  ['2026-04-29T08:00:00Z', ['Luca!', 'Marta!']],
])('a reminder at %s reaches the person in charge, then deputy and head', async (now, heard) => {
  const { proposalId, answerId } = await waitingProposal()
  await db.answer.update({ where: { id: answerId }, data: { assigneeId: (await actor('luca')).id } })
  await escalate(new Date(now))
  const entryId = await lastEntry(proposalId, 'answer.escalated')
  await tell(entryId)
  expect(await whoHeard(entryId)).toEqual(heard)
})

test('nobody hears of their own act, and never means never', async () => {
  const { id: proposalId } = await openProposal({ territoryId: (await monopoli()).id })
  const [carmela, fatou, ada] = await Promise.all([actor('carmela'), actor('fatou'), actor('ada')])
  for (const person of [carmela, fatou])
    await follow(person, { subjectKind: 'territory', subjectId: (await monopoli()).id })
  await follow(ada, { subjectKind: 'territory', subjectId: (await monopoli()).id })
  await choosePreferences(fatou, { ...(await preferencesOf(fatou)), proposals: 'never' })
  const entryId = await lastEntry(proposalId, 'proposal.published')
  await tell(entryId)
  expect(await whoHeard(entryId)).toEqual(['Carmela', 'Fatou'])
  expect(await lettersOf(entryId)).toEqual([])
  const waiting = await db.notification.findMany({
    where: { entryId: BigInt(entryId), digest: true },
    select: { personId: true },
  })
  expect(waiting).toEqual([{ personId: carmela.id }])
})

test('the daily letter gathers what waited, once a day, and loses nothing', async () => {
  await db.notification.updateMany({ data: { digest: false } })
  const carmela = await actor('carmela')
  const published = async (title: string) => {
    const { id } = await openProposal({ title, territoryId: (await monopoli()).id })
    await tell(await lastEntry(id, 'proposal.published'))
  }
  await published('Una biblioteca aperta la sera')
  await published('Fontanelle in piazza')
  expect(await writeDailyLetters(new Date('2026-05-04T03:00:00Z'))).toEqual({ written: 0 })
  expect(await writeDailyLetters(new Date('2026-05-04T06:00:00Z'))).toEqual({ written: 1 })
  await published('Panchine al porto')
  expect(await writeDailyLetters(new Date('2026-05-04T20:00:00Z'))).toEqual({ written: 0 })
  expect(await writeDailyLetters(new Date('2026-05-05T06:00:00Z'))).toEqual({ written: 1 })
  const letters = await db.letter.findMany({
    where: { key: { endsWith: `:${carmela.id}` }, AND: { key: { startsWith: 'day:' } } },
    orderBy: { key: 'asc' },
  })
  expect(letters.map(({ subject }) => subject)).toEqual(['2 novità su Agorà', '1 novità su Agorà'])
  expect(letters[0]?.text).toContain('Una biblioteca aperta la sera')
  expect(letters[0]?.text).toContain('Fontanelle in piazza')
  expect(letters[1]?.text).toContain('Panchine al porto')
})

test('a conversation is called by its title, under the bell and in the daily letter', async () => {
  await db.notification.deleteMany()
  const carmela = await actor('carmela')
  await follow(carmela, { subjectKind: 'territory', subjectId: (await monopoli()).id })
  const { id } = await openedConversation()
  await tell(await lastEntry(id, 'opinions.opened'))
  expect((await notificationList(carmela, null)).notifications.map(({ title }) => title)).toEqual([
    'Come vogliamo il lungomare?',
  ])
  await writeDailyLetters(new Date('2026-07-01T06:00:00Z'))
  const letter = await db.letter.findFirstOrThrow({
    where: { key: { startsWith: 'day:2026-07-01', endsWith: carmela.id } },
  })
  expect(letter.text).toContain('Come vogliamo il lungomare?')
})

test('several statements of one conversation are one line of the daily letter, with their number', async () => {
  await db.notification.deleteMany()
  const { id } = await openedConversation()
  for (const text of ['Vorrei più panchine al sole.', 'Vorrei più panchine all’ombra.']) {
    await writeStatement(await actor('carmela'), id, { text, language: 'it' })
    await tell(await lastEntry(id, 'opinions.statement-written'))
  }
  await writeDailyLetters(new Date('2026-08-03T06:00:00Z'))
  const letter = await db.letter.findFirstOrThrow({
    where: { key: { startsWith: 'day:2026-08-03', endsWith: (await actor('giorgio')).id } },
  })
  expect(letter.text.split('\n').filter((line) => line.startsWith('•'))).toEqual([
    '• Una nuova frase da leggere: Come vogliamo il lungomare? (2)',
  ])
  expect(letter.subject).toBe('2 novità su Agorà')
})

test('what was read already is not in the daily letter', async () => {
  await db.notification.updateMany({ data: { digest: false } })
  const { id } = await openProposal({ title: 'Alberi in via Roma', territoryId: (await monopoli()).id })
  await tell(await lastEntry(id, 'proposal.published'))
  await markRead(await actor('carmela'), null)
  expect(await writeDailyLetters(new Date('2026-06-01T06:00:00Z'))).toEqual({ written: 0 })
})

test('the bell counts, lists by key and marks read; one person opens nobody else’s', async () => {
  const carmela = await actor('carmela')
  await db.notification.deleteMany({ where: { personId: carmela.id } })
  for (let n = 0; n < 5; n++) {
    const { id } = await openProposal({ title: `Proposta numero ${n}`, territoryId: (await monopoli()).id })
    await tell(await lastEntry(id, 'proposal.published'))
  }
  expect(await unreadCount(carmela.id)).toBe(5)
  const first = await notificationList(carmela, null, 3)
  const second = await notificationList(carmela, first.next, 3)
  expect([...first.notifications, ...second.notifications].map(({ title }) => title)).toEqual(
    [4, 3, 2, 1, 0].map((n) => `Proposta numero ${n}`),
  )
  expect(second.next).toBeNull()
  const one = first.notifications[0]
  await markRead(await actor('fatou'), one?.id ?? '')
  expect(await unreadCount(carmela.id)).toBe(5)
  expect(await placeOfNotification(await actor('fatou'), one?.id ?? '')).toBeNull()
  expect(await placeOfNotification(carmela, one?.id ?? '')).toBe(one?.place)
  await markRead(carmela, one?.id ?? '')
  expect(await unreadCount(carmela.id)).toBe(4)
  await markRead(carmela, null)
  expect(await unreadCount(carmela.id)).toBe(0)
})

test('following needs a confirmed address, and stops', async () => {
  const here = { subjectKind: 'territory', subjectId: (await monopoli()).id } as const
  await expect(follow(await actor('nora'), here)).rejects.toThrow('identity.confirm-address-first')
  await expect(follow(await actor('carmela'), { subjectKind: 'proposal', subjectId: 'nowhere' })).rejects.toThrow(
    'not-found',
  )
  const drita = await actor('drita')
  await follow(drita, here)
  await follow(drita, here)
  await unfollow(drita, here)
  expect(await db.follow.count({ where: { personId: drita.id, subjectKind: 'territory' } })).toBe(0)
})

test('whoever has no confirmed address hears under the bell, and gets no letter', async () => {
  const { proposalId } = await answeredProposal()
  await db.support.create({ data: { proposalId, personId: (await actor('nora')).id } })
  const entryId = await lastEntry(proposalId, 'answer.given')
  await tell(entryId)
  expect(await whoHeard(entryId)).toContain('Nora')
  expect((await lettersOf(entryId)).map(({ to }) => to)).not.toContain('nora@esempio.it')
})

test('supports stay untold: the journal keeps them closed', async () => {
  const { id } = await openProposal({ territoryId: (await monopoli()).id })
  await supportProposal(await actor('carmela' satisfies CastName), id)
  const entry = await db.entry.findFirstOrThrow({
    where: { subjectId: id, what: 'proposal.supported' },
    select: { id: true },
  })
  expect(await tell(String(entry.id))).toEqual({ told: 0 })
})

test('a job told twice at once tells once', async () => {
  const { proposalId } = await answeredProposal()
  const entryId = await lastEntry(proposalId, 'answer.given')
  const told = await Promise.all([tell(entryId), tell(entryId)])
  expect(told.reduce((sum, { told }) => sum + told, 0)).toBe((await whoHeard(entryId)).length)
  expect(await lettersOf(entryId)).toHaveLength(1)
})
