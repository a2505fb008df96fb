/** Acts of past months: done now, in their order, through the commands that people use, each with its own date. */
import { db } from '#app/db/client.server'

export type Happening = { at: Date; act: () => Promise<unknown> }

const day = 86_400_000

export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * day)
}

/** Runs what happened from the oldest to the newest, so that the journal's order is that of its dates. */
export async function live(happenings: Happening[], now: Date) {
  const past = happenings.filter(({ at }) => at <= now).sort((one, other) => one.at.getTime() - other.at.getTime())
  const dated: { after: bigint; at: Date }[] = []
  for (const { at, act } of past) {
    dated.push({ after: await lastEntry(), at })
    await act()
  }
  await dateEntries(dated)
  await forgetOldNews(daysBefore(now, daysOfNews))
}

/** What is older has been told long ago. */
const daysOfNews = 10

async function lastEntry(): Promise<bigint> {
  const [row] = await db.$queryRaw<{ last: bigint | null }[]>`select max(id) as last from "Entry"`
  return row?.last ?? 0n
}

/** The journal dates its entries itself and refuses changes: only an invented past, before anybody reads it, is dated here. */
async function dateEntries(dated: { after: bigint; at: Date }[]) {
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`alter table "Entry" disable trigger entry_is_append_only`
    await tx.$executeRaw`
      update "Entry" e set at = (
        select d.at from unnest(${dated.map(({ after }) => String(after))}::bigint[], ${dated.map(({ at }) => at)}::timestamptz[]) as d(after, at)
        where d.after < e.id order by d.after desc, d.at desc limit 1)
      where e.id > ${dated[0]?.after ?? 0n}`
    await tx.$executeRaw`alter table "Entry" enable trigger entry_is_append_only`
  })
}

async function forgetOldNews(before: Date) {
  await db.$executeRaw`
    select graphile_worker.complete_jobs(coalesce(array_agg(j.id), '{}'))
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    join "Entry" e on e.id = (j.payload->>'entryId')::bigint
    where t.identifier = 'tell' and e.at < ${before}`
}
