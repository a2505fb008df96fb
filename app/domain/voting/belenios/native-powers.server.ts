/** Powers computed by OpenSSL, where Node has it: for servers and auditors, not for browsers. */
import { createDiffieHellman } from 'node:crypto'
import { type Group, integerOf } from './group'

/** The same group with powers computed by OpenSSL, some five times faster than with BigInt. */
export function withNativePowers(group: Group): Group {
  const { p, q, g } = group
  const exchange = createDiffieHellman(bytesOf(p), bytesOf(g))
  const power = (base: bigint, exponent: bigint): bigint => {
    if (exponent === q) return (power(base, exponent - 1n) * base) % p
    // OpenSSL refuses 0, 1 and p − 1, as another's public key and as a shared secret alike.
    if (exponent === 0n || base <= 1n || base >= p - 1n) return group.power(base, exponent)
    try {
      exchange.setPrivateKey(bytesOf(exponent))
      return integerOf(exchange.computeSecret(bytesOf(base)))
    } catch {
      return group.power(base, exponent)
    }
  }
  return { ...group, power, powersOf: (base) => (exponent) => power(base, exponent) }
}

function bytesOf(value: bigint): Buffer {
  const digits = value.toString(16)
  return Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex')
}
