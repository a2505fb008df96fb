/** Shares as people publish them, read exactly: `2/3`, `0.5`, `50%`. */
import { type Rational, rational } from './rational'

/** Undefined for what is no share, or a negative one. */
export function parseShare(text: string): Rational | undefined {
  const parts = /^(\d{1,18})\/(\d{1,18})$/.exec(text)
  if (parts) return BigInt(parts[2]!) === 0n ? undefined : rational(BigInt(parts[1]!), BigInt(parts[2]!))
  const decimal = /^(\d{1,18})(?:\.(\d{1,18}))?(%?)$/.exec(text)
  if (!decimal) return undefined
  const places = decimal[2]?.length ?? 0
  return rational(BigInt(`${decimal[1]}${decimal[2] ?? ''}`), 10n ** BigInt(places) * (decimal[3] ? 100n : 1n))
}
