/** Makes the first administrator of a new installation: npm run administrator -- address@example.it */
import { openDatabase, readFailure } from './own-database'

const address = process.argv[2]
if (!address) {
  console.error('Who? npm run administrator -- address@example.it')
  process.exit(2)
}
const database = await openDatabase()
const { makeAdministrator } = await import('#app/domain/identity/grant-roles.server')
const { isRefusal } = await import('#app/domain/refusal')
const { wordsFor } = await import('#app/i18n/server-words.server')
try {
  const { territory } = await makeAdministrator(address.trim().toLowerCase())
  console.log(`${address} is administrator of ${territory} and all below it, from today.`)
} catch (error) {
  if (isRefusal(error)) {
    console.error(wordsFor('en')(`refusals.${error.reason}`, error.values))
    process.exitCode = 2
  } else process.exitCode = readFailure(error)
}
await database.close()
process.exit()
