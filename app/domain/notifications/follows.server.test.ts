import '#tests/world/database'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { visitor } from '#app/domain/authorization'
import { proposalPage } from '#app/domain/proposals/proposal-page.server'
import { answeredProposal } from '#tests/world/answers'
import { actor, monopoli } from '#tests/world/people'
import { draftOf, openProposal } from '#tests/world/proposals'
import { statementsOf } from '#tests/world/statements'
import { lastEntry } from '#tests/world/telling'
import { membersOf } from './circles.server'
import { follow, unfollow } from './commands.server'
import { followsOf } from './follows.server'
import { recipients } from './recipients'

const proposal = (subjectId: string) => ({ subjectKind: 'proposal' as const, subjectId })

test('whoever follows without supporting hears of the answer, its date, the stages and the commitments, until they stop', async () => {
  const { proposalId } = await answeredProposal()
  const drita = await actor('drita')
  await follow(drita, proposal(proposalId))
  const entry = await db.entry.findUniqueOrThrow({ where: { id: BigInt(await lastEntry(proposalId, 'answer.given')) } })
  const heard = async () => {
    const steps = [
      'answer.given',
      'answer.changed',
      'answer.extended',
      'answer.review-asked',
      'proposal.qualified',
      'proposal.withdrawn',
      'proposal.archived',
      'commitment.made',
      'commitment.step-added',
      'commitment.done',
      'commitment.dropped',
    ] as const
    const told = await Promise.all(
      steps.map(async (what) => (await membersOf(recipients[what].hear, { ...entry, what })).has(drita.id)),
    )
    return steps.filter((_, index) => told[index]).length / steps.length
  }
  expect(await heard()).toBe(1)
  await unfollow(drita, proposal(proposalId))
  expect(await heard()).toBe(0)
})

test('following is offered to who would not hear otherwise, and leaving to whoever follows', async () => {
  const { id } = await openProposal({ territoryId: (await monopoli()).id })
  const carmela = await actor('carmela')
  const offered = async (who: Parameters<typeof proposalPage>[0]) => {
    const { followed, offersFollowing } = await proposalPage(who, id)
    return { followed, offersFollowing }
  }
  expect(await offered(visitor)).toEqual({ followed: false, offersFollowing: false })
  expect(await offered(await actor('ada'))).toEqual({ followed: false, offersFollowing: false })
  expect(await offered(carmela)).toEqual({ followed: false, offersFollowing: true })
  await db.support.create({ data: { proposalId: id, personId: carmela.id } })
  expect(await offered(carmela)).toEqual({ followed: false, offersFollowing: false })
  await follow(carmela, proposal(id))
  expect(await offered(carmela)).toEqual({ followed: true, offersFollowing: true })
})

test('what one follows is listed by page, costs one statement, and hides what is hidden', async () => {
  const fatou = await actor('fatou')
  const titles = ['Prima da seguire', 'Seconda da seguire', 'Terza da seguire']
  const ids: string[] = []
  for (const title of titles) ids.push((await openProposal({ title })).id)
  for (const id of ids) await follow(fatou, proposal(id))
  await follow(fatou, { subjectKind: 'territory', subjectId: (await monopoli()).id })
  await db.proposal.update({ where: { id: ids[1] ?? '' }, data: { hiddenAt: new Date() } })
  const seen: (string | null)[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof followsOf>> = await followsOf(fatou, cursor, 2)
    seen.push(...page.follows.map(({ title }) => title))
    cursor = page.next
  } while (cursor)
  expect(seen).toHaveLength(4)
  expect(seen).toEqual(expect.arrayContaining(['Prima da seguire', 'Terza da seguire', 'Monopoli', null]))
  expect(await statementsOf(() => followsOf(fatou, null, 2))).toBe(await statementsOf(() => followsOf(fatou, null, 4)))
  expect((await followsOf(await actor('bilal'), null)).follows).toEqual([])
  await expect(followsOf(visitor, null)).rejects.toThrow('sign-in-required')
})

test('nobody follows a draft or what is hidden', async () => {
  const { id } = await draftOf()
  const hidden = await openProposal()
  await db.proposal.update({ where: { id: hidden.id }, data: { hiddenAt: new Date() } })
  for (const one of [id, hidden.id])
    await expect(follow(await actor('carmela'), proposal(one))).rejects.toThrow('not-found')
})
