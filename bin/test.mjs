/** npm test: everything, from a fresh clone. The last line sums all runners. */
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { findChromium } from './find-chromium.mjs'
import { prepare } from './prepare.mjs'

let passed = 0
let failed = 0

try {
  await prepare({ build: true })
  passed++
} catch (error) {
  console.error(error?.message ?? error)
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
  else failed++
}

console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

function check(title, command, args) {
  const ok = run(title, command, args)
  if (ok) passed++
  else failed++
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
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'))
    passed += numPassedTests
    failed += numFailedTests
    if (!ok && numFailedTests === 0) failed += Math.max(1, numFailedTestSuites)
  } catch {
    failed++
  }
}

function run(title, command, args) {
  console.log(`\n== ${title}`)
  const begun = Date.now()
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, NODE_ENV: 'test' } })
  console.log(`== ${title}: ${status === 0 ? 'passed' : 'failed'} in ${Math.round((Date.now() - begun) / 1000)} s`)
  return status === 0
}
