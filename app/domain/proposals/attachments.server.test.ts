import '#tests/world/database'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { forgetRemovedFiles } from '#app/domain/files/attach.server'
import { openBytes } from '#app/storage/files.server'
import { drawing, pdf } from '#tests/world/files'
import { actor } from '#tests/world/people'
import { draftOf, openProposal } from '#tests/world/proposals'
import { attachToProposal, detachFromProposal } from './attachments.server'
import { discardDraft } from './drafts.server'

const paper = () => ({ name: 'pianta.pdf', bytes: pdf() })
const picture = async () => ({ name: 'piazza.png', bytes: await drawing(60, 40) })

async function bytesOf(id: string) {
  const kept = await openBytes(id)
  kept?.stream.destroy()
  return kept !== null
}

test('what is beside a published proposal stays as it was published; a picture comes with the next version', async () => {
  const { id, author } = await openProposal()
  const beside = { ownerId: author.id, subjectKind: 'proposal', subjectId: id, restricted: false }
  const known = { name: 'pianta.pdf', mediaType: 'application/pdf', size: 9, sha256: '' }
  const { id: fileId } = await db.storedFile.create({ data: { ...beside, ...known, purpose: 'attachment' } })
  await expect(attachToProposal(author, id, 'attachment', paper())).rejects.toThrow('proposal.not-a-draft')
  await expect(detachFromProposal(author, id, fileId)).rejects.toThrow('proposal.not-a-draft')
  expect(await db.storedFile.count({ where: { subjectId: id, removedAt: null } })).toBe(1)
  await attachToProposal(author, id, 'image', await picture())
  await expect(attachToProposal(await actor('carmela'), id, 'image', await picture())).rejects.toThrow(
    'proposal.not-the-author',
  )
})

test('a draft takes files and gives them up, and thrown away it leaves no bytes behind', async () => {
  const { id, author } = await draftOf()
  const [first, second] = [
    await attachToProposal(author, id, 'attachment', paper()),
    await attachToProposal(author, id, 'attachment', paper()),
  ]
  await detachFromProposal(author, id, first.id)
  expect([await bytesOf(first.id), await bytesOf(second.id)]).toEqual([false, true])
  await discardDraft(author, id)
  await forgetRemovedFiles()
  expect(await bytesOf(second.id)).toBe(false)
})
