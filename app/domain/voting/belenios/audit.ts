/** The whole archive of a secret vote checked: chain, keys, every ballot's proofs and signature, tally, decryptions, result. */
import { ArchiveFault, archiveHeader, headerName, readMembers } from './archive'
import { type AuditOptions, type Books, newBooks, type Stage } from './audit-books'
import { auditEvent } from './audit-events'
import { type BoardEvent, type Head, readEvent } from './board'
import { parsedJson, type Question } from './election'
import { sha256Hex } from './hashing'
import { demand, type Reason, Rejection, Unreadable } from './rejection'
import type { Totals } from './result'

export interface Accepted {
  readonly verdict: 'accepted'
  /** How far the vote has come: an archive may be checked while people still vote. */
  readonly stage: Stage
  readonly uuid: string
  readonly name: string
  readonly questions: readonly Question[]
  readonly head: Head
  readonly credentials: number
  /** The fingerprint of the credential list, to compare with the registrar's. */
  readonly credentialsFingerprint: string
  readonly ballotsPosted: number
  /** The trackers of the ballots that count, one a voter. */
  readonly trackers: readonly string[]
  readonly totals?: Totals
}

export type Audit =
  | Accepted
  | { readonly verdict: 'rejected'; readonly reason: Reason; readonly detail: string }
  | { readonly verdict: 'unreadable'; readonly detail: string }

/** The data of a setup: itself, the election, the trustees, the credentials. No event has more, and memory holds no more. */
const mostWaiting = 4

type Source = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** Never throws for what is in the archive; failing to read the source does. */
export async function auditArchive(source: Source, options: AuditOptions = {}): Promise<Audit> {
  const books = newBooks(options)
  try {
    const hashes = await readBoard(source, books, (event) => auditInPlace(books, event))
    for (const head of options.heads ?? [])
      demand(hashes.has(head), 'other-history', `the board does not contain the event ${head} published elsewhere`)
    return accepted(books)
  } catch (fault) {
    return verdictOf(fault)
  }
}

/** The newest event of an archive of which only the chain is checked, to compare two downloads. */
export async function headOfArchive(source: Source): Promise<{ head: Head } | Exclude<Audit, Accepted>> {
  const books = newBooks({})
  try {
    await readBoard(source, books, () => books.data.clear())
    return { head: books.head! }
  } catch (fault) {
    return verdictOf(fault)
  }
}

/** The data of an event stand right before it: what it is about comes last, after what that refers to. */
function auditInPlace(books: Books, event: BoardEvent): void {
  const waiting = [...books.data.keys()]
  books.taken = []
  auditEvent(books, event)
  const [about, ...attached] = books.taken
  const place = about === undefined ? [] : [...attached, about]
  demand(
    waiting.join() === place.join(),
    'data-unexplained',
    `the data before event ${event.height} are not those of that event, in their order`,
  )
}

async function readBoard(source: Source, books: Books, apply: (event: BoardEvent) => void): Promise<Set<string>> {
  const hashes = new Set<string>()
  let isFirst = true
  for await (const { name, text } of started(source)) {
    if (isFirst) {
      isFirst = false
      continue
    }
    const [, hash = '', kind] = /^([0-9a-f]{64})\.(data|event)\.json$/.exec(name) ?? []
    demand(kind, 'data-unexplained', `a member is called ${JSON.stringify(name)}, which no archive has`)
    demand(sha256Hex(text) === hash, 'content-altered', `the content of ${name} does not have the hash in its name`)
    if (kind === 'data') {
      demand(!books.data.has(hash) && !books.spent.has(hash), 'data-unexplained', `${name} is there twice`)
      demand(
        books.data.size < mostWaiting,
        'data-unexplained',
        `no event refers to as many data as stand before ${name}`,
      )
      books.data.set(hash, text)
      continue
    }
    const event = readEvent(text)
    demand(event, 'chain-broken', `${name} is not written as an event is`)
    demandNext(books.head, event)
    books.head = { hash, height: event.height }
    hashes.add(hash)
    apply(event)
  }
  demand(books.head, 'out-of-order', 'the archive holds no event')
  const [left] = books.data.keys()
  demand(left === undefined, 'data-unexplained', `no event refers to ${left}.data.json`)
  return hashes
}

/** The members, the first of them read as the header; before it is found the file may be anything. */
async function* started(source: Source) {
  let isFirst = true
  try {
    for await (const member of readMembers(source)) {
      if (isFirst) {
        if (member.name !== headerName) throw new Unreadable('this is not an archive of a vote: it has no header')
        const header = parsedJson(member.text) as { version?: unknown } | null | undefined
        if (header?.version !== 1) throw new Unreadable('the archive is of a version that this program does not know')
        if (member.text !== archiveHeader(member.timestamp).text)
          throw new Rejection('file-damaged', 'the header does not bear the date of the members')
        isFirst = false
      }
      yield member
    }
  } catch (fault) {
    if (fault instanceof ArchiveFault && isFirst) throw new Unreadable('this is not an archive of a vote')
    throw fault
  }
  if (isFirst) throw new Unreadable('the file is empty')
}

function demandNext(head: Head | undefined, event: BoardEvent): void {
  const place = `event ${event.height}`
  demand(event.parent === head?.hash, 'chain-broken', `${place} does not follow the event before it`)
  demand(event.height === (head ? head.height + 1 : 0), 'chain-broken', `${place} does not have the next number`)
}

function accepted(books: Books): Accepted {
  const { election, head } = books
  demand(election && head && books.stage, 'out-of-order', 'the archive does not begin with the setup of a vote')
  return {
    verdict: 'accepted',
    stage: books.stage,
    uuid: election.uuid,
    name: election.name,
    questions: election.questions,
    head,
    credentials: books.weights.size,
    credentialsFingerprint: books.credentialsFingerprint,
    ballotsPosted: books.ballotsPosted,
    trackers: [...books.ballots.values()].map(({ tracker }) => tracker),
    ...(books.totals ? { totals: books.totals } : {}),
  }
}

function verdictOf(fault: unknown): Exclude<Audit, Accepted> {
  if (fault instanceof Rejection) return { verdict: 'rejected', reason: fault.reason, detail: fault.message }
  if (fault instanceof Unreadable) return { verdict: 'unreadable', detail: fault.message }
  if (fault instanceof ArchiveFault)
    return { verdict: 'rejected', reason: 'file-damaged', detail: `${fault.message} (at byte ${fault.at})` }
  throw fault
}
