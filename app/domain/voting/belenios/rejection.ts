/** Why an archive of a secret vote does not hold. */

export type Reason =
  | 'file-damaged'
  | 'content-altered'
  | 'chain-broken'
  | 'data-missing'
  | 'data-unexplained'
  | 'out-of-order'
  | 'invalid-election'
  | 'invalid-trustees'
  | 'invalid-election-key'
  | 'invalid-credential-list'
  | 'invalid-ballot'
  | 'invalid-credential'
  | 'repeated-ballot'
  | 'invalid-tally'
  | 'invalid-shuffle'
  | 'invalid-decryption'
  | 'invalid-result'
  | 'other-history'

export class Rejection extends Error {
  readonly reason: Reason
  constructor(reason: Reason, detail: string) {
    super(detail)
    this.reason = reason
  }
}

/** What the file holds is of a kind that this program does not check: no verdict, neither good nor bad. */
export class Unreadable extends Error {}

export function demand(holds: unknown, reason: Reason, detail: string): asserts holds {
  if (!holds) throw new Rejection(reason, detail)
}
