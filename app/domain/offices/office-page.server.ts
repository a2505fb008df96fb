/** An office as everybody sees it: what it owes and what it gave. Who works there is told by rank alone. */
import { db } from '#app/db/client.server'
import { fromColumn } from '#app/domain/answers/civil-date'
import { dutyKinds, given, owed } from '#app/domain/answers/duties'
import { officeDuties, officeStandings } from '#app/domain/answers/office-standing.server'
import { owedCommitments } from '#app/domain/answers/owed-commitments.server'
import { lastDayToEndNow } from '#app/domain/identity/roles'
import { found } from '#app/domain/refusal'

/** Its name and place, above a list of what it owes or gave. */
export async function officeInPublic(officeId: string) {
  return found(
    await db.office.findUnique({
      where: { id: officeId },
      select: { id: true, name: true, territory: { select: { name: true, slug: true } } },
    }),
  )
}

export async function officePage(officeId: string, now: Date = new Date()) {
  const today = lastDayToEndNow(now)
  const { members, closures, ...office } = found(
    await db.office.findUnique({
      where: { id: officeId },
      select: {
        id: true,
        name: true,
        description: true,
        topics: true,
        closedAt: true,
        territory: { select: { name: true, slug: true } },
        members: {
          where: { startsOn: { lte: now }, OR: [{ endsOn: null }, { endsOn: { gt: today } }] },
          select: { rank: true },
        },
        closures: {
          where: { endsOn: { gt: today } },
          select: { id: true, startsOn: true, endsOn: true, reason: true },
          orderBy: { startsOn: 'asc' },
        },
      },
    }),
  )
  const [[standing], waiting, answers, commitments] = await Promise.all([
    officeStandings({ officeId }, now),
    officeDuties({ officeId, kinds: owed }, null, 20, now),
    officeDuties({ officeId, kinds: given }, null, 5, now),
    owedCommitments([officeId], 20, now),
  ])
  return {
    office,
    people: { headed: members.some(({ rank }) => rank === 'head'), count: members.length },
    closures: closures.map(({ startsOn, endsOn, ...closure }) => ({
      ...closure,
      startsOn: fromColumn(startsOn),
      endsOn: fromColumn(endsOn),
    })),
    figures: dutyKinds.map((kind) => ({ kind, count: standing?.[kind] ?? 0 })),
    medianDays: standing?.medianDays ?? null,
    waiting: waiting.duties,
    answers: answers.duties,
    commitments,
  }
}
