import { expect, test } from 'vitest'
import { mostBytesAt } from './body-limits'

const kilobyte = 1024
const megabyte = 1024 * kilobyte

test.each([
  ['/sign-in', 512 * kilobyte],
  ['/proposals/p1/support', 512 * kilobyte],
  ['/associations/a1/registration/identity', 512 * kilobyte],
  ['/budgets/b1/projects/3/picture/removal', 512 * kilobyte],
  ['/polls/p1/registrar/people', 512 * kilobyte],
  ['/proposals/p1/attachments', 12 * megabyte],
  ['/proposals/p1/attachments.data', 12 * megabyte],
  ['/proposals/p1/images', 12 * megabyte],
  ['/associations/a1/registration/documents', 12 * megabyte],
  ['/budgets/b1/projects/3/picture', 12 * megabyte],
  ['/polls/p1/registrar', 256 * megabyte],
  ['/proposals/p1/text', 3 * megabyte],
  ['/proposals/p1/saving', 3 * megabyte],
  ['/proposals/p1/change.data', 3 * megabyte],
  ['/desk/a1', 3 * megabyte],
  ['/desk/a1/saving', 3 * megabyte],
  ['/desk/a1/notes', 512 * kilobyte],
  ['/polls/p1/options', 3 * megabyte],
  ['/polls/p1/translations/ar', 3 * megabyte],
  ['/budgets/b1/translations/ar', 3 * megabyte],
  ['/polls/p1/casting', megabyte],
])('%s takes %i bytes', (path, bytes) => {
  expect(mostBytesAt(path)).toBe(bytes)
})

/** The forms of the longest texts, as a browser encodes them in Arabic and in an alphabet of three bytes. */
test.each([
  [
    'a whole ballot translated, 100 options of 2,900 letters in all',
    '/polls/p1/translations/ar',
    100 * 1_725 * 6 + 100 * 1_150 * 6,
  ],
  ['60 points of an answer', '/desk/a1', 60 * 4_000 * 9],
  ['a document as large as a document may be', '/proposals/p1/text', 512 * kilobyte * 3],
])('%s goes in', (_what, path, bytes) => {
  expect(bytes).toBeLessThan(mostBytesAt(path))
})
