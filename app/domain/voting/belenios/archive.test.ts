import { describe, expect, it } from 'vitest'
import { ArchiveFault, archiveHeader, type Member, memberBytes, readMembers } from './archive'

const timestamp = 1795346058
const members: Member[] = [
  archiveHeader(timestamp),
  { name: 'a.json', text: '"è"' },
  { name: 'b.json', text: 'x'.repeat(512) },
  { name: 'c.json', text: '' },
]
const bytes = Buffer.concat(members.map((member) => memberBytes(member, timestamp)))

async function read(source: Iterable<Uint8Array>): Promise<Member[]> {
  const found: Member[] = []
  for await (const { name, text } of readMembers(source)) found.push({ name, text })
  return found
}

function* inPieces(whole: Uint8Array, size: number) {
  for (let at = 0; at < whole.length; at += size) yield whole.subarray(at, at + size)
}

describe('an archive', () => {
  it.each([1, 7, 511, 512, 513, 100_000])('reads the same in pieces of %i bytes', async (size) => {
    expect(await read(inPieces(bytes, size))).toEqual(members)
  })

  it('has whole blocks, no marker of a later format, and nothing after its members', () => {
    expect(bytes.length).toBe(512 * (2 + 2 + 2 + 1))
    expect(bytes.subarray(257, 263).every((byte) => byte === 0)).toBe(true)
    expect(bytes.subarray(100, 148).toString('latin1')).toBe(
      '0000644\x000000000\x000000000\x0000000000046\x0015300547212\x00',
    )
  })

  it('has one form: no empty blocks after it, nothing hidden in a padding or in a header', async () => {
    await expect(read([bytes, new Uint8Array(1024)])).rejects.toThrow(ArchiveFault)
    const padded = Buffer.from(bytes)
    padded[512 * 2 - 1] = 0x21
    await expect(read([padded])).rejects.toThrow(/hidden/)
    const written: [string, number][] = [
      ['0000755', 100],
      ['0001750', 108],
      ['00000000001', 136],
      ['link', 157],
      ['ustar', 257],
      ['root', 265],
      ['folder', 345],
    ]
    for (const [text, at] of written)
      await expect(
        read([memberBytes(members[0]!, timestamp), resealed((head) => head.write(text, at))]),
      ).rejects.toThrow(/header of a says/)
  })

  it('cut anywhere is refused', async () => {
    for (const length of [100, 600, 1030, 1536 + 300, bytes.length - 600])
      await expect(read([bytes.subarray(0, length)])).rejects.toThrow(ArchiveFault)
  })

  it('with one changed byte in a header is refused', async () => {
    for (const at of [512 * 2, 512 * 2 + 124, 512 * 2 + 150, 512 * 2 + 400]) {
      const changed = Buffer.from(bytes)
      changed[at]! ^= 1
      await expect(read([changed])).rejects.toThrow(ArchiveFault)
    }
  })

  it('with bytes that are not UTF-8, a folder, or a member of gigabytes is refused', async () => {
    const latin = Buffer.from(bytes)
    latin[512 * 3 + 1] = 0xe8
    latin[512 * 3 + 2] = 0x22
    await expect(read([latin])).rejects.toThrow(/UTF-8/)
    await expect(read([resealed((head) => (head[156] = 0x35))])).rejects.toThrow(/plain file/)
    await expect(read([resealed((head) => head.write('77777777777\0', 124))])).rejects.toThrow(/too large/)
  })
})

/** A header changed and given the checksum that fits it. */
function resealed(change: (head: Buffer) => void): Uint8Array {
  const head = Buffer.from(memberBytes({ name: 'a', text: '' }, timestamp))
  change(head)
  head.fill(32, 148, 156)
  const sum = head.reduce((total, byte) => total + byte, 0)
  head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return head
}
