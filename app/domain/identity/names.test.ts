import { describe, expect, test } from 'vitest'
import { isAssociationName, isPersonalName, skeleton } from './names'

describe('names that pretend to be the comune', () => {
  test.each([
    'Comune di Ваri',
    'Cοmune di Bari',
    'Comune\u200B di Bari',
    'COMUNE DI BARI',
    'Comune di Bari ✔',
    '𝐂𝐨𝐦𝐮𝐧𝐞',
    'C0mune di Bari',
    'Cornune di Bari',
    'Ufficio anagrafe',
    'Il moderatore',
    'Amministratore',
  ])('%s', (name) => {
    expect(isPersonalName(name)).toBe('identity.name-pretends')
  })
})

test.each(['Ada', 'Ada Kola', 'بلال حداد', 'Ëngjëll', 'Nikolaï', 'Zoë 91', 'Comunella', 'Stella Agorano'])(
  '%s is a name',
  (name) => {
    expect(isPersonalName(name)).toBe(true)
  },
)

test.each(['✔', '..', `Z${'\u0301'.repeat(20)}algo`])('%s cannot be read', (name) => {
  expect(isPersonalName(name)).toBe('identity.name-unreadable')
})

test('two names that look alike have one skeleton', () => {
  expect(skeleton('Associazione Роntе')).toBe(skeleton('ASSOCIAZIONE PONTE'))
  expect(skeleton('Associazione Ponte')).not.toBe(skeleton('Associazione Fonte'))
})

test.each([
  ['Amici del Comune di Bari', true],
  ['Associazione Ponte', true],
  ['Comune di Bari', 'identity.name-pretends'],
  ['Regiοne Puglia', 'identity.name-pretends'],
  ['✔✔✔', 'identity.name-unreadable'],
])('an association named %s: %s', (name, verdict) => {
  expect(isAssociationName(name)).toBe(verdict)
})
