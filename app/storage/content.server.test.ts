import '#tests/world/database'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { drawing, pdf, photograph } from '#tests/world/files'
import { fitContent, largestFile } from './content.server'
import { keepBytes, openBytes, removeBytes } from './files.server'

const packed = (dictionary: string, inside: string) => {
  const body = deflateSync(Buffer.from(inside))
  return `4 0 obj\n<< ${dictionary} /Filter /FlateDecode /Length ${body.length} >>\nstream\n${body.toString('latin1')}\nendstream\nendobj\n`
}

describe('what a file really is', () => {
  test('a photograph is drawn anew, without where and when', async () => {
    const taken = await photograph(3000, 2000)
    expect(taken.includes('CNRY-exif')).toBe(true)
    const content = await fitContent(taken, 'images')
    if (typeof content === 'string') throw new Error(content)
    expect(content).toMatchObject({ mediaType: 'image/jpeg', extension: 'jpg', width: 1600, height: 1067 })
    expect(content.bytes.includes('CNRY-exif')).toBe(false)
    expect((await sharp(content.bytes).metadata()).exif).toBeUndefined()
  })

  test('a drawing becomes WebP, and is not enlarged', async () => {
    expect(await fitContent(await drawing(60, 40), 'images')).toMatchObject({
      mediaType: 'image/webp',
      width: 60,
      height: 40,
    })
  })

  test('what follows the end of a picture does not come along', async () => {
    const polyglot = Buffer.concat([await drawing(), Buffer.from('<script>alert(1)</script>')])
    const content = await fitContent(polyglot, 'images')
    if (typeof content === 'string') throw new Error(content)
    expect(content.bytes.includes('<script>')).toBe(false)
  })

  test('a sound PDF is kept as it is, as a document only', async () => {
    const statute = pdf()
    expect(await fitContent(statute, 'documents')).toMatchObject({ mediaType: 'application/pdf', bytes: statute })
    expect(await fitContent(statute, 'images')).toBe('file.unknown-kind')
  })

  test('pictures inside a PDF may spell anything', async () => {
    const picture =
      '5 0 obj\n<< /Subtype /Image /Length 30 >>\nstream\n/JavaScript /Launch /Encrypt..\nendstream\nendobj\n'
    expect(await fitContent(pdf('', picture), 'documents')).toMatchObject({ mediaType: 'application/pdf' })
  })

  test.each([
    ['a PDF with a script', pdf('/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>'), 'file.active'],
    ['a script spelt in hexadecimal', pdf('/OpenAction << /S /J#61vaScript >>'), 'file.active'],
    ['a PDF that launches a program', pdf('/OpenAction << /S /Launch /F (cmd.exe) >>'), 'file.active'],
    ['a PDF with a file inside', pdf('/Names << /EmbeddedFiles 9 0 R >>'), 'file.active'],
    [
      'a script in a packed object',
      pdf('', packed('/Type /ObjStm /N 1 /First 4', '9 0 << /S /JavaScript >>')),
      'file.active',
    ],
    [
      'a locked PDF',
      Buffer.from(pdf().toString('latin1').replace('/Root', '/Encrypt 8 0 R /Root'), 'latin1'),
      'file.active',
    ],
    ['a PDF cut short', pdf().subarray(0, 120), 'file.broken'],
    ['nothing', Buffer.alloc(0), 'file.empty'],
    ['too much', Buffer.concat([pdf(), Buffer.alloc(largestFile)]), 'file.too-big'],
    [
      'an SVG',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      'file.unknown-kind',
    ],
    ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>'), 'file.unknown-kind'],
    ['plain text', Buffer.from('X5O!P%@AP[4-PZX54(P^)7CC)7}'), 'file.unknown-kind'],
    ['a ZIP', Buffer.from('PK\u0003\u0004\u0014\u0000\u0000\u0000'), 'file.unknown-kind'],
    ['a broken picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 1, 2, 3]), 'file.broken'],
  ])('%s is refused', async (_, bytes, reason) => {
    expect(await fitContent(bytes, 'documents')).toBe(reason)
  })

  test('a picture of too many pixels is refused without being unpacked', async () => {
    const huge = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    const before = process.memoryUsage().rss
    expect(await fitContent(huge, 'images')).toBe('file.broken')
    expect(process.memoryUsage().rss - before).toBeLessThan(120_000_000)
  })
})

test('bytes are kept whole, found again, and gone when removed', async () => {
  const kept = await keepBytes(pdf())
  if (!kept) throw new Error('The disk is full')
  const opened = await openBytes(kept.id)
  const chunks: Buffer[] = []
  for await (const chunk of opened?.stream ?? []) chunks.push(chunk as Buffer)
  expect(Buffer.concat(chunks)).toEqual(pdf())
  await removeBytes(kept.id)
  expect(await openBytes(kept.id)).toBeNull()
  await expect(openBytes('../../etc/passwd')).rejects.toThrow()
})
