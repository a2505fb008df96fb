/** The hashes of the protocol: of documents, for the board, and of proofs, as challenges. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { type Group, integerOf } from './group'

export function sha256Hex(content: string | Uint8Array): string {
  return bytesToHex(sha256(typeof content === 'string' ? utf8ToBytes(content) : content))
}

export function sha256Integer(text: string): bigint {
  return integerOf(sha256(utf8ToBytes(text)))
}

/** Base64 of the SHA-256 without padding: a voter's tracker, an election's fingerprint. */
export function fingerprint(text: string): string {
  return unpadded(btoa(String.fromCharCode(...sha256(utf8ToBytes(text)))))
}

/** Base64 as the protocol writes hashes. */
export function unpadded(base64: string): string {
  return base64.replace(/=+$/, '')
}

/** The challenge of a proof, from all that the prover has committed to. */
export function challengeOf(group: Group, text: string): bigint {
  return sha256Integer(text) % group.q
}
