/** The calendar of an office in its territory: national days, the patron saint, the office's closures. */
import type { Tx } from '#app/domain/journal/transaction.server'
import type { Calendar } from './calendar'
import { fromColumn } from './civil-date'

export type CalendarFacts = {
  patronFeast: string | null
  patronName: string | null
  closures: readonly { startsOn: Date; endsOn: Date; reason: string }[]
}

export function calendarFrom({ patronFeast, patronName, closures }: CalendarFacts): Calendar {
  return {
    patron: patronFeast ? { feast: patronFeast, name: patronName } : null,
    closures: closures.map(({ startsOn, endsOn, reason }) => ({
      startsOn: fromColumn(startsOn),
      endsOn: fromColumn(endsOn),
      reason,
    })),
  }
}

export async function calendarOf(tx: Tx, territoryId: string, officeId: string | null): Promise<Calendar> {
  const territory = await tx.territory.findUniqueOrThrow({
    where: { id: territoryId },
    select: { patronFeast: true, patronName: true },
  })
  const closures = officeId
    ? await tx.officeClosure.findMany({
        where: { officeId },
        orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
        select: { startsOn: true, endsOn: true, reason: true },
      })
    : []
  return calendarFrom({ ...territory, closures })
}
