/** A counted poll as it is kept: its terms, its report, and its ballots without their voters. */
import { db } from '#app/db/client.server'
import type { Content } from './ballot'
import type { Group } from './ballot-file'

export async function counted(pollId: string) {
  return db.poll.findUnique({
    where: { id: pollId, stage: 'counted' },
    select: {
      id: true,
      language: true,
      frozen: true,
      report: true,
      roll: true,
      round: true,
      secretSeed: true,
      countedAt: true,
      importKey: true,
      territory: { select: { path: true, name: true } },
    },
  })
}

export async function groupsOf(pollId: string): Promise<Group[]> {
  const rows = await db.countedBallot.findMany({
    where: { pollId },
    orderBy: { number: 'asc' },
    select: { content: true, copies: true },
  })
  return rows.map(({ content, copies }) => ({ content: JSON.parse(content) as Content, copies }))
}

/** The seed that the count was made with; none where the rule leaves no tie to a lot. */
export function seedIn(report: unknown): string {
  const { settings } = report as { settings?: { tieBreak?: unknown } }
  const tieBreak = settings?.tieBreak
  return typeof tieBreak === 'object' && tieBreak !== null && 'seed' in tieBreak ? String(tieBreak.seed) : ''
}
