import { deflateSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { rows } from '#tests/world/browser'
import { drawing, pdf, photograph } from '#tests/world/files'
import { cookieOf, fields, plain, read, send } from './submitting'

let carmela = ''
let documents = ''
let association = ''

beforeAll(async () => {
  carmela = await cookieOf('carmela')
  const claim = await send('/associations/new', fields({ name: `Prova dei file ${Date.now()}` }), carmela)
  association = (claim.headers.get('Location') ?? '').split('/')[2] ?? ''
  documents = `/associations/${association}/registration/documents`
})

function upload(bytes: Uint8Array | string, name: string, type = 'application/octet-stream', cookie = carmela) {
  const form = new FormData()
  form.set('file', new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], { type }), name)
  return send(documents, form, cookie)
}

const kept = () =>
  rows<{ id: string; mediaType: string }>(
    `select id, "mediaType" from "StoredFile" where "subjectId" = $1 and "removedAt" is null order by "createdAt"`,
    [association],
  )

/** A PNG that says it is 60,000 pixels wide and high: four gigabytes when drawn, a few bytes when sent. */
function hugePicture() {
  const chunk = (type: string, body: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), body])
    const size = Buffer.alloc(4)
    size.writeUInt32BE(body.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc(named))
    return Buffer.concat([size, named, sum])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(60_000, 0)
  header.writeUInt32BE(60_000, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const body = deflateSync(Buffer.alloc(1000))
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', body), chunk('IEND', Buffer.alloc(0))])
}

function crc(bytes: Buffer) {
  let value = ~0
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0)
  }
  return ~value >>> 0
}

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
const html = '<!doctype html><script>alert(1)</script>'

test.each([
  ['an SVG', svg, 'disegno.svg', 'image/svg+xml'],
  ['an SVG that calls itself a PNG', svg, 'disegno.png', 'image/png'],
  ['a page that calls itself a PDF', html, 'statuto.pdf', 'application/pdf'],
  ['a page that begins like a PDF', `%PDF-1.4\n${html}`, 'statuto.pdf', 'application/pdf'],
  ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)]), 'statuto.pdf', 'application/pdf'],
  ['a picture of four gigabytes', hugePicture(), 'foto.png', 'image/png'],
  ['half a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), 'foto.jpg', 'image/jpeg'],
  ['a PDF that runs', pdf('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>'), 'statuto.pdf', 'application/pdf'],
  ['a PDF that runs, written otherwise', pdf('/AA << /O << /S /J#61vaScript >> >>'), 'a.pdf', 'application/pdf'],
  ['nothing', '', 'statuto.pdf', 'application/pdf'],
  ['10 MB and one byte', Buffer.concat([pdf(), Buffer.alloc(10 * 1024 * 1024)]), 'statuto.pdf', 'application/pdf'],
])('%s is refused with a sentence, quickly, and nothing is kept', async (_what, bytes, name, type) => {
  const before = await kept()
  const start = performance.now()
  const response = await upload(bytes, name, type)
  const body = await response.text()
  expect([400, 409]).toContain(response.status)
  expect(body).toMatch(/class="(notice refused|error)"/)
  expect(body).not.toMatch(/node_modules|at Object\.|sharp|libvips|Error:/)
  expect(performance.now() - start).toBeLessThan(5_000)
  expect(await kept()).toEqual(before)
})

test('more than the site takes at all is refused before it is read', async () => {
  const response = await upload(Buffer.alloc(13 * 1024 * 1024), 'statuto.pdf', 'application/pdf').catch(() => null)
  // The connection may be closed while the rest is still being sent
  if (response) expect(response.status).toBe(413)
  expect((await read('/healthz')).status).toBe(200)
})

test('text in place of a file, two files, no file at all', async () => {
  for (const body of [fields({ file: 'ciao' }), fields({}), new FormData()]) {
    const response = await send(documents, body, carmela)
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(response.status).toBeLessThan(500)
  }
})

test('pictures are drawn anew: neither places nor cameras stay', async () => {
  expect((await upload(await photograph(), 'foto.jpg', 'image/jpeg')).status).toBe(303)
  expect((await upload(await drawing(), 'disegno.png', 'image/png')).status).toBe(303)
  const files = await kept()
  expect(files.map(({ mediaType }) => mediaType)).toEqual(['image/jpeg', 'image/webp'])
  for (const { id } of files) {
    const bytes = Buffer.from(await (await read(`/files/${id}`, carmela)).arrayBuffer())
    expect(bytes.includes('CNRY-exif')).toBe(false)
    expect(bytes.includes('GPS')).toBe(false)
  }
})

test('a file is saved, never opened in the site, and only for those who may', async () => {
  expect((await upload(pdf(), 'Stàtuto "nuovo"; x=y.pdf', 'application/pdf')).status).toBe(303)
  const id = (await kept()).at(-1)?.id ?? ''
  const response = await read(`/files/${id}`, carmela)
  expect(response.status).toBe(200)
  expect(response.headers.get('Content-Type')).toBe('application/pdf')
  expect(response.headers.get('Content-Disposition')).toMatch(/^attachment; filename\*=UTF-8''[\w.%-]+$/)
  expect(response.headers.get('Content-Security-Policy')).toContain('sandbox')
  expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect(response.headers.get('Cache-Control')).toBe('private, no-store')
  expect(response.headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin')
  expect(Buffer.from(await response.arrayBuffer())).toEqual(pdf())

  const officer = await read(`/files/${id}`, await cookieOf('emanuele'))
  expect(officer.status).toBe(404)
  for (const who of [null, 'ada', 'drita', 'fatou'] as const) {
    const cookie = await cookieOf(who)
    const [forbidden, missing] = [await read(`/files/${id}`, cookie), await read('/files/nessuno00000', cookie)]
    expect(forbidden.status).toBe(404)
    const seen = async (answer: Response, typed: string) =>
      plain(await answer.text(), typed).replace(/\/files\/[\w%-]+/g, '')
    expect(await seen(forbidden, id)).toBe(await seen(missing, 'nessuno00000'))
  }
  for (const path of ['/files/..%2f..%2fetc%2fpasswd', '/files/%00', `/files/${id}%00`, '/files/__proto__'])
    expect((await read(path, carmela)).status).toBe(404)
})

test('a file that is taken away is gone at once', async () => {
  const id = (await kept())[0]?.id ?? ''
  expect((await send(`${documents}/${id}/removal`, fields({}), await cookieOf('ada'))).status).toBe(404)
  expect((await read(`/files/${id}`, carmela)).status).toBe(200)
  expect((await send(`${documents}/${id}/removal`, fields({}), carmela)).status).toBe(303)
  expect((await read(`/files/${id}`, carmela)).status).toBe(404)
})
