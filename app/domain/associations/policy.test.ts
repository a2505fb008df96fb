import { describe, expect, test } from 'vitest'
import { type HeldMandate, type SignedIn, visitor } from '#app/domain/authorization'
import { isFull, missingFrom, steps } from './completeness'
import {
  type Association,
  actingFor,
  associationsToActFor,
  canActFor,
  canChange,
  canDecide,
  canEndMandate,
  canInvite,
  canSee,
  canSeePapers,
  canSubmit,
  canUpdate,
} from './policy'
import { canMove, type Move, officerMoves, stateAfter, type Verification } from './verification'

const monopoli = '/puglia/bari/monopoli/'
const somebody: SignedIn = {
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
const withMandate = (kind: HeldMandate['kind'], verified = true): SignedIn => ({
  ...somebody,
  mandates: [{ associationId: 'a', associationName: 'Ponte', kind, verified }],
})
const officerIn = (territoryPath: string): SignedIn => ({
  ...somebody,
  id: 'o',
  roles: [{ kind: 'officer', territoryPath }],
})
const [representative, delegate, member] = [
  withMandate('representative'),
  withMandate('delegate'),
  withMandate('member'),
]
const officer = officerIn(monopoli)
const association = (verification: Verification): Association => ({ id: 'a', verification, seatPath: monopoli })

const states: Verification[] = ['claimed', 'submitted', 'incomplete', 'verified', 'refused', 'suspended']

test('the table of moves', () => {
  const table = states.map((state) => [
    state,
    (['submit', 'verify', 'askToComplete', 'refuse', 'suspend'] as Move[]).filter((move) => canMove(state, move)),
  ])
  expect(Object.fromEntries(table)).toEqual({
    claimed: ['submit'],
    submitted: ['verify', 'askToComplete', 'refuse'],
    incomplete: ['submit'],
    verified: ['suspend'],
    refused: ['submit'],
    suspended: ['verify'],
  })
  expect(stateAfter('askToComplete')).toBe('incomplete')
  expect(officerMoves('submitted')).toEqual(['verify', 'askToComplete', 'refuse'])
})

describe('acting in its name', () => {
  test.each([
    ['a visitor', visitor, 'sign-in-required'],
    ['somebody', somebody, 'association.not-yours'],
    ['a member', member, 'association.members-do-not-act'],
    ['a delegate', delegate, true],
    ['the representative', representative, true],
    ['the representative before verification', withMandate('representative', false), 'association.not-verified'],
  ] as const)('%s', (_, actor, verdict) => {
    expect(canActFor(actor, 'a')).toBe(verdict)
  })

  test('who is member and delegate acts', () => {
    const both = { ...somebody, mandates: [...member.mandates, ...delegate.mandates] }
    expect(canActFor(both, 'a')).toBe(true)
    expect(associationsToActFor(both)).toEqual([{ id: 'a', name: 'Ponte' }])
  })

  test('as oneself needs no mandate', () => {
    expect(actingFor(somebody, null)).toBe(true)
    expect(actingFor(somebody, 'a')).toBe('association.not-yours')
  })
})

describe('papers and changes', () => {
  test.each([
    ['a visitor sees a verified one', canSee(visitor, association('verified')), true],
    ['a visitor, a claimed one', canSee(visitor, association('claimed')), 'not-found'],
    ['a member, a claimed one', canSee(member, association('claimed')), true],
    ['its officer, a submitted one', canSee(officer, association('submitted')), true],
    ['an officer of elsewhere', canSee(officerIn('/puglia/lecce/'), association('submitted')), 'not-found'],
    ['papers: somebody', canSeePapers(somebody, association('verified')), 'not-found'],
    ['papers: a member', canSeePapers(member, association('verified')), 'not-found'],
    ['papers: its officer', canSeePapers(officer, association('submitted')), true],
    ['a delegate changes a claimed one', canChange(delegate, association('claimed')), true],
    ['a delegate, a submitted one', canChange(delegate, association('submitted')), 'association.under-lock'],
    ['its officer', canChange(officer, association('claimed')), 'forbidden'],
    ['a delegate updates a verified one', canUpdate(delegate, association('verified')), true],
    ['a member', canUpdate(member, association('verified')), 'forbidden'],
    ['a delegate submits', canSubmit(delegate, association('claimed')), 'association.only-representatives'],
    ['the representative submits', canSubmit(representative, association('incomplete')), true],
  ])('%s', (_, verdict, expected) => {
    expect(verdict).toBe(expected)
  })
})

describe('deciding', () => {
  test.each([
    ['its officer verifies', officer, 'submitted', 'verify', true],
    ['the officer of the region too', officerIn('/puglia/'), 'submitted', 'verify', true],
    ['an officer of elsewhere', officerIn('/puglia/lecce/'), 'submitted', 'verify', 'not-found'],
    ['not what was not sent', officer, 'claimed', 'verify', 'association.not-in-this-state'],
    [
      'nobody decides for oneself',
      { ...officer, mandates: member.mandates },
      'submitted',
      'verify',
      'association.your-own',
    ],
    ['the representative', representative, 'submitted', 'verify', 'forbidden'],
  ] as const)('%s', (_, actor, state, move, verdict) => {
    expect(canDecide(actor, association(state), move)).toBe(verdict)
  })
})

describe('mandates', () => {
  test.each([
    [
      'the representative invites a delegate',
      canInvite(representative, association('verified'), 'delegate', { hasRepresentative: true }),
      true,
    ],
    [
      'a delegate does not',
      canInvite(delegate, association('verified'), 'member', { hasRepresentative: true }),
      'association.only-representatives',
    ],
    [
      'the office does not, while there is a representative',
      canInvite(officer, association('verified'), 'representative', { hasRepresentative: true }),
      'association.has-representative',
    ],
    [
      'the office does, when there is none',
      canInvite(officer, association('verified'), 'representative', { hasRepresentative: false }),
      true,
    ],
    [
      'the office invites no delegates',
      canInvite(officer, association('verified'), 'delegate', { hasRepresentative: false }),
      'association.has-representative',
    ],
    ['somebody', canInvite(somebody, association('verified'), 'delegate', { hasRepresentative: false }), 'not-found'],
    ['everybody ends one’s own', canEndMandate(member, association('verified'), 'p'), true],
    ['the representative ends another’s', canEndMandate(representative, association('verified'), 'q'), true],
    ['a delegate does not', canEndMandate(delegate, association('verified'), 'q'), 'association.only-representatives'],
  ])('%s', (_, verdict, expected) => {
    expect(verdict).toBe(expected)
  })
})

describe('what is missing', () => {
  const empty = {
    name: 'Ponte',
    legalForm: null,
    taxCode: null,
    runtsNumber: null,
    seatId: null,
    address: null,
    territoryCount: 0,
    languages: [],
    description: '',
    email: null,
    phone: null,
    documentCount: 0,
  }
  const full = {
    ...empty,
    legalForm: 'aps' as const,
    taxCode: '93012345678',
    runtsNumber: '1',
    seatId: 's',
    address: 'Via Roma 1',
    territoryCount: 1,
    languages: ['it'],
    description: 'Aiutiamo le persone a parlare con medici e scuole.',
    phone: '080 123456',
    documentCount: 1,
  }

  test('is listed in the order of the form', () => {
    expect(missingFrom(empty)).toEqual([
      'legalForm',
      'taxCode',
      'seat',
      'address',
      'territories',
      'languages',
      'description',
      'contact',
      'documents',
    ])
    expect(steps.filter((step) => isFull(step, missingFrom(empty)))).toEqual([])
    expect(steps.filter((step) => isFull(step, missingFrom(full)))).toEqual(steps.slice(0, -1))
    expect(missingFrom(full)).toEqual([])
    expect(missingFrom({ ...full, runtsNumber: null })).toEqual(['runtsNumber'])
  })

  test('is less for a group without legal form, and RUNTS is only for those in it', () => {
    expect(missingFrom({ ...full, legalForm: 'informal', taxCode: null, runtsNumber: null, documentCount: 0 })).toEqual(
      [],
    )
    expect(missingFrom({ ...full, legalForm: 'foundation', runtsNumber: null })).toEqual([])
  })
})
