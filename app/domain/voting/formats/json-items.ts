/** JSON read with the line of what is wrong: in its syntax, or in what it says. */
import { type JsonPath, walkJson } from './json-walk'

/** Throws InputFault, also for a name that stands twice in an object: JSON.parse would keep the last and say nothing. */
export function parseJson(text: string): unknown {
  return jsonWithLines(text).content
}

/** Beside the content the lines on which the items of each list in the top object begin. */
export function jsonWithLines(text: string): { content: unknown; linesOf: (list: string) => readonly number[] } {
  const lines = new Map<string | number, number[]>()
  walkJson(text, (path, line) => {
    const [list, place] = path
    if (path.length !== 2 || typeof place !== 'number') return
    const items = lines.get(list!)
    if (items) items.push(line)
    else lines.set(list!, [line])
  })
  return { content: JSON.parse(text), linesOf: (list) => lines.get(list) ?? [] }
}

/** The line on which a value begins, or as much of the way to it as is there. For faults: it reads all of the text. */
export function lineOfPath(text: string, wanted: readonly PropertyKey[]): number {
  let found = 1
  walkJson(text, (path, line) => {
    if (path.length <= wanted.length && isWayTo(wanted, path)) found = line
  })
  return found
}

function isWayTo(wanted: readonly PropertyKey[], path: JsonPath): boolean {
  return path.every((part, at) => part === wanted[at])
}
