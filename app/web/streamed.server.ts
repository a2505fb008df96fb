/** What is written out a piece at a time, as fast as the reader takes it. */
import { Readable } from 'node:stream'
import { createReadableStreamFromReadable } from '@remix-run/node'

export function streamOf(pieces: AsyncIterable<string | Uint8Array>): ReadableStream<Uint8Array> {
  return createReadableStreamFromReadable(Readable.from(pieces, { objectMode: false }))
}
