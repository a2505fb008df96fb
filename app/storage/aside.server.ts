/** A large file that is read more than once: it lies beside the database for as long as it is looked at. */
import { randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { env } from '#app/env.server'

const folder = resolve(env.DATA_FOLDER, 'aside')

/** Gives the act the file's text, from its beginning whenever it asks. */
export async function aside<T>(
  pieces: AsyncIterable<Uint8Array>,
  act: (texts: () => AsyncIterable<string>) => Promise<T>,
): Promise<T> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, randomBytes(12).toString('hex'))
  try {
    await pipeline(pieces, createWriteStream(path, { mode: 0o600 }))
    return await act(() => createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 17 }))
  } finally {
    await rm(path, { force: true })
  }
}
