/** What a count costs, measured on invented electorates: the figures the bench command prints. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { countingRules } from '#app/domain/voting/counting'
import { seededNumbers } from '#app/domain/voting/formats/random-electorate'
import { addBallot, emptyBox } from '#app/domain/voting/rules/ballots'
import { countBallots } from '#app/domain/voting/rules/counting'
import { writeElectorate } from '../count-electorate'
import { readFileLines } from '../text-lines'

export interface Measure {
  name: string
  run(): Promise<{ figure: number; unit: string }>
}

export const votingMeasures: Measure[] = [
  {
    name: 'Scottish STV from a BLT file, 1,000,000 ballots one a line, 12 options, 4 seats',
    run: () => ballotsPerSecond('stv-scottish', 'ballots.blt', { ballots: 1_000_000, options: 12, seats: 4 }),
  },
  {
    name: 'Scottish STV in memory, 300,000 complete rankings of 12 options, hardly two alike, 4 seats',
    run: async () => {
      const rankings = shuffledRankings(300_000, 12)
      const box = emptyBox(Array.from({ length: 12 }, (_, at) => String(at + 1)))
      const seconds = secondsOf(() => {
        for (const ranking of rankings) addBallot(box, ranking)
        countBallots('stv-scottish', { box }, { seats: 4 })
      })
      return { figure: Math.round(box.ballots / seconds), unit: 'ballots/s' }
    },
  },
  {
    name: 'Schulze from a .cvotes file, 40 options, 10,000 ballots',
    run: () => secondsFromFile('schulze', 'ballots.cvotes', { ballots: 10_000, options: 40, seats: 1 }),
  },
  {
    name: 'Ranked pairs from a .cvotes file, 40 options, 10,000 ballots',
    run: () => secondsFromFile('ranked-pairs', 'ballots.cvotes', { ballots: 10_000, options: 40, seats: 1 }),
  },
  {
    name: 'Instant runoff from a wide CSV file, 1,000,000 ballots, 12 options',
    run: () => ballotsPerSecond('irv', 'ballots.csv', { ballots: 1_000_000, options: 12, seats: 1 }),
  },
  {
    name: 'Plurality from a CSV file, 1,000,000 ballots, resident memory it adds',
    run: async () => {
      const text = `choice\n${'a\nb\nc\nd\n'.repeat(250_000)}`
      return withFile(
        'ballots.csv',
        (path) => writeFile(path, text),
        async (path) => {
          await counted('plurality', path)
          const before = process.memoryUsage().rss
          await counted('plurality', path)
          return { figure: Math.max(0, Math.round((process.memoryUsage().rss - before) / 1e5) / 10), unit: 'MB' }
        },
      )
    },
  },
]

interface Size {
  ballots: number
  options: number
  seats: number
}

async function ballotsPerSecond(rule: string, file: string, size: Size) {
  const { figure } = await secondsFromFile(rule, file, size)
  return { figure: Math.round(size.ballots / figure), unit: 'ballots/s' }
}

/** Reading included, writing not. */
async function secondsFromFile(rule: string, file: string, size: Size) {
  return withFile(
    file,
    (path) => writeElectorate(path, file.split('.')[1]!, { ...size, seed: 'bench' }),
    async (path) => {
      const start = process.hrtime.bigint()
      await counted(rule, path)
      return { figure: Number(process.hrtime.bigint() - start) / 1e9, unit: 's' }
    },
  )
}

function counted(rule: string, path: string) {
  return readFileLines(path, countingRules.get(rule)!.open(path.split('.').at(-1)!, {}))
}

async function withFile<T>(
  file: string,
  write: (path: string) => Promise<unknown>,
  use: (path: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'agora-voting-'))
  try {
    await write(join(folder, file))
    return await use(join(folder, file))
  } finally {
    await rm(folder, { recursive: true })
  }
}

function shuffledRankings(ballots: number, options: number): Uint16Array[] {
  const next = seededNumbers('bench')
  return Array.from({ length: ballots }, () => {
    const marks = Uint16Array.from({ length: options }, (_, at) => at)
    for (let last = options - 1; last > 0; last--) {
      const other = next(last + 1)
      const mark = marks[last]!
      marks[last] = marks[other]!
      marks[other] = mark
    }
    return marks
  })
}

function secondsOf(work: () => unknown): number {
  const start = process.hrtime.bigint()
  work()
  return Number(process.hrtime.bigint() - start) / 1e9
}
