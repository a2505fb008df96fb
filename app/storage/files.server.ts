/** Bytes on the disk, under names of our own: written whole or not at all. */
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { env } from '#app/env.server'

export type Kept = { id: string; size: number; sha256: string }

const folder = resolve(env.DATA_FOLDER, 'files')

/** Keeps the bytes under a new random id. `null` when the disk is full. */
export async function keepBytes(bytes: Buffer): Promise<Kept | null> {
  const id = randomBytes(12).toString('hex')
  const path = pathOf(id)
  const unfinished = `${path}.part`
  await mkdir(dirname(path), { recursive: true })
  try {
    const file = await open(unfinished, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    const { code } = error as { code?: string }
    if (code === 'ENOSPC' || code === 'EDQUOT') return null
    throw error
  }
  return { id, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** A stream of the bytes, or null if they are not there. */
export async function openBytes(id: string) {
  const path = pathOf(id)
  const known = await stat(path).catch(() => null)
  return known?.isFile() ? { stream: createReadStream(path), size: known.size } : null
}

export async function removeBytes(id: string): Promise<void> {
  await rm(pathOf(id), { force: true })
}

function pathOf(id: string) {
  if (!/^[0-9a-f]{24}$/.test(id)) throw new Error('A file has an id of our own making')
  return resolve(folder, id.slice(0, 2), id)
}
