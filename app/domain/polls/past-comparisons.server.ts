/** What past budgets would have funded under each rule: to look at before a rule is chosen. */
import { db } from '#app/db/client.server'
import type { Prisma } from '#app/db/generated/client'
import type { Compared } from './comparison'
import { comparisonPage } from './results.server'
import { pollRules, ruleOf } from './rules'

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

/** Counted once: a closed vote's ballots and rules never change. */
async function keptComparison(pollId: string): Promise<PastComparison> {
  const poll = await db.poll.findUniqueOrThrow({
    where: { id: pollId },
    select: { id: true, question: true, language: true, settings: true, comparison: { select: { compared: true } } },
  })
  const { comparison, settings, ...shown } = poll
  const currency = String((settings as { currency?: unknown }).currency ?? '€')
  if (comparison) return { ...shown, currency, compared: comparison.compared as Compared[] }
  const { compared } = await comparisonPage(pollId)
  await db.budgetComparison.createMany({
    data: [{ pollId, compared: compared satisfies Prisma.InputJsonArray }],
    skipDuplicates: true,
  })
  return { ...shown, currency, compared }
}
