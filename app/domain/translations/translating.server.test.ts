import '#tests/world/database'
import { expect, test } from 'vitest'
import { visitor } from '#app/domain/authorization'
import { budgetList } from '#app/domain/budgets/queries.server'
import { activityOf } from '#app/domain/journal/queries.server'
import { conversationList } from '#app/domain/opinions/queries.server'
import { panelList } from '#app/domain/panels/queries.server'
import { publicBudget } from '#tests/world/budgets'
import { openedConversation, statements } from '#tests/world/opinions'
import { openedPanel } from '#tests/world/panels'
import { actor } from '#tests/world/people'
import type { TranslationGiven } from './forms'
import { tellerOf, translationPage, translationStates, writeTranslation } from './translations.server'

const nothing: TranslationGiven = {
  title: null,
  titleFrom: '',
  description: null,
  descriptionFrom: '',
  words: {},
  wordsFrom: {},
  known: '',
}

test('a conversation is read in one’s own language, statement by statement', async () => {
  const { id, officer } = await openedConversation()
  const subject = { kind: 'opinions', id } as const
  const { parts, name } = await translationPage(officer, subject, 'ar')
  expect(parts.map(({ text }) => text)).toEqual([name, ...statements])
  const words = { words: { 'statement-1': 'عبارة' }, wordsFrom: { 'statement-1': statements[0] ?? '' } }
  await writeTranslation(officer, subject, 'ar', { ...nothing, title: 'كيف نريد الواجهة؟', titleFrom: name, ...words })

  const tell = await tellerOf(subject, 'ar')
  expect(tell(statements[0] ?? '', 'it')).toMatchObject({ text: 'عبارة', language: 'ar' })
  expect(tell(statements[1] ?? '', 'it')).toMatchObject({ text: statements[1], original: null })
  expect((await tellerOf(subject, 'fr'))(name, 'it').text).toBe(name)
  const states = await translationStates(officer, subject)
  expect(states).toContainEqual({ language: 'ar', state: 'unfinished' })
  expect(states).toContainEqual({ language: 'fr', state: 'none' })
  expect(await translationStates(visitor, subject)).toBe(null)

  const listed = async (reading: string) =>
    (await conversationList({ reading }, 100)).conversations.find((card) => card.id === id)
  expect(await listed('ar')).toMatchObject({ title: 'كيف نريد الواجهة؟', language: 'ar' })
  expect(await listed('en')).toMatchObject({ title: name, language: 'it' })
  const activity = await activityOf({ territoryPath: '/puglia/bari/monopoli/', reading: 'ar' }, 100)
  expect(activity.entries.find(({ subjectId }) => subjectId === id)?.title).toBe('كيف نريد الواجهة؟')
})

test('lists of budgets and panels are in the reader’s language too, and say what became of their own', async () => {
  const [budget, panel] = [await publicBudget(), await openedPanel()]
  const emanuele = await actor('emanuele')
  for (const [subject, reader] of [
    [{ kind: 'budget', id: budget.id }, budget.officer],
    [{ kind: 'panel', id: panel.id }, panel.officer],
  ] as const) {
    const { name } = await translationPage(reader, subject, 'ar')
    await writeTranslation(reader, subject, 'ar', { ...nothing, title: 'عنوان', titleFrom: name })
  }
  const asked = { reading: 'ar' }
  expect((await budgetList(emanuele, asked, 100)).budgets.find(({ id }) => id === budget.id)?.title).toBe('عنوان')
  expect((await panelList(emanuele, asked, 100)).panels.find(({ id }) => id === panel.id)?.title).toBe('عنوان')
})

test('what a colleague saved meanwhile is not overwritten unseen, and nothing takes a translation away', async () => {
  const { id, officer } = await openedConversation()
  const subject = { kind: 'opinions', id } as const
  const { name, known } = await translationPage(officer, subject, 'fr')
  const first = { ...nothing, title: 'Le bord de mer', titleFrom: name, known }
  expect(await writeTranslation(officer, subject, 'fr', first)).toEqual({ kept: true })
  expect(await writeTranslation(officer, subject, 'fr', first)).toEqual({ kept: true })
  await expect(writeTranslation(officer, subject, 'fr', { ...first, title: 'Autre chose' })).rejects.toThrow(
    'translation.changed',
  )
  const again = await translationPage(officer, subject, 'fr')
  expect(again.known).not.toBe(known)
  expect(await writeTranslation(officer, subject, 'fr', { ...nothing, known: again.known })).toEqual({ kept: false })
  expect((await translationPage(officer, subject, 'fr')).known).toBe('')
})

test('what did not stand on the form stays', async () => {
  const { id, officer } = await openedConversation()
  const subject = { kind: 'opinions', id } as const
  const [first = '', second = ''] = statements
  const one = { words: { 'statement-1': 'Un' }, wordsFrom: { 'statement-1': first } }
  const two = { words: { 'statement-2': 'Deux' }, wordsFrom: { 'statement-2': second } }
  await writeTranslation(officer, subject, 'fr', { ...nothing, ...one })
  const { known, parts } = await translationPage(officer, subject, 'fr')
  expect(parts.map(({ part }) => part).slice(0, 2)).toEqual(['title', 'statement-2'])
  expect(parts.at(-1)).toMatchObject({ part: 'statement-1', to: 'Un' })
  await writeTranslation(officer, subject, 'fr', { ...nothing, ...two, known })
  const tell = await tellerOf(subject, 'fr')
  expect([tell(first, 'it').text, tell(second, 'it').text]).toEqual(['Un', 'Deux'])
})

test('two values that nobody could tell apart are refused', async () => {
  const { id, officer } = await openedPanel()
  const words = { 'value-0-0': 'Femme', 'value-0-1': 'femme' }
  const wordsFrom = { 'value-0-0': 'donna', 'value-0-1': 'uomo' }
  await expect(
    writeTranslation(officer, { kind: 'panel', id }, 'fr', { ...nothing, words, wordsFrom }),
  ).rejects.toThrow('translation.said-twice')
})

test('only those who prepare it write, in a language that exists and is not its own', async () => {
  const { id, officer } = await openedConversation()
  const subject = { kind: 'opinions', id } as const
  await expect(writeTranslation(await actor('carmela'), subject, 'fr', nothing)).rejects.toThrow(
    'opinions.officers-only',
  )
  for (const language of ['it', 'xx'])
    await expect(translationPage(officer, subject, language)).rejects.toThrow('not-found')
  await expect(translationPage(officer, { kind: 'budget', id: 'none' }, 'fr')).rejects.toThrow('not-found')
})
