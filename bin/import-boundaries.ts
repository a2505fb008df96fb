/** Takes the territories' borders from a GeoJSON file: npm run import:boundaries -- file.geojson */
import { openDatabase, readFailure } from './own-database'

const file = process.argv[2]
if (!file) {
  console.error('Which file? npm run import:boundaries -- file.geojson')
  process.exit(2)
}
const database = await openDatabase()
const { importBoundaries } = await import('#app/domain/territories/import-boundaries.server')
try {
  const { read, changed, refused } = await importBoundaries(file)
  console.log(`${read} features read, ${changed} borders changed, ${refused.length} features refused.`)
  for (const { feature, reason } of refused) console.log(`Feature ${feature}: ${reason}.`)
} catch (error) {
  process.exitCode = readFailure(error)
}
await database.close()
process.exit()
