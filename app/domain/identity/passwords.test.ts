import { describe, expect, test } from 'vitest'
import { isGoodPassword } from './passwords'

const owner = { email: 'ada.kola@esempio.it', pseudonym: 'Ada' }

describe('a password', () => {
  test.each([
    ['una frase lunga e facile', true],
    ['tre gatti rossi', true],
    ['كلمة مرور طويلة جدا', true],
    ['corta', 'identity.password-too-short'],
    ['123456789', 'identity.password-too-short'],
    ['👩‍👩‍👧👩‍👩‍👧', true],
    ['x'.repeat(201), 'identity.password-too-long'],
    ['ada.kola@esempio.it', 'identity.password-repeats-you'],
    ['la-mia-Ada.Kola-2026', 'identity.password-repeats-you'],
    ['password123', 'identity.password-too-common'],
    ['Password1234', 'identity.password-too-common'],
    ['qwertyuiop2026!', 'identity.password-too-common'],
    ['aaaaaaaaaaaa', 'identity.password-too-common'],
    ['1234567890', 'identity.password-too-common'],
    ['abcdefghijkl', 'identity.password-too-common'],
    ['12121212121', 'identity.password-too-common'],
    ['Francesco1987', 'identity.password-too-common'],
  ])('%s → %s', (password, verdict) => {
    expect(isGoodPassword(password, owner)).toBe(verdict)
  })

  test('a very short pseudonym inside a long phrase is no reason to refuse', () => {
    expect(isGoodPassword('la casa di Adamo è bella', owner)).toBe(true)
  })

  test('a long pseudonym is', () => {
    expect(isGoodPassword('sono carmela99!', { email: 'c@x.it', pseudonym: 'Carmela' })).toBe(
      'identity.password-repeats-you',
    )
  })
})
