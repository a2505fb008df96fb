import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'agora-embedded-'))
const began: ChildProcess[] = []

afterEach(() => {
  for (const process of began) process.kill('SIGTERM')
})

async function begin() {
  const used = spawn('node', ['--import', 'tsx', 'tests/world/uses-embedded.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATA_FOLDER: folder },
  })
  began.push(used)
  const [line] = await once(used.stdout, 'data')
  return { process: used, url: String(line).trim() }
}

async function end(process: ChildProcess, signal: NodeJS.Signals) {
  const ended = once(process, 'exit')
  process.kill(signal)
  await ended
}

async function answers(url: string) {
  const client = new pg.Client(url)
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

test('whoever leaves last ends the database, whoever began it and whoever was killed', async () => {
  const imports = await begin()
  const serves = await begin()
  expect(serves.url).toBe(imports.url)
  expect(readdirSync(folder)).toContain('postgres.password')
  await end(imports.process, 'SIGTERM')
  expect(await answers(serves.url)).toBe(true)

  await end(serves.process, 'SIGKILL')
  expect(await answers(serves.url)).toBe(true)
  const again = await begin()
  expect(again.url).toBe(serves.url)
  await end(again.process, 'SIGTERM')
  expect(await answers(again.url)).toBe(false)
})

test('two that leave at once leave no database behind', async () => {
  const both = [await begin(), await begin()] as const
  await Promise.all(both.map(({ process }) => end(process, 'SIGTERM')))
  expect(await answers(both[0].url)).toBe(false)
})
