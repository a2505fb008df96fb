/** The public board of a vote: events each of which names the one before it, so that nothing can be taken away unseen. */
import { z } from 'zod'
import { archiveHeader, type Member, memberBytes } from './archive'
import { parsedJson } from './election'
import { sha256Hex } from './hashing'

export type EventKind =
  | 'Setup'
  | 'Ballot'
  | 'EndBallots'
  | 'EncryptedTally'
  | 'Shuffle'
  | 'EndShuffles'
  | 'PartialDecryption'
  | 'Result'

export interface BoardEvent {
  /** The hash of the event before; the first has none. */
  readonly parent?: string
  readonly height: number
  readonly kind: EventKind
  /** The hash of the data the event is about. */
  readonly payload?: string
}

/** The newest event: its hash is what to publish elsewhere, so that a second history shows. */
export interface Head {
  readonly hash: string
  readonly height: number
}

export interface Entry {
  /** Data and event, in the order in which the archive holds them. */
  readonly members: readonly Member[]
  readonly head: Head
}

export interface Setup {
  readonly election: string
  readonly trustees: string
  readonly credentials: string
}

/** Opens a board with the texts of election, trustees and credential list. */
export function setupEntry({ election, trustees, credentials }: Setup): Entry {
  const { members, head } = setupAround({ election, trustees, credentials: sha256Hex(credentials) })
  return { members: withList(members, named(credentials, 'data')), head }
}

/** The same for a list too long to be held: of it the hash is enough. */
export function setupAround({ election, trustees, credentials }: Setup): Entry {
  const hashes = { election: sha256Hex(election), trustees: sha256Hex(trustees), credentials }
  return entry(undefined, 'Setup', JSON.stringify(hashes), [election, trustees])
}

/** The list of credentials comes after the texts of election and trustees. */
export function withList<T, L>(members: readonly T[], list: L): (T | L)[] {
  return [...members.slice(0, 2), list, ...members.slice(2)]
}

export function ballotEntry(head: Head, ballot: string): Entry {
  return entry(head, 'Ballot', ballot)
}

export function endOfBallotsEntry(head: Head): Entry {
  return entry(head, 'EndBallots')
}

export function encryptedTallyEntry(head: Head, tally: string, counted: number, weight: bigint): Entry {
  const sized = `{"num_tallied":${counted},"total_weight":${writtenWeight(weight)},"encrypted_tally":"${sha256Hex(tally)}"}`
  return entry(head, 'EncryptedTally', sized, [tally])
}

/** `owner` counts the trustees from 1, in the order of the trustees' text. */
export function partialDecryptionEntry(head: Head, owner: number, decryption: string): Entry {
  return entry(head, 'PartialDecryption', JSON.stringify({ owner, payload: sha256Hex(decryption) }), [decryption])
}

export function resultEntry(head: Head, result: string): Entry {
  return entry(head, 'Result', result)
}

/** The archive of some members; a longer board's archive begins with the same bytes. */
export function* archiveBytes(members: Iterable<Member>, timestamp: number): Generator<Uint8Array> {
  yield memberBytes(archiveHeader(timestamp), timestamp)
  const written = new Set<string>()
  for (const member of members) {
    if (written.has(member.name)) continue
    written.add(member.name)
    yield memberBytes(member, timestamp)
  }
}

/** Undefined for what says more than an event, or says it otherwise than `entry` writes it. */
export function readEvent(text: string): BoardEvent | undefined {
  const parsed = eventForm.safeParse(parsedJson(text))
  if (!parsed.success) return undefined
  const { parent, height, type, payload } = parsed.data
  if (text !== JSON.stringify({ parent, height, type, payload })) return undefined
  return {
    ...(parent === undefined ? {} : { parent }),
    height,
    kind: type,
    ...(payload === undefined ? {} : { payload }),
  }
}

/** Weights beyond what JSON numbers hold exactly are written as strings. */
export function writtenWeight(weight: bigint): string {
  return weight < 2n ** 30n ? String(weight) : `"${weight}"`
}

function entry(head: Head | undefined, type: EventKind, payload?: string, attached: readonly string[] = []): Entry {
  const event = JSON.stringify({
    ...(head ? { parent: head.hash } : {}),
    height: head ? head.height + 1 : 0,
    type,
    ...(payload === undefined ? {} : { payload: sha256Hex(payload) }),
  })
  const data = payload === undefined ? attached : [...attached, payload]
  const members = [...data.map((text) => named(text, 'data')), named(event, 'event')]
  return { members, head: { hash: sha256Hex(event), height: head ? head.height + 1 : 0 } }
}

export function named(text: string, kind: 'data' | 'event'): Member {
  return { name: `${sha256Hex(text)}.${kind}.json`, text }
}

const hash = z.string().regex(/^[0-9a-f]{64}$/)

const eventForm = z.object({
  parent: hash.optional(),
  height: z.int().min(0),
  type: z.enum([
    'Setup',
    'Ballot',
    'EndBallots',
    'EncryptedTally',
    'Shuffle',
    'EndShuffles',
    'PartialDecryption',
    'Result',
  ]),
  payload: hash.optional(),
})
