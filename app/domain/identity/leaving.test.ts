import { expect, test } from 'vitest'
import { nameOfWhoLeft, tiesOf } from './leaving'
import { isPersonalName } from './names'

const nothing = { platform: false, offices: [], associations: [], votes: [] }

test('whoever holds nothing alone is free to go', () => {
  expect(tiesOf(nothing)).toEqual([])
})

test('each thing held alone is named, to be handed over first', () => {
  expect(tiesOf({ platform: true, offices: ['Scuola', 'Casa'], associations: ['Ponte'], votes: ['Sì?'] })).toEqual([
    { reason: 'identity.leaving-last-administrator', values: {} },
    { reason: 'identity.leaving-head', values: { name: 'Scuola' } },
    { reason: 'identity.leaving-head', values: { name: 'Casa' } },
    { reason: 'identity.leaving-representative', values: { name: 'Ponte' } },
    { reason: 'identity.leaving-trustee', values: { name: 'Sì?' } },
  ])
})

test('the name that stays is one that a person may have', () => {
  expect(isPersonalName(nameOfWhoLeft)).toBe(true)
})
