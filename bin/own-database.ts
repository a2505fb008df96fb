/** For the commands that read a file into the database: it is opened, brought up to date, and closed again. */
import { startEmbedded } from '#app/db/embedded.server'
import { migrate } from '#app/db/migrate.server'
import { dataFolder } from './data-folder'

/** The configured database, or the embedded one: started, or joined if it is already running. */
export async function openDatabase() {
  const configured = process.env.DATABASE_URL
  const database = configured ? { url: configured, stop: async () => {} } : await startEmbedded(dataFolder())
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

/** Says what failed; its exit code: 2 for what was given and cannot be read, 1 for anything else. */
export function readFailure(error: unknown): 1 | 2 {
  const isGiven = error instanceof Error && (error.name === 'UnreadableFile' || 'syscall' in error)
  console.error(isGiven ? error.message : error)
  return isGiven ? 2 : 1
}
