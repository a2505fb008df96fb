/** Keys that seal the ballots of a confidential vote while it is open: beside the database, never in it, and gone after the count. */
import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { env } from '#app/env.server'

const folder = resolve(env.DATA_FOLDER, 'poll-keys')
const known = new Map<string, Buffer>()
/** After so many milliseconds a key is read again: where another process has destroyed it, it is forgotten here too. */
const rememberedFor = 60_000

/** Makes the key of one round, or keeps the one that is there. */
export async function makePollKey(pollId: string, round: number): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = await open(pathOf(pollId, round), 'wx', 0o600).catch((error: { code?: string }) => {
    if (error.code === 'EEXIST') return null
    throw error
  })
  if (!file) return
  try {
    await file.writeFile(randomBytes(32))
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Throws when it is gone: the ballots it sealed cannot be read any more. */
export async function pollKey(pollId: string, round: number): Promise<Buffer> {
  const path = pathOf(pollId, round)
  const remembered = known.get(path)
  if (remembered) return remembered
  const key = await readFile(path)
  if (key.length !== 32) throw new Error(`The key of poll ${pollId} is not whole`)
  known.set(path, key)
  setTimeout(() => known.delete(path), rememberedFor).unref()
  return key
}

export async function destroyPollKey(pollId: string, round: number): Promise<void> {
  const path = pathOf(pollId, round)
  known.get(path)?.fill(0)
  known.delete(path)
  await rm(path, { force: true })
}

function pathOf(pollId: string, round: number): string {
  if (!/^[\w-]{1,40}$/.test(pollId) || !Number.isInteger(round)) throw new Error('Not the name of a poll')
  return join(folder, `${pollId}-${round}`)
}
