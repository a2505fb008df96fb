/** Bytes that a seed determines, for trials that must come out the same twice; never for a real vote. */
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Random } from './group'

export function predictable(seed: string): Random {
  let drawn = 0
  return (bytes) => {
    const blocks = Array.from({ length: Math.ceil(bytes / 32) }, () => sha256(utf8ToBytes(`${seed}|${drawn++}`)))
    return concatBytes(...blocks).subarray(0, bytes)
  }
}
