/** The first data: the territories, and for a demonstration the town with its life. */
import { startEmbedded } from '#app/db/embedded.server'
import { dataFolder } from './data-folder'

const database = process.env.DATABASE_URL ? { stop: async () => {} } : await startEmbedded(dataFolder())
if ('url' in database) process.env.DATABASE_URL = database.url as string

const { closeDatabase } = await import('#app/db/client.server')
const { buildTown, plantTree } = await import('#prisma/seed/town')
if (process.argv.includes('--territories-only')) await plantTree()
else {
  const town = await buildTown()
  const { liveALittle } = await import('#prisma/seed/life')
  await liveALittle(town)
  const { importPastBudgets } = await import('#prisma/seed/past-budgets')
  await importPastBudgets()
}
await closeDatabase()
await database.stop()
process.exit(0)
