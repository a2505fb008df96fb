import '#tests/world/database'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { visitor } from '#app/domain/authorization'
import { tell } from '#app/domain/notifications/tell.server'
import { crowdSays, openedConversation, statements } from '#tests/world/opinions'
import { actor, journalOf, monopoli } from '#tests/world/people'
import { closeConversation, openConversation, sayOpinion, takeBackOpinion } from './commands.server'
import { drawPictures } from './draw-pictures.server'
import { conversationList, conversationPage, moderationPage, ownPage } from './queries.server'
import { acceptStatement, refuseStatement, writeStatement } from './statements.server'

const minute = 60_000

test('an officer opens a conversation, and its first statements stand at once', async () => {
  const { id } = await openedConversation()
  const page = await conversationPage(visitor, id)
  expect(page.statements.map(({ text }) => text)).toEqual(statements)
  expect(page).toMatchObject({ picture: null, next: null, can: { takePart: 'sign-in-required' } })
  expect(await journalOf(id)).toEqual(['opinions.opened'])
  const { conversations } = await conversationList({ reading: 'it', territoryPath: '/puglia/bari/' })
  expect(conversations.find((card) => card.id === id)).toMatchObject({ open: true, statements: statements.length })
})

test('who has no such role opens none, and an officer none elsewhere', async () => {
  const { id: territoryId } = await monopoli()
  const given = {
    territoryId,
    language: 'it' as const,
    title: 'Come vogliamo il lungomare?',
    description: null,
    closesAt: null,
    statements: statements.join('\n'),
  }
  await expect(openConversation(await actor('carmela'), given)).rejects.toThrow('opinions.officers-only')
  await expect(openConversation(visitor, given)).rejects.toThrow('sign-in-required')
  const officer = await actor('emanuele')
  const lecce = await db.territory.findUniqueOrThrow({ where: { path: '/puglia/lecce/lecce/' }, select: { id: true } })
  await expect(openConversation(officer, { ...given, territoryId: lecce.id })).rejects.toThrow('opinions.officers-only')
  await expect(openConversation(officer, { ...given, statements: 'breve' })).rejects.toThrow('statement-too-short')
  await expect(openConversation(officer, { ...given, closesAt: new Date(0) })).rejects.toThrow('ends-in-the-past')
})

test('a person answers statement after statement until none is left, and changes an answer', async () => {
  const { id, statementIds } = await openedConversation()
  const carmela = await actor('carmela')
  const met: string[] = []
  for (;;) {
    const { next } = await conversationPage(carmela, id)
    if (!next) break
    met.push(next.id)
    await sayOpinion(carmela, id, { statementId: next.id, vote: 'agree' })
  }
  expect([...met].sort()).toEqual([...statementIds].sort())
  const [one = '', other = ''] = met
  await sayOpinion(carmela, id, { statementId: one, vote: 'disagree' })
  await takeBackOpinion(carmela, id, other)
  const { answers } = await ownPage(carmela, id)
  expect(answers).toHaveLength(statements.length - 1)
  expect(answers.find((answer) => answer.id === one)?.vote).toBe(-1)
  // That she takes part is noted once, and never what she said
  expect(await journalOf(id)).toEqual(['opinions.opened', 'opinions.joined'])
})

test('100 answers of one person at once are one answer', async () => {
  const { id, statementIds } = await openedConversation()
  const carmela = await actor('carmela')
  const [statementId = ''] = statementIds
  await Promise.all(
    Array.from({ length: 100 }, (_, at) =>
      sayOpinion(carmela, id, { statementId, vote: at % 2 === 0 ? 'agree' : 'disagree' }),
    ),
  )
  expect(await db.statementVote.count({ where: { conversationId: id } })).toBe(1)
  expect((await journalOf(id)).filter((what) => what === 'opinions.joined')).toHaveLength(1)
})

test('without a confirmed address one reads only; a statement of another conversation is not found', async () => {
  const { id, statementIds } = await openedConversation()
  const other = await openedConversation()
  const [statementId = ''] = statementIds
  const said = { statementId, vote: 'agree' as const }
  await expect(sayOpinion(await actor('nora'), id, said)).rejects.toThrow('confirm-address-first')
  await expect(sayOpinion(visitor, id, said)).rejects.toThrow('sign-in-required')
  await expect(sayOpinion(await actor('carmela'), other.id, said)).rejects.toThrow('not-found')
})

