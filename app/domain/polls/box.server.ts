/** The ballots of a closed poll, taken out together: equal ones are one group, ordered by what they say. */
import { db } from '#app/db/client.server'
import type { Content } from './ballot'
import { unseal } from './sealing.server'
import type { Terms } from './terms'

export type CollectedGroup = { text: string; content: Content; copies: number; onPaper: number }
export type CollectedBallots = { groups: CollectedGroup[]; ballots: number; receipts: string[] }

type Box = { pollId: string; round: number; mode: Terms['mode'] }

const batch = 2000

/** `told` hears how much of it is out, from 0 to 1. */
export async function emptyTheBox(box: Box, told: (share: number) => void = () => {}): Promise<CollectedBallots> {
  const all = await db.ballot.count({ where: { pollId: box.pollId, round: box.round } })
  let out = 0
  const groups = new Map<string, CollectedGroup>()
  const receipts: string[] = []
  const add = (text: string, onPaper: 0 | 1) => {
    const group = groups.get(text) ?? { text, content: JSON.parse(text) as Content, copies: 0, onPaper: 0 }
    groups.set(text, { ...group, copies: group.copies + 1, onPaper: group.onPaper + onPaper })
  }
  for await (const { voterKey, sealed, content } of ballotsIn(box)) {
    out += 1
    if (out % batch === 0) told(out / all)
    if (content !== null) add(content, 0)
    else if (sealed) {
      const ballot = await unseal(box, voterKey, sealed)
      add(ballot.content, 0)
      receipts.push(ballot.receipt)
    }
  }
  for (const { content } of await typedTwice(box)) add(content, 1)
  const ordered = [...groups.values()].sort((a, b) => (a.text < b.text ? -1 : 1))
  return { groups: ordered, ballots: ordered.reduce((sum, { copies }) => sum + copies, 0), receipts: receipts.sort() }
}

/** Page by key: memory grows with the ballots that differ, not with the ballots. */
async function* ballotsIn({ pollId, round }: Box) {
  for (let after = ''; ; ) {
    const rows = await db.ballot.findMany({
      where: { pollId, round, voterKey: { gt: after } },
      orderBy: { voterKey: 'asc' },
      take: batch,
      select: { voterKey: true, sealed: true, content: true },
    })
    yield* rows
    if (rows.length < batch) return
    after = rows.at(-1)?.voterKey ?? after
  }
}

/** A paper counts when two different officers have typed the same. */
export async function typedTwice({
  pollId,
  round,
}: Pick<Box, 'pollId' | 'round'>): Promise<{ number: number; content: string }[]> {
  return db.$queryRaw`
    select number, min(content) as content from "PaperBallot"
    where "pollId" = ${pollId} and round = ${round}
    group by number having count(*) = 2 and count(distinct content) = 1 order by number`
}
