/** A file as lines, in one pass and a fixed amount of memory; what is not UTF-8 text is refused with its line. */
import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { InputFault } from '#app/domain/voting/formats/faults'
import type { LineReader } from '#app/domain/voting/formats/lines'

const LONGEST_LINE = 1_000_000
/** A JSON file may be one line; its reader has its own limit. */
const LONGEST_JSON_LINE = 65_000_000

export async function readFileLines<T>(path: string, reader: LineReader<T>): Promise<{ result: T; sha256: string }> {
  const hash = createHash('sha256')
  const longest = path.endsWith('.json') ? LONGEST_JSON_LINE : LONGEST_LINE
  let rest: Buffer[] = []
  let restLength = 0
  let number = 1

  const take = (block: Buffer) => {
    for (const line of decoded(block, number).split('\n')) {
      reader.line(line.endsWith('\r') ? line.slice(0, -1) : line, number++)
    }
  }

  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    const end = chunk.lastIndexOf(10)
    if (end < 0) {
      rest.push(chunk)
      restLength += chunk.length
    } else {
      take(restLength > 0 ? Buffer.concat([...rest, chunk.subarray(0, end)]) : chunk.subarray(0, end))
      rest = [chunk.subarray(end + 1)]
      restLength = chunk.length - end - 1
    }
    if (restLength > longest) throw new InputFault(number, `a line may hold ${longest} characters`)
  }
  if (restLength > 0) take(Buffer.concat(rest))
  return { result: reader.end(), sha256: hash.digest('hex') }
}

function decoded(block: Buffer, first: number): string {
  let text = block
  if (first === 1) {
    const mark = block.subarray(0, 3).toString('hex')
    if (mark.startsWith('fffe') || mark.startsWith('feff'))
      throw new InputFault(1, 'the file is UTF-16; save it as UTF-8')
    if (mark === 'efbbbf') text = block.subarray(3)
  }
  if (!isUtf8(text))
    throw new InputFault(first + linesBefore(text, (line) => !isUtf8(line)), 'this line is not UTF-8 text')
  if (text.includes(0)) {
    throw new InputFault(
      first + linesBefore(text, (line) => line.includes(0)),
      'there is a zero byte: this is not a text file',
    )
  }
  return text.toString('utf8')
}

function linesBefore(block: Buffer, isWrong: (line: Buffer) => boolean): number {
  let count = 0
  for (let at = 0; at < block.length; count++) {
    const end = block.indexOf(10, at)
    const line = block.subarray(at, end < 0 ? block.length : end)
    if (isWrong(line)) return count
    at = end < 0 ? block.length : end + 1
  }
  return count
}
