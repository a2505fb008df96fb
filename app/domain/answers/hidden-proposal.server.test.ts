import '#tests/world/database'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { visitor } from '#app/domain/authorization'
import { answeredProposal } from '#tests/world/answers'
import { commitmentList, commitmentPage } from './commitment-queries.server'

test('what moderators have hidden is on no page of what was promised for it', async () => {
  const title = 'Un titolo che dice troppo'
  const { proposalId } = await answeredProposal({ title })
  await db.proposal.update({ where: { id: proposalId }, data: { hiddenAt: new Date() } })
  const promised = await db.commitment.findFirstOrThrow({ where: { proposalId }, select: { id: true } })
  const { commitments } = await commitmentList({ state: null }, null, 100)
  const pages = [await commitmentPage(visitor, promised.id), commitments.find(({ id }) => id === promised.id)]
  expect(pages.map((page) => page?.proposal?.title)).toEqual([null, null])
  expect(JSON.stringify(pages)).not.toContain(title)
})
