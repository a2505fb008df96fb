/** Writes the next migration from what changed in prisma/ since the schema kept in prisma/migrations/schema-at-last.json. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { startEmbedded } from '#app/db/embedded.server'
import { schemaDifference, schemaFiles } from '#app/db/schema-engine.server'
import { dataFolder } from './data-folder'

const name = process.argv[2]
if (!name) {
  console.error('Say what changes: npm run migrate:diff -- 0003_polls')
  process.exit(2)
}
const last = resolve('prisma/migrations/schema-at-last.json')
const database = process.env.DATABASE_URL
  ? { url: process.env.DATABASE_URL, stop: async () => {} }
  : await startEmbedded(dataFolder())
const sql = await schemaDifference(
  database.url,
  existsSync(last) ? JSON.parse(readFileSync(last, 'utf8')) : [],
  schemaFiles(),
)
await database.stop()
if (!sql.trim() || sql.includes('This is an empty migration')) {
  console.log('Nothing changed.')
} else {
  mkdirSync(`prisma/migrations/${name}`, { recursive: true })
  writeFileSync(`prisma/migrations/${name}/migration.sql`, sql)
  writeFileSync(last, JSON.stringify(schemaFiles(), null, 1))
  console.log(`Wrote prisma/migrations/${name}/migration.sql: read it before you commit it.`)
}
process.exit(0)
