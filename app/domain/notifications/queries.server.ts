/** What a person's bell shows: how many are unread, and the list, newest first. */
import { db } from '#app/db/client.server'

/** Counted up to a hundred: beyond that the bell says "99+". */
export async function unreadCount(personId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ n: bigint }[]>`
    select count(*) as n from (
      select 1 from "Notification" where "personId" = ${personId} and "readAt" is null limit 100
    ) as some`
  return Number(row?.n ?? 0)
}
