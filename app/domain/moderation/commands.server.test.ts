import '#tests/world/database'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { type SignedIn, visitor } from '#app/domain/authorization'
import { checkProject } from '#app/domain/budgets/check-project.server'
import { projectPage } from '#app/domain/budgets/project-page.server'
import { changeProject, putForward } from '#app/domain/budgets/put-forward.server'
import { budgetPage } from '#app/domain/budgets/queries.server'
import { writeComment } from '#app/domain/discussion/commands.server'
import { threadPage } from '#app/domain/discussion/queries.server'
import { membersOf } from '#app/domain/notifications/circles.server'
import { recipients } from '#app/domain/notifications/recipients'
import { proposalPage } from '#app/domain/proposals/proposal-page.server'
import { idea, publicBudget } from '#tests/world/budgets'
import { actor, journalOf } from '#tests/world/people'
import { openProposal } from '#tests/world/proposals'
import { lastEntry } from '#tests/world/telling'
import { appeal, decideAppeal, hide, keep, report } from './commands.server'
import { appealQueue, hidingPage, moderationQueue, moderationRegister } from './queries.server'

let keys = 0
async function commentOn(proposalId: string, author: SignedIn, text = 'CNRY parole pesanti') {
  const { id } = await writeComment(
    author,
    { kind: 'proposal', id: proposalId },
    {
      ...{ text, stance: 'neutral', language: 'it', parentId: null, associationId: null },
      formKey: `moderated-${++keys}`,
    },
  )
  return { kind: 'comment' as const, id }
}
const offence = { reason: 'offence' as const, note: 'Offende una persona per nome.' }
const people = async () => ({
  carmela: await actor('carmela'),
  bilal: await actor('bilal'),
  fatou: await actor('fatou'),
  giorgio: await actor('giorgio'),
})

test('reported, hidden with a reason, appealed once, and put back by another moderator', async () => {
  const { carmela, bilal, fatou, giorgio } = await people()
  const { id: proposalId } = await openProposal()
  const comment = await commentOn(proposalId, carmela)
  await report(bilal, comment, { reason: 'offence', note: 'Leggete' })
  await report(bilal, comment, { reason: 'spam', note: null })
  expect(await moderationQueue(fatou)).toMatchObject([{ id: comment.id, reports: 1, reasons: ['offence'], own: false }])

  const { hidingId } = await hide(fatou, comment, offence)
  expect(await moderationQueue(fatou)).toEqual([])
  const seen = await threadPage(visitor, { subjectKind: 'proposal', subjectId: proposalId })
  expect(seen.comments[0]).toMatchObject({ text: '', hidden: 'offence' })
  expect(seen.comments[0]).not.toHaveProperty('hidingId')
  expect(JSON.stringify(seen)).not.toContain('CNRY')
  const own = await threadPage(carmela, { subjectKind: 'proposal', subjectId: proposalId })
  expect(own.comments[0]).toMatchObject({ hidden: 'offence', hidingId, text: 'CNRY parole pesanti' })

  await expect(appeal(bilal, hidingId, 'Non è mio ma protesto')).rejects.toThrow('not-found')
  await appeal(carmela, hidingId, 'Era una citazione, non un’offesa.')
  await expect(appeal(carmela, hidingId, 'Ancora una volta, per favore.')).rejects.toThrow('appealed-already')
  const decision = { outcome: 'overturned' as const, note: 'È davvero una citazione.' }
  expect((await appealQueue(fatou))[0]).toMatchObject({ own: true })
  await expect(decideAppeal(fatou, hidingId, decision)).rejects.toThrow('moderation.another-moderator')
  await expect(decideAppeal(bilal, hidingId, decision)).rejects.toThrow('forbidden')
  await decideAppeal(giorgio, hidingId, decision)
  await expect(decideAppeal(giorgio, hidingId, decision)).rejects.toThrow('decided-already')
  const again = await threadPage(visitor, { subjectKind: 'proposal', subjectId: proposalId })
  expect(again.comments[0]).toMatchObject({ text: 'CNRY parole pesanti' })
  expect(again.comments[0]).not.toHaveProperty('hidden')
  expect((await journalOf(proposalId)).slice(-4)).toEqual([
    'comment.reported',
    'comment.hidden',
    'comment.appealed',
    'comment.appeal-decided',
  ])
})

