import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pollRoutes } from './table'

/** Pages of votes that are never secret, by their rule, mode or voters; a secret vote's `ballot` leads to its booth */
const neverSecret = ['ballot', 'code', 'codes', 'comparison', 'handing-over', 'names', 'paper', 'receipts']

test('the hash of the newest event stands on every page of a secret vote', () => {
  const bare = pollRoutes
    .filter(({ path }) => path?.startsWith('polls/:pollId'))
    .map(({ file }) => ({ name: file.replace(/^.*\/|\.tsx?$/g, ''), text: readFileSync(`app/${file}`, 'utf8') }))
    .filter(({ text }) => /export default|standalone\(/.test(text))
    .filter(({ text }) => !/<(BoardHead|SecretPart|Proved|BoothSheet|TrusteeSheet) |secret\.board\.head/.test(text))
    .map(({ name }) => name)
  expect(bare.sort()).toEqual(neverSecret)
})
