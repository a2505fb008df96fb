/** JSON text: the same is refused that JSON.parse refuses, with its line, and names that stand twice as well. */
import { describe, expect, it } from 'vitest'
import { InputFault } from './faults'
import { jsonWithLines, lineOfPath, parseJson } from './json-items'
import { seededNumbers } from './random-electorate'

function faultOf(text: string): string | undefined {
  try {
    parseJson(text)
  } catch (error) {
    if (error instanceof InputFault) return `${error.line}: ${error.message}`
    throw error
  }
}

describe('JSON text', () => {
  it('is refused when, and only when, JSON.parse refuses it', () => {
    const next = seededNumbers('json')
    const parts = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      '"a"',
      '"b\\n"',
      '"\\u00e9"',
      '-',
      '0',
      '12',
      '.',
      'e+1',
      'E',
    ]
    parts.push(
      'true',
      'null',
      'fals',
      ' ',
      '\n',
      '\t',
      '\u0001',
      '\u0080',
      '\u00a0',
      '\ud800',
      '{"a":1}',
      '[1,{}]',
      '"": ',
    )
    let accepted = 0
    for (let made = 0; made < 15_000; made++) {
      const text = Array.from({ length: 1 + next(7) }, () => parts[next(parts.length)]).join('')
      let isJson = true
      try {
        JSON.parse(text)
      } catch {
        isJson = false
      }
      const fault = faultOf(text)
      if (fault?.includes('stands twice')) continue
      expect({ text, isRefused: fault !== undefined }).toEqual({ text, isRefused: !isJson })
      if (isJson) accepted++
    }
    expect(accepted).toBeGreaterThan(100)
  })

  it.each([
    ['a comma too many', '{\n"a": 1,\n}\n\n', '3: this is not JSON: "}" cannot stand here'],
    ['a word without quotes', '{\n"a": 1,\n"b": yes\n}\n\n', '3: this is not JSON: "yes" cannot stand here'],
    ['a missing comma', '[\n1\n2\n]', '3: this is not JSON: "2" cannot stand here'],
    ['more text after the end', '{}\n{}', '2: this is not JSON: "{" cannot stand here'],
    ['cut text', '{"a": [1,\n', '2: this is not JSON: it ends too early'],
    ['no text', '', '1: this is not JSON: it ends too early'],
    ['an open quotation mark', '{"a":\n"b\n}', '2: this is not JSON: """ cannot stand here'],
    ['a name given twice', '{"a": 1,\n"b": {"a": 2,\n"\\u0061": 3}}', '3: "a" stands twice in one place'],
    ['a tower of brackets', '['.repeat(1e6), '1: more than 200 brackets are open'],
  ])('with %s is refused on its line', (_, text, fault) => expect(faultOf(text)).toBe(fault))

  it('knows the lines of what it holds', () => {
    const text = '{"a": {"x": [1,\n{"y": 2}]},\n"list": [\n[3],\n4, 5\n]}'
    const wanted = [['a', 'x', 1, 'y'], ['a', 'x', 7], ['list'], ['list', 1], ['none'], []]
    expect(wanted.map((path) => lineOfPath(text, path))).toEqual([2, 1, 3, 5, 1, 1])
    expect(jsonWithLines(text).linesOf('list')).toEqual([4, 5, 5])
  })
})
