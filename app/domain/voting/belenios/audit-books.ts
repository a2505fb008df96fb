/** What an auditor has noted of an archive so far. */
import type { Head } from './board'
import type { CredentialWeights } from './credential-list'
import type { PartialDecryption } from './decryption'
import type { Election } from './election'
import type { Group } from './group'
import { demand } from './rejection'
import type { Totals } from './result'
import type { CountedBallot, EncryptedTally } from './tally'
import type { Trustee } from './trustees'

export type Stage = 'voting' | 'closed' | 'tallied' | 'announced'

export interface AuditOptions {
  /** Hashes of events published elsewhere: the board must contain each of them. */
  readonly heads?: readonly string[]
  /** The same group with faster powers, where the surroundings have them. */
  readonly accelerated?: (group: Group) => Group
  readonly onBallot?: (checked: number) => void
}

export interface Books {
  readonly options: AuditOptions
  /** Data read and not yet referred to, by hash. */
  readonly data: Map<string, string>
  readonly spent: Set<string>
  /** The data of the event at hand, in the order in which they were referred to. */
  taken: string[]
  head?: Head
  stage?: Stage
  election?: Election
  trustees: readonly Trustee[]
  /** How often a public credential's ballot counts. */
  weights: CredentialWeights
  credentialsFingerprint: string
  ballotsPosted: number
  /** The last ballot of each public credential. */
  readonly ballots: Map<bigint, CountedBallot & { readonly tracker: string }>
  tally?: EncryptedTally
  readonly shares: Map<number, PartialDecryption>
  totals?: Totals
}

export function newBooks(options: AuditOptions): Books {
  return {
    options,
    data: new Map(),
    spent: new Set(),
    taken: [],
    trustees: [],
    weights: new Map(),
    credentialsFingerprint: '',
    ballotsPosted: 0,
    ballots: new Map(),
    shares: new Map(),
  }
}

/** The data of that hash, which must come before whatever refers to it and is referred to once. */
export function takeData(books: Books, hash: string, whatFor: string): string {
  const text = books.data.get(hash)
  demand(text !== undefined, 'data-missing', `${whatFor} refers to ${hash}.data.json, which does not come before it`)
  books.data.delete(hash)
  books.spent.add(hash)
  books.taken.push(hash)
  return text
}

export function electionOf({ election }: Books): Election {
  demand(election, 'out-of-order', 'the archive does not begin with the setup of a vote')
  return election
}
