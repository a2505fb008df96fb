/** The built application as several processes, on the database of this world. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, expect, test } from 'vitest'
import { freePort } from '#app/db/embedded.server'
import { databaseUrl } from '#tests/world/world'

let application: ChildProcess | undefined

afterEach(() => void application?.kill('SIGKILL'))

/** Gives its address once it serves. */
async function started(processes: string): Promise<{ begun: ChildProcess; address: string; said: () => string }> {
  const port = await freePort()
  const begun = spawn(process.execPath, ['--disable-proto=delete', 'bin/start.mjs'], {
    env: { ...process.env, NODE_ENV: 'production', PORT: `${port}`, PROCESSES: processes, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  application = begun
  let said = ''
  for (const stream of [begun.stdout, begun.stderr]) stream.on('data', (text) => (said += text))
  await expect.poll(() => said.includes('Stop with') || begun.exitCode !== null, { timeout: 60_000 }).toBe(true)
  return { begun, address: `http://localhost:${port}/proposals`, said: () => said }
}

const childrenOf = ({ pid }: ChildProcess) =>
  execFileSync('pgrep', ['-P', `${pid}`])
    .toString()
    .split('\n')
    .filter(Boolean)
    .map(Number)

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Not waited for for ever: what was on its way to a process that is killed gets no answer. */
const statusOf = (address: string) => fetch(address, { signal: AbortSignal.timeout(5000) }).then(({ status }) => status)

test('two processes serve one address, one that dies is replaced, and all end together', async () => {
  const { begun, address, said } = await started('2')
  const first = childrenOf(begun)
  expect(first).toHaveLength(2)
  expect(await statusOf(address)).toBe(200)
  process.kill(first[0] ?? 0, 'SIGKILL')
  await expect.poll(() => statusOf(address).catch(() => null)).toBe(200)
  await expect.poll(() => childrenOf(begun).length).toBe(2)
  expect(said()).toContain(`Process ${first[0]} ended (SIGKILL): another takes its place.`)
  const last = childrenOf(begun)
  begun.kill('SIGTERM')
  await once(begun, 'exit')
  expect(last.filter(isAlive)).toEqual([])
})

test('when the process that began them is killed, none of them is left', async () => {
  const { begun } = await started('2')
  const children = childrenOf(begun)
  begun.kill('SIGKILL')
  await expect.poll(() => children.filter(isAlive)).toEqual([])
})

test.each(['0', '-1', 'many', '2.5'])('PROCESSES=%s is refused in a sentence', async (processes) => {
  const { begun, said } = await started(processes)
  expect(begun.exitCode).toBe(1)
  expect(said().trim()).toBe('PROCESSES is how many processes serve the site: a whole number from 1 to 64.')
})
