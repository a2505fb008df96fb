/** Counts a file of ballots by a published rule, without a database or a server: the platform's own code. */
import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { parseArgs } from 'node:util'
import { countingRules } from '#app/domain/voting/counting'
import { tableReader } from '#app/domain/voting/formats/csv-table'
import { InputFault } from '#app/domain/voting/formats/faults'
import { lineOfPath, parseJson } from '#app/domain/voting/formats/json-items'
import { StatementsFault } from '#app/domain/voting/opinions/reading'
import { type CountingRule, type Report, SettingsFault } from '#app/domain/voting/rules/report'
import { panelRule, panelRuleNames } from '#app/domain/voting/sortition/panel-file'
import { loadSolver } from '#app/domain/voting/sortition/solver.server'
import { writeElectorate } from './count-electorate'
import { explained, summary } from './count-words'
import { readFileLines } from './text-lines'

const rules = `rules: ${[...countingRules.keys(), ...panelRuleNames].join(' ')}`
const usage = `count --rule RULE [--settings FILE.json] --in FILE [--statements FILE.json | --quotas FILE.csv] [--json | --explain OPTION]
count --ballots N [--options N] [--seats N] [--seed TEXT] --out FILE.blt|.cvotes|.csv
${rules}`

const text = { type: 'string' } as const
const options = {
  rule: text,
  settings: text,
  statements: text,
  quotas: text,
  in: text,
  json: { type: 'boolean' },
  explain: text,
  ballots: text,
  options: text,
  seats: text,
  seed: text,
  out: text,
  help: { type: 'boolean', short: 'h' },
} as const

/** What the person at the keyboard can mend: said in one line, exit 2. */
class CountFault extends Error {}

try {
  await main()
} catch (error) {
  if (!(error instanceof CountFault)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}

async function main() {
  const values = argumentsGiven()
  if (values.help) {
    process.stdout.write(`${usage}\n`)
    return
  }
  if (values.ballots !== undefined) return invent(values)
  const rule = await ruleNamed(values.rule)
  if (!rule && values.rule !== undefined) throw new CountFault(`there is no rule "${values.rule}"; ${rules}`)
  if (!rule || values.in === undefined) throw new CountFault(usage)
  const ending = extname(values.in).slice(1).toLowerCase()
  if (!rule.endings.includes(ending)) {
    throw new CountFault(`${values.in}:1: rule ${values.rule} reads .${rule.endings.join(', .')}`)
  }
  const report = { rule: values.rule, ...(await counted(rule, values.in, ending, values)) }
  if (values.explain !== undefined) {
    if (!report.options.includes(values.explain))
      throw new CountFault(`${values.in}:1: no option "${values.explain}"; options: ${someOf(report.options)}`)
    process.stdout.write(`${explained(report, values.explain)}\n`)
  } else process.stdout.write(`${values.json ? JSON.stringify(report) : summary(report)}\n`)
}

function argumentsGiven() {
  try {
    return parseArgs({ options }).values
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException
    if (!code.startsWith('ERR_PARSE_ARGS')) throw error
    // Only what is wrong: how to write it otherwise is what the list says
    const [wrong = ''] = message.split(/\. |\n/)
    throw new CountFault(`${wrong.replace(/\.$/, '')}; options: --${Object.keys(options).join(' --')}`)
  }
}

/** As many as a line can hold. */
function someOf(ids: readonly string[]): string {
  return ids.length > 40 ? `${ids.slice(0, 40).join(' ')} …` : ids.join(' ')
}

interface Beside {
  settings?: string | undefined
  statements?: string | undefined
  quotas?: string | undefined
}

async function ruleNamed(name = ''): Promise<CountingRule | undefined> {
  const panel = panelRuleNames.find((rule) => rule === name)
  return panel ? panelRule(panel, await loadSolver()) : countingRules.get(name)
}

async function counted(rule: CountingRule, file: string, ending: string, beside: Beside): Promise<Report> {
  let settingsText = ''
  let statementsText = ''
  let at = file
  try {
    at = beside.settings ?? file
    if (beside.settings !== undefined) settingsText = await jsonText(beside.settings)
    const settings = beside.settings === undefined ? undefined : parseJson(settingsText)
    at = beside.statements ?? beside.quotas ?? file
    if (beside.statements !== undefined) statementsText = await jsonText(beside.statements)
    const further = beside.statements === undefined ? await tableIn(beside.quotas) : parseJson(statementsText)
    const reader = rule.open(ending, settings, further)
    at = file
    const { result, sha256 } = await readFileLines(file, reader)
    return { file: basename(file), sha256, ...result }
  } catch (error) {
    if (error instanceof SettingsFault) {
      const line = beside.settings === undefined ? 1 : lineOfPath(settingsText, error.path)
      throw new CountFault(`${beside.settings ?? file}:${line}: ${error.message}`)
    }
    if (error instanceof StatementsFault)
      throw new CountFault(`${at}:${lineOfPath(statementsText, error.path)}: ${error.message}`)
    if (error instanceof InputFault) throw new CountFault(`${at}:${Math.max(1, error.line)}: ${error.message}`)
    if (error instanceof RangeError) throw new CountFault(`${beside.settings ?? file}:1: ${error.message}`)
    const { code } = error as NodeJS.ErrnoException
    if (code !== undefined) throw new CountFault(`${at}:1: cannot be read (${code})`)
    throw error
  }
}

async function tableIn(quotas: string | undefined): Promise<unknown> {
  return quotas === undefined ? undefined : (await readFileLines(quotas, tableReader())).result
}

async function jsonText(file: string): Promise<string> {
  return (await readFile(file, 'utf8')).replace(/^\uFEFF/, '')
}

async function invent(values: ReturnType<typeof argumentsGiven>) {
  const number = (text: string | undefined, otherwise: number, most: number) => {
    const value = text === undefined ? otherwise : Number(text)
    if (!(Number.isInteger(value) && value >= 1 && value <= most)) throw new CountFault(usage)
    return value
  }
  const electorate = {
    ballots: number(values.ballots, 1000, 1_000_000_000),
    options: number(values.options, 8, 10_000),
    seats: number(values.seats, 1, 10_000),
    seed: values.seed ?? 'agora',
  }
  if (values.out === undefined) throw new CountFault(usage)
  try {
    const isWritten = await writeElectorate(values.out, extname(values.out).slice(1).toLowerCase(), electorate)
    if (!isWritten) throw new CountFault(`${values.out}:1: the file must end in .blt, .cvotes or .csv`)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw new CountFault(`${values.out}:1: cannot be written (${code})`)
  }
}
