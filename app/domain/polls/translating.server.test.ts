import '#tests/world/database'
import { expect, test } from 'vitest'
import type { Actor } from '#app/domain/authorization'
import { activityOf } from '#app/domain/journal/queries.server'
import { notificationList } from '#app/domain/notifications/queries.server'
import { proposalPage } from '#app/domain/proposals/proposal-page.server'
import { actor } from '#tests/world/people'
import { draftedPoll, endAndCount, optionsGiven } from '#tests/world/polls'
import { openProposal } from '#tests/world/proposals'
import { toldOf } from '#tests/world/telling'
import { castBallot } from './cast-ballot.server'
import { discardPoll, saveOptions, saveQuestion } from './drafts.server'
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
  questionFrom: 'Vuoi la biblioteca aperta la sera?',
  description: null,
  descriptionFrom: '',
  options: [
    { title: 'دروس مساعدة', titleFrom: 'Doposcuola', text: null, textFrom: '' },
    { title: 'مطبخ', titleFrom: 'Cucina', text: null, textFrom: '' },
  ],
  known: '',
}

async function drafted() {
  const poll = await draftedPoll({ rule: 'plurality', options, times: { mode: 'open' } })
  const known = async () => (await translationPage(poll.officer, poll.id, 'ar')).known
  return { ...poll, known }
}

test('a translation freezes with the poll, is read by who reads its language, and changes nothing of the count', async () => {
  const { id, officer } = await drafted()
  await writeTranslation(officer, id, 'ar', arabic)
  await openPoll(officer, id)
  await expect(writeTranslation(officer, id, 'ar', arabic)).rejects.toThrow('poll.rules-are-frozen')

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
  const { id, officer } = await drafted()
  await writeTranslation(officer, id, 'ar', arabic)
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
  const { id, officer, known } = await drafted()
  await writeTranslation(officer, id, 'ar', { ...arabic, options: arabic.options.slice(0, 1) })
  expect(await draftPage(officer, id)).toMatchObject({ unfinished: ['ar'], missing: ['poll.translation-unfinished'] })
  await expect(openPoll(officer, id)).rejects.toThrow('poll.translation-unfinished')
  const nothing = { ...arabic, question: null, options: [], known: await known() }
  expect(await writeTranslation(officer, id, 'ar', nothing)).toEqual({ kept: false })
  expect((await draftPage(officer, id)).missing).toEqual([])
  await openPoll(officer, id)
  expect((await pollPage(officer, id)).terms?.translations).toEqual([])
})

test('what was written of an original that has changed is not taken for its translation, and stays at hand', async () => {
  const { id, officer, known } = await drafted()
  const { territoryId } = await draftPage(officer, id)
  const question = 'Da dove cominciamo nel quartiere?'
  await saveQuestion(officer, id, { territoryId, associationId: null, language: 'it', question, description: null })
  await saveOptions(officer, id, optionsGiven(['Cucina', 'Doposcuola']))
  // Written on a page from before: each part says what it was written for
  await writeTranslation(officer, id, 'ar', arabic)
  expect((await draftPage(officer, id)).unfinished).toEqual(['ar'])
  const page = await translationPage(officer, id, 'ar')
  expect(page).toMatchObject({ original: { question }, parts: { question: { to: arabic.question } } })
  expect(page.parts.options.map(({ title }) => title.to)).toEqual(['مطبخ', 'دروس مساعدة'])
  await writeTranslation(officer, id, 'ar', { ...arabic, questionFrom: question, known: await known() })
  const { translations, unfinished } = await draftPage(officer, id)
  expect(unfinished).toEqual([])
  expect(translations?.[0]?.options).toMatchObject([{ title: 'مطبخ' }, { title: 'دروس مساعدة' }])
})

test('two save at once: what a colleague saved is not overwritten unseen, and the same twice is once', async () => {
  const { id, officer, known } = await drafted()
  await Promise.all([writeTranslation(officer, id, 'ar', arabic), writeTranslation(officer, id, 'ar', arabic)])
  const other = { ...arabic, question: 'من أين نبدأ؟' }
  await expect(writeTranslation(officer, id, 'ar', other)).rejects.toThrow('translation.changed')
  await writeTranslation(officer, id, 'ar', { ...other, known: await known() })
  expect((await translationPage(officer, id, 'ar')).parts.question.to).toBe(other.question)
})

test('two options of one name are refused in every language', async () => {
  const { id, officer } = await drafted()
  const same = arabic.options.map((option) => ({ ...option, title: 'مطبخ' }))
  await expect(writeTranslation(officer, id, 'ar', { ...arabic, options: same })).rejects.toThrow('poll.same-title')
})

test('it outlives a restart, and goes with a draft that is thrown away', async () => {
  const { id, officer } = await drafted()
  await writeTranslation(officer, id, 'ar', arabic)
  await openPoll(officer, id)
  await restartPoll(officer, id, 'Mancava una risposta possibile')
  expect((await draftPage(officer, id)).translations).toMatchObject([{ language: 'ar', question: arabic.question }])

  const other = await drafted()
  await writeTranslation(other.officer, other.id, 'ar', arabic)
  await discardPoll(other.officer, other.id)
  await expect(translationPage(other.officer, other.id, 'ar')).rejects.toThrow('not-found')
})

test('only who prepares the poll translates it, into another language that the site speaks', async () => {
  const { id, officer } = await drafted()
  await expect(writeTranslation(await actor('carmela'), id, 'ar', arabic)).rejects.toThrow('not-found')
  for (const language of ['it', 'de', '__proto__'])
    await expect(translationPage(officer, id, language)).rejects.toThrow('not-found')
})

test('a proposal that is put to the vote, and the activity of its place, tell the question in the reader’s language', async () => {
  const { id, officer } = await drafted()
  const proposal = await openProposal()
  const given = optionsGiven(options)
  const put = given.options.map((option, at) => ({ ...option, proposalId: at === 0 ? proposal.id : null }))
  await saveOptions(officer, id, { ...given, options: put })
  await writeTranslation(officer, id, 'ar', arabic)
  await openPoll(officer, id)
  const became = async (reading: string) => (await proposalPage(officer, proposal.id, reading)).became
  expect(await became('ar')).toMatchObject([{ title: arabic.question, language: 'ar', to: `/polls/${id}` }])
  expect(await became('fr')).toMatchObject([{ title: arabic.questionFrom, language: 'it' }])
  const activity = async (reading: string) =>
    (await activityOf({ territoryPath: '/puglia/bari/monopoli/', reading }, 50)).entries.find(
      ({ subjectId }) => subjectId === id,
    )
  expect((await activity('ar'))?.title).toBe(arabic.question)
  expect((await activity('sq'))?.title).toBe(arabic.questionFrom)
})
