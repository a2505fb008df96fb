/** A small table as CSV, kept whole. */
import { cellsOf, separatorOf } from './csv-cells'
import { InputFault, shown } from './faults'
import { type LineReader, wholeText } from './lines'

export type Table = { head: readonly string[]; rows: readonly { line: number; cells: readonly string[] }[] }

export function tableReader(): LineReader<Table> {
  return wholeText(64_000_000, tableOf)
}

function tableOf(text: string): Table {
  const [first = '', ...others] = text.split('\n')
  const separator = separatorOf(first)
  const head = cellsOf(first, separator, 1).map((cell) => cell.trim())
  const twice = head.find((name, at) => head.indexOf(name) < at)
  if (twice !== undefined) throw new InputFault(1, `two columns are headed ${shown(twice)}`)
  const rows = others.flatMap((row, index) => {
    if (row.trim() === '') return []
    const line = index + 2
    const cells = cellsOf(row, separator, line)
    if (cells.length !== head.length)
      throw new InputFault(line, `this line has ${cells.length} cells, the head ${head.length}`)
    return [{ line, cells }]
  })
  return { head, rows }
}
