/** Every published election of the collection, counted by our rules: a table of rule × cases × agreed. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkBudget, checkCommittees, checkTally } from '#tests/elections/budget-cases'
import type { Check, ElectionCase } from '#tests/elections/case'
import { checkCondorcet } from '#tests/elections/condorcet-cases'
import { checkIrv } from '#tests/elections/irv-cases'
import { checkOpinions, checkPanels, checkSecret } from '#tests/elections/read-cases'
import { checkStv } from '#tests/elections/stv-cases'

const root = '../shared/data/elections'
const isThere = existsSync(root)
if (!isThere) console.warn(`no ${root}: the published elections are not counted`)

const families: Record<string, (election: ElectionCase) => Check[] | Promise<Check[]>> = {
  irv: checkIrv,
  stv: checkStv,
  condorcet: checkCondorcet,
  tally: checkTally,
  pb: checkBudget,
  abc: checkCommittees,
  polis: checkOpinions,
  sortition: checkPanels,
  secret: checkSecret,
}

/** Where ours differs and should: `rule case`, explained under this heading of docs/voting.md. */
const explained: Record<string, string> = {}

function casesOf(family: string): ElectionCase[] {
  return readdirSync(root)
    .filter((folder) => existsSync(`${root}/${folder}/expected.json`))
    .map((folder) => ({
      ...(JSON.parse(readFileSync(`${root}/${folder}/expected.json`, 'utf8')) as ElectionCase),
      read: (input: string) => readFileSync(`${root}/${folder}/${input}`, 'utf8'),
    }))
    .filter((election) => election.family === family)
}

describe.skipIf(!isThere)('published elections', () => {
  const checks: Check[] = []
  for (const [family, check] of Object.entries(families)) {
    for (const election of isThere ? casesOf(family) : []) {
      it(`${election.id}`, { timeout: 300_000 }, async (context) => {
        const found = await check(election)
        if (found.length === 0) return context.skip('no rule of this case is offered')
        checks.push(...found)
        const differences = found.filter((one) => one.differences.length > 0 && !explained[`${one.rule} ${one.case}`])
        expect(differences).toEqual([])
      })
    }
  }

  it('prints the table', () => {
    const rules = [...new Set(checks.map(({ rule }) => rule))].sort()
    const rows = rules.map((rule) => {
      const ofRule = checks.filter((check) => check.rule === rule)
      const agreed = ofRule.filter(({ differences }) => differences.length === 0).length
      return `${rule.padEnd(36)}${String(ofRule.length).padStart(6)}${String(agreed).padStart(8)}`
    })
    console.log([`${'rule'.padEnd(36)}${'cases'.padStart(6)}${'agreed'.padStart(8)}`, ...rows].join('\n'))
    expect(rows.length).toBeGreaterThan(5)
  })

  it('explains every difference that remains', () => {
    const text = readFileSync('docs/voting.md', 'utf8')
    for (const heading of Object.values(explained)) expect(text).toContain(`# ${heading}`)
  })
})
