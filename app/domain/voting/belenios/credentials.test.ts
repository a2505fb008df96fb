import { describe, expect, it } from 'vitest'
import { credentialList, readCredentialList } from './credential-list'
import { isCredential, makeCredential, publicCredential, randomToken, secretOf } from './credentials'
import { groupNamed } from './group'
import { predictable } from './predictable-random'

const group = groupNamed('BELENIOS-2048')!
const uuid = 'VqRviQy1MGcQEW'

describe('credentials', () => {
  it('are fifteen characters in five groups, the last of them a check', () => {
    const random = predictable('credentials')
    for (let index = 0; index < 50; index++) {
      const credential = makeCredential(random)
      expect(credential).toMatch(/^[1-9A-HJ-NP-Za-km-z]{3}(-[1-9A-HJ-NP-Za-km-z]{3}){4}$/)
      expect(isCredential(credential)).toBe(true)
    }
  })

  it('made elsewhere are recognised, slips of the pen are not', () => {
    const good = 'Lk4-ZcK-78B-qfe-JMf'
    expect(isCredential(good)).toBe(true)
    expect(isCredential(good.replaceAll('-', ''))).toBe(true)
    for (const slip of ['Lk4-ZcK-78B-qfe-JMg', 'kL4-ZcK-78B-qfe-JMf', 'Lk4-ZcK-78B-qfe-JM', 'Lk4-ZcK-78B-qf0-JMf', ''])
      expect(isCredential(slip)).toBe(false)
  })

  it('give the same exponent with and without dashes, and another one in another vote', () => {
    const credential = 'Lk4-ZcK-78B-qfe-JMf'
    expect(secretOf(group, uuid, credential)).toBe(secretOf(group, uuid, 'Lk4ZcK78BqfeJMf'))
    expect(secretOf(group, uuid, credential)).not.toBe(secretOf(group, 'VqRviQy1MGcQEX', credential))
    expect(() => secretOf(group, uuid, 'not one')).toThrow(RangeError)
  })

  it('are listed by size, whatever the order of the voters', () => {
    const publics = ['Lk4-ZcK-78B-qfe-JMf', 'P7G-FUV-e9q-UTk-iyY', 'jS9-jdc-mve-oNy-cZA'].map((credential) =>
      publicCredential(group, uuid, credential),
    )
    expect(credentialList(publics)).toBe(credentialList([...publics].reverse()))
    expect(JSON.parse(credentialList([10n, 9n, 100n]))).toEqual(['9', '10', '100'])
  })

  it('on a list are read with their weights, and a list with a fault is refused', () => {
    expect(readCredentialList(group, '["4","9,3"]')).toEqual(
      new Map([
        [4n, 1n],
        [9n, 3n],
      ]),
    )
    expect(readCredentialList(group, '{}')).toEqual({ fault: 'not-a-list', entry: 0 })
    for (const line of ['x', '', '-4', '04', '4,0', '4,', '4,1,1'])
      expect(readCredentialList(group, JSON.stringify(['4', line]))).toEqual({ fault: 'not-a-credential', entry: 2 })
    for (const line of ['1', String(group.p)])
      expect(readCredentialList(group, JSON.stringify([line]))).toEqual({ fault: 'out-of-range', entry: 1 })
    expect(readCredentialList(group, '["4","4,2"]')).toEqual({ fault: 'twice', entry: 2 })
  })

  it('draw their characters evenly', () => {
    const counts = new Map<string, number>()
    for (const letter of randomToken(58_00, predictable('letters'))) counts.set(letter, (counts.get(letter) ?? 0) + 1)
    expect(counts.size).toBe(58)
    expect(Math.min(...counts.values())).toBeGreaterThan(60)
    expect(Math.max(...counts.values())).toBeLessThan(145)
  })
})
