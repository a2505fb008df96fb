import { describe, expect, test } from 'vitest'
import { type RoleKind, type SignedIn, visitor } from '#app/domain/authorization'
import { canManage, canModerate, canOpenConversation, canTakePart, isOpen } from './policy'

const here = '/puglia/bari/monopoli/'
const person = (kind: RoleKind | null, territoryPath = here, confirmed = true): SignedIn => ({
  kind: 'person',
  id: 'x',
  name: 'X',
  language: 'it',
  confirmed,
  homeTerritoryId: null,
  homePath: null,
  roles: kind ? [{ kind, territoryPath }] : [],
  mandates: [],
  seats: [],
  attested: false,
})

describe.each([
  [null, 'opinions.officers-only', 'opinions.moderators-only'],
  ['officer', true, true],
  ['facilitator', true, true],
  ['moderator', 'opinions.officers-only', true],
  ['mediator', 'opinions.officers-only', 'opinions.moderators-only'],
] as const)('with the role %s', (kind, opens, moderates) => {
  test('opens and keeps, lets statements in', () => {
    const actor = person(kind)
    expect(canOpenConversation(actor, here)).toBe(opens)
    expect(canManage(actor, { territoryPath: here, open: true })).toBe(opens)
    expect(canModerate(actor, { territoryPath: here, open: true })).toBe(moderates)
  })
})

test('a role elsewhere gives no right here; a role above does', () => {
  expect(canOpenConversation(person('officer', '/puglia/lecce/'), here)).toBe('opinions.officers-only')
  expect(canOpenConversation(person('officer', '/puglia/'), here)).toBe(true)
})

test('everybody with a confirmed address takes part while it is open', () => {
  const open = { territoryPath: here, open: true }
  expect(canTakePart(person(null, here), open)).toBe(true)
  expect(canTakePart(person(null, here, false), open)).toBe('identity.confirm-address-first')
  expect(canTakePart(visitor, open)).toBe('sign-in-required')
  expect(canTakePart(person('officer'), { ...open, open: false })).toBe('opinions.closed')
})

test.each([
  [null, null, true],
  ['2026-05-05', null, true],
  ['2026-05-04', null, false],
  [null, '2026-05-01', false],
])('closing at %s, closed at %s: open %s', (closesAt, closedAt, open) => {
  const date = (text: string | null) => (text ? new Date(text) : null)
  expect(isOpen({ closesAt: date(closesAt), closedAt: date(closedAt) }, new Date('2026-05-04'))).toBe(open)
})
