/** What changed between two texts: whole lines first, then the words inside a changed line. */

export type Piece = { kind: 'same' | 'added' | 'removed'; text: string }
export type ChangedLine = { kind: Piece['kind'] | 'changed'; pieces: Piece[] }

/** Steps the comparison may take before it calls the rest replaced: keeps it quick on any two texts. */
const mostSteps = 400

export function differenceOf(before: string, after: string): ChangedLine[] {
  const steps = edits(before.split('\n'), after.split('\n'))
  const lines: ChangedLine[] = []
  for (let at = 0; at < steps.length; ) {
    const step = steps[at]!
    if (step.kind === 'same') {
      lines.push({ kind: 'same', pieces: [step] })
      at += 1
      continue
    }
    const block = changedBlock(steps, at)
    lines.push(...pairedLines(block))
    at += block.length
  }
  return lines
}

export function isSame(difference: readonly ChangedLine[]): boolean {
  return difference.every(({ kind }) => kind === 'same')
}

function changedBlock(steps: readonly Piece[], from: number): Piece[] {
  const end = steps.findIndex((step, index) => index >= from && step.kind === 'same')
  return steps.slice(from, end < 0 ? steps.length : end)
}

/** A removed line and the added line in its place are one changed line, if they share words. */
function pairedLines(block: readonly Piece[]): ChangedLine[] {
  const removed = block.filter(({ kind }) => kind === 'removed')
  const added = block.filter(({ kind }) => kind === 'added')
  const lines: ChangedLine[] = []
  for (let row = 0; row < Math.max(removed.length, added.length); row++) {
    const [old, fresh] = [removed[row], added[row]]
    const pieces = old && fresh ? wordsBetween(old.text, fresh.text) : null
    if (pieces) lines.push({ kind: 'changed', pieces })
    else for (const piece of [old, fresh]) if (piece) lines.push({ kind: piece.kind, pieces: [piece] })
  }
  return lines
}

function wordsBetween(before: string, after: string): Piece[] | null {
  const pieces = joined(edits(words(before), words(after)))
  const kept = pieces.filter(({ kind }) => kind === 'same').reduce((sum, { text }) => sum + text.trim().length, 0)
  return kept * 3 >= Math.min(before.length, after.length) ? pieces : null
}

function words(line: string): string[] {
  return line.match(/\s+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu) ?? []
}

function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = []
  for (const piece of pieces) {
    const last = result.at(-1)
    if (last?.kind === piece.kind) last.text += piece.text
    else result.push({ ...piece })
  }
  return result
}

/** The shortest way from one list to the other (Myers, "An O(ND) difference algorithm", 1986). */
function edits(before: readonly string[], after: readonly string[]): Piece[] {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start++
  let end = 0
  const longest = Math.min(before.length, after.length) - start
  while (end < longest && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  const same = (part: readonly string[]) => part.map((text): Piece => ({ kind: 'same', text }))
  return [
    ...same(before.slice(0, start)),
    ...middle(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...same(before.slice(before.length - end)),
  ]
}

function middle(before: readonly string[], after: readonly string[]): Piece[] {
  const trail = furthestReaches(before, after)
  if (!trail) return replaced(before, after)
  const pieces: Piece[] = []
  let [x, y] = [before.length, after.length]
  for (let d = trail.length - 1; d >= 0; d--) {
    const reach = trail[d]!
    const k = x - y
    const down = k === -d || (k !== d && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1))
    const fromX = reach.get(down ? k + 1 : k - 1) ?? 0
    const fromY = fromX - (down ? k + 1 : k - 1)
    while (x > fromX && y > fromY && x > 0 && y > 0) {
      pieces.push({ kind: 'same', text: before[--x]! })
      y--
    }
    if (d === 0) break
    if (down) pieces.push({ kind: 'added', text: after[--y]! })
    else pieces.push({ kind: 'removed', text: before[--x]! })
  }
  return pieces.reverse()
}

/** For each number of edits, how far along each diagonal one comes; null when the texts differ too much. */
function furthestReaches(before: readonly string[], after: readonly string[]): Map<number, number>[] | null {
  const trail: Map<number, number>[] = []
  let reach = new Map([[1, 0]])
  for (let d = 0; d <= Math.min(before.length + after.length, mostSteps); d++) {
    trail.push(new Map(reach))
    const next = new Map(reach)
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1))
      let x = down ? (reach.get(k + 1) ?? 0) : (reach.get(k - 1) ?? 0) + 1
      while (x < before.length && x - k < after.length && before[x] === after[x - k]) x++
      next.set(k, x)
      if (x >= before.length && x - k >= after.length) return trail
    }
    reach = next
  }
  return null
}

function replaced(before: readonly string[], after: readonly string[]): Piece[] {
  return [
    ...before.map((text): Piece => ({ kind: 'removed', text })),
    ...after.map((text): Piece => ({ kind: 'added', text })),
  ]
}
