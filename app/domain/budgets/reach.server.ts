/** A budget, and a project of it, with what every act on them decides on, and the database's own hour. */
import type { Tx } from '#app/domain/journal/transaction.server'
import { phaseOf as pollPhaseOf, type Stage } from '#app/domain/polls/lifecycle'
import { found } from '#app/domain/refusal'
import { type Dates, phaseOf } from './phases'
import type { Weighed, WeighedProject } from './policy'

export type ReachedBudget = Weighed &
  Dates & { id: string; territoryId: string; pollId: string | null; publishedAt: Date | null; now: Date }

type Row = Omit<ReachedBudget, 'phase' | 'hasPoll'> & {
  stage: Stage | null
  pollOpensAt: Date | null
  pollClosesAt: Date | null
}

export async function reachBudget(tx: Pick<Tx, '$queryRaw'>, budgetId: string): Promise<ReachedBudget> {
  const [row] = await tx.$queryRaw<Row[]>`
    select b.id, b."territoryId", t.path as "territoryPath", b.proposers::text, b."mostIdeas", b."pollId", b."publishedAt",
      b."ideasFrom", b."ideasUntil", b."checkUntil", b."voteFrom", b."voteUntil", clock_timestamp() as now,
      p.stage::text, p."opensAt" as "pollOpensAt", p."closesAt" as "pollClosesAt"
    from "Budget" b join "Territory" t on t.id = b."territoryId" left join "Poll" p on p.id = b."pollId"
    where b.id = ${budgetId}`
  const { stage, pollOpensAt, pollClosesAt, ...budget } = found(row)
  const poll = stage && pollPhaseOf({ stage, opensAt: pollOpensAt, closesAt: pollClosesAt }, budget.now)
  const opened = poll !== null && poll !== 'draft' && pollOpensAt !== null && pollClosesAt !== null
  return {
    ...budget,
    // What was announced gives way to when the vote really is
    ...(opened && { voteFrom: pollOpensAt, voteUntil: pollClosesAt }),
    phase: phaseOf(budget, budget.now, poll),
    hasPoll: budget.pollId !== null,
  }
}

export type ReachedProject = WeighedProject & {
  id: string
  number: number
  districtId: string | null
  cost: number | null
  pictureId: string | null
  budget: ReachedBudget
}

export async function reachProject(tx: Tx, budgetId: string, number: number): Promise<ReachedProject> {
  const budget = await reachBudget(tx, budgetId)
  const { withdrawnAt, hiddenAt, ...project } = found(
    await tx.project.findUnique({
      where: { budgetId_number: { budgetId, number } },
      select: {
        id: true,
        number: true,
        authorId: true,
        associationId: true,
        districtId: true,
        feasibility: true,
        cost: true,
        pictureId: true,
        withdrawnAt: true,
        hiddenAt: true,
      },
    }),
  )
  return { ...project, withdrawn: withdrawnAt !== null, hidden: hiddenAt !== null, budget }
}

/** Acts on the projects of one budget take turns with the preparation of its vote. */
export async function holdBudget(tx: Tx, budgetId: string): Promise<void> {
  await tx.$executeRaw`select 1 from "Budget" where id = ${budgetId} for update`
}
