/** Lots drawn from a published seed: whoever repeats the draw with the same seed gets the same lots. */
import { sha256 } from '@noble/hashes/sha2.js'

const range = 1n << 256n

/** A source of lots; each call draws the next one. */
export type Lots = {
  /** A whole number from 0 to `bound − 1`, every one equally likely. */
  below: (bound: bigint) => bigint
  /** A number in [0, 1), a multiple of 2⁻⁵³. */
  share: () => number
}

/**
 * Lots number 0, 1, 2 … of a seed.
 *
 * Lot `i` is SHA-256 of the UTF-8 text `purpose\nseed\ni`, read as one number of 256 bits, most significant byte first.
 * `below(n)` is that number modulo n; a number at or above the largest multiple of n under 2²⁵⁶ is passed over (and
 * the next `i` is used), so that no remainder is favoured. Anybody can redo it with `printf` and `sha256sum`.
 */
export function lotsFrom(seed: string, purpose: string): Lots {
  const text = new TextEncoder()
  let drawn = 0
  const below = (bound: bigint) => {
    if (bound < 1n) throw new RangeError('a lot needs at least one possibility')
    const fair = range - (range % bound)
    for (;;) {
      const lot = asNumber(sha256(text.encode(`${purpose}\n${seed}\n${drawn}`)))
      drawn += 1
      if (lot < fair) return lot % bound
    }
  }
  return { below, share: () => Number(below(1n << 53n)) / 2 ** 53 }
}

/** The list in an order drawn by lot (Fisher–Yates, from the last place to the first); the given list is left alone. */
export function shuffled<Item>(items: readonly Item[], lots: Lots): Item[] {
  const order = [...items]
  for (let last = order.length - 1; last > 0; last -= 1) {
    const taken = Number(lots.below(BigInt(last + 1)))
    const item = order[taken]!
    order[taken] = order[last]!
    order[last] = item
  }
  return order
}

export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function asNumber(bytes: Uint8Array): bigint {
  return BigInt(`0x${hexOf(bytes)}`)
}
