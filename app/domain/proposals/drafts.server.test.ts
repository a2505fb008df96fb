import '#tests/world/database'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { visitor } from '#app/domain/authorization'
import { fieldFromDocument, fromPlainText } from '#app/editor/document'
import { actor, association, bari, journalOf, lecce, monopoli } from '#tests/world/people'
import { draftOf, longText, openProposal, proposalRow } from '#tests/world/proposals'
import { changeProposal } from './change-proposal.server'
import { draftPage } from './draft-page.server'
import { discardDraft, saveDraft, startDraft } from './drafts.server'
import { myProposals } from './my-proposals.server'
import { proposalPage } from './proposal-page.server'
import { publishProposal } from './publish-proposal.server'
import { refusalToPropose } from './refusal-to-propose.server'
import { rulesFrom } from './rules'
import { rulesInForce } from './rules-in-force.server'
import { versionDifference, versionsPage } from './versions.server'
import { withdrawProposal } from './withdraw-proposal.server'

test('a draft keeps what is half written, and an untouched one is taken up again', async () => {
  const carmela = await actor('carmela')
  const first = await startDraft(carmela, {})
  expect(await startDraft(carmela, {})).toEqual({ id: first.id, revision: 0 })
  expect(await saveDraft(carmela, first.id, { revision: 0, title: 'Me', points: [] })).toEqual({ revision: 1 })
  expect(await saveDraft(carmela, first.id, { revision: 1, document: 'Solo parole' })).toEqual({ revision: 2 })
  expect(await proposalRow(first.id)).toMatchObject({ title: 'Me', excerpt: 'Solo parole', topic: null, revision: 2 })
  expect((await startDraft(carmela, {})).id).not.toBe(first.id)
})

test('two tabs do not overwrite each other in silence', async () => {
  const { id, author } = await draftOf()
  await saveDraft(author, id, { revision: 1, title: 'Dalla prima finestra' })
  await expect(saveDraft(author, id, { revision: 1, title: 'Dalla seconda' })).rejects.toThrow(
    'proposal.changed-elsewhere',
  )
  expect((await proposalRow(id)).title).toBe('Dalla prima finestra')
})

test('a draft exists for nobody else', async () => {
  const { id } = await draftOf()
  for (const other of [visitor, await actor('carmela'), await actor('emanuele'), await actor('irene')]) {
    await expect(proposalPage(other, id)).rejects.toThrow('not-found')
  }
  await expect(saveDraft(await actor('carmela'), id, { revision: 1, title: 'Mia' })).rejects.toThrow('not-found')
  await expect(discardDraft(await actor('carmela'), id)).rejects.toThrow('not-found')
  await expect(versionsPage(visitor, id)).rejects.toThrow('not-found')
})

test('a document that is none is refused with its reason', async () => {
  const { id, author } = await draftOf()
  const evil = `document:${JSON.stringify({ type: 'doc', content: [{ type: 'iframe' }] })}`
  await expect(saveDraft(author, id, { revision: 1, document: evil })).rejects.toThrow('document.malformed')
})

test('publishing freezes the rules and counts the threshold', async () => {
  const { id, author } = await draftOf()
  await publishProposal(author, id, new Date('2026-03-02T09:00:00Z'))
  const row = await proposalRow(id)
  expect(row).toMatchObject({ stage: 'open', threshold: 5, version: 1 })
  expect(rulesFrom(row.rules)).toMatchObject({ thresholdNumber: 5, territoryName: 'Monopoli', answerDays: 30 })
  expect(await journalOf(id)).toEqual(['proposal.published'])
  await db.ruleSet.create({ data: { territoryId: row.territoryId, version: 2, thresholdNumber: 900 } })
  expect(rulesFrom((await proposalRow(id)).rules)?.thresholdNumber).toBe(5)
  await db.ruleSet.deleteMany({ where: { territoryId: row.territoryId, version: 2 } })
})

test('published again by those who wrote it, it stays as it was; to others it is no draft', async () => {
  const { id, author } = await draftOf()
  const first = new Date('2026-03-02T09:00:00Z')
  await publishProposal(author, id, first)
  await publishProposal(author, id, new Date('2026-03-03T09:00:00Z'))
  expect(await proposalRow(id)).toMatchObject({ publishedAt: first, version: 1 })
  await expect(publishProposal(await actor('carmela'), id)).rejects.toThrow('not-found')
})

test('a comune without its own rules has those of the region, as a share of its own people', async () => {
  const { id: associationId } = await association()
  const place = await bari()
  await db.territory.update({ where: { id: place.id }, data: { population: 316_001 } })
  const { id } = await openProposal({ territoryId: place.id, associationId })
  expect(await proposalRow(id)).toMatchObject({ threshold: 949, associationId })
})

test('where nobody has written rules yet, a draft is kept, and told why it waits', async () => {
  const place = { istatCode: '99', kind: 'region', name: 'Altrove', slug: 'altrove', path: '/altrove/' } as const
  const { id: territoryId } = await db.territory.create({ data: place, select: { id: true } })
  const { id, author } = await draftOf({ territoryId })
  expect(await draftPage(author, id)).toMatchObject({ rules: null, threshold: null, refusal: 'proposal.no-rules' })
  await expect(publishProposal(author, id)).rejects.toThrow('proposal.no-rules')
  expect(await proposalRow(id)).toMatchObject({ stage: 'draft', publishedAt: null })
})

