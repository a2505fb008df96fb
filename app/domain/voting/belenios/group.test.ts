import { describe, expect, it } from 'vitest'
import { fixedPowers, groupNamed, integerOf, inverse, isElement, modulo, multiply, randomExponent } from './group'
import { predictable } from './predictable-random'

/** Square and multiply, as in the textbook. */
function slowPower(base: bigint, exponent: bigint, p: bigint): bigint {
  let product = 1n
  for (const bit of exponent.toString(2)) product = (product * product * (bit === '1' ? base : 1n)) % p
  return product
}

describe.each(['BELENIOS-2048', 'RFC-3526-2048'] as const)('%s', (name) => {
  const group = groupNamed(name)!
  const random = predictable(name)

  it('has a generator of order q', () => {
    expect((group.p - 1n) % group.q).toBe(0n)
    expect(slowPower(group.g, group.q, group.p)).toBe(1n)
  })

  it('computes powers with tables, shared squarings and one by one alike', () => {
    const base = slowPower(group.g, randomExponent(group, random), group.p)
    const shared = group.powersOf(base)
    const fixed = fixedPowers(group, base)
    for (const exponent of [0n, 1n, 2n, 31n, 32n, 255n, group.q - 1n, group.q, randomExponent(group, random)]) {
      const expected = slowPower(base, exponent, group.p)
      expect(group.power(base, exponent)).toBe(expected)
      expect(shared(exponent)).toBe(expected)
      expect(fixed(exponent)).toBe(expected)
    }
  })

  it('tells its elements from other numbers', () => {
    expect(isElement(group, group.g)).toBe(true)
    expect(isElement(group, 1n)).toBe(true)
    for (const other of [0n, -1n, group.p, group.p - 1n, group.p + group.g, multiply(group, group.g, group.p - 1n)])
      expect(isElement(group, other)).toBe(false)
  })

  it('draws exponents evenly below q', () => {
    const drawn = Array.from({ length: 200 }, () => randomExponent(group, random))
    expect(drawn.every((exponent) => exponent >= 0n && exponent < group.q)).toBe(true)
    const inUpperHalf = drawn.filter((exponent) => exponent > group.q / 2n).length
    expect(inUpperHalf).toBeGreaterThan(60)
    expect(inUpperHalf).toBeLessThan(140)
  })
})

it('inverts modulo a prime', () => {
  const { p, q } = groupNamed('BELENIOS-2048')!
  for (const value of [1n, 2n, -3n, q - 1n, 12345678901234567890n])
    for (const prime of [p, q]) expect(modulo(value * inverse(value, prime), prime)).toBe(1n)
  expect(() => inverse(0n, q)).toThrow(RangeError)
})

it('reads bytes most significant first', () => {
  expect(integerOf(Uint8Array.of(1, 0, 255))).toBe(65791n)
  expect(integerOf(new Uint8Array())).toBe(0n)
})

it('knows no other group', () => {
  expect(groupNamed('Ed25519')).toBeUndefined()
})
