/** The commands of the domain on the database of the running application: imported before them, by journeys that need a certain state. */
import { afterAll } from 'vitest'
import { databaseUrl } from './world'

process.env.DATABASE_URL = databaseUrl

afterAll(async () => {
  const { closeDatabase } = await import('#app/db/client.server')
  await closeDatabase()
})
