/** npm test: everything, from a fresh clone. The last line sums all runners. */
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { relative } from 'node:path'
import { findChromium } from './find-chromium.mjs'
import { prepare } from './prepare.mjs'

let passed = 0
let failed = 0
/** What failed and how it said so: told again at the end, where one looks first. */
const failures = []

try {
  await prepare({ build: true })
  passed++
} catch (error) {
  failures.push(`Preparing: ${error?.message ?? error}`)
  failed++
}

if (failed === 0) {
  check('Format and lint', 'npx', ['biome', 'check', '--error-on-warnings', '.'])
  check('Types', 'npx', ['tsc', '--noEmit'])
  check('Boundaries', 'npm', ['run', '-s', 'boundaries'])
  check('Nothing unused', 'npx', ['knip', '--no-config-hints'])
  vitest('Rules', 'rules')
  vitest('Commands on a real database', 'commands')
  if (await findChromium()) vitest('Journeys in a real browser', 'journeys')
  else {
    failures.push('Journeys in a real browser: no Chromium was found')
    failed++
  }
}

if (failures.length > 0) console.log(`\n== What failed\n${failures.join('\n')}\n`)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

function check(title, command, args) {
  const ok = run(title, command, args)
  if (ok) passed++
  else {
    failures.push(title)
    failed++
  }
}

function vitest(title, project) {
  const report = `node_modules/.agora/${project}.json`
  rmSync(report, { force: true })
  const ok = run(title, 'npx', [
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites, testResults } = JSON.parse(
      readFileSync(report, 'utf8'),
    )
    passed += numPassedTests
    failed += numFailedTests
    if (!ok && numFailedTests === 0) failed += Math.max(1, numFailedTestSuites)
    failures.push(...testResults.flatMap(failuresOf))
    if (!ok && numFailedTests === 0 && numFailedTestSuites === 0)
      failures.push(`${title}: ended with an error outside its tests`)
  } catch (error) {
    failures.push(`${title}: left no report (${error.message})`)
    failed++
  }
}

function failuresOf({ name, status, message, assertionResults }) {
  const file = relative('.', name)
  const failedTests = assertionResults.filter((test) => test.status === 'failed')
  if (status === 'failed' && failedTests.length === 0) return [`${file}: ${message}`]
  return failedTests.map((test) => `${file}: ${test.fullName}\n${shortened(test.failureMessages.join('\n'))}`)
}

function shortened(text, lines = 12) {
  return text.split('\n').slice(0, lines).join('\n')
}

function run(title, command, args) {
  console.log(`\n== ${title}`)
  const begun = Date.now()
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, NODE_ENV: 'test' } })
  console.log(`== ${title}: ${status === 0 ? 'passed' : 'failed'} in ${Math.round((Date.now() - begun) / 1000)} s`)
  return status === 0
}