test('a statement waits for a look, is let in, and is kept out with a reason that only its author reads', async () => {
  const { id, officer } = await openedConversation()
  const drita = await actor('drita')
  const text = 'Il lungomare ha bisogno di panchine.'
  const { id: statementId } = await writeStatement(drita, id, { text, language: 'it' })
  await expect(sayOpinion(officer, id, { statementId, vote: 'agree' })).rejects.toThrow('opinions.not-accepted')
  expect((await conversationPage(officer, id)).waiting).toBe(1)
  expect((await conversationPage(drita, id)).statements).toHaveLength(statements.length)
  await expect(acceptStatement(drita, id, statementId)).rejects.toThrow('opinions.moderators-only')
  await acceptStatement(await actor('fatou'), id, statementId)
  expect((await conversationPage(visitor, id)).statements.at(-1)?.text).toBe(text)
  await sayOpinion(officer, id, { statementId, vote: 'agree' })
  await refuseStatement(officer, id, statementId, { reason: 'said-already', note: 'C’è già la prima frase.' })
  await expect(refuseStatement(officer, id, statementId, { reason: 'unclear', note: null })).rejects.toThrow(
    'already-decided',
  )
  expect((await conversationPage(visitor, id)).statements).toHaveLength(statements.length)
  expect((await ownPage(drita, id)).written).toMatchObject([{ moderation: 'refused', reason: 'said-already' }])
  expect((await moderationPage(officer, id)).refused).toHaveLength(1)
  await expect(moderationPage(await actor('carmela'), id)).rejects.toThrow('opinions')
})

test('its author hears of the decision, and whoever keeps the conversation hears of a new statement', async () => {
  const { id, officer } = await openedConversation()
  const drita = await actor('drita')
  const written = await writeStatement(drita, id, { text: 'Il lungomare ha bisogno di panchine.', language: 'it' })
  await acceptStatement(officer, id, written.id)
  const entries = await db.entry.findMany({ where: { subjectId: id }, orderBy: { number: 'asc' } })
  for (const entry of entries) await tell(String(entry.id))
  const told = async (personId: string) =>
    (await db.notification.findMany({ where: { personId, subjectId: id }, select: { what: true } })).map(
      ({ what }) => what,
    )
  expect(await told(drita.id)).toEqual(['opinions.statement-accepted'])
  expect(await told(officer.id)).toEqual(['opinions.statement-written'])
  expect(await told((await actor('fatou')).id)).toEqual(['opinions.statement-written'])
})

test('what is there already is not written again, and nobody floods a conversation', async () => {
  const { id } = await openedConversation()
  const drita = await actor('drita')
  const write = (text: string) => writeStatement(drita, id, { text, language: 'it' })
  await expect(write(statements[0]?.toUpperCase() ?? '')).rejects.toThrow('already-written')
  for (let count = 0; count < 20; count += 1) await write(`Vorrei la panchina numero ${count} al sole.`)
  await expect(write('Vorrei ancora una panchina.')).rejects.toThrow('too-many-statements')
})

test('statements written at the same time have numbers without gaps', async () => {
  const { id } = await openedConversation()
  const people = await Promise.all((['ada', 'bilal', 'carmela', 'drita'] as const).map((name) => actor(name)))
  await Promise.all(
    people.flatMap((person) =>
      [1, 2, 3].map((count) =>
        writeStatement(person, id, { text: `${person.name} chiede ${count} panchine.`, language: 'it' }),
      ),
    ),
  )
  const rows = await db.statement.findMany({ where: { conversationId: id }, select: { number: true } })
  expect(rows.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
    Array.from({ length: statements.length + 12 }, (_, index) => index + 1),
  )
})

