/** What the head of a CSV file of ballots says its columns are. */
import { InputFault, shown } from './faults'

/** Ranked or chosen options, or points. */
export type CsvContent = 'ranks' | 'points'

export interface CsvHead {
  /** Long: a row for each mark. Wide: a row for each ballot. */
  layout: 'long' | 'wide'
  width: number
  ballot?: number
  copies?: number
  rank?: number
  choice?: number
  points?: number
  /** Wide: the columns that hold choices in order, or points. */
  columns: number[]
  names: string[]
}

const BALLOT = /^(#|id|ballot|ballot ?(id|number|no\.?|#)|voter|voter ?id|cast vote record)$/
const COPIES = /^(count|copies|number|n|ballots|multiplicity|quantity)$/
const RANK = /^(rank|place|preference)$/
const CHOICE = /^(choice|option|candidate|project)$/
const POINTS = /^(points|score|grade)$/
const RANKED = /rank|choice|preference|scelta|preferenza|^\d+(st|nd|rd|th)?$/
const IGNORED = /precinct|ward|district|style|batch|tabulator|voting ?method|^(age|sex)$/

export function readHead(cells: readonly string[], content: CsvContent): CsvHead {
  const names = cells.map((cell) => cell.trim())
  const plain = names.map((name) => name.toLowerCase().replace(/[_\s]+/g, ' '))
  const only = (kind: RegExp) => {
    const found = plain.flatMap((name, at) => (kind.test(name) ? [at] : []))
    if (found.length > 1) throw new InputFault(1, `two columns are headed like ${shown(names[found[1]!]!)}`)
    return found[0]
  }
  const ballot = only(BALLOT)
  const copies = only(COPIES)
  const choice = plain.findIndex((name) => CHOICE.test(name))
  const rank = plain.findIndex((name) => RANK.test(name))
  const points = plain.findIndex((name) => POINTS.test(name))
  const known = {
    width: names.length,
    names,
    ...(ballot !== undefined && { ballot }),
    ...(copies !== undefined && { copies }),
  }
  if (ballot !== undefined && choice >= 0 && (rank >= 0 || points >= 0 || names.length === 2)) {
    if (content === 'points' && points < 0) throw new InputFault(1, 'there is no column headed "points"')
    return { layout: 'long', columns: [], choice, ...(rank >= 0 && { rank }), ...(points >= 0 && { points }), ...known }
  }
  const columns = plain.flatMap((_, at) => (at !== ballot && at !== copies && isVote(plain[at]!, content) ? [at] : []))
  const strange = plain.findIndex(
    (name, at) => at !== ballot && at !== copies && !columns.includes(at) && !IGNORED.test(name),
  )
  if (strange >= 0) {
    throw new InputFault(
      1,
      `column ${shown(names[strange]!)} is neither a rank, a ballot number nor a number of ballots`,
    )
  }
  if (columns.length === 0) throw new InputFault(1, 'no column holds choices: head them "rank1", "rank2" … or "choice"')
  return { layout: 'wide', columns, ...known }
}

function isVote(name: string, content: CsvContent): boolean {
  return content === 'points' ? !IGNORED.test(name) : RANKED.test(name) || CHOICE.test(name)
}
