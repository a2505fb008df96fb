/** Readers take a file line by line, so that a file of any size needs no more memory than its different ballots. */
import { InputFault } from './faults'

export interface LineReader<T> {
  /** The text without its line end; numbers start at 1. */
  line(text: string, number: number): void
  end(): T
}

/** For formats that can only be understood whole. */
export function wholeText<T>(mostCharacters: number, parse: (text: string) => T): LineReader<T> {
  const lines: string[] = []
  let length = 0
  return {
    line(text, number) {
      length += text.length + 1
      if (length > mostCharacters) {
        throw new InputFault(
          number,
          `a file of this kind may hold ${Math.floor(mostCharacters / 1e6)} million characters`,
        )
      }
      lines.push(text)
    },
    end: () => parse(lines.join('\n')),
  }
}

export function readText<T>(reader: LineReader<T>, text: string): T {
  let number = 1
  for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/)) reader.line(line, number++)
  return reader.end()
}

/** A whole number of at most ten digits, or undefined. */
export function wholeNumber(text: string): number | undefined {
  return /^[+-]?\d{1,10}$/.test(text) ? Number(text) : undefined
}
