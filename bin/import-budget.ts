/** Takes a past participatory budget from a Pabulib file and shows it with its results: npm run import:budget -- file.pb --territory slug */
import { parseArgs } from 'node:util'
import { pabulibReader } from '#app/domain/voting/budgets/pabulib'
import { InputFault } from '#app/domain/voting/formats/faults'
import { openDatabase, readFailure } from './own-database'
import { readFileLines } from './text-lines'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { territory: { type: 'string' }, question: { type: 'string' } },
})
const [file] = positionals
if (!file || !values.territory) {
  console.error('Which file, and where? npm run import:budget -- file.pb --territory monopoli [--question TEXT]')
  process.exit(2)
}
const database = await openDatabase()
const { importBudget } = await import('#app/domain/polls/import-budget.server')
try {
  const { result, sha256 } = await readFileLines(file, pabulibReader())
  const { id, state, projects, voters, ours, official } = await importBudget(result, {
    importKey: sha256,
    territorySlug: values.territory,
    question: values.question ?? null,
  })
  console.log(
    `${projects} projects, ${voters} ballots: ${state === 'made' ? 'made' : 'known already'}, /polls/${id}/results`,
  )
  if (official) {
    const [mine, theirs] = [new Set(ours), new Set(official)]
    const different =
      [...mine].filter((key) => !theirs.has(key)).length + [...theirs].filter((key) => !mine.has(key)).length
    console.log(`${ours.length} funded by our count, ${official.length} by the file; ${different} differ.`)
  }
} catch (error) {
  if (error instanceof InputFault) {
    console.error(`${file}:${error.line}: ${error.message}`)
    process.exitCode = 2
  } else process.exitCode = readFailure(error)
}
await database.close()
process.exit()
