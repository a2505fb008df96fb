import '#tests/world/database'
import { expect, test } from 'vitest'
import type { Actor } from '#app/domain/authorization'
import { notificationList } from '#app/domain/notifications/queries.server'
import { actor } from '#tests/world/people'
import { draftedPoll, endAndCount } from '#tests/world/polls'
import { toldOf } from '#tests/world/telling'
import { castBallot } from './cast-ballot.server'
import { discardPoll, saveQuestion } from './drafts.server'
import { openPoll, restartPoll } from './open-poll.server'
import { pollList } from './poll-list.server'
import { ballotPage, pollPage } from './queries.server'
import { ballotFile, optionResult, resultsPage, settingsFile } from './results.server'
import { readIn } from './translations'
import { draftPage } from './wizard.server'
import { translationPage, writeTranslation } from './write-translation.server'

const options = ['Doposcuola', 'Cucina']
const arabic = {
  question: 'بماذا نبدأ؟',
  description: null,
  options: [
    { title: 'دروس مساعدة', text: null },
    { title: 'مطبخ', text: null },
  ],
}

async function drafted() {
  const poll = await draftedPoll({ rule: 'plurality', options })
  const { version } = await translationPage(poll.officer, poll.id, 'ar')
  return { ...poll, seen: version }
}

test('a translation freezes with the poll, is read by who reads its language, and changes nothing of the count', async () => {
  const { id, officer, seen } = await drafted()
  await writeTranslation(officer, id, 'ar', { ...arabic, seen })
  await openPoll(officer, id)
  await expect(writeTranslation(officer, id, 'ar', { ...arabic, seen })).rejects.toThrow('poll.rules-are-frozen')

  const carmela = await actor('carmela')
  const { terms, language } = await ballotPage(carmela, id)
  expect(readIn(terms, language, 'ar')).toMatchObject({ language: 'ar', terms: { question: arabic.question } })
  const [, kitchen] = terms.options
  await castBallot(carmela, id, { choices: [kitchen?.id ?? ''] })
  await endAndCount(id)

  const told = async (reading: string) =>
    (await pollList({ phase: 'counted', reading }, 100)).polls.find((poll) => poll.id === id)
  expect(await told('ar')).toMatchObject({
    question: arabic.question,
    language: 'ar',
    winners: [{ key: '2', title: 'مطبخ' }],
  })
  expect(await told('fr')).toMatchObject({ language: 'it', winners: [{ key: '2', title: 'Cucina' }] })
  expect(await optionResult(id, '2', 'ar')).toMatchObject({ option: { title: 'مطبخ' }, language: 'ar' })
  expect(await optionResult(id, '2', 'it')).toMatchObject({ option: { title: 'Cucina' }, language: 'it' })
  expect((await resultsPage(carmela, id)).terms.options.map(({ title }) => title)).toEqual(options)
  const files = [...(await ballotFile(id, 'ballots.csv')).lines].join('\n') + JSON.stringify(await settingsFile(id))
  expect(files).not.toContain('مطبخ')
})

test('who is told of it hears its question in their language, under the bell and by letter', async () => {
  const { id, officer, seen } = await drafted()
  await writeTranslation(officer, id, 'ar', { ...arabic, seen })
  await openPoll(officer, id)
  const [carmela, bilal] = await Promise.all([actor('carmela'), actor('bilal')])
  const [first] = (await ballotPage(carmela, id)).terms.options
  for (const voter of [carmela, bilal]) await castBallot(voter, id, { choices: [first?.id ?? ''] })
  await endAndCount(id)
  const letters = await toldOf(id, 'poll.counted')
  const bell = async (voter: Actor) => (await notificationList(voter, null, 1)).notifications[0]
  for (const [voter, title, language] of [
    [carmela, 'Vuoi la biblioteca aperta la sera?', 'it'],
    [bilal, arabic.question, 'ar'],
  ] as const) {
    expect(await bell(voter)).toMatchObject({ title, language })
    expect(letters.find((letter) => letter.key.endsWith(`:${voter.kind === 'person' && voter.id}`))?.text).toContain(
      title,
    )
  }
})

test('a translation that is begun must be finished or emptied before the poll opens', async () => {
  const { id, officer, seen } = await drafted()
  const [first] = arabic.options
  await writeTranslation(officer, id, 'ar', { ...arabic, options: first ? [first] : [], seen })
  expect(await draftPage(officer, id)).toMatchObject({ unfinished: ['ar'], missing: ['poll.translation-unfinished'] })
  await expect(openPoll(officer, id)).rejects.toThrow('poll.translation-unfinished')
  const nothing = { question: null, description: null, options: [] }
  expect(await writeTranslation(officer, id, 'ar', { ...nothing, seen })).toEqual({ kept: false })
  expect((await draftPage(officer, id)).missing).toEqual([])
  await openPoll(officer, id)
  expect((await pollPage(officer, id)).terms?.translations).toEqual([])
})

test('what was written of an original that changed is not taken unseen, and stays at hand', async () => {
  const { id, officer, seen } = await drafted()
  await writeTranslation(officer, id, 'ar', { ...arabic, seen })
  const { territoryId } = await draftPage(officer, id)
  const question = 'Da dove cominciamo nel quartiere?'
  await saveQuestion(officer, id, { territoryId, associationId: null, language: 'it', question, description: null })
  await expect(writeTranslation(officer, id, 'ar', { ...arabic, seen })).rejects.toThrow('poll.original-changed')
  expect((await draftPage(officer, id)).unfinished).toEqual(['ar'])
  const page = await translationPage(officer, id, 'ar')
  expect(page).toMatchObject({ original: { question }, parts: { question: { to: arabic.question } } })
  await writeTranslation(officer, id, 'ar', { ...arabic, seen: page.version })
  expect((await draftPage(officer, id)).unfinished).toEqual([])
})

test('it outlives a restart, and goes with a draft that is thrown away', async () => {
  const { id, officer, seen } = await drafted()
  await writeTranslation(officer, id, 'ar', { ...arabic, seen })
  await openPoll(officer, id)
  await restartPoll(officer, id, 'Mancava una risposta possibile')
  expect((await draftPage(officer, id)).translations).toMatchObject([{ language: 'ar', question: arabic.question }])

  const other = await drafted()
  await writeTranslation(other.officer, other.id, 'ar', { ...arabic, seen: other.seen })
  await discardPoll(other.officer, other.id)
  await expect(translationPage(other.officer, other.id, 'ar')).rejects.toThrow('not-found')
})

test('only who prepares the poll translates it, into another language that the site speaks', async () => {
  const { id, officer, seen } = await drafted()
  await expect(writeTranslation(await actor('carmela'), id, 'ar', { ...arabic, seen })).rejects.toThrow('not-found')
  for (const language of ['it', 'de', '__proto__'])
    await expect(translationPage(officer, id, language)).rejects.toThrow('not-found')
})
