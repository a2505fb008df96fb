/** The published tickets, read back from their text, and the ticket that a seed draws. */
import { drawnTicket, type Tickets, ticketsEach } from '#app/domain/voting/sortition/tickets'

/** The inverse of `lotteryText`. */
export function ticketsFrom(lottery: string): Tickets {
  return lottery
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map((line) => JSON.parse(line.slice(line.indexOf('\t') + 1)) as string[])
}

export function draw(lottery: string, seed: string): { ticket: number; codes: readonly string[] } {
  const { ticket, panel } = drawnTicket(ticketsFrom(lottery), seed)
  return { ticket, codes: panel }
}

/** On how many tickets a code stands. */
export function ticketsOfCode(lottery: string, code: string): number {
  return ticketsEach(ticketsFrom(lottery)).get(code) ?? 0
}
