/** The opening of the count checked: the sum of the ballots, each trustee's share, and the totals announced. */
import { z } from 'zod'
import { type Books, electionOf, takeData } from './audit-books'
import { isShareOf, openedTally, readDecryption, suffice } from './decryption'
import { parsedJson } from './election'
import { demand } from './rejection'
import { areTotalsOf, readResult } from './result'
import { readTally, tallyOf, tallyText } from './tally'
import { trusteeKeys } from './trustees'

export function auditTally(books: Books, text: string): void {
  const sized = sizedForm.safeParse(parsedJson(text))
  demand(sized.success, 'invalid-tally', 'the encrypted tally does not say how many ballots it counts')
  const announced = readTally(takeData(books, sized.data.encrypted_tally, 'the encrypted tally'))
  const counted = [...books.ballots.values()]
  const weight = counted.reduce((sum, ballot) => sum + ballot.weight, 0n)
  demand(
    sized.data.num_tallied === counted.length && sized.data.total_weight === weight,
    'invalid-tally',
    `the encrypted tally says that it counts ${sized.data.num_tallied} ballots; there are ${counted.length}`,
  )
  const tally = tallyOf(electionOf(books), counted)
  demand(
    announced && tallyText(announced) === tallyText(tally),
    'invalid-tally',
    'the encrypted tally is not the sum of the ballots',
  )
  books.tally = tally
  books.stage = 'tallied'
}

export function auditDecryption(books: Books, text: string): void {
  const owned = ownedForm.safeParse(parsedJson(text))
  demand(owned.success, 'invalid-decryption', 'a decryption does not say whose it is')
  const { owner, payload } = owned.data
  const publicKey = trusteeKeys(books.trustees)[owner - 1]
  const share = readDecryption(takeData(books, payload, `the decryption of trustee ${owner}`))
  demand(publicKey, 'invalid-decryption', `there is no trustee ${owner}`)
  demand(!books.shares.has(owner), 'invalid-decryption', `trustee ${owner} has decrypted twice`)
  demand(
    share && books.tally && isShareOf(electionOf(books), books.tally, publicKey, share),
    'invalid-decryption',
    `the decryption of trustee ${owner} does not prove itself`,
  )
  books.shares.set(owner, share)
}

export function auditResult(books: Books, text: string): void {
  const { group } = electionOf(books)
  const totals = readResult(text)
  demand(
    suffice(books.trustees, new Set(books.shares.keys())),
    'invalid-decryption',
    'too few trustees have decrypted for a result',
  )
  demand(
    totals && books.tally && areTotalsOf(group, openedTally(group, books.trustees, books.tally, books.shares), totals),
    'invalid-result',
    'the announced result is not what the decrypted tally holds',
  )
  books.totals = totals
  books.stage = 'announced'
}

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const weight = z.union([
  z.int().min(0).transform(BigInt),
  z
    .string()
    .regex(/^\d{1,40}$/)
    .transform(BigInt),
])
const sizedForm = z.object({ num_tallied: z.int(), total_weight: weight, encrypted_tally: hash })
const ownedForm = z.object({ owner: z.int().min(1), payload: hash })
