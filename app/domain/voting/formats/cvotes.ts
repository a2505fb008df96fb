/**
 * Condorcet Election Format (`.cvotes`), version 1: `A > B = C * 42`, a line a kind of ballot.
 *
 * github.com/CondorcetVote/CondorcetElectionFormat. Read: `#/Candidates:`, `#/Number of Seats:`, `#/Implicit Ranking:`,
 * comments, `tag || ranking`, `/EMPTY_RANKING/`. Other parameters are passed over, as the format asks. A weight (`^ n`)
 * is refused: here every person's ballot counts the same. Names keep their case.
 */
import { type BallotBox, emptyBox, MOST_OPTIONS, placesOf, TIED } from '#app/domain/voting/rules/ballots'
import type { BallotFile } from './ballot-file'
import { cast, copiesOf, newOption, optionAt } from './casting'
import { InputFault, shown } from './faults'
import { type LineReader, wholeNumber } from './lines'

export function cvotesReader(): LineReader<BallotFile> {
  const box = emptyBox()
  let isClosed = false
  let seats: number | undefined
  let unranked: BallotFile['unranked']

  const parameter = (text: string, line: number) => {
    const colon = text.indexOf(':')
    const name = text
      .slice(2, colon < 0 ? undefined : colon)
      .trim()
      .toLowerCase()
    const value = colon < 0 ? '' : text.slice(colon + 1).trim()
    if (name === 'candidates') {
      if (box.ballots > 0 || isClosed) throw new InputFault(line, 'the candidates are named too late or twice')
      for (const id of value.split(';')) newOption(box, id.trim(), line)
      isClosed = true
    } else if (name === 'number of seats') {
      seats = wholeNumber(value) ?? 0
      if (seats < 1 || seats > MOST_OPTIONS)
        throw new InputFault(line, `seats can be 1 to ${MOST_OPTIONS}, not ${shown(value)}`)
    } else if (name === 'implicit ranking') {
      if (!/^(true|false)$/i.test(value))
        throw new InputFault(line, `implicit ranking is true or false, not ${shown(value)}`)
      unranked = value.toLowerCase() === 'true' ? 'tied-last' : 'ignored'
    }
  }

  const ballot = (text: string, line: number) => {
    const [, ranking = '', copies] = /^(.*?)(?:\*\s*([^*>=]*))?$/.exec(text)!
    if (ranking.includes('^')) throw new InputFault(line, 'a ballot has a weight; here every ballot counts the same')
    const equal = copies === undefined ? 1 : copiesOf(copies.trim(), line)
    const marks: number[] = []
    if (ranking.trim() !== '/EMPTY_RANKING/') {
      for (const place of ranking.split('>')) {
        place.split('=').forEach((id, at) => {
          const name = id.trim()
          if (name === '') throw new InputFault(line, `a rank is empty in ${shown(ranking)}`)
          const option = optionAt(box, name, line, isClosed)
          if (marks.some((mark) => (mark & ~TIED) === option)) {
            throw new InputFault(line, `option ${shown(name)} stands twice on a ballot`)
          }
          marks.push(at === 0 ? option : option | TIED)
        })
      }
    }
    cast(box, marks, marks.length, equal, line)
  }

  return {
    line(raw, line) {
      if (raw.trimStart().startsWith('#/')) return parameter(raw.trimStart(), line)
      const comment = raw.indexOf('#')
      const plain = comment < 0 ? raw : raw.slice(0, comment)
      const tags = plain.indexOf('||')
      const text = (tags < 0 ? plain : plain.slice(tags + 2)).trim()
      if (text !== '') ballot(text, line)
      else if (tags >= 0) throw new InputFault(line, 'a ballot has tags and no ranking')
    },
    end() {
      if (box.options.length === 0) throw new InputFault(1, 'the file names no candidate')
      return { box, ...(seats !== undefined && { seats }), ...(unranked && { unranked }) }
    },
  }
}

/** Blank ranks cannot be written in this format and close up. Ids must not hold `>`, `=`, `;`, `*`, `^`, `#` or `||`. */
export function* writeCvotes(box: BallotBox, file: Omit<BallotFile, 'box'>): Generator<string> {
  const unfit = box.options.find((id) => /[>=;*^#\r\n]|\|\||^\s|\s$/.test(id))
  if (unfit !== undefined) throw new RangeError(`the name ${shown(unfit)} cannot be written in this format`)
  yield `#/Candidates: ${box.options.join(' ; ')}`
  if (file.seats !== undefined) yield `#/Number of Seats: ${file.seats}`
  yield `#/Implicit Ranking: ${file.unranked !== 'ignored'}`
  for (let ballot = 0; ballot < box.distinct; ballot++) {
    const places = placesOf(box, ballot).filter((place) => place.length > 0)
    const ranking = places.map((place) => place.join(' = ')).join(' > ') || '/EMPTY_RANKING/'
    yield box.copies[ballot] === 1 ? ranking : `${ranking} * ${box.copies[ballot]}`
  }
}
