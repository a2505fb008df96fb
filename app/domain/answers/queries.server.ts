/** What the screens about answers need. */
import { db } from '#app/db/client.server'

export type Due = {
  proposalId: string
  title: string
  language: string
  dueOn: Date
  officeName: string | null
  late: boolean
}

/** Answers due in the next fortnight or already late, in a territory and below it, the soonest first. */
export async function duesIn(territoryPath: string): Promise<Due[]> {
  return db.$queryRaw<Due[]>`
    select p.id as "proposalId", p.title, p.language, a."dueOn", o.name as "officeName", a."dueOn" < current_date as late
    from "Answer" a join "Proposal" p on p.id = a."proposalId" join "Territory" t on t.id = p."territoryId"
    left join "Office" o on o.id = a."officeId"
    where a."publishedAt" is null and a."dueOn" <= current_date + 14 and t.path like ${`${territoryPath}%`} and p."hiddenAt" is null
    order by a."dueOn", p.id limit 20`
}

/** Answers of the whole platform: given in time, waiting, overdue. */
export async function answerNumbers(): Promise<{ answered: number; waiting: number; overdue: number }> {
  const [row] = await db.$queryRaw<{ answered: bigint; waiting: bigint; overdue: bigint }[]>`
    select count(*) filter (where "publishedAt"::date <= "dueOn") as answered,
      count(*) filter (where "publishedAt" is null and "dueOn" >= current_date) as waiting,
      count(*) filter (where "publishedAt" is null and "dueOn" < current_date) as overdue
    from "Answer"`
  return {
    answered: Number(row?.answered ?? 0),
    waiting: Number(row?.waiting ?? 0),
    overdue: Number(row?.overdue ?? 0),
  }
}
