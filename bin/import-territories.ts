/** Takes the comuni's inhabitants, coordinates and districts from a table: npm run import:territories -- file.csv */
import { openDatabase, readFailure } from './own-database'

const file = process.argv[2]
if (!file) {
  console.error('Which file? npm run import:territories -- file.csv')
  process.exit(2)
}
const database = await openDatabase()
const { importTerritories } = await import('#app/domain/territories/import-territories.server')
try {
  const { read, changed, districts, refused } = await importTerritories(file)
  console.log(
    `${read} rows read, ${changed} comuni changed, ${districts} districts made, ${refused.length} rows refused.`,
  )
  for (const { line, reason } of refused) console.log(`Line ${line}: ${reason}.`)
} catch (error) {
  process.exitCode = readFailure(error)
}
await database.close()
process.exit()
