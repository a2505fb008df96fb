/** Sums, differences and decimals of exact fractions: every comparison that decides a count is made with these. */
import { compareRationals, decimalOf, type Rational, rational, times } from '#app/domain/voting/rules/rational'

export type Fraction = Readonly<Rational>

export const zero: Fraction = rational(0n)
export const fraction = rational
export { compareRationals as compare, decimalOf as decimal, times }

export const plus = (a: Fraction, b: Fraction) => rational(a.n * b.d + b.n * a.d, a.d * b.d)
export const minus = (a: Fraction, b: Fraction) => rational(a.n * b.d - b.n * a.d, a.d * b.d)
export const over = (a: Fraction, b: Fraction) => rational(a.n * b.d, a.d * b.n)
export const floorOf = (a: Fraction) => (a.n >= 0n ? a.n / a.d : -((-a.n + a.d - 1n) / a.d))

/** `7`, `-7.25`, `7,25`; anything else is not a number here: `7,250` could be seven or thousands. */
export function decimalFraction(text: string): Fraction | undefined {
  const found = /^([+-]?)(\d{1,30})(?:[.,](\d{1,20}))?$/.exec(text.trim())
  if (!found || /^[+-]?0*[1-9]\d*,\d{3}$/.test(found[0])) return undefined
  const part = found[3] ?? ''
  const size = rational(BigInt((found[2] ?? '') + part), 10n ** BigInt(part.length))
  return found[1] === '-' ? { n: -size.n, d: size.d } : size
}
