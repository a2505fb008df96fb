/** What past budgets would have funded under each rule: to look at before a rule is chosen. */
import { db } from '#app/db/client.server'
import type { Prisma } from '#app/db/generated/client'
import { found, insist } from '#app/domain/refusal'
import type { Compared } from './comparison'
import type { PollReport } from './count'
import { compareAside } from './count-apart.server'
import { counted, groupsOf, seedIn } from './counted-poll.server'
import { pollRules, ruleOf } from './rules'
import { termsFrom } from './terms'

export type PastComparison = { id: string; question: string; language: string; currency: string; compared: Compared[] }

const budgetRules = Object.keys(pollRules).filter((name) => ruleOf(name as keyof typeof pollRules).budget)

/** The nearest first: of this territory, then of others, the newest before the older. */
export async function pastComparisons(territoryId: string, limit = 3): Promise<PastComparison[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select p.id from "Poll" p
    where p.stage = 'counted' and p.rule = any(${budgetRules})
      and exists (select from "CountedBallot" c where c."pollId" = p.id)
    order by p."territoryId" = ${territoryId} desc, p."closesAt" desc, p.id desc limit ${limit}`
  const past: PastComparison[] = []
  for (const { id } of rows) past.push(await keptComparison(id))
  return past
}

async function keptComparison(pollId: string): Promise<PastComparison> {
  const { settings, ...shown } = await db.poll.findUniqueOrThrow({
    where: { id: pollId },
    select: { id: true, question: true, language: true, settings: true },
  })
  const currency = String((settings as { currency?: unknown }).currency ?? '€')
  const { compared } = await comparisonPage(pollId)
  return { ...shown, currency, compared }
}

/** The same ballots under the two budget rules. */
export async function comparisonPage(pollId: string) {
  const poll = found(await counted(pollId))
  const terms = found(termsFrom(poll.frozen))
  const { quorum = null, tooFew } = poll.report as PollReport
  insist((ruleOf(terms.rule).budget === true && terms.mode !== 'secret' && !tooFew) || 'not-found')
  return {
    id: poll.id,
    language: poll.language,
    terms,
    compared: await comparedOnce(pollId),
    quorum,
  }
}

const comparing = new Map<string, Promise<Compared[]>>()

/** Counted once: a closed vote's ballots and rules never change. Whoever comes meanwhile waits for the same count. */
async function comparedOnce(pollId: string): Promise<Compared[]> {
  const kept = await db.budgetComparison.findUnique({ where: { pollId }, select: { compared: true } })
  if (kept) return kept.compared as Compared[]
  const begun = comparing.get(pollId) ?? compareAndKeep(pollId).finally(() => comparing.delete(pollId))
  comparing.set(pollId, begun)
  return begun
}

async function compareAndKeep(pollId: string): Promise<Compared[]> {
  const poll = found(await counted(pollId))
  const compared = await compareAside(found(termsFrom(poll.frozen)), await groupsOf(pollId), seedIn(poll.report))
  await db.budgetComparison.createMany({
    data: [{ pollId, compared: compared satisfies Prisma.InputJsonArray }],
    skipDuplicates: true,
  })
  return compared
}
