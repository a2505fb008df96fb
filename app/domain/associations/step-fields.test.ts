import { expect, test } from 'vitest'
import { areSame } from './step-fields'

const saved = { description: ['Una riga\nun’altra'], languages: ['it', 'ar'], email: [] }

test.each<[string, [string, string][], boolean]>([
  [
    'ticked in another order',
    [
      ['languages', 'ar'],
      ['languages', 'it'],
      ['description', 'Una riga\r\nun’altra '],
      ['email', ''],
    ],
    true,
  ],
  [
    'one tick less',
    [
      ['languages', 'it'],
      ['description', 'Una riga\nun’altra'],
      ['email', ''],
    ],
    false,
  ],
  [
    'a word more',
    [
      ['languages', 'it'],
      ['languages', 'ar'],
      ['description', 'Una riga\nun’altra!'],
      ['email', ''],
    ],
    false,
  ],
  [
    'an address more',
    [
      ['languages', 'it'],
      ['languages', 'ar'],
      ['description', 'Una riga\nun’altra'],
      ['email', 'a@b.it'],
    ],
    false,
  ],
])('words on the device and on the server, %s: the same is %s', (_name, sent, same) => {
  expect(areSame(saved, sent)).toBe(same)
})
