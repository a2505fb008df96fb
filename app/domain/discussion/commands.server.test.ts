import '#tests/world/database'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { visitor } from '#app/domain/authorization'
import { actor, association, journalOf } from '#tests/world/people'
import { draftOf, openProposal, proposalRow } from '#tests/world/proposals'
import { editComment, markUseful, unmarkUseful, withdrawComment, writeComment } from './commands.server'
import { commentHistory, commentsSince, repliesPage, threadPage } from './queries.server'
import type { Subject } from './subjects.server'

let subject: Subject
let keys = 0
const said = (text: string, more: { parentId?: string; associationId?: string; formKey?: string } = {}) => ({
  text,
  stance: 'for' as const,
  language: 'it' as const,
  parentId: null,
  associationId: null,
  formKey: `form-key-${++keys}`,
  ...more,
})

test('what was said for an association is changed and taken back by who acts for it today', async () => {
  const [bilal, { id: associationId }] = [await actor('bilal'), await association()]
  const { id } = await writeComment(bilal, subject, said('A nome di Ponte', { associationId }))
  const left = { ...bilal, mandates: [] }
  await expect(editComment(left, id, words('Cambiato'))).rejects.toThrow('association.not-yours')
  await expect(withdrawComment(left, id)).rejects.toThrow('association.not-yours')
  const mine = async (who: typeof bilal) =>
    (await threadPage(who, { subjectKind: 'proposal', subjectId: subject.id })).comments[0]?.mine ?? false
  expect([await mine(bilal), await mine(left)]).toEqual([true, false])
  await withdrawComment(bilal, id)
})

const words = (text: string, language: 'it' | 'sq' = 'it') => ({ text, language })

beforeAll(async () => {
  subject = { kind: 'proposal', id: (await openProposal()).id }
})

test('a comment is counted, noted and seen by everybody', async () => {
  const before = (await proposalRow(subject.id)).commentCount
  const { id } = await writeComment(await actor('carmela'), subject, said('Sono d’accordo'))
  expect((await proposalRow(subject.id)).commentCount).toBe(before + 1)
  expect((await journalOf(subject.id)).at(-1)).toBe('comment.written')
  const { comments } = await threadPage(visitor, { subjectKind: 'proposal', subjectId: subject.id })
  expect(comments[0]).toMatchObject({ id, text: 'Sono d’accordo', authorName: 'Carmela', stance: 'for' })
  expect(comments[0]).not.toHaveProperty('mine')
})

test('the same form sent five times at once is one comment', async () => {
  const carmela = await actor('carmela')
  const before = (await proposalRow(subject.id)).commentCount
  const once = said('Una volta sola')
  const results = await Promise.all(Array.from({ length: 5 }, () => writeComment(carmela, subject, once)))
  expect(new Set(results.map(({ id }) => id)).size).toBe(1)
  expect(results.filter(({ again }) => !again)).toHaveLength(1)
  expect((await proposalRow(subject.id)).commentCount).toBe(before + 1)
})

test('replies have two levels, in their own thread', async () => {
  const carmela = await actor('carmela')
  const other: Subject = { kind: 'proposal', id: (await openProposal()).id }
  const { id: parentId } = await writeComment(carmela, subject, said('Primo livello'))
  const reply = await writeComment(await actor('bilal'), subject, said('Secondo livello', { parentId }))
  await expect(writeComment(carmela, subject, said('Terzo', { parentId: reply.id }))).rejects.toThrow('two-levels')
  await expect(writeComment(carmela, other, said('Altrove', { parentId }))).rejects.toThrow('not-found')
  const { comments } = await threadPage(visitor, { subjectKind: 'proposal', subjectId: subject.id })
  expect(comments[0]?.replies.map(({ text }) => text)).toEqual(['Secondo livello'])
  expect((await repliesPage(visitor, parentId)).replies).toHaveLength(1)
})

test('who may not speak here', async () => {
  await expect(writeComment(visitor, subject, said('Anch’io'))).rejects.toThrow('sign-in-required')
  await expect(writeComment(await actor('nora'), subject, said('Anch’io'))).rejects.toThrow('confirm-address-first')
  const { id: associationId } = await association()
  await expect(writeComment(await actor('carmela'), subject, said('Per Ponte', { associationId }))).rejects.toThrow(
    'association.not-yours',
  )
  const draft = await draftOf()
  await expect(writeComment(draft.author, { kind: 'proposal', id: draft.id }, said('Qui'))).rejects.toThrow('not-found')
  await expect(threadPage(visitor, { subjectKind: 'proposal', subjectId: draft.id })).resolves.toMatchObject({
    comments: [],
  })
  await db.proposal.update({ where: { id: draft.id }, data: { stage: 'archived', publishedAt: new Date() } })
  await expect(writeComment(draft.author, { kind: 'proposal', id: draft.id }, said('Qui'))).rejects.toThrow('closed')
})

