/** Exact fractions of whole numbers, for shares, averages and majorities. */

export interface Rational {
  readonly n: bigint
  /** Always positive; the fraction is in lowest terms. */
  readonly d: bigint
}

export function rational(n: bigint | number, d: bigint | number = 1n): Rational {
  const [above, below] = [BigInt(n), BigInt(d)]
  if (below === 0n) throw new RangeError('a fraction cannot have zero below the line')
  const sign = below < 0n ? -1n : 1n
  const divisor = greatestCommonDivisor(above < 0n ? -above : above, below * sign)
  return { n: (sign * above) / divisor, d: (sign * below) / divisor }
}

/** Negative, zero or positive, as a is below, at or above b. */
export function compareRationals(a: Rational, b: Rational): number {
  const [left, right] = [a.n * b.d, b.n * a.d]
  return left < right ? -1 : left > right ? 1 : 0
}

export function times(a: Rational, b: Rational): Rational {
  return rational(a.n * b.n, a.d * b.d)
}

/** Cut after `places` decimals, never rounded up, without trailing zeros. */
export function decimalOf({ n, d }: Rational, places = 6): string {
  const scale = 10n ** BigInt(places)
  const cut = ((n < 0n ? -n : n) * scale) / d
  const part = (cut % scale).toString().padStart(places, '0').replace(/0+$/, '')
  return `${n < 0n && cut > 0n ? '-' : ''}${cut / scale}${part && places > 0 ? `.${part}` : ''}`
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y) [x, y] = [y, x % y]
  return x || 1n
}
