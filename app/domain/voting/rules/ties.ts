/**
 * Ties are broken by the rule's own earlier stages, then by a public order of the options.
 *
 * The order ("permutation") lists options from most to least favoured: in a tie the first wins, the last is excluded.
 * It is the ids' own order, a list, or comes from a seed published after closing: options sorted by the hexadecimal
 * SHA-256 of `seed`, a line feed, and the option's id, in UTF-8. Anybody can do it with `printf 'seed\nid' | sha256sum`.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Tie } from './outcome'

export type TieBreak = 'id' | readonly string[] | { seed: string }

/** Favour by option index: 0 is the most favoured. */
export type Permutation = readonly number[]

/** Throws a RangeError with a sentence when a listed order is not exactly the options. */
export function permutationOf(options: readonly string[], tieBreak: TieBreak): Permutation {
  const favour = new Array<number>(options.length).fill(0)
  orderOf(options, tieBreak).forEach((option, place) => {
    favour[option] = place
  })
  return favour
}

/** Whole numbers by value, then everything else by code point. */
export function compareIds(a: string, b: string): number {
  const [x, y] = [digitsOf(a), digitsOf(b)]
  if (x === undefined || y === undefined) return x === y ? compareTexts(a, b) : x === undefined ? 1 : -1
  return x.length - y.length || compareTexts(x, y) || compareTexts(a, b)
}

/** By code point, as other languages do; JavaScript's own order puts an emoji before a full-width letter. */
export function compareTexts(a: string, b: string): number {
  for (let at = 0; at < a.length && at < b.length; at++) {
    if (a[at] !== b[at]) return codePointOrder(a.charCodeAt(at)) - codePointOrder(b.charCodeAt(at))
  }
  return a.length - b.length
}

/** Halves of a code point beyond 0xffff go after every whole one. */
function codePointOrder(unit: number): number {
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit
}

function digitsOf(id: string): string | undefined {
  return /^\d+$/.test(id) ? id.replace(/^0+(?=\d)/, '') : undefined
}

export interface Choice {
  chosen: number
  tie?: Omit<Tie, 'purpose'>
}

/** One of `tied`: who stood higher (or lower) at the most recent earlier stage that tells them apart, else by permutation. */
export function chooseByHistory(
  tied: readonly number[],
  history: readonly ArrayLike<number>[],
  seek: 'most' | 'fewest',
  options: readonly string[],
  permutation: Permutation,
): Choice {
  if (tied.length === 1) return { chosen: tied[0]! }
  let left = tied
  let decidedBy: number | undefined
  for (let stage = history.length - 1; stage >= 0 && left.length > 1; stage--) {
    const totals = left.map((option) => history[stage]![option]!)
    const best = seek === 'most' ? Math.max(...totals) : Math.min(...totals)
    left = left.filter((_, i) => totals[i] === best)
    if (left.length === 1) decidedBy = stage + 1
  }
  const chosen = seek === 'most' ? favourite(left, permutation) : leastFavourite(left, permutation)
  const between = tied.map((option) => options[option]!).sort(compareIds)
  const how = decidedBy === undefined ? 'permutation' : 'earlier-stage'
  return { chosen, tie: { between, chosen: [options[chosen]!], how, ...(decidedBy !== undefined && { decidedBy }) } }
}

export function favourite(tied: readonly number[], permutation: Permutation): number {
  return tied.reduce((best, option) => (permutation[option]! < permutation[best]! ? option : best))
}

export function leastFavourite(tied: readonly number[], permutation: Permutation): number {
  return tied.reduce((worst, option) => (permutation[option]! > permutation[worst]! ? option : worst))
}

function orderOf(options: readonly string[], tieBreak: TieBreak): number[] {
  const indexes = options.map((_, index) => index)
  if (tieBreak === 'id') return indexes.sort((a, b) => compareIds(options[a]!, options[b]!))
  if ('seed' in tieBreak) {
    const keys = options.map((id) => bytesToHex(sha256(utf8ToBytes(`${tieBreak.seed}\n${id}`))))
    return indexes.sort((a, b) => (keys[a]! < keys[b]! ? -1 : 1))
  }
  return listedOrder(options, tieBreak)
}

function listedOrder(options: readonly string[], listed: readonly string[]): number[] {
  const place = new Map(options.map((id, index) => [id, index]))
  const order = listed.map((id) => {
    const index = place.get(id)
    if (index === undefined)
      throw new RangeError(`the tie-break order names "${id}", which is no option or stands twice`)
    place.delete(id)
    return index
  })
  const [missing] = place.keys()
  if (missing !== undefined) throw new RangeError(`the tie-break order leaves out option "${missing}"`)
  return order
}
