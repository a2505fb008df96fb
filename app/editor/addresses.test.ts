import { describe, expect, it } from 'vitest'
import { isOurFile, isSafeAddress, safeAddress } from './addresses'

describe('a link in a document', () => {
  it.each([
    'https://www.comune.monopoli.ba.it/albo?id=3#atto',
    'http://example.org',
    'HTTPS://EXAMPLE.ORG/',
    'https://it.wikipedia.org/wiki/Bari_(disambigua)',
    'https://example.org/città',
    'mailto:sportello@comune.bari.it',
  ])('may lead to %s', (href) => expect(isSafeAddress(href)).toBe(true))

  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'vbscript:x',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'blob:https://example.org/1',
    '//evil.example',
    '/\\evil.example',
    'https:\\\\evil.example',
    'https:evil.example',
    'https:///evil.example',
    'https://user:secret@example.org',
    'https://bank.example@evil.example',
    'https://exa mple.org',
    'https://example.org/\u202Egpj',
    'https://example.org/\u0000',
    'https://example.org/\uD800',
    'https://',
    'mailto:a@b.it?bcc=c@d.it',
    'mailto:a%0Abcc:c@d.it',
    'mailto:',
    'tel:112',
    '/proposals/1',
    '',
    `https://example.org/${'a'.repeat(2048)}`,
  ])('never leads to %j', (href) => expect(isSafeAddress(href)).toBe(false))
})

describe('an address as people write it', () => {
  it.each([
    ['  https://example.org  ', 'https://example.org'],
    ['www.comune.bari.it', 'https://www.comune.bari.it/'],
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ['java\tscript:alert(1)', null],
    ['https:\\\\evil.example', 'https://evil.example/'],
    ['https://user:secret@example.org', null],
    ['not an address', null],
    ['/atti/3', null],
  ])('%j is read as %j', (written, read) => expect(safeAddress(written)).toBe(read))

  it('is read in the page it comes from', () => {
    expect(safeAddress('/atti/3', 'https://example.org/x')).toBe('https://example.org/atti/3')
    expect(safeAddress('javascript:alert(1)', 'https://example.org/x')).toBe(null)
  })
})

describe('a picture', () => {
  it.each(['/files/a', '/files/0b1c-4d_E'])('may be %s', (src) => expect(isOurFile(src)).toBe(true))
  it.each([
    'https://evil.example/files/a',
    '//evil.example/files/a',
    '/files/../secret',
    '/files/a/b',
    '/files/a?x=1',
    '/files/',
    'javascript:alert(1)',
    'data:image/svg+xml,<svg onload=alert(1)>',
    '/files/a\n',
  ])('is never %j', (src) => expect(isOurFile(src)).toBe(false))
})