test('two publications at once make one', async () => {
  const { id, author } = await draftOf()
  await Promise.all([publishProposal(author, id), publishProposal(author, id), publishProposal(author, id)])
  expect(await proposalRow(id)).toMatchObject({ stage: 'open', version: 1 })
  expect(await journalOf(id)).toEqual(['proposal.published'])
})

test('a draft is published when it is complete, by those who may', async () => {
  const short = await draftOf({ title: 'Corto' })
  await expect(publishProposal(short.author, short.id)).rejects.toThrow('proposal.lacks-title-short')
  const empty = await draftOf({ text: 'Poco' })
  await expect(publishProposal(empty.author, empty.id)).rejects.toThrow('proposal.lacks-text-short')
  const elsewhere = await draftOf({ by: 'carmela', territoryId: (await lecce()).id })
  await expect(publishProposal(elsewhere.author, elsewhere.id)).rejects.toThrow('proposal.not-a-resident')
  await expect(startDraft(await actor('nora'), {})).rejects.toThrow('identity.confirm-address-first')
  await expect(startDraft(await actor('carmela'), { associationId: (await association()).id })).rejects.toThrow(
    'association.not-yours',
  )
})

test('a published text is corrected in its window, then changes by version', async () => {
  const now = new Date('2026-03-02T09:00:00Z')
  const { id, author } = await openProposal({ now })
  const change = (revision: number, text: string, note = '') => ({
    revision,
    title: 'Sportello con mediatori in ospedale',
    document: fieldFromDocument(fromPlainText(text)),
    points: ['Uno sportello'],
    note,
  })
  const soon = new Date('2026-03-02T12:00:00Z')
  const later = new Date('2026-03-04T12:00:00Z')
  const { revision } = await proposalRow(id)
  expect(await changeProposal(author, id, change(revision, `${longText} Subito.`), soon)).toEqual({ version: 1 })
  await expect(changeProposal(author, id, change(revision, longText), soon)).rejects.toThrow('changed-elsewhere')
  await expect(changeProposal(author, id, change(revision + 1, longText), later)).rejects.toThrow('note-required')
  const text = `${longText} Anche la sera.`
  expect(await changeProposal(author, id, change(revision + 1, text, 'Orari'), later)).toEqual({ version: 2 })
  expect(await journalOf(id)).toEqual(['proposal.published', 'proposal.corrected', 'proposal.changed'])
  const { versions } = await versionsPage(visitor, id)
  expect(versions.map(({ number, note }) => [number, note])).toEqual([
    [2, 'Orari'],
    [1, null],
  ])
  const difference = await versionDifference(visitor, id, 1, 2)
  const changed = difference.changes.filter(({ kind }) => kind !== 'same')
  expect(JSON.stringify(changed)).toContain('Anche')
  expect(difference.changes.some(({ kind }) => kind === 'same')).toBe(true)
  await expect(db.$executeRaw`update "ProposalVersion" set title = 'x'`).rejects.toThrow(/append-only/)
})

test('withdrawn in public it stays readable, withdrawn as a draft it is gone', async () => {
  const { id, author } = await openProposal()
  await expect(withdrawProposal(await actor('carmela'), id)).rejects.toThrow('proposal.not-the-author')
  await withdrawProposal(author, id)
  expect(await proposalPage(visitor, id)).toMatchObject({ stage: 'withdrawn' })
  expect(await journalOf(id)).toEqual(['proposal.published', 'proposal.withdrawn'])
  const draft = await draftOf({ title: 'Da buttare via presto' })
  await withdrawProposal(draft.author, draft.id)
  await expect(proposalPage(visitor, draft.id)).rejects.toThrow('not-found')
  expect((await myProposals(draft.author)).map(({ title }) => title)).not.toContain('Da buttare via presto')
})

test('a delegate goes on with what another began for the association', async () => {
  const { id: associationId } = await association()
  const place = await monopoli()
  const { id } = await draftOf({ by: 'ada', associationId, territoryId: place.id })
  const bilal = await actor('bilal')
  await saveDraft(bilal, id, { revision: 1, title: 'Sportello con mediatori, rivisto' })
  await publishProposal(bilal, id)
  const page = await proposalPage(bilal, id)
  expect(page).toMatchObject({ associationName: 'Associazione Ponte', authorName: 'Ada', writes: true, owns: true })
})

test('where one may not propose, the first step knows it: for oneself and for an association', async () => {
  const [ada, carmela] = [await actor('ada'), await actor('carmela')]
  const [home, elsewhere] = [await monopoli(), await lecce()]
  const { id: ponte } = await association()
  expect(await refusalToPropose(carmela, home.id)).toBeNull()
  expect(await refusalToPropose(carmela, elsewhere.id)).toBe('proposal.not-a-resident')
  const draft = await startDraft(ada, { territoryId: elsewhere.id })
  const refusal = async () => (await draftPage(ada, draft.id)).refusal
  expect(await refusal()).toBe('proposal.not-a-resident')
  await saveDraft(ada, draft.id, { revision: draft.revision, territoryId: home.id, associationId: ponte })
  expect(await refusal()).toBeNull()
  const rules = await rulesInForce(db, home.id)
  await db.ruleSet.update({ where: { id: rules?.ruleSetId ?? '' }, data: { proposers: 'residents' } })
  expect(await refusalToPropose(ada, home.id, ponte)).toBe('proposal.residents-only')
  expect(await refusal()).toBe('proposal.residents-only')
  await db.ruleSet.update({
    where: { id: rules?.ruleSetId ?? '' },
    data: { proposers: rules?.proposers ?? 'residents' },
  })
})
