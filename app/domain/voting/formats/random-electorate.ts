/** Invented ballots for trying a rule or measuring a count: the same seed gives the same file. */
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'

/** A stream of whole numbers from 0 up to, not including, a bound; xorshift128 started from the seed's SHA-256. */
export function seededNumbers(seed: string): (bound: number) => number {
  const words = new Uint32Array(sha256(utf8ToBytes(seed)).slice(0, 16).buffer)
  let [a, b, c, d] = [words[0]!, words[1]!, words[2]!, words[3]! | 1]
  return (bound) => {
    const t = a ^ (a << 11)
    ;[a, b, c] = [b, c, d]
    d = (d ^ (d >>> 19) ^ (t ^ (t >>> 8))) >>> 0
    return Math.floor((d / 2 ** 32) * bound)
  }
}

/**
 * Rankings of an electorate in which options have followings: each place of a ballot is drawn from the nearer
 * neighbours of its first choice, and the ranking ends early more often than not. Fills `marks`, gives its length.
 */
export function randomRanking(next: (bound: number) => number, options: number, marks: Uint16Array): number {
  const first = Math.min(next(options), next(options))
  const length = 1 + Math.min(next(options), next(options))
  const start = next(3)
  for (let place = 0; place < length; place++) marks[place] = (first + place) % options
  for (let place = 1; place + 1 < length; place++) {
    const other = place + next(Math.min(3 + start, length - place))
    const mark = marks[place]!
    marks[place] = marks[other]!
    marks[other] = mark
  }
  return length
}