test('upheld, the words stay hidden', async () => {
  const { carmela, fatou, giorgio } = await people()
  const { id: proposalId } = await openProposal()
  const comment = await commentOn(proposalId, carmela)
  const { hidingId } = await hide(fatou, comment, offence)
  const asked = async () => (await threadPage(carmela, { subjectKind: 'proposal', subjectId: proposalId })).comments[0]
  expect(await asked()).toMatchObject({ hidingId })
  expect(await asked()).not.toHaveProperty('appealed')
  await appeal(carmela, hidingId, 'Non sono d’accordo con voi.')
  await decideAppeal(giorgio, hidingId, { outcome: 'upheld', note: 'Il motivo è giusto.' })
  const [seen] = (await threadPage(visitor, { subjectKind: 'proposal', subjectId: proposalId })).comments
  expect(seen).toMatchObject({ text: '', hidden: 'offence' })
  expect(seen).not.toHaveProperty('appealed')
  expect(await asked()).toMatchObject({ hidingId, appealed: true })
  expect(await hidingPage(carmela, hidingId)).toMatchObject({ appealOutcome: 'upheld', isAuthor: true })
})

test('kept, the reports are closed and the words stay', async () => {
  const { carmela, bilal, fatou } = await people()
  const { id: proposalId } = await openProposal()
  const comment = await commentOn(proposalId, carmela)
  await report(bilal, comment, { reason: 'falsehood', note: null })
  await keep(fatou, comment)
  await expect(keep(fatou, comment)).rejects.toThrow('decided-already')
  expect(await db.report.findFirst({ where: { subjectId: comment.id }, select: { outcome: true } })).toEqual({
    outcome: 'kept',
  })
})

test('a proposal is hidden too, and then neither read, supported nor discussed', async () => {
  const { carmela, bilal, fatou } = await people()
  const { id, author } = await openProposal({ title: 'CNRY una proposta che offende' })
  const subject = { kind: 'proposal' as const, id }
  await report(carmela, subject, { reason: 'hate', note: null })
  expect((await moderationQueue(fatou)).map((one) => one.id)).toContain(id)
  await hide(fatou, subject, { ...offence, reason: 'hate' })
  expect(JSON.stringify(await proposalPage(visitor, id))).not.toContain('CNRY')
  expect((await proposalPage(author, id)).title).toContain('CNRY')
  await expect(commentOn(id, bilal)).rejects.toThrow('not-found')
})

test('a project of a budget is hidden too, and then neither read, worked on, nor voted on', async () => {
  const { carmela, bilal, fatou, giorgio } = await people()
  const { id: budgetId, officer } = await publicBudget()
  const { number } = await putForward(bilal, budgetId, { ...idea, title: 'CNRY un’idea che offende' })
  const { id } = await projectPage(visitor, budgetId, number)
  const subject = { kind: 'project' as const, id }
  expect(await report(carmela, subject, { reason: 'hate', note: null })).toEqual({
    place: `/budgets/${budgetId}/projects/${number}`,
  })
  expect(await moderationQueue(fatou)).toContainEqual(
    expect.objectContaining({ kind: 'project', id, title: 'CNRY un’idea che offende', authorName: 'Bilal' }),
  )
  const { hidingId } = await hide(fatou, subject, { ...offence, reason: 'hate' })
  for (const who of [visitor, carmela, officer]) {
    expect(JSON.stringify(await projectPage(who, budgetId, number))).not.toContain('CNRY')
    expect(JSON.stringify(await budgetPage(who, budgetId))).not.toContain('CNRY')
  }
  expect(await projectPage(bilal, budgetId, number)).toMatchObject({
    title: 'CNRY un’idea che offende',
    hiding: { id: hidingId, reason: 'hate' },
  })
  await expect(changeProject(bilal, budgetId, number, idea)).rejects.toThrow('budget.project-hidden')
  await expect(
    checkProject(officer, budgetId, number, {
      feasibility: 'feasible',
      reason: 'Si può fare.',
      cost: 1,
      costWhy: null,
    }),
  ).rejects.toThrow('budget.project-hidden')
  await appeal(bilal, hidingId, 'Non offende nessuno, leggete.')
  await decideAppeal(giorgio, hidingId, { outcome: 'overturned', note: 'È davvero una citazione.' })
  expect((await budgetPage(visitor, budgetId)).projects).toMatchObject([{ title: 'CNRY un’idea che offende' }])
  expect((await journalOf(budgetId)).slice(-4)).toEqual([
    'project.reported',
    'project.hidden',
    'project.appealed',
    'project.appeal-decided',
  ])
})

