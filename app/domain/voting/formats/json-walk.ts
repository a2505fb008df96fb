/** A walk through JSON text that knows its lines, finds the first fault and refuses a name given twice. */
import { InputFault, shown } from './faults'

export type JsonPath = readonly (string | number)[]

const DEEPEST = 200
/** U+007F to U+009F are control characters that JSON allows. */
const STRING = /"[^"\\\p{Cc}]*(?:(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})|[\x7f-\x9f])[^"\\\p{Cc}]*)*"/uy
const OTHER = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y

/**
 * Tells each value's place in the text and the line on which it begins, a value in an object by its name's line. The
 * path is used again for the next one. Throws InputFault.
 */
export function walkJson(text: string, told: (path: JsonPath, line: number) => void = () => {}): void {
  const path: (string | number)[] = []
  let at = 0
  let line = 1
  told(path, line)
  value()
  if (next() !== undefined) throw unexpected()

  function value(): void {
    const sign = next()
    if (sign === '{') object()
    else if (sign === '[') list()
    else plain()
  }

  function object(): void {
    const names = new Set<string>()
    items('}', () => {
      next()
      const from = at
      take(STRING)
      const name = JSON.parse(text.slice(from, at)) as string
      if (names.has(name)) throw new InputFault(line, `${shown(name)} stands twice in one place`)
      names.add(name)
      path[path.length - 1] = name
      told(path, line)
      if (next() !== ':') throw unexpected()
      at++
    })
  }

  function list(): void {
    let place = 0
    items(']', () => {
      next()
      path[path.length - 1] = place++
      told(path, line)
    })
  }

  function items(end: string, begin: () => void): void {
    if (path.length === DEEPEST) throw new InputFault(line, `more than ${DEEPEST} brackets are open`)
    at++
    if (next() !== end) {
      path.push(0)
      for (;;) {
        begin()
        value()
        if (next() !== ',') break
        at++
      }
      path.pop()
      if (next() !== end) throw unexpected()
    }
    at++
  }

  function plain(): void {
    take(text[at] === '"' ? STRING : OTHER)
  }

  function take(what: RegExp): void {
    what.lastIndex = at
    if (!what.test(text)) throw unexpected()
    at = what.lastIndex
  }

  /** The next sign that is not white space. */
  function next(): string | undefined {
    for (; at < text.length; at++) {
      const sign = text[at]!
      if (sign === '\n') line++
      else if (sign !== ' ' && sign !== '\t' && sign !== '\r') return sign
    }
    return undefined
  }

  function unexpected(): InputFault {
    if (at >= text.length) return new InputFault(line, 'this is not JSON: it ends too early')
    const word = /^[\w.+-]+|^./su.exec(text.slice(at, at + 40))![0]
    return new InputFault(line, `this is not JSON: ${shown(word)} cannot stand here`)
  }
}
