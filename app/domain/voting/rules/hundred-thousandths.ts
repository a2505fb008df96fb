/** Votes in whole units of 10⁻⁵, the fifth decimal of the Scottish rules; safe as numbers up to 9 × 10¹⁰ votes. */

export const WHOLE_VOTE = 100_000

/** floor(a × b / c), where the product may pass 2⁵³. */
export function shareOf(a: number, b: number, c: number): number {
  const product = a * b
  if (product <= Number.MAX_SAFE_INTEGER) return Math.floor(product / c)
  return Number((BigInt(a) * BigInt(b)) / BigInt(c))
}

/** Always five decimals: `482.38025`. */
export function fiveDecimals(units: number): string {
  const whole = Math.floor(units / WHOLE_VOTE)
  return `${whole}.${String(units % WHOLE_VOTE).padStart(5, '0')}`
}
