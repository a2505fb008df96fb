/** "I back this": one a person, counted in the same statement; at the threshold the proposal qualifies by itself, once. */
import { startClock } from '#app/domain/answers/clock-start.server'
import type { Actor } from '#app/domain/authorization'
import { type Noting, type Tx, transaction } from '#app/domain/journal/transaction.server'
import { found, insist, Refusal } from '#app/domain/refusal'
import type { Stage } from './lifecycle'
import { canSupport, canTakeBackSupport, type Weighed } from './policy'
import { moves } from './reach.server'
import { rulesFrom } from './rules'

type Supportable = Pick<Weighed, 'stage' | 'territoryPath' | 'hidden' | 'answered' | 'rules' | 'published'> & {
  territoryId: string
}
type Count = { supports: number; threshold: number | null; stage: Stage }

export async function supportProposal(actor: Actor, proposalId: string, now: Date = new Date()) {
  return transaction(async (tx, note) => {
    const proposal = await supportable(tx, proposalId)
    insist(canSupport(actor, proposal))
    if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
    const counted = await count(tx, proposalId, actor.id, now)
    if (!counted) return { supports: null, qualified: false }
    await note({ what: 'proposal.supported', actor, subjectId: proposalId, territoryId: proposal.territoryId })
    const reached = counted.threshold !== null && counted.supports >= counted.threshold
    const { stage } = counted
    const qualified = reached && (await qualify(tx, note, { id: proposalId, stage }, proposal, now))
    return { supports: counted.supports, qualified }
  })
}

/** Adds the row and counts it; null when this person supports already. The row lock puts parallel supports in a line. */
async function count(tx: Tx, proposalId: string, personId: string, now: Date): Promise<Count | null> {
  const [row] = await tx.$queryRaw<(Count & { added: boolean })[]>`
    with added as (
      insert into "Support" ("proposalId", "personId", at) values (${proposalId}, ${personId}, ${now})
      on conflict do nothing returning 1
    ), counted as (
      update "Proposal" set "supportCount" = "supportCount" + 1
      where id = ${proposalId} and stage in ('open', 'qualified') and "answeredAt" is null and "hiddenAt" is null and exists (select from added)
      returning "supportCount" + "importedSupportCount" as supports, threshold, stage
    )
    select exists (select from added) as added, counted.* from (select 1) as one left join counted on true`
  if (!row?.added) return null
  insist(row.supports !== null || 'proposal.not-open')
  return row
}

type Staged = { id: string; stage: Stage }

async function qualify(tx: Tx, note: Noting, proposal: Staged, { territoryId }: Supportable, now: Date) {
  if (!(await moves(tx, proposal, 'qualify', { qualifiedAt: now }))) return false
  await note({ what: 'proposal.qualified', actor: 'clock', subjectId: proposal.id, territoryId })
  await startClock(tx, note, { proposalId: proposal.id, round: 1, now })
  return true
}

export async function takeBackSupport(actor: Actor, proposalId: string) {
  await transaction(async (tx, note) => {
    const proposal = await supportable(tx, proposalId)
    insist(canTakeBackSupport(actor, proposal))
    if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
    const [row] = await tx.$queryRaw<{ taken: boolean; counted: boolean }[]>`
      with taken as (
        delete from "Support" where "proposalId" = ${proposalId} and "personId" = ${actor.id} returning 1
      ), counted as (
        update "Proposal" set "supportCount" = "supportCount" - 1
        where id = ${proposalId} and stage = 'open' and exists (select from taken) returning 1
      )
      select exists (select from taken) as taken, exists (select from counted) as counted`
    if (!row?.taken) return
    insist(row.counted || 'proposal.already-counted')
    await note({ what: 'proposal.support-taken-back', actor, subjectId: proposalId, territoryId: proposal.territoryId })
  })
}

async function supportable(tx: Tx, proposalId: string): Promise<Supportable> {
  const [row] = await tx.$queryRaw<(Omit<Supportable, 'rules'> & { rules: unknown })[]>`
    select p.stage, t.path as "territoryPath", t.id as "territoryId", p."hiddenAt" is not null as hidden,
      p."answeredAt" is not null as answered, p.rules,
      p."publishedAt" is not null as published
    from "Proposal" p join "Territory" t on t.id = p."territoryId" where p.id = ${proposalId}`
  const proposal = found(row)
  return { ...proposal, rules: rulesFrom(proposal.rules) }
}
