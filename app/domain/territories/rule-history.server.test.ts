import '#tests/world/database'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { visitor } from '#app/domain/authorization'
import { rulesInForce as rulesOf } from '#app/domain/proposals/rules-in-force.server'
import { actor, journalOf, lecce, monopoli, territory } from '#tests/world/people'
import { openProposal } from '#tests/world/proposals'
import { changeRules, takeBackRules } from './commands.server'
import { rulesInForce } from './queries.server'
import { ruleHistory } from './rule-history.server'

const rules = {
  proposers: 'residentsAndAssociations',
  supporters: 'anyone',
  thresholdNumber: 40,
  editWindowHours: 48,
  answerDays: 30,
  extensionDays: 10,
  reviewDays: 15,
  act: 'Delibera n. 7',
} as const
const reason = 'Delibera n. 9: torniamo alle regole della Regione.'
const may = new Date('2026-05-04T08:00:00Z')
const june = new Date('2026-06-01T08:00:00Z')
const july = new Date('2026-07-01T08:00:00Z')

test('every version is read with its time, its author and what it changed; taken back, the territory inherits again', async () => {
  const irene = await actor('irene')
  const { id, path, slug } = await monopoli()
  const { id: early } = await openProposal({ territoryId: id })
  await changeRules(irene, slug, rules, may)

  const changed = await ruleHistory(visitor, slug)
  expect(changed.inherited).toBeNull()
  expect(changed.versions.map(({ version, by, createdAt, endedAt }) => ({ version, by, createdAt, endedAt }))).toEqual([
    { version: 2, by: 'Irene', createdAt: may, endedAt: null },
    { version: 1, by: null, createdAt: expect.any(Date), endedAt: may },
  ])
  expect(changed.versions[0]?.changes).toMatchObject({
    before: { version: 1 },
    lines: ['supporters', 'editWindowHours', 'threshold', 'extensionDays'],
  })
  expect(changed.versions[1]?.changes).toBeNull()
  expect(changed.can).toEqual({ change: 'sign-in-required', takeBack: false })
  expect((await ruleHistory(irene, slug)).can).toEqual({ change: true, takeBack: true })

  const { id: late } = await openProposal({ territoryId: id })
  await expect(takeBackRules(await actor('marta'), slug, { reason })).rejects.toThrow('territory.not-an-administrator')
  await takeBackRules(irene, slug, { reason }, june)
  expect(await rulesInForce(path)).toMatchObject({ territoryPath: '/puglia/', thresholdShare: 30 })
  expect(await rulesOf(db, id)).toMatchObject({ territoryName: 'Puglia', thresholdShare: 30 })
  const back = await ruleHistory(irene, slug)
  expect(back.inherited).toMatchObject({ territorySlug: 'puglia' })
  expect(back.versions[0]).toMatchObject({ version: 2, endedAt: june, takenBackFor: reason, takenBackBy: 'Irene' })
  expect(back.can.takeBack).toBe(false)
  await expect(takeBackRules(irene, slug, { reason })).rejects.toThrow('territory.rules-are-inherited')

  // What was open keeps the rules it opened with; what opens now follows the inherited ones
  const frozen = async (proposalId: string) =>
    (await db.proposal.findUniqueOrThrow({ where: { id: proposalId }, select: { rules: true } })).rules
  expect(await frozen(early)).toMatchObject({ version: 1, territoryName: 'Monopoli' })
  expect(await frozen(late)).toMatchObject({
    version: 2,
    territoryName: 'Monopoli',
    thresholdNumber: 40,
    editWindowHours: 48,
  })
  const { id: latest } = await openProposal({ territoryId: id })
  expect(await frozen(latest)).toMatchObject({ version: 1, territoryName: 'Puglia' })

  // The next version counts on from the last, and leaves the time between to the inherited rules
  expect(await changeRules(irene, slug, { ...rules, reviewDays: 20, extensionDays: 5 }, july)).toBe(3)
  expect(await rulesInForce(path)).toMatchObject({ version: 3, territoryName: 'Monopoli' })
  const again = await ruleHistory(irene, slug)
  expect(again.versions.map(({ endedAt }) => endedAt)).toEqual([null, june, may])
  expect(again.versions[0]?.changes?.lines).toEqual(['extensionDays', 'reviewDays'])
  expect((await journalOf(id)).filter((what) => what.startsWith('territory.rules'))).toEqual([
    'territory.rules-changed',
    'territory.rules-taken-back',
    'territory.rules-changed',
  ])
})

test('where nothing stands above, a rule set stays', async () => {
  const irene = await actor('irene')
  const region = await territory('/puglia/')
  await expect(takeBackRules(irene, region.slug, { reason })).rejects.toThrow('territory.nothing-to-inherit')
  expect((await ruleHistory(irene, region.slug)).can.takeBack).toBe(false)
})

test('two who write at once leave one version in force', async () => {
  const irene = await actor('irene')
  const { id, slug } = await lecce()
  const everywhere = { ...irene, roles: [{ kind: 'administrator' as const, territoryPath: '/puglia/' }] }
  await Promise.all([changeRules(everywhere, slug, rules), changeRules(everywhere, slug, { ...rules, reviewDays: 20 })])
  expect(await db.ruleSet.count({ where: { territoryId: id, endedAt: null } })).toBe(1)
})

test('what says the same as what is in force is no version, and one threshold is written', async () => {
  const irene = await actor('irene')
  const { id, slug } = await territory('/puglia/bari/bari/')
  const change = (values: Parameters<typeof changeRules>[2]) => changeRules(irene, slug, values)
  const { thresholdNumber: _, ...without } = rules
  await expect(change(without)).rejects.toMatchObject({
    reason: 'territory.threshold-missing',
    field: 'thresholdNumber',
  })
  await expect(change({ ...rules, thresholdShare: 30 })).rejects.toThrow('territory.one-threshold')
  const first = await change(rules)
  await expect(change(rules)).rejects.toThrow('territory.same-rules')
  const tries = await Promise.allSettled([
    change({ ...rules, act: 'Delibera n. 8' }),
    change({ ...rules, act: 'Delibera n. 8' }),
  ])
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await db.ruleSet.findFirst({ where: { territoryId: id, endedAt: null }, select: { version: true } })).toEqual({
    version: first + 1,
  })
})
