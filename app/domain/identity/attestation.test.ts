import { describe, expect, test } from 'vitest'
import { type SignedIn, visitor } from '#app/domain/authorization'
import { attestationEnd, canAttest, canRevokeAttestation, codeFrom, codeTyped, spoken } from './attestation'

const person: SignedIn = {
  kind: 'person',
  id: 'p',
  name: 'P',
  language: 'it',
  confirmed: true,
  homeTerritoryId: null,
  homePath: null,
  roles: [],
  mandates: [],
  seats: [],
  attested: false,
}
const officer: SignedIn = {
  ...person,
  id: 'officer',
  roles: [{ kind: 'officer', territoryPath: '/puglia/bari/monopoli/' }],
}
const monopoli = '/puglia/bari/monopoli/'

test('a code is read aloud in two halves, and typed in any way', () => {
  const code = codeFrom([0, 1, 2, 3, 255, 4, 5, 6, 7])
  expect(code).toBe('34679ACD')
  expect(spoken(code)).toBe('3467-9ACD')
  expect(codeTyped(' 3467-9acd ')).toBe(code)
})

test.each(['', '3467-9AC', '3467-9ACDE', '0467-9ACD', "' or 1=1"])('%s is no code', (typed) => {
  expect(codeTyped(typed)).toBeNull()
})

test('too few random bytes make no code', () => {
  expect(() => codeFrom([1, 2, 255])).toThrow()
})

test('an attestation holds for two years', () => {
  expect(attestationEnd(new Date('2026-03-09T23:30:00Z')).toISOString()).toBe('2028-03-09T00:00:00.000Z')
})

describe('who attests', () => {
  test.each([
    ['a visitor', visitor, { id: 'x', homePath: monopoli }, 'sign-in-required'],
    ['a resident', person, { id: 'x', homePath: monopoli }, 'forbidden'],
    ['an officer, somebody of the territory', officer, { id: 'x', homePath: monopoli }, true],
    [
      'an officer, somebody of elsewhere',
      officer,
      { id: 'x', homePath: '/puglia/lecce/' },
      'identity.attest-elsewhere',
    ],
    ['an officer, somebody without a home', officer, { id: 'x', homePath: null }, 'identity.attest-without-home'],
    ['an officer, oneself', officer, { id: 'officer', homePath: monopoli }, 'identity.attest-yourself'],
  ] as const)('%s', (_, actor, seen, verdict) => {
    expect(canAttest(actor, seen)).toBe(verdict)
  })

  test('an officer revokes where it was made, and nowhere else', () => {
    expect(canRevokeAttestation(officer, { territoryPath: monopoli, personId: 'x' })).toBe(true)
    expect(canRevokeAttestation(officer, { territoryPath: '/puglia/lecce/', personId: 'x' })).toBe('forbidden')
    expect(canRevokeAttestation(person, { territoryPath: monopoli, personId: 'x' })).toBe('forbidden')
  })
})
