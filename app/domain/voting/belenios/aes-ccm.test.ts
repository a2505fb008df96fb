import { createCipheriv, createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openCcm, sealCcm } from './aes-ccm'

const key = createHash('sha256').update('key').digest()
const iv = createHash('sha256').update('iv').digest()

/** OpenSSL's, as an independent witness. */
function sealedByOpenssl(plain: Uint8Array, nonceLength: number): Uint8Array {
  const cipher = createCipheriv('aes-256-ccm', key, iv.subarray(0, nonceLength), { authTagLength: 8 })
  const body = cipher.update(plain)
  cipher.final()
  return new Uint8Array(Buffer.concat([body, cipher.getAuthTag()]))
}

describe('AES-256-CCM', () => {
  it.each([0, 1, 15, 16, 17, 300, 65535])('agrees with OpenSSL on %i bytes', (length) => {
    const plain = Uint8Array.from({ length }, (_, index) => (index * 7) % 256)
    const sealed = sealCcm(key, iv, plain)
    expect(Buffer.from(sealed).equals(sealedByOpenssl(plain, 13))).toBe(true)
    expect(Buffer.from(openCcm(key, iv, sealed)!).equals(plain)).toBe(true)
  })

  it('shortens the nonce for long messages', () => {
    const plain = new Uint8Array(65536).fill(9)
    const sealed = sealCcm(key, iv, plain)
    expect(Buffer.from(sealed).equals(sealedByOpenssl(plain, 12))).toBe(true)
    expect(openCcm(key, iv, sealed)?.length).toBe(65536)
  })

  it('opens nothing that was altered, cut or meant for another key', () => {
    const sealed = sealCcm(key, iv, new TextEncoder().encode('quota segreta'))
    for (let place = 0; place < sealed.length; place++) {
      const altered = sealed.slice()
      altered[place]! ^= 1
      expect(openCcm(key, iv, altered)).toBeUndefined()
    }
    expect(openCcm(key, iv, sealed.subarray(0, 7))).toBeUndefined()
    expect(openCcm(iv, iv, sealed)).toBeUndefined()
    expect(openCcm(key, key, sealed)).toBeUndefined()
  })
})
