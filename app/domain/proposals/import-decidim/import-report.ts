/** The report of an import: what was read, made, already there, and refused with its line and reason. */

export type FileReport = {
  file: string
  encoding: string
  read: number
  made: number
  /** Was here from an earlier run */
  already: number
  /** Was here, and says something else at its source now: ours stays */
  differs: number
  /** Every refusal is counted; the first ones are listed */
  refused: number
  refusals: { line: number; reason: string }[]
  /** Refusals by reason */
  reasons: Record<string, number>
  /** Other things worth knowing: counts by name */
  notes: Record<string, number>
  unreadColumns: string[]
}

const mostListed = 100

export function newReport(file: string, encoding: string, unreadColumns: string[]): FileReport {
  const counts = { read: 0, made: 0, already: 0, differs: 0, refused: 0 }
  return { file, encoding, ...counts, refusals: [], reasons: {}, notes: {}, unreadColumns }
}

export function refuse(report: FileReport, line: number, reason: string) {
  report.refused++
  report.reasons[reason] = (report.reasons[reason] ?? 0) + 1
  if (report.refusals.length < mostListed) report.refusals.push({ line, reason })
}

export function count(report: FileReport, what: string, howMany = 1) {
  report.notes[what] = (report.notes[what] ?? 0) + howMany
}

/** For a terminal. */
export function written(report: FileReport): string {
  const { file, encoding, read, made, already, differs, refused, refusals, reasons, notes, unreadColumns } = report
  const lines = [
    `${file} (${encoding})`,
    `  read ${read}, made ${made}, already here ${already}, changed at the source ${differs}, refused ${refused}`,
    ...Object.entries(notes).map(([what, howMany]) => `  ${what}: ${howMany}`),
    ...Object.entries(reasons).map(([reason, howMany]) => `  refused because it ${reason}: ${howMany}`),
    ...refusals.map(({ line, reason }) => `  line ${line}: ${reason}`),
  ]
  if (unreadColumns.length > 0) lines.push(`  columns not read: ${unreadColumns.join(', ')}`)
  return lines.join('\n')
}
