/** For the commands that read a file into the database: it is opened, brought up to date, and closed again. */
import { startEmbedded } from '#app/db/embedded.server'
import { migrate } from '#app/db/migrate.server'

/** The configured database, or the embedded one: started, or joined if it is already running. */
export async function openDatabase() {
  const configured = process.env.DATABASE_URL
  const database = configured ? { url: configured, stop: async () => {} } : await startEmbedded()
  process.env.DATABASE_URL = database.url
  await migrate(database.url)
  const { closeDatabase } = await import('#app/db/client.server')
  return {
    close: async () => {
      await closeDatabase()
      await database.stop()
    },
  }
}

/** Exit code of a failure: 2 for a file that cannot be read, 1 for anything else. */
export function readFailure(error: unknown): 1 | 2 {
  console.error(error instanceof Error && error.name === 'UnreadableFile' ? error.message : error)
  return error instanceof Error && error.name === 'UnreadableFile' ? 2 : 1
}