test('an association speaks through its delegate', async () => {
  const { id: associationId } = await association()
  await writeComment(await actor('bilal'), subject, said('Noi di Ponte', { associationId }))
  const { comments } = await threadPage(visitor, { subjectKind: 'proposal', subjectId: subject.id })
  expect(comments[0]).toMatchObject({ authorName: 'Bilal', associationName: 'Associazione Ponte' })
})

test('an edit keeps what was said before; a withdrawal shows it no more', async () => {
  const carmela = await actor('carmela')
  const { id } = await writeComment(carmela, subject, said('Prima'))
  await expect(editComment(await actor('bilal'), id, words('Mio'))).rejects.toThrow('not-yours')
  await editComment(carmela, id, words('Dopo'))
  await editComment(carmela, id, words('Dopo'))
  expect(await commentHistory(visitor, id)).toMatchObject({ comment: { text: 'Dopo' }, edits: [{ text: 'Prima' }] })
  await withdrawComment(carmela, id)
  await expect(editComment(carmela, id, words('Ancora'))).rejects.toThrow('discussion.withdrawn')
  await expect(commentHistory(visitor, id)).rejects.toThrow('not-found')
  const { comments } = await threadPage(carmela, { subjectKind: 'proposal', subjectId: subject.id })
  expect(comments.find((comment) => comment.id === id)).toMatchObject({ text: '', withdrawn: true })
  await expect(writeComment(carmela, subject, said('Risposta', { parentId: id }))).rejects.toThrow('parent-gone')
})

test('an edit says in which language the words are', async () => {
  const drita = await actor('drita')
  const { id } = await writeComment(drita, subject, said('Pajtohem'))
  await editComment(drita, id, words('Pajtohem', 'sq'))
  expect(await commentHistory(visitor, id)).toMatchObject({ comment: { language: 'sq' }, edits: [] })
})

test('who proposes and who sits in the office of the territory are marked, whatever name others take', async () => {
  const { id: ponte } = await association()
  const about: Subject = { kind: 'proposal', id: (await openProposal()).id }
  const author = await db.person.findFirstOrThrow({
    where: { proposals: { some: { id: about.id } } },
    select: { id: true },
  })
  const by = async (name: Parameters<typeof actor>[0], parentId?: string, associationId?: string) =>
    (
      await writeComment(
        await actor(name),
        about,
        said(name, { ...(parentId && { parentId }), ...(associationId && { associationId }) }),
      )
    ).id
  const officer = await by('emanuele')
  await by('fatou', officer)
  await by('bilal', officer, ponte)
  await db.person.update({ where: { id: (await actor('fatou')).id }, data: { pseudonym: 'Emanuele' } })
  const marks = async () => {
    const { comment, replies } = await repliesPage(visitor, officer)
    return [comment, ...replies].map(({ text, proposes = false, officeName = null }) => [text, proposes, officeName])
  }
  expect(await marks()).toEqual([
    ['emanuele', false, 'Servizi sociali'],
    ['fatou', false, null],
    ['bilal', false, null],
  ])
  await db.proposal.update({ where: { id: about.id }, data: { associationId: ponte } })
  const fatou = { personId: (await actor('fatou')).id, proposalId: about.id, acceptedAt: new Date() }
  const { id } = await db.coAuthor.create({ data: fatou, select: { id: true } })
  expect((await marks()).map(([, proposes]) => proposes)).toEqual([false, true, true])
  await db.coAuthor.update({ where: { id }, data: { endedAt: new Date() } })
  await db.proposal.update({ where: { id: about.id }, data: { authorId: (await actor('emanuele')).id } })
  expect((await marks()).map(([, proposes]) => proposes)).toEqual([true, false, true])
  await db.proposal.update({ where: { id: about.id }, data: { authorId: author.id, associationId: null } })
})

test('one mark a person, none on one’s own words', async () => {
  const { id } = await writeComment(await actor('carmela'), subject, said('Utile'))
  const bilal = await actor('bilal')
  await Promise.all(Array.from({ length: 10 }, () => markUseful(bilal, id)))
  expect(await db.comment.findUnique({ where: { id }, select: { weight: true } })).toEqual({ weight: 1 })
  await expect(markUseful(await actor('carmela'), id)).rejects.toThrow('own-comment')
  const [heaviest] = (await threadPage(bilal, { subjectKind: 'proposal', subjectId: subject.id, sort: 'weight' }))
    .comments
  expect(heaviest).toMatchObject({ id, marked: true, weight: 1 })
  await Promise.all([unmarkUseful(bilal, id), unmarkUseful(bilal, id)])
  expect(await db.comment.findUnique({ where: { id }, select: { weight: true } })).toEqual({ weight: 0 })
})

test('comments that came since a number are counted', async () => {
  const { number } = await commentsSince(subject, 0)
  const carmela = await actor('carmela')
  const { id } = await writeComment(carmela, subject, said('Nuovo 1'))
  await writeComment(carmela, subject, said('Nuovo 2'))
  await editComment(carmela, id, words('Nuovo 1, meglio'))
  expect(await commentsSince(subject, number)).toEqual({ count: 2, number: number + 3 })
  expect(await commentsSince(subject, number + 3)).toEqual({ count: 0, number: number + 3 })
})
