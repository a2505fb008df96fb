/**
 * What changed between two versions of a document, as a reader would tell it: paragraphs first, then words.
 * Emphasis is not compared; words, order, headings, lists, links and pictures are.
 */
import { keyOf, type Line, linesOf } from './document-lines'
import type { Document } from './document-nodes'
import { type Budget, commonPairs, type Pair } from './longest-common'

export type Part = { kind: 'same' | 'added' | 'removed'; text: string }

export type Change =
  | { kind: 'same' | 'added' | 'removed'; line: Line }
  /** The line as it is now, and its words then and now. */
  | { kind: 'changed'; line: Line; parts: Part[] }

/** Comparisons in all, some 50 ms: past them, whole paragraphs are told instead of words. */
const comparisons = 4_000_000

/** Two paragraphs are one that changed when this share of their words is the same. */
const likeness = 0.4

/** Lines gone and come in one place that are worth matching with each other. */
const largestGap = 40

export function differences(before: Document, after: Document): Change[] {
  const budget = { left: comparisons }
  const [b, a] = [linesOf(before), linesOf(after)]
  const pairs = commonPairs(b.map(keyOf), a.map(keyOf), budget)
  const changes: Change[] = []
  let [x, y] = [0, 0]
  for (const [nextX, nextY] of [...pairs, [b.length, a.length] as Pair]) {
    for (const change of changesBetween(b.slice(x, nextX), a.slice(y, nextY), budget)) changes.push(change)
    const line = a[nextY]
    if (line) changes.push({ kind: 'same', line })
    ;[x, y] = [nextX + 1, nextY + 1]
  }
  return changes
}

export function hasChanged(changes: Change[]): boolean {
  return changes.some(({ kind }) => kind !== 'same')
}

function changesBetween(gone: Line[], come: Line[], budget: Budget): Change[] {
  const matches = gone.length <= largestGap && come.length <= largestGap ? likePairs(gone, come) : []
  const changes: Change[] = []
  let [x, y] = [0, 0]
  for (const [nextX, nextY] of [...matches, [gone.length, come.length] as Pair]) {
    changes.push(...gone.slice(x, nextX).map((line): Change => ({ kind: 'removed', line })))
    changes.push(...come.slice(y, nextY).map((line): Change => ({ kind: 'added', line })))
    const [was, is] = [gone[nextX], come[nextY]]
    if (was && is) changes.push({ kind: 'changed', line: is, parts: wordDifferences(was.text, is.text, budget) })
    ;[x, y] = [nextX + 1, nextY + 1]
  }
  return changes
}

/** Pairs of lines that are like each other, in order, each taken with the likest that is still free. */
function likePairs(gone: Line[], come: Line[]): Pair[] {
  const bags = come.map((line) => bagOf(line.text))
  const pairs: Pair[] = []
  let from = 0
  for (const [x, line] of gone.entries()) {
    const bag = bagOf(line.text)
    let best = { place: -1, value: likeness }
    for (let y = from; y < come.length; y += 1) {
      const other = come[y]
      const value = other?.role === line.role ? sharedWords(bag, bags[y] ?? bag) : 0
      if (value > best.value) best = { place: y, value }
    }
    if (best.place < 0) continue
    pairs.push([x, best.place])
    from = best.place + 1
  }
  return pairs
}

type Bag = { words: Map<string, number>; size: number }

function bagOf(text: string): Bag {
  const words = new Map<string, number>()
  const all = text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  for (const word of all) words.set(word, (words.get(word) ?? 0) + 1)
  return { words, size: all.length }
}

/** Dice's coefficient: twice what is shared over all there is. */
function sharedWords(one: Bag, other: Bag): number {
  let shared = 0
  for (const [word, count] of one.words) shared += Math.min(count, other.words.get(word) ?? 0)
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size)
}

export function wordDifferences(before: string, after: string, budget: Budget): Part[] {
  const [b, a] = [tokensOf(before), tokensOf(after)]
  const parts: Part[] = []
  let [x, y] = [0, 0]
  for (const [nextX, nextY] of [...commonPairs(b, a, budget), [b.length, a.length] as Pair]) {
    add(parts, 'removed', b.slice(x, nextX).join(''))
    add(parts, 'added', a.slice(y, nextY).join(''))
    add(parts, 'same', a[nextY] ?? '')
    ;[x, y] = [nextX + 1, nextY + 1]
  }
  return joined(parts)
}

/** Words with their accents and apostrophes, runs of space, single signs. */
function tokensOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*['’]?|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? []
}

function add(parts: Part[], kind: Part['kind'], text: string) {
  if (text === '') return
  const last = parts.at(-1)
  if (last?.kind === kind) last.text += text
  else parts.push({ kind, text })
}

/** A lone space between two changed words is read as part of one change. */
function joined(parts: Part[]): Part[] {
  const result: Part[] = []
  let pending = { removed: '', added: '' }
  const flush = () => {
    add(result, 'removed', pending.removed)
    add(result, 'added', pending.added)
    pending = { removed: '', added: '' }
  }
  for (const [place, { kind, text }] of parts.entries()) {
    const isBridge = kind === 'same' && text.trim() === '' && place > 0 && place < parts.length - 1
    if (isBridge) {
      pending.removed += text
      pending.added += text
    } else if (kind === 'same') {
      flush()
      add(result, 'same', text)
    } else pending[kind] += text
  }
  flush()
  return result
}
