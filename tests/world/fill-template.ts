/** Builds the town in the template database. */
import { closeDatabase } from '#app/db/client.server'
import { buildTown } from '#prisma/seed/town'

await buildTown()
await closeDatabase()
