/** How deep and how large a document may be, measured before anything recursive touches it. */

export const limits = {
  /** Nodes inside one another, the document itself not counted. */
  depth: 32,
  nodes: 5000,
  /** UTF-16 units of text. */
  characters: 100_000,
  /** Bytes of the document as JSON in UTF-8. */
  bytes: 512 * 1024,
} as const

export type LimitRefusal =
  | 'document.malformed'
  | 'document.too-deep'
  | 'document.too-many-parts'
  | 'document.too-long'
  | 'document.too-large'

/** Names that reach an object's ancestry. */
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype'])

/** What makes a value too much to look at, or null. Walks without recursion and stops at the first excess. */
export function excessOf(root: unknown): LimitRefusal | null {
  const pending: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }]
  let weight = 0
  let nodes = 0
  let characters = 0

  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, depth } = next
    weight += typeof value === 'string' ? value.length + 2 : 2
    if (weight > limits.bytes) return 'document.too-large'
    if (typeof value !== 'object' || value === null) continue
    if (depth > limits.depth) return 'document.too-deep'
    if (Array.isArray(value) && weight + 2 * value.length > limits.bytes) return 'document.too-large'

    for (const [key, child] of Object.entries(value)) {
      if (forbiddenKeys.has(key)) return 'document.malformed'
      weight += key.length
      if (weight > limits.bytes) return 'document.too-large'
      if (key === 'text' && typeof child === 'string') characters += child.length
      if (characters > limits.characters) return 'document.too-long'
      if (key === 'content' && Array.isArray(child)) nodes += child.length
      if (nodes > limits.nodes) return 'document.too-many-parts'
      pending.push({ value: child, depth: key === 'content' ? depth + 1 : depth })
    }
  }
  return null
}

/** What makes a plain text too much to read as a document: each line that says something is at least one part. */
export function excessOfText(text: string): LimitRefusal | null {
  if (text.length > limits.bytes || bytesOf(text) > limits.bytes) return 'document.too-large'
  let lines = 0
  for (const _ of text.matchAll(/\S[^\n\r]*/g)) {
    lines += 1
    if (lines > limits.nodes) return 'document.too-many-parts'
  }
  return text.length > 2 * limits.characters ? 'document.too-long' : null
}

export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length
}
