/** Brings the database to the newest schema: ours, then the job queue's. */
import { startEmbedded } from '#app/db/embedded.server'
import { migrate } from '#app/db/migrate.server'
import { dataFolder } from './data-folder'

const database = process.env.DATABASE_URL
  ? { url: process.env.DATABASE_URL, stop: async () => {} }
  : await startEmbedded(dataFolder())
const applied = await migrate(database.url)
console.log(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'The database is up to date.')
await database.stop()
process.exit(0)
