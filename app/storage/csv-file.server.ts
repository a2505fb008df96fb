/** Tables from outside, record by record: delimiter and encoding found out, never the whole file in memory. */
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { type Info, parse } from 'csv-parse'
import { UnreadableFile } from './unreadable-file'

export type CsvRecord = {
  /** The line of the file on which it starts */
  line: number
  cells: Record<string, string>
  /** More or fewer cells than the header has */
  uneven: boolean
}
export type CsvFile = {
  header: string[]
  encoding: 'utf-8' | 'windows-1252'
  records: AsyncGenerator<CsvRecord>
  /** How much of the file has been read, from 0 to 1 */
  share: () => number
  /** For a file whose records are not wanted after all */
  close: () => Promise<unknown>
}

/** Bytes of one record: beyond, a quote was left open. */
const longestRecord = 4_000_000

export async function openCsv(path: string): Promise<CsvFile> {
  const firstLine = await firstLineOf(path)
  const encoding = await encodingOf(path)
  const { size } = await stat(path)
  const progress = { bytes: 0 }
  const rows = rowsOf(path, delimiterIn(firstLine), encoding, progress)
  const first = await rows.next()
  if (first.done) throw new UnreadableFile(`${basename(path)} is empty`)
  const header = first.value.row.map((name) => name.trim())
  return {
    header,
    encoding,
    records: named(rows, header),
    share: () => (size > 0 ? progress.bytes / size : 1),
    close: () => rows.return(),
  }
}

async function* named(rows: ReturnType<typeof rowsOf>, header: string[]): AsyncGenerator<CsvRecord> {
  for await (const { row, line } of rows) {
    const cells: Record<string, string> = Object.create(null)
    for (const [index, name] of header.entries()) cells[name] ||= row[index] ?? ''
    yield { line, cells, uneven: row.length !== header.length }
  }
}

async function* rowsOf(path: string, delimiter: string, encoding: CsvFile['encoding'], progress: { bytes: number }) {
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    skip_empty_lines: true,
    relax_column_count: true,
    max_record_size: longestRecord,
  })
  const source = Readable.from(decoded(path, encoding, progress))
  source.on('error', (error) => parser.destroy(error))
  let line = 1
  try {
    for await (const { record, info } of source.pipe(parser) as AsyncIterable<{ record: string[]; info: Info }>) {
      yield { row: record, line }
      line = info.lines + 1
    }
  } catch (error) {
    throw new UnreadableFile(`${basename(path)}, after line ${line}: ${(error as Error).message}`)
  } finally {
    source.destroy()
  }
}

async function* decoded(path: string, encoding: string, progress: { bytes: number }) {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of createReadStream(path)) {
    progress.bytes += (chunk as Buffer).length
    yield decoder.decode(chunk as Buffer, { stream: true })
  }
  yield decoder.decode()
}

async function firstLineOf(path: string) {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0)
      return buffer.subarray(0, bytesRead).toString('latin1').split(/\r?\n/)[0] ?? ''
    } finally {
      await file.close()
    }
  } catch (error) {
    throw new UnreadableFile(`${basename(path)} cannot be read: ${(error as Error).message}`)
  }
}

/** The one among the usual ones that stands most often in the header. */
function delimiterIn(header: string): string {
  const times = (mark: string) => header.split(mark).length
  return [';', ',', '\t'].reduce((best, mark) => (times(mark) > times(best) ? mark : best))
}

/** UTF-8 if every byte says so, else the Western European page that old exports use. */
async function encodingOf(path: string): Promise<CsvFile['encoding']> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk as Buffer, { stream: true })
    decoder.decode()
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}
