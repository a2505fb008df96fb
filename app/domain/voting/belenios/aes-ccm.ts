/** AES-256 in CCM mode, for what trustees tell each other through the server (browsers' own cryptography lacks the mode). */

const tagLength = 8
const nonceLength = 13

/** The ciphertext followed by its tag of eight bytes. The first thirteen bytes of `iv` are used. Sources: FIPS 197, NIST SP 800-38C. */
export function sealCcm(key: Uint8Array, iv: Uint8Array, plain: Uint8Array): Uint8Array {
  const encipher = aes256(key)
  const nonce = nonceFor(iv, plain)
  const sealed = new Uint8Array(plain.length + tagLength)
  sealed.set(inCounterMode(encipher, nonce, plain))
  sealed.set(tagOf(encipher, nonce, plain), plain.length)
  return sealed
}

/** Undefined where the tag does not fit: the message was altered, or meant for somebody else. */
export function openCcm(key: Uint8Array, iv: Uint8Array, sealed: Uint8Array): Uint8Array | undefined {
  if (sealed.length < tagLength) return undefined
  const encipher = aes256(key)
  const body = sealed.subarray(0, sealed.length - tagLength)
  const nonce = nonceFor(iv, body)
  const plain = inCounterMode(encipher, nonce, body)
  const expected = tagOf(encipher, nonce, plain)
  const difference = expected.reduce((sum, byte, index) => sum | (byte ^ sealed[body.length + index]!), 0)
  return difference === 0 ? plain : undefined
}

type Encipher = (block: Uint8Array) => Uint8Array

/** The message's length takes two bytes of each block, or three from 64 KiB on; the nonce has the rest. */
function nonceFor(iv: Uint8Array, message: Uint8Array): Uint8Array {
  return iv.subarray(0, message.length < 65536 ? nonceLength : nonceLength - 1)
}

function counterBlock(nonce: Uint8Array, counter: number): Uint8Array {
  const block = new Uint8Array(16)
  block[0] = 14 - nonce.length
  block.set(nonce, 1)
  for (let at = 15, left = counter; at > nonce.length; at--, left = Math.floor(left / 256)) block[at] = left % 256
  return block
}

function inCounterMode(encipher: Encipher, nonce: Uint8Array, message: Uint8Array): Uint8Array {
  const output = new Uint8Array(message.length)
  for (let at = 0; at < message.length; at += 16) {
    const pad = encipher(counterBlock(nonce, at / 16 + 1))
    for (let index = at; index < Math.min(at + 16, message.length); index++)
      output[index] = message[index]! ^ pad[index - at]!
  }
  return output
}

function tagOf(encipher: Encipher, nonce: Uint8Array, plain: Uint8Array): Uint8Array {
  const first = counterBlock(nonce, plain.length)
  first[0] = first[0]! | (((tagLength - 2) / 2) << 3)
  let state = encipher(first)
  for (let at = 0; at < plain.length; at += 16) {
    const next = state.slice()
    for (let index = 0; index < 16; index++) next[index] = next[index]! ^ (plain[at + index] ?? 0)
    state = encipher(next)
  }
  const mask = encipher(counterBlock(nonce, 0))
  return state.subarray(0, tagLength).map((byte, index) => byte ^ mask[index]!)
}

function aes256(key: Uint8Array): Encipher {
  if (key.length !== 32) throw new RangeError('the key has 32 bytes')
  const keys = expanded(key)
  return (block) => {
    let state = block.map((byte, index) => byte ^ keys[index]!)
    for (let round = 1; round <= 14; round++) {
      const substituted = state.map((_, index) => sBox[state[(index + 4 * (index % 4)) % 16]!]!)
      const mixed = round === 14 ? substituted : mixedColumns(substituted)
      state = mixed.map((byte, index) => byte ^ keys[16 * round + index]!)
    }
    return state
  }
}

function expanded(key: Uint8Array): Uint8Array {
  const keys = new Uint8Array(240)
  keys.set(key)
  let roundConstant = 1
  for (let at = 32; at < 240; at += 4) {
    let word = [...keys.subarray(at - 4, at)]
    if (at % 32 === 0) {
      word = [word[1]!, word[2]!, word[3]!, word[0]!].map((byte) => sBox[byte]!)
      word[0] = word[0]! ^ roundConstant
      roundConstant = doubled(roundConstant)
    } else if (at % 32 === 16) word = word.map((byte) => sBox[byte]!)
    for (let index = 0; index < 4; index++) keys[at + index] = keys[at + index - 32]! ^ word[index]!
  }
  return keys
}

function mixedColumns(state: Uint8Array): Uint8Array {
  return state.map((byte, index) => {
    const column = index - (index % 4)
    const [next, third, fourth] = [1, 2, 3].map((step) => state[column + ((index + step) % 4)]!)
    return doubled(byte) ^ doubled(next!) ^ next! ^ third! ^ fourth!
  })
}

function doubled(byte: number): number {
  return ((byte << 1) ^ (byte & 0x80 ? 0x11b : 0)) & 0xff
}

/** Inverses in the field of 256 elements followed by the affine map, walked along the powers of 3 and of its inverse. */
const sBox = (() => {
  const box = new Uint8Array(256)
  box[0] = 0x63
  let [power, inverse] = [1, 1]
  do {
    power = power ^ doubled(power)
    inverse ^= inverse << 1
    inverse ^= inverse << 2
    inverse = (inverse ^ (inverse << 4)) & 0xff
    if (inverse & 0x80) inverse ^= 0x09
    const rotated = [1, 2, 3, 4].reduce((sum, by) => sum ^ (inverse << by) ^ (inverse >> (8 - by)), inverse)
    box[power] = (rotated & 0xff) ^ 0x63
  } while (power !== 1)
  return box
})()
