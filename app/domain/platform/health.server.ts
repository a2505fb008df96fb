/** Whether the platform can serve: the database answers in time, and is up to date. */
import { db } from '#app/db/client.server'
import { newestMigration } from '#app/db/migrate.server'

const patience = 2_000

export async function isReady(): Promise<boolean> {
  const newest = newestMigration()
  const asked = db.$queryRaw<unknown[]>`
    select 1 from _prisma_migrations where migration_name = ${newest} and finished_at is not null`.then(
    (rows) => rows.length > 0,
    () => false,
  )
  return Promise.race([asked, new Promise<boolean>((done) => setTimeout(done, patience, false).unref())])
}
