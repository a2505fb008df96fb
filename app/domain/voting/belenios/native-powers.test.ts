import { expect, it } from 'vitest'
import { groupNamed, isElement, randomExponent } from './group'
import { withNativePowers } from './native-powers.server'
import { predictable } from './predictable-random'

it.each(['BELENIOS-2048', 'RFC-3526-2048'])('native powers in %s are those of BigInt, at the edges too', (name) => {
  const group = groupNamed(name)!
  const native = withNativePowers(group)
  const random = predictable(name)
  const element = group.power(group.g, randomExponent(group, random))
  const outside = group.p - element
  for (const base of [1n, 2n, element, outside, group.p - 1n])
    for (const exponent of [0n, 1n, 2n, group.q - 1n, group.q, randomExponent(group, random)])
      expect(native.power(base, exponent)).toBe(group.power(base, exponent))
  expect(isElement(native, element)).toBe(true)
  expect(isElement(native, outside)).toBe(false)
  expect(native.powersOf(element)(3n)).toBe(group.power(element, 3n))
})
