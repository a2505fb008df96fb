import '#tests/world/database'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { addressOf } from '#prisma/seed/town'
import { lettersTo, tokenIn } from '#tests/world/letters'
import { actor, journalOf } from '#tests/world/people'
import { draftOf, openProposal, proposalRow } from '#tests/world/proposals'
import { archiveProposals } from './archive-proposals.server'
import { acceptCoAuthorship, coAuthorInvitation, endCoAuthorship, inviteCoAuthor } from './co-authors.server'
import { draftPage } from './draft-page.server'
import { saveDraft } from './drafts.server'
import { proposalPage } from './proposal-page.server'

test('an invitation works once, for whom it is meant, and opens the draft', async () => {
  const { id, author } = await draftOf()
  const address = addressOf('carmela')
  await inviteCoAuthor(author, id, address)
  expect((await lettersTo(address)).at(-1)?.text).toContain(author.name)
  const secret = await tokenIn(address)
  expect(await db.coAuthor.count({ where: { tokenHash: secret } })).toBe(0)
  const [carmela, giorgio] = [await actor('carmela'), await actor('giorgio')]
  expect(await coAuthorInvitation(carmela, secret)).toMatchObject({ proposal: { id }, can: true })
  expect(await coAuthorInvitation(giorgio, secret)).toMatchObject({ can: 'identity.invitation-for-another' })
  await expect(acceptCoAuthorship(giorgio, secret)).rejects.toThrow('identity.invitation-for-another')
  const results = await Promise.allSettled([acceptCoAuthorship(carmela, secret), acceptCoAuthorship(carmela, secret)])
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await saveDraft(carmela, id, { revision: 1, title: 'Scritta insieme, in due' })).toEqual({ revision: 2 })
  await expect(coAuthorInvitation(carmela, secret)).rejects.toThrow()
  const [seen] = (await proposalPage(carmela, id)).coAuthors
  expect(seen).toMatchObject({ mine: true, invitedEmail: null })
  await endCoAuthorship(carmela, id, seen!.id)
  await expect(proposalPage(carmela, id)).rejects.toThrow('not-found')
  expect(await journalOf(id)).toEqual(['proposal.author-invited', 'proposal.author-joined', 'proposal.author-left'])
})

test('nobody invites their own address; the preview names who has joined, as the public page does', async () => {
  const { id, author } = await draftOf()
  await expect(inviteCoAuthor(author, id, addressOf('ada'))).rejects.toThrow('proposal.own-address')
  expect(await db.coAuthor.count({ where: { proposalId: id } })).toBe(0)
  const address = addressOf('carmela')
  await inviteCoAuthor(author, id, address)
  await acceptCoAuthorship(await actor('carmela'), await tokenIn(address))
  const { coAuthors } = await draftPage(author, id)
  expect(coAuthors).toMatchObject([{ name: 'Carmela' }])
  expect((await proposalPage(author, id)).coAuthors).toEqual(coAuthors)
})

test('an invitation ends after thirty days, and is nobody else’s to make', async () => {
  const { id, author } = await draftOf()
  await inviteCoAuthor(author, id, 'x@esempio.it')
  const secret = await tokenIn('x@esempio.it')
  const later = new Date(Date.now() + 31 * 86_400_000)
  await expect(acceptCoAuthorship(await actor('carmela'), secret, later)).rejects.toThrow('proposal.invitation-over')
  await expect(inviteCoAuthor(await actor('carmela'), id, 'y@esempio.it')).rejects.toThrow('not-found')
})

test('after a year without its threshold a proposal goes to the archive, once', async () => {
  const old = await openProposal({ now: new Date('2024-11-01') })
  const fresh = await openProposal({ now: new Date('2025-11-20') })
  const now = new Date('2025-11-25')
  expect(await archiveProposals(now)).toEqual({ archived: 1 })
  expect(await archiveProposals(now)).toEqual({ archived: 0 })
  expect((await proposalRow(old.id)).stage).toBe('archived')
  expect((await proposalRow(fresh.id)).stage).toBe('open')
  expect(await db.entry.count({ where: { what: 'proposal.archived' } })).toBe(1)
})
