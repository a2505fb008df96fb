/** A PDF that only shows pages: no scripts, no launching of programs, no files inside, no locks. */
import { inflateSync } from 'node:zlib'

/** Unpacked bytes that are looked through in all: more would be a bomb. */
const mostUnpacked = 30_000_000

const acts = [
  'JavaScript',
  'JS',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'RichMedia',
  'XFA',
  'SubmitForm',
  'ImportData',
  'Encrypt',
]
const active = new RegExp(`/(${acts.join('|')})(?![A-Za-z0-9_])`)

export type PdfFlaw = 'broken' | 'active'

/** What is wrong with it, or null. Looks inside packed objects as well, because names hide there. */
export function pdfFlaw(bytes: Uint8Array): PdfFlaw | null {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (source.subarray(0, 1024).indexOf('%PDF-') < 0 || source.lastIndexOf('%%EOF') < 0) return 'broken'
  if (active.test(plainNames(outsideStreams(source)))) return 'active'
  return objectsInside(source)
}

function objectsInside(source: Buffer): PdfFlaw | null {
  let unpacked = 0
  let at = source.indexOf('/ObjStm')
  while (at >= 0) {
    const start = bodyStart(source, at)
    if (start < 0) return 'broken'
    try {
      const object = inflateSync(source.subarray(start), { maxOutputLength: mostUnpacked - unpacked })
      unpacked += object.length
      if (active.test(plainNames(object.toString('latin1')))) return 'active'
    } catch {
      return 'broken'
    }
    at = source.indexOf('/ObjStm', start)
  }
  return null
}

function bodyStart(source: Buffer, from: number) {
  const word = source.indexOf('stream', from)
  if (word < 0) return -1
  const after = word + 'stream'.length
  return source[after] === 0x0d ? after + 2 : after + 1
}

/** Bytes of pictures and fonts may spell anything: only what lies between streams is structure. */
function outsideStreams(source: Buffer): string {
  const parts: string[] = []
  let from = 0
  for (;;) {
    const start = source.indexOf('stream', from)
    if (start < 0) break
    parts.push(source.toString('latin1', from, start))
    const end = source.indexOf('endstream', start)
    if (end < 0) break
    from = end + 'endstream'.length
  }
  parts.push(source.toString('latin1', from))
  return parts.join('\n')
}

/** A name may be spelt /J#61vaScript. */
function plainNames(text: string) {
  return text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
