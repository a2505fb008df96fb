import { expect, test } from 'vitest'
import { type Actor, type HeldMandate, type SignedIn, visitor } from '#app/domain/authorization'
import {
  canChange,
  canEditDraft,
  canPropose,
  canRead,
  canSupport,
  canTakeBackSupport,
  canWithdraw,
  type Weighed,
} from './policy'

const path = '/puglia/bari/monopoli/'
const person = (id: string, more: Partial<SignedIn> = {}): SignedIn => ({
  kind: 'person',
  id,
  name: id,
  language: 'it',
  confirmed: true,
  homeTerritoryId: 't',
  homePath: path,
  roles: [],
  mandates: [],
  seats: [],
  attested: false,
  ...more,
})
const mandate = (kind: HeldMandate['kind'], verified = true): HeldMandate => ({
  associationId: 'ponte',
  associationName: 'Ponte',
  kind,
  verified,
})
const ada = person('ada')
const stranger = person('zoe')
const away = person('drita', { homePath: '/puglia/lecce/lecce/' })
const unconfirmed = person('nora', { confirmed: false })
const open: Weighed = {
  stage: 'open',
  territoryPath: path,
  authorId: 'ada',
  coAuthorIds: ['bilal'],
  associationId: null,
  published: true,
  hidden: false,
  answered: false,
  rules: { supporters: 'residents' },
}
const draft: Weighed = { ...open, stage: 'draft', published: false }
const ours: Weighed = { ...open, associationId: 'ponte', authorId: 'gone' }

test.each<[string, Actor, Weighed, true | string]>([
  ['a visitor', visitor, draft, 'not-found'],
  ['a stranger', stranger, draft, 'not-found'],
  ['its author', ada, draft, true],
  ['a co-author', person('bilal'), draft, true],
  ['a visitor, once published', visitor, open, true],
])('%s reads', (_, actor, proposal, verdict) => expect(canRead(actor, proposal)).toBe(verdict))

test.each<[string, Actor, Weighed, true | string]>([
  ['a visitor', visitor, open, 'sign-in-required'],
  ['a resident', stranger, open, true],
  ['somebody without a confirmed address', unconfirmed, open, 'identity.confirm-address-first'],
  ['somebody from elsewhere', away, open, 'proposal.support-residents-only'],
  ['somebody from elsewhere where all may', away, { ...open, rules: { supporters: 'anyone' } }, true],
  ['a resident, while it waits for its answer', stranger, { ...open, stage: 'qualified' }, true],
  ['a resident, once answered', stranger, { ...open, stage: 'answered', answered: true }, 'proposal.already-answered'],
  ['a resident, in review', stranger, { ...open, stage: 'qualified', answered: true }, 'proposal.already-answered'],
  ['a visitor, in review', visitor, { ...open, stage: 'qualified', answered: true }, 'proposal.already-answered'],
  ['a resident, once withdrawn', stranger, { ...open, stage: 'withdrawn' }, 'proposal.not-open'],
  ['a resident, when hidden', stranger, { ...open, hidden: true }, 'proposal.hidden'],
  ['its author, while a draft', ada, draft, 'not-found'],
])('%s supports', (_, actor, proposal, verdict) => expect(canSupport(actor, proposal)).toBe(verdict))

test('a support is taken back only while the proposal is open', () => {
  expect(canTakeBackSupport(stranger, open)).toBe(true)
  expect(canTakeBackSupport(stranger, { ...open, stage: 'qualified' })).toBe('proposal.already-counted')
})

test.each<[string, SignedIn, string | null, 'residents' | 'associations' | 'residentsAndAssociations', true | string]>([
  ['a resident', ada, null, 'residentsAndAssociations', true],
  ['a resident', ada, null, 'associations', 'proposal.associations-only'],
  ['somebody from elsewhere', away, null, 'residents', 'proposal.not-a-resident'],
  ['somebody without a home', person('x', { homePath: null }), null, 'residents', 'proposal.not-a-resident'],
  ['a delegate', person('b', { mandates: [mandate('delegate')] }), 'ponte', 'associations', true],
  ['a delegate', person('b', { mandates: [mandate('delegate')] }), 'ponte', 'residents', 'proposal.residents-only'],
  ['a stranger', ada, 'ponte', 'associations', 'association.not-yours'],
])('%s proposes as %4$s', (_, actor, association, proposers, verdict) => {
  expect(canPropose(actor, path, association, { proposers })).toBe(verdict)
})

test('handing over never locks an association out', () => {
  const successor = person('new', { mandates: [mandate('delegate')] })
  expect(canChange(successor, ours)).toBe(true)
  expect(canWithdraw(successor, ours)).toBe(true)
  expect(canEditDraft(successor, { ...ours, stage: 'draft', published: false })).toBe(true)
})

test('a text stands once it has qualified, and co-authors do not withdraw it', () => {
  expect(canChange(ada, { ...open, stage: 'qualified' })).toBe('proposal.not-open')
  expect(canWithdraw(ada, { ...open, stage: 'qualified' })).toBe('proposal.too-late-to-withdraw')
  expect(canWithdraw(person('bilal'), open)).toBe('proposal.not-the-author')
  expect(canWithdraw(stranger, draft)).toBe('not-found')
})
