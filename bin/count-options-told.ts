/** What `--explain` says of one statement of an opinion map, and of one person of a pool: their counts tell only of the whole. */
import type { Report } from '#app/domain/voting/rules/report'

export interface Said {
  key: string
  option?: string
  values: Record<string, unknown>
}

interface Opinions {
  statements: Record<string, { agree: number; disagree: number; pass: number; seen: number; setAside: boolean }>
  uniting: string[]
  groupConsensus: Record<string, number>
  representative: Record<string, { statement: string; direction: string; success: number; trials: number }[]>
}

interface Panels {
  marginals?: Record<string, string>
  never?: string[]
  lottery?: { tickets: readonly (readonly string[])[] }
  drawn?: { ticket: number; panel: readonly string[] }
  why?: Said[]
}

/** Nothing for the other rules, which tell of every option themselves. */
export function toldOf(report: Report, option: string): Said[] {
  if (report.rule === 'polis') return ofStatement(report as unknown as Opinions, option)
  return report.rule === 'maximin' || report.rule === 'leximin' ? ofPerson(report as Panels, option) : []
}

function ofStatement({ statements, uniting, groupConsensus, representative }: Opinions, option: string): Said[] {
  const { setAside, ...votes } = statements[option]!
  const told: Said[] = [{ key: 'opinions.statement', option, values: votes }]
  if (setAside) return [...told, { key: 'opinions.statement-set-aside', option, values: {} }]
  const place = uniting.indexOf(option) + 1
  const values = { place, of: uniting.length, consensus: groupConsensus[option]!.toFixed(6) }
  const groups = Object.entries(representative).flatMap(([group, list]) =>
    list.filter(({ statement }) => statement === option).map((one) => ({ group, ...one })),
  )
  return [
    ...told,
    { key: 'opinions.statement-unites', option, values },
    ...groups.map((one): Said => ({ key: 'opinions.statement-stands-for', option, values: one })),
  ]
}

function ofPerson({ marginals, never, lottery, drawn, why }: Panels, option: string): Said[] {
  if (!marginals || !lottery) return [{ key: 'panels.nobody', values: {} }, ...(why ?? [])]
  if (never?.includes(option)) return [{ key: 'panels.person-never', option, values: {} }]
  const tickets = lottery.tickets.filter((people) => people.includes(option)).length
  const percent = (100 * Number(marginals[option])).toFixed(2)
  const told: Said[] = [{ key: 'panels.person', option, values: { percent, tickets, of: lottery.tickets.length } }]
  if (!drawn) return told
  const key = drawn.panel.includes(option) ? 'panels.person-drawn' : 'panels.person-not-drawn'
  return [...told, { key, option, values: { ticket: drawn.ticket } }]
}
