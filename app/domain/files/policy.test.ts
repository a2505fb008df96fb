import { expect, test } from 'vitest'
import { type SignedIn, visitor } from '#app/domain/authorization'
import { canReadFile, type Readable } from './policy'

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
const monopoli = '/puglia/bari/monopoli/'
const officerIn = (territoryPath: string): SignedIn => ({
  ...person,
  id: 'o',
  roles: [{ kind: 'officer', territoryPath }],
})
const mandateOf = (kind: 'representative' | 'member'): SignedIn => ({
  ...person,
  id: 'm',
  mandates: [{ associationId: 'a', associationName: 'A', kind, verified: false }],
})
const statute: Readable = {
  ownerId: 'gone',
  restricted: true,
  subjectIsPublic: true,
  circle: [],
  associationId: 'a',
  territoryPath: monopoli,
}
const draftPhoto: Readable = {
  ownerId: 'author',
  restricted: false,
  subjectIsPublic: false,
  circle: ['author', 'co-author'],
  associationId: null,
  territoryPath: monopoli,
}

test.each([
  ['a visitor reads what is public', visitor, { ...draftPhoto, subjectIsPublic: true }, true],
  ['a visitor, a draft’s', visitor, draftPhoto, 'not-found'],
  ['somebody else, a draft’s', person, draftPhoto, 'not-found'],
  ['the author, a draft’s', { ...person, id: 'author' }, draftPhoto, true],
  ['a co-author, a draft’s', { ...person, id: 'co-author' }, draftPhoto, true],
  ['an officer, a draft’s', officerIn(monopoli), draftPhoto, 'not-found'],
  ['a visitor, a statute', visitor, statute, 'not-found'],
  ['its representative', mandateOf('representative'), statute, true],
  ['a member', mandateOf('member'), statute, 'not-found'],
  ['whoever sent it and has left', { ...person, id: 'gone' }, statute, 'not-found'],
  ['the officer of the seat', officerIn(monopoli), statute, true],
  ['the officer of the region', officerIn('/puglia/'), statute, true],
  ['an officer of elsewhere', officerIn('/puglia/lecce/lecce/'), statute, 'not-found'],
] as const)('%s', (_, actor, file, verdict) => {
  expect(canReadFile(actor, file)).toBe(verdict)
})
