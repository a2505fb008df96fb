/** Whether the platform can serve: the database answers. */
import { db } from '#app/db/client.server'

export async function isReady(): Promise<boolean> {
  try {
    await db.$queryRaw`select 1`
    return true
  } catch {
    return false
  }
}
