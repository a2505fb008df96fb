import '#tests/world/database'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { associationPage } from '#app/domain/associations/queries.server'
import { visitor } from '#app/domain/authorization'
import { fieldFromDocument, fromPlainText } from '#app/editor/document'
import { addressOf } from '#prisma/seed/town'
import { tokenIn } from '#tests/world/letters'
import { actor, association, monopoli } from '#tests/world/people'
import { draftOf, longText, openProposal, proposalRow } from '#tests/world/proposals'
import { changeProposal } from './change-proposal.server'
import { acceptCoAuthorship, inviteCoAuthor } from './co-authors.server'
import { discardDraft, saveDraft } from './drafts.server'
import { PlaceForm } from './forms'
import { publishProposal } from './publish-proposal.server'
import { versionsPage } from './versions.server'

async function begunForPonte(title?: string) {
  const [{ id: associationId }, place] = [await association(), await monopoli()]
  const draft = await draftOf({ by: 'ada', associationId, territoryId: place.id, ...(title && { title }) })
  return { ...draft, associationId, place }
}

async function joinedBy(name: 'carmela' | 'bilal', { id, author }: Awaited<ReturnType<typeof draftOf>>) {
  await inviteCoAuthor(author, id, addressOf(name))
  await acceptCoAuthorship(await actor(name), await tokenIn(addressOf(name)))
  return actor(name)
}

test('what an association threw away before publishing is on no page of it', async () => {
  const { id, author, associationId } = await begunForPonte('Una bozza che nessuno deve leggere')
  const before = await associationPage(visitor, associationId)
  await discardDraft(author, id)
  expect((await associationPage(visitor, associationId)).proposals).toEqual(before.proposals)
})

test('a step that does not say in whose name keeps it, and only who began the draft changes it', async () => {
  const draft = await begunForPonte()
  const carmela = await joinedBy('carmela', draft)
  const { revision } = await proposalRow(draft.id)
  const step = { revision, territoryId: draft.place.id, topic: 'health', language: 'it' }
  await saveDraft(carmela, draft.id, PlaceForm.parse(step))
  expect((await proposalRow(draft.id)).associationId).toBe(draft.associationId)
  const taken = PlaceForm.parse({ ...step, revision: revision + 1, associationId: '' })
  await expect(saveDraft(carmela, draft.id, taken)).rejects.toThrow('proposal.name-of-its-author')
  await saveDraft(draft.author, draft.id, taken)
  expect((await proposalRow(draft.id)).associationId).toBe(null)

  const own = await draftOf({ by: 'carmela', territoryId: draft.place.id })
  const bilal = await joinedBy('bilal', own)
  const named = { revision: (await proposalRow(own.id)).revision, associationId: draft.associationId }
  await expect(saveDraft(bilal, own.id, named)).rejects.toThrow('proposal.name-of-its-author')
})

test('a co-author from outside changes the text in their own name', async () => {
  const draft = await begunForPonte()
  const carmela = await joinedBy('carmela', draft)
  const start = new Date('2026-03-02T09:00:00Z')
  await publishProposal(draft.author, draft.id, start)
  const change = {
    revision: (await proposalRow(draft.id)).revision,
    title: 'Sportello con mediatori in ospedale',
    document: fieldFromDocument(fromPlainText(`${longText} Anche la sera.`)),
    points: ['Uno sportello'],
    note: 'Orari',
  }
  await changeProposal(carmela, draft.id, change, new Date('2026-03-06T09:00:00Z'))
  const entry = await db.entry.findFirst({ where: { subjectId: draft.id, what: 'proposal.changed' } })
  expect(entry?.associationId).toBe(null)
  const { versions } = await versionsPage(visitor, draft.id)
  expect(versions.map(({ byName, alone }) => [byName, alone])).toEqual([
    ['Carmela', true],
    ['Ada', false],
  ])
})

test('whoever no longer acts for the association does nothing more in its name', async () => {
  const { id: associationId } = await association()
  const { id, author } = await openProposal({ by: 'ada', associationId, territoryId: (await monopoli()).id })
  const left = { ...author, mandates: [] }
  const change = { revision: 1, title: 'x'.repeat(20), document: '', points: [], note: '' }
  await expect(changeProposal(left, id, change)).rejects.toThrow('proposal.not-the-author')
})
