/** Hours as officers write them: the clock on the wall in Italy, without seconds. */

const zone = 'Europe/Rome'
const written = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/

/** The moment of a wall clock's `2026-05-04T20:00`, or null where there is none. */
export function momentOf(text: string): Date | null {
  const found = written.exec(text)
  if (!found) return null
  const wall = Date.parse(`${text}:00Z`)
  if (Number.isNaN(wall)) return null
  // Twice, because the difference to UTC is that of the moment looked for
  const first = wall - differenceAt(wall)
  const moment = new Date(wall - differenceAt(first))
  return wallClock(moment) === text ? moment : null
}

/** `2026-05-04T20:00` on the wall clock. */
export function wallClock(moment: Date): string {
  return new Date(moment.getTime() + differenceAt(moment.getTime())).toISOString().slice(0, 16)
}

/** The day on the wall clock, as dates without an hour are kept. */
export function today(): Date {
  return new Date(wallClock(new Date()).slice(0, 10))
}

/** Milliseconds by which the wall clock is ahead of UTC. */
function differenceAt(moment: number): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(moment)
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'))
  return wall - Math.floor(moment / 60_000) * 60_000
}