test('nobody moderates without the role, elsewhere, or the own words', async () => {
  const { carmela, bilal, fatou } = await people()
  const { id: proposalId } = await openProposal()
  const comment = await commentOn(proposalId, carmela)
  const own = await commentOn(proposalId, fatou)
  await expect(hide(bilal, comment, offence)).rejects.toThrow('forbidden')
  await expect(hide(visitor, comment, offence)).rejects.toThrow('sign-in-required')
  await expect(hide(fatou, own, offence)).rejects.toThrow('moderation.own-words')
  await expect(report(carmela, comment, { reason: 'spam', note: null })).rejects.toThrow('moderation.own-words')
  await expect(moderationQueue(bilal)).rejects.toThrow('forbidden')
  const elsewhere: SignedIn = { ...fatou, roles: [{ kind: 'moderator', territoryPath: '/puglia/lecce/' }] }
  await report(bilal, comment, { reason: 'spam', note: null })
  expect(await moderationQueue(elsewhere)).toEqual([])
  await expect(hide(elsewhere, comment, offence)).rejects.toThrow('forbidden')
})

test('where no moderator may decide, an administrator does; never the one who hid it', async () => {
  const { carmela, bilal, fatou, giorgio } = await people()
  const irene = await actor('irene')
  const { id: proposalId } = await openProposal()
  const comment = await commentOn(proposalId, carmela)
  await report(bilal, comment, { reason: 'spam', note: null })
  const called = async (what: 'comment.reported' | 'comment.appealed') => {
    const entry = await db.entry.findUniqueOrThrow({ where: { id: BigInt(await lastEntry(proposalId, what)) } })
    return [...(await membersOf(recipients[what].act, entry))].sort()
  }
  expect(await called('comment.reported')).toEqual([fatou.id, giorgio.id].sort())
  await expect(hide(irene, comment, offence)).rejects.toThrow('forbidden')
  expect(await moderationQueue(irene)).toEqual([])

  const endsOn = new Date('2020-01-01')
  const moderators = { kind: 'moderator' as const, personId: { in: [fatou.id, giorgio.id] } }
  await db.role.updateMany({ where: moderators, data: { endsOn } })
  expect(await called('comment.reported')).toEqual([irene.id])
  expect((await moderationQueue(irene)).map(({ id }) => id)).toContain(comment.id)
  await db.role.updateMany({ where: { ...moderators, personId: fatou.id }, data: { endsOn: null } })
  const { hidingId } = await hide(fatou, comment, offence)
  await appeal(carmela, hidingId, 'Non offende nessuno, leggete.')
  expect(await called('comment.appealed')).toEqual([irene.id])
  expect((await appealQueue(irene)).map((one) => one.hidingId)).toContain(hidingId)
  const decision = { outcome: 'upheld' as const, note: 'Il motivo è giusto.' }
  await expect(decideAppeal(fatou, hidingId, decision)).rejects.toThrow('moderation.another-moderator')
  await decideAppeal(irene, hidingId, decision)

  const other = await commentOn(proposalId, carmela)
  await db.role.updateMany({ where: moderators, data: { endsOn } })
  const { hidingId: own } = await hide(irene, other, offence)
  await appeal(carmela, own, 'Non offende nessuno, leggete.')
  expect(await called('comment.appealed')).toEqual([])
  await expect(decideAppeal(irene, own, decision)).rejects.toThrow('moderation.another-moderator')
  await db.role.updateMany({ where: moderators, data: { endsOn: null } })
  await decideAppeal(giorgio, own, decision)
})

test('two moderators at once make one hiding', async () => {
  const { carmela, fatou, giorgio } = await people()
  const { id: proposalId } = await openProposal()
  const comment = await commentOn(proposalId, carmela)
  const results = await Promise.allSettled([hide(fatou, comment, offence), hide(giorgio, comment, offence)])
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await db.hiding.count({ where: { subjectId: comment.id } })).toBe(1)
})

test('the public register names no people and shows no words', async () => {
  const register = await moderationRegister()
  const { fatou, giorgio, carmela } = await people()
  const text = JSON.stringify(register)
  for (const secret of ['CNRY', 'Offende', fatou.id, giorgio.id, carmela.id, 'Carmela', 'Fatou']) {
    expect(text).not.toContain(secret)
  }
  expect(register.lines.length).toBeGreaterThan(3)
  expect(register.counts.find(({ reason }) => reason === 'offence')).toMatchObject({ appeals: 4, overturned: 1 })
})
