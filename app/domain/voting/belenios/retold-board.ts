/** A board told again from its steps with a chain that fits, as a dishonest server could after changing one of them. */
import type { Member } from './archive'
import {
  ballotEntry,
  type Entry,
  type EventKind,
  encryptedTallyEntry,
  endOfBallotsEntry,
  type Head,
  partialDecryptionEntry,
  readEvent,
  resultEntry,
  setupEntry,
} from './board'

/** An event's kind and the data that came with it, in the archive's order. */
export interface Step {
  readonly kind: EventKind
  readonly texts: readonly string[]
}

export function stepsOf(members: readonly Member[]): Step[] {
  const steps: Step[] = []
  let texts: string[] = []
  for (const { name, text } of members) {
    if (name.endsWith('.data.json')) texts.push(text)
    else {
      steps.push({ kind: readEvent(text)!.kind, texts })
      texts = []
    }
  }
  return steps
}

export function retold(steps: readonly Step[]): Member[] {
  const members: Member[] = []
  let head: Head | undefined
  for (const step of steps) {
    const entry = entryOf(head, step)
    members.push(...entry.members)
    head = entry.head
  }
  return members
}

function entryOf(head: Head | undefined, { kind, texts }: Step): Entry {
  const [first = '', second = '', third = ''] = texts
  if (!head || kind === 'Setup') return setupEntry({ election: first, trustees: second, credentials: third })
  if (kind === 'Ballot') return ballotEntry(head, first)
  if (kind === 'EndBallots') return endOfBallotsEntry(head)
  if (kind === 'Result') return resultEntry(head, first)
  const about = JSON.parse(second)
  if (kind === 'EncryptedTally') return encryptedTallyEntry(head, first, about.num_tallied, BigInt(about.total_weight))
  return partialDecryptionEntry(head, about.owner, first)
}