test('the map is drawn from five people on, again after five more, and names nobody', async () => {
  const start = new Date(Date.now() - 60 * minute)
  const at = (minutes: number) => new Date(start.getTime() + minutes * minute)
  const { id, statementIds } = await openedConversation({}, start)
  await crowdSays(id, statementIds, [4], at(1))
  await drawPictures(at(2))
  expect((await conversationPage(visitor, id)).picture).toBeNull()
  await crowdSays(id, statementIds, [14, 12], at(3))
  await drawPictures(at(4))
  const first = await conversationPage(visitor, id)
  expect(first.picture?.people).toBe(30)
  expect(first.picture?.groups.map(({ people }) => people)).toEqual([18, 12])
  expect(first.picture?.statements.slice(0, 2).map(({ unites }) => unites)).toEqual(['agree', 'agree'])
  expect(JSON.stringify(await db.opinionPicture.findUnique({ where: { conversationId: id } }))).not.toMatch(
    /Voce|personId/,
  )

  await crowdSays(id, statementIds, [4], at(5))
  await drawPictures(at(6))
  expect((await conversationPage(visitor, id)).drawnAt).toEqual(at(4))
  await crowdSays(id, statementIds, [1], at(7))
  await drawPictures(at(8))
  expect((await conversationPage(visitor, id)).picture?.people).toBe(35)

  const people = await db.statementVote.findMany({
    where: { conversationId: id },
    distinct: ['personId'],
    select: { personId: true },
  })
  const kept = JSON.stringify(await db.opinionPicture.findUnique({ where: { conversationId: id } }))
  expect(people.filter(({ personId }) => kept.includes(personId))).toEqual([])
})

test('a statement kept out since the map was drawn leaves the page at once', async () => {
  const { id, officer, statementIds } = await openedConversation()
  await crowdSays(id, statementIds, [8, 8])
  await drawPictures(new Date(Date.now() + minute))
  const [statementId = ''] = statementIds
  await refuseStatement(officer, id, statementId, { reason: 'off-topic', note: null })
  const { picture } = await conversationPage(visitor, id)
  expect(picture?.statements).toHaveLength(statements.length - 1)
  expect(JSON.stringify(picture)).not.toContain(statementId)
})

test('it closes at its hour, nobody answers any more, and the last map has everybody', async () => {
  const start = new Date(Date.now() - 60 * minute)
  const at = (minutes: number) => new Date(start.getTime() + minutes * minute)
  const { id, statementIds } = await openedConversation({ closesAt: at(10) }, start)
  await crowdSays(id, statementIds, [8, 7], at(1))
  await drawPictures(at(2))
  await crowdSays(id, statementIds, [2], at(3))
  await drawPictures(at(9))
  expect((await conversationPage(visitor, id, at(9))).picture?.people).toBe(15)
  const late = sayOpinion(await actor('carmela'), id, { statementId: statementIds[0] ?? '', vote: 'agree' }, at(10))
  await expect(late).rejects.toThrow('opinions.closed')
  await drawPictures(at(11))
  await drawPictures(at(12))
  const page = await conversationPage(visitor, id, at(12))
  expect(page).toMatchObject({ conversation: { open: false }, drawnAt: at(11), picture: { people: 17 } })
  expect(await journalOf(id)).toEqual(['opinions.opened', 'opinions.closed'])
})

test('whoever keeps it closes it, once', async () => {
  const { id, officer } = await openedConversation()
  await expect(closeConversation(await actor('carmela'), id)).rejects.toThrow('opinions.officers-only')
  await closeConversation(officer, id)
  await expect(closeConversation(officer, id)).rejects.toThrow('opinions.closed')
  const write = writeStatement(await actor('drita'), id, { text: 'Troppo tardi per le panchine.', language: 'it' })
  await expect(write).rejects.toThrow('opinions.closed')
})

test('the page costs the same with many answers: it reads the map that is kept', async () => {
  const { id, statementIds } = await openedConversation()
  await crowdSays(id, statementIds, [10, 10])
  await drawPictures(new Date(Date.now() + minute))
  // What was said since is not counted again for a reader
  await crowdSays(id, statementIds, [4], new Date(Date.now() + 2 * minute))
  expect((await conversationPage(visitor, id)).picture?.people).toBe(20)
})
