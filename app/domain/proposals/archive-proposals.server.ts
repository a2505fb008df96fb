/** The sweep that moves to the archive what has been open, or answered, for a year. */
import { db } from '#app/db/client.server'
import { transaction } from '#app/domain/journal/transaction.server'
import { daysBeforeArchive } from './lifecycle'
import { moves } from './reach.server'

const batch = 200

/** Running it twice is harmless: each move repeats the stage it was decided on. */
export async function archiveProposals(now: Date = new Date()): Promise<{ archived: number }> {
  const before = new Date(now.getTime() - daysBeforeArchive * 86_400_000)
  const due = await db.proposal.findMany({
    where: {
      importKey: null,
      OR: [
        { stage: 'open', publishedAt: { lt: before } },
        { stage: 'answered', answeredAt: { lt: before }, dueOn: null },
      ],
    },
    orderBy: { publishedAt: 'asc' },
    take: batch,
    select: { id: true, stage: true, territoryId: true },
  })
  let archived = 0
  for (const { id, stage, territoryId } of due) {
    archived += await transaction(async (tx, note) => {
      const archives = await moves(tx, { id, stage }, 'archive', { archivedAt: now })
      if (archives) await note({ what: 'proposal.archived', actor: 'clock', subjectId: id, territoryId })
      return archives ? 1 : 0
    })
  }
  return { archived }
}
