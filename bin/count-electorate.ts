/** Writes a file of invented ballots, for trying and for load. */

import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { randomRanking, seededNumbers } from '#app/domain/voting/formats/random-electorate'

export interface Electorate {
  ballots: number
  options: number
  seats: number
  seed: string
}

/** The ending says the format: `.blt`, `.cvotes` or `.csv`, one line a ballot; false for any other. */
export async function writeElectorate(path: string, ending: string, electorate: Electorate): Promise<boolean> {
  const form = forms[ending]
  if (!form) return false
  await pipeline(chunksOf(linesOf(form, electorate)), createWriteStream(path))
  return true
}

function* chunksOf(lines: Iterable<string>): Generator<string> {
  let waiting: string[] = []
  for (const line of lines) {
    if (waiting.push(line) < 10_000) continue
    yield `${waiting.join('\n')}\n`
    waiting = []
  }
  if (waiting.length > 0) yield `${waiting.join('\n')}\n`
}

interface Form {
  head(electorate: Electorate): string[]
  ballot(marks: Uint16Array, length: number, options: number): string
  tail(electorate: Electorate): string[]
}

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at + 1)
const ids = (marks: Uint16Array, length: number) => Array.from(marks.subarray(0, length), (mark) => mark + 1)

const forms: Record<string, Form | undefined> = {
  blt: {
    head: ({ options, seats }) => [`${options} ${seats}`],
    ballot: (marks, length) => `1 ${ids(marks, length).join(' ')} 0`,
    tail: ({ options, seed }) => [
      '0',
      ...numbers(options).map((id) => `"Option ${id}"`),
      `"Invented from seed ${seed}"`,
    ],
  },
  cvotes: {
    head: ({ options }) => [`#/Candidates: ${numbers(options).join(' ; ')}`, '#/Implicit Ranking: true'],
    ballot: (marks, length) => ids(marks, length).join(' > '),
    tail: () => [],
  },
  csv: {
    head: ({ options }) => [
      numbers(options)
        .map((rank) => `rank${rank}`)
        .join(','),
    ],
    ballot: (marks, length, options) => ids(marks, length).join(',') + ','.repeat(options - length),
    tail: () => [],
  },
}

function* linesOf(form: Form, electorate: Electorate): Generator<string> {
  const next = seededNumbers(electorate.seed)
  const marks = new Uint16Array(electorate.options)
  yield* form.head(electorate)
  for (let made = 0; made < electorate.ballots; made++) {
    const length = randomRanking(next, electorate.options, marks)
    yield form.ballot(marks, length, electorate.options)
  }
  yield* form.tail(electorate)
}
