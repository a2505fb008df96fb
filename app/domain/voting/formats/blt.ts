/**
 * BLT, the format of Hill, Wichmann and Woodall (1987), as councils and OpaVote write it.
 *
 * `options seats`; then, if any, `-3` for each withdrawn option; a line a kind of ballot, `number 1st 2nd … 0`, with `=`
 * between equal ranks and `-` for a skipped one; `0`; the options' names, quoted or not; the title. Ids are the numbers.
 * Withdrawn options are passed over. `#` begins a comment, among the names only where a line begins with it or after a
 * quoted name.
 */
import { type BallotBox, BLANK, emptyBox, endOf, MOST_OPTIONS, OVERVOTE, TIED } from '#app/domain/voting/rules/ballots'
import type { BallotFile } from './ballot-file'
import { cast, copiesOf, newOption } from './casting'
import { InputFault, shown } from './faults'
import { type LineReader, wholeNumber } from './lines'

export function bltReader(): LineReader<BallotFile> {
  const box = emptyBox()
  const withdrawn = new Set<number>()
  const names: string[] = []
  let part: 'size' | 'ballots' | 'names' = 'size'
  let options = 0
  let seats = 0
  let title: string | undefined
  let optionOfNumber = new Int32Array(0)
  let onThisBallot = new Uint32Array(0)
  let marks = new Uint16Array(0)
  let last = 0

  const begin = (line: number) => {
    if (withdrawn.size === options) throw new InputFault(line, 'every option is withdrawn')
    for (let number = 1; number <= options; number++) {
      if (!withdrawn.has(number)) optionOfNumber[number] = newOption(box, String(number), line)
    }
  }

  const sizeLine = (text: string, line: number) => {
    const words = text.split(/\s+/).map(wholeNumber)
    const [first, second] = words
    if (words.length !== 2 || first === undefined || second === undefined) {
      throw new InputFault(line, `the first line should be "options seats", not ${shown(text)}`)
    }
    if (first < 1 || first > MOST_OPTIONS)
      throw new InputFault(line, `options can be 1 to ${MOST_OPTIONS}, not ${first}`)
    if (second < 1 || second > MOST_OPTIONS)
      throw new InputFault(line, `seats can be 1 to ${MOST_OPTIONS}, not ${second}`)
    options = first
    seats = second
    optionOfNumber = new Int32Array(options + 1).fill(-1)
    onThisBallot = new Uint32Array(options + 1)
    marks = new Uint16Array(2 * options + 2)
    part = 'ballots'
  }

  const withdrawal = (text: string, line: number) => {
    for (const word of text.split(/\s+/)) {
      const number = -(wholeNumber(word) ?? 0)
      if (number < 1 || number > options)
        throw new InputFault(line, `${shown(word)} is no option that can be withdrawn`)
      withdrawn.add(number)
    }
  }

  const ballotLine = (text: string, line: number) => {
    const space = text.search(/\s/)
    if (space < 0) throw new InputFault(line, `a ballot is "number 1st 2nd … 0", not ${shown(text)}`)
    const copies = copiesOf(text.slice(0, space), line)
    let length = 0
    let number = -1
    let isTied = false
    let blanks = 0
    for (let at = space + 1; at <= text.length; at++) {
      const code = at < text.length ? text.charCodeAt(at) : 32
      if (code >= 48 && code <= 57) {
        number = Math.max(number, 0) * 10 + code - 48
        if (number > options) throw new InputFault(line, `a ballot names option ${number}, there are ${options}`)
        continue
      }
      if (number === 0) {
        if (isTied || text.slice(at).trim() !== '') throw new InputFault(line, 'a ballot goes on after its 0')
        cast(box, marks, length, copies, line)
        return
      }
      if (number > 0 && (code === 61 || code === 32 || code === 9)) {
        if (onThisBallot[number] === line) throw new InputFault(line, `option ${number} stands twice on a ballot`)
        onThisBallot[number] = line
        const option = optionOfNumber[number]!
        if (option >= 0) marks[length++] = isTied && length > 0 ? option | TIED : option
        if (option >= 0 || code !== 61) isTied = code === 61
        number = -1
      } else if (code === 61) throw new InputFault(line, 'an equals sign stands alone')
      else if (code === 45 && number < 0 && !isTied) {
        const word = /^\S*/.exec(text.slice(at, at + 20))![0]
        if (word !== '-')
          throw new InputFault(line, `a minus stands alone, for a skipped rank, not as in ${shown(word)}`)
        if (++blanks > options) throw new InputFault(line, 'a ballot skips more ranks than there are options')
        marks[length++] = BLANK
      } else if (code !== 32 && code !== 9) throw new InputFault(line, `${shown(text[at]!)} cannot stand on a ballot`)
    }
    throw new InputFault(line, 'a ballot does not end with 0')
  }

  return {
    line(raw, line) {
      last = line
      if (part === 'names') {
        const text = unquoted(raw.trim())
        if (text === '' || text.startsWith('#')) return
        if (names.length < options) names.push(text)
        else if (title === undefined) title = text
        else throw new InputFault(line, `${shown(raw.trim())} stands after the title`)
        return
      }
      const comment = raw.indexOf('#')
      const text = (comment < 0 ? raw : raw.slice(0, comment)).trim()
      if (text === '') return
      if (part === 'size') return sizeLine(text, line)
      if (text[0] === '-' && box.options.length === 0) return withdrawal(text, line)
      if (box.options.length === 0) begin(line)
      if (text === '0') part = 'names'
      else ballotLine(text, line)
    },
    end() {
      if (part === 'size') throw new InputFault(1, 'the file is empty')
      if (part === 'ballots') throw new InputFault(last, 'the file ends before the line 0 that closes the ballots')
      if (names.length < options) throw new InputFault(last, `there are ${names.length} names for ${options} options`)
      for (const id of box.options) box.names.set(id, names[Number(id) - 1]!)
      return { box, seats, ...(title !== undefined && { title }) }
    },
  }
}

/** Options are numbered in the box's order; marks that no file of ranks can hold are written as skipped ranks. */
export function* writeBlt(box: BallotBox, seats: number, title: string): Generator<string> {
  yield `${box.options.length} ${seats}`
  for (let ballot = 0; ballot < box.distinct; ballot++) {
    let text = String(box.copies[ballot])
    for (let at = box.starts[ballot]!; at < endOf(box, ballot); at++) {
      const mark = box.marks[at]!
      if (mark === BLANK || mark === OVERVOTE) text += ' -'
      else text += mark & TIED ? `=${(mark & ~TIED) + 1}` : ` ${mark + 1}`
    }
    yield `${text} 0`
  }
  yield '0'
  for (const id of box.options) yield `"${oneLine(box.names.get(id) ?? id)}"`
  yield `"${oneLine(title)}"`
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}

function unquoted(text: string): string {
  const quoted = /^"(.*)"(\s*#[^"]*)?$/.exec(text)?.[1]
  return quoted === undefined ? text : quoted.replace(/\\"/g, '"')
}
