/** JSON read with the line of what is wrong: of its syntax, and of each item of a list inside. */
import { InputFault } from './faults'

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const position = /position (\d+)/.exec(message)
    const line = position ? lineAt(text, Number(position[1])) : lineAt(text, text.length)
    throw new InputFault(line, `this is not JSON: ${message.replace(/\s+/g, ' ').slice(0, 120)}`)
  }
}

/** Lines on which the items of the top object's list `name` begin; the text must be valid JSON. */
export function linesOfItems(text: string, name: string): number[] {
  const lines: number[] = []
  let [line, depth, at] = [1, 0, 0]
  let key = ''
  let listAt = -1
  let isItemNext = false
  while (at < text.length) {
    const sign = text[at]!
    if (sign === '\n') line++
    else if (sign.trim() !== '' && sign !== ',' && sign !== ':') {
      if (isItemNext && depth === listAt && sign !== ']') lines.push(line)
      isItemNext = false
    }
    if (sign === '"') {
      const end = endOfString(text, at)
      if (depth === 1) key = text.slice(at + 1, end)
      at = end
    } else if (sign === '{' || sign === '[') {
      depth++
      if (sign === '[' && depth === 2 && key === name && listAt < 0) {
        listAt = depth
        isItemNext = true
      }
    } else if (sign === '}' || sign === ']') {
      if (depth === listAt) return lines
      depth--
    } else if (sign === ',' && depth === listAt) isItemNext = true
    at++
  }
  return lines
}

function endOfString(text: string, start: number): number {
  let at = start + 1
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at
}

function lineAt(text: string, position: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < position; at = text.indexOf('\n', at + 1)) line++
  return line
}
