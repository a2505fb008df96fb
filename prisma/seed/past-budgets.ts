/** Two real budgets of other cities, where their files lie beside the project; elsewhere our own small example is all there is. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { importBudget } from '#app/domain/polls/import-budget.server'
import { pabulibReader } from '#app/domain/voting/budgets/pabulib'
import { readFileLines } from '../../bin/text-lines'

/** One counted by votes, one by equal shares; each in a place of about its size. */
const others = [
  { folder: 'pb-warszawa-2023-zoliborz', territorySlug: 'bari', question: 'Warszawa, Żoliborz 2023 (Polska)' },
  { folder: 'pb-swiecie-2023', territorySlug: 'monopoli', question: 'Świecie 2023 (Polska)' },
]

export async function importPastBudgets(elections = resolve('../shared/data/elections')) {
  for (const { folder, ...given } of others) {
    const path = resolve(elections, folder, 'election.pb')
    if (!existsSync(path)) continue
    const { result, sha256 } = await readFileLines(path, pabulibReader())
    await importBudget(result, { ...given, importKey: sha256 })
  }
}
