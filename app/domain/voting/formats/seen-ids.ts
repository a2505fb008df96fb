/** Which ballot numbers a file has used: eight bytes an id however long the ids are, so that a repeated one is found. */

export interface SeenIds {
  used: number
  /** Two 32-bit fingerprints a slot; both 0 is a free slot. */
  slots: Uint32Array
}

export function noIds(): SeenIds {
  return { used: 0, slots: new Uint32Array(2048) }
}

/** False when the id was there already. Among ten million ids, two different ones look alike with odds of about 1 in 180,000; the file is then refused, never miscounted. */
export function see(ids: SeenIds, id: string): boolean {
  let [a, b] = [0x811c9dc5, 0x9747b28c]
  for (let i = 0; i < id.length; i++) {
    const unit = id.charCodeAt(i)
    a = Math.imul(a ^ unit, 0x01000193)
    b = Math.imul(b ^ unit, 0x5bd1e995)
    b ^= b >>> 15
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) >>> 0
  b = (Math.imul(b ^ (b >>> 13), 0xc2b2ae35) | 1) >>> 0
  if (!put(ids.slots, a, b)) return false
  ids.used++
  // Three slots of four may be taken
  if (ids.used * 8 > ids.slots.length * 3) widen(ids)
  return true
}

function put(slots: Uint32Array, a: number, b: number): boolean {
  const most = slots.length / 2 - 1
  let slot = (a ^ (b >>> 1)) & most
  while (slots[2 * slot + 1]) {
    if (slots[2 * slot] === a && slots[2 * slot + 1] === b) return false
    slot = (slot + 1) & most
  }
  slots[2 * slot] = a
  slots[2 * slot + 1] = b
  return true
}

function widen(ids: SeenIds): void {
  const before = ids.slots
  ids.slots = new Uint32Array(before.length * 2)
  for (let at = 0; at < before.length; at += 2) {
    if (before[at + 1]) put(ids.slots, before[at]!, before[at + 1]!)
  }
}
