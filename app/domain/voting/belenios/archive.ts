/** The public file of a vote (`.bel`): a tar archive of the oldest kind, to which members are only ever added. */
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'

export interface Member {
  readonly name: string
  readonly text: string
}

/** The file cannot be read at all: what is wrong, and at which byte. */
export class ArchiveFault extends Error {
  readonly at: number
  constructor(what: string, at: number) {
    super(what)
    this.at = at
  }
}

const block = 512
/** Bytes; a list of 400,000 credentials fits. */
const largestMember = 256 * 1024 * 1024

export const headerName = 'BELENIOS'

/** The first member: version and the moment, in seconds, that every member of the archive bears as its date. */
export function archiveHeader(timestamp: number): Member {
  return { name: headerName, text: JSON.stringify({ version: 1, timestamp: String(timestamp) }) }
}

/** The bytes of one member; an archive is the bytes of its members one after the other, with nothing after them. */
export function memberBytes({ name, text }: Member, timestamp: number): Uint8Array {
  const content = utf8ToBytes(text)
  const padding = new Uint8Array((block - (content.length % block)) % block)
  return concatBytes(tarHeader(name, content.length, timestamp), content, padding)
}

/** As `memberBytes`, of a text that comes in pieces and whose size is known. */
export async function* memberPieces(
  name: string,
  size: number,
  pieces: AsyncIterable<string>,
  timestamp: number,
): AsyncGenerator<Uint8Array> {
  yield tarHeader(name, size, timestamp)
  for await (const piece of pieces) yield utf8ToBytes(piece)
  yield new Uint8Array((block - (size % block)) % block)
}

/**
 * Members in order, read piece by piece, so that memory holds one at a time. Only what `memberBytes` writes is read:
 * one archive has one sequence of bytes, and what is not checked, such as a padding, can hide nothing.
 */
export async function* readMembers(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Member & { timestamp: number }> {
  const reader = blockReader(source)
  let timestamp: number | undefined
  for (;;) {
    const at = reader.position()
    const head = await reader.take(block)
    if (head.length === 0) return
    if (head.length < block) throw new ArchiveFault('the file ends in the middle of a header', at)
    const { name, size, date } = readTarHeader(head, at)
    timestamp ??= date
    if (!isSame(head, tarHeader(name, size, timestamp)))
      throw new ArchiveFault(`the header of ${printable(name)} says what archives of votes do not say`, at)
    const content = await reader.take(size)
    const padding = await reader.take((block - (size % block)) % block)
    if (content.length < size || (size + padding.length) % block !== 0)
      throw new ArchiveFault(`the file ends in the middle of ${name}`, at)
    if (padding.some((byte) => byte !== 0)) throw new ArchiveFault(`something is hidden after ${printable(name)}`, at)
    yield { name, text: strictText(content, name, at), timestamp }
  }
}

function tarHeader(name: string, size: number, timestamp: number): Uint8Array {
  const head = new Uint8Array(block)
  const write = (text: string, at: number) => head.set(utf8ToBytes(text), at)
  write(name, 0)
  write('0000644\0', 100)
  write('0000000\0', 108)
  write('0000000\0', 116)
  write(`${octal(size, 11)}\0`, 124)
  write(`${octal(timestamp, 11)}\0`, 136)
  write('        ', 148)
  write('0', 156)
  write(`${octal(checksum(head), 6)}\0 `, 148)
  return head
}

function readTarHeader(head: Uint8Array, at: number): { name: string; size: number; date: number } {
  const field = (from: number, length: number) => {
    const bytes = head.subarray(from, from + length)
    const end = bytes.indexOf(0)
    return String.fromCharCode(...(end < 0 ? bytes : bytes.subarray(0, end))).trim()
  }
  const blanked = new Uint8Array(head)
  blanked.fill(32, 148, 156)
  if (!/^[0-7]+$/.test(field(148, 8)) || Number.parseInt(field(148, 8), 8) !== checksum(blanked))
    throw new ArchiveFault('this is not an archive header, or it has been altered', at)
  const [size, date] = [field(124, 12), field(136, 12)]
  if (!/^[0-7]+$/.test(size)) throw new ArchiveFault('a member has no readable size', at)
  if (!/^[0-7]+$/.test(date)) throw new ArchiveFault('a member has no readable date', at)
  if (Number.parseInt(size, 8) > largestMember) throw new ArchiveFault('a member is too large to be read', at)
  const kind = head[156]
  if (kind !== 0x30 && kind !== 0) throw new ArchiveFault('a member is not a plain file', at)
  return { name: field(0, 100), size: Number.parseInt(size, 8), date: Number.parseInt(date, 8) }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.every((byte, at) => byte === b[at])
}

function checksum(head: Uint8Array): number {
  return head.reduce((sum, byte) => sum + byte, 0)
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, '0')
}

/** Bytes that are not proper UTF-8 would be silently replaced, and two files would read alike. */
function strictText(content: Uint8Array, name: string, at: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content)
  } catch {
    throw new ArchiveFault(`${printable(name)} is not a text in UTF-8`, at)
  }
}

function printable(name: string): string {
  return /^[\x21-\x7e]{1,100}$/.test(name) ? name : `member ${bytesToHex(utf8ToBytes(name)).slice(0, 16)}`
}

interface BlockReader {
  /** That many bytes, or fewer where the source ends. */
  take: (bytes: number) => Promise<Uint8Array>
  position: () => number
}

function blockReader(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): BlockReader {
  const pieces = iteratorOf(source)
  let held: Uint8Array = new Uint8Array(0)
  let read = 0
  const take = async (bytes: number) => {
    const parts: Uint8Array[] = []
    let missing = bytes
    while (missing > 0) {
      if (held.length === 0) {
        const next = await pieces.next()
        if (next.done) break
        held = next.value
        continue
      }
      const part = held.subarray(0, missing)
      held = held.subarray(part.length)
      missing -= part.length
      parts.push(part)
    }
    read += bytes - missing
    return parts.length === 1 ? parts[0]! : concatBytes(...parts)
  }
  return { take, position: () => read }
}

async function* iteratorOf(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* source
}
