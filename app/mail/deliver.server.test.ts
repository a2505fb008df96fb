import '#tests/world/database'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { deliverDue } from './deliver.server'
import { forgetLetters, writeLetter } from './letters.server'

type Mood = { refuse?: number; slow?: number }
let received: { id: string; to: string[]; source: string }[] = []
let mood: Mood = {}
let server: SMTPServer
let url: string

beforeEach(async () => {
  received = []
  mood = {}
  await db.letter.deleteMany({})
  await open()
})
afterEach(() => close())

async function open() {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk) => chunks.push(chunk))
      stream.on('end', () => {
        const source = Buffer.concat(chunks).toString()
        const refusal = mood.refuse && Object.assign(new Error('Not now'), { responseCode: mood.refuse })
        if (refusal) return done(refusal)
        const id = /^Message-ID: (.*)$/im.exec(source)?.[1] ?? ''
        received.push({ id, to: session.envelope.rcptTo.map(({ address }) => address), source })
        setTimeout(() => done(), mood.slow ?? 0)
      })
    },
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.server.address()
  url = `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
}

const close = () => new Promise<void>((closed) => server.close(() => closed()))
const letter = (key: string, to = 'ada@esempio.it') => ({
  key,
  to,
  language: 'it',
  subject: `Oggetto ${key}`,
  text: `Testo ${key}`,
})
const write = (key: string, to?: string) => db.$transaction((tx) => writeLetter(tx, letter(key, to)))
const dueNow = () => db.letter.updateMany({ where: { sentAt: null }, data: { notBefore: new Date(0) } })

test('a letter goes once to one person, and what it said is forgotten', async () => {
  await write('a')
  await write('a')
  expect(await deliverDue(url)).toBe(1)
  expect(await deliverDue(url)).toBe(0)
  expect(received).toHaveLength(1)
  expect(received[0]?.to).toEqual(['ada@esempio.it'])
  expect(received[0]?.source).toContain('Subject: Oggetto a')
  const [row] = await db.letter.findMany({ select: { id: true, text: true, sentAt: true } })
  expect(row).toMatchObject({ text: '', sentAt: expect.any(Date) })
  expect(received[0]?.id).toContain(row?.id)
})

test('a letter of an act that failed does not exist', async () => {
  await db
    .$transaction(async (tx) => {
      await writeLetter(tx, letter('undone'))
      throw new Error('late')
    })
    .catch(() => {})
  expect(await db.letter.count()).toBe(0)
})

test('four postmen at once send sixty letters once each, in order for each person', async () => {
  mood = { slow: 5 }
  for (let n = 0; n < 60; n += 1) await write(`n${String(n).padStart(2, '0')}`, `p${n % 7}@esempio.org`)
  const sent = await Promise.all([deliverDue(url), deliverDue(url), deliverDue(url), deliverDue(url)])
  while ((await deliverDue(url)) > 0) await dueNow()
  expect(received).toHaveLength(60)
  expect(new Set(received.map(({ id }) => id)).size).toBe(60)
  expect(sent.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(60)
  for (let person = 0; person < 7; person += 1) {
    const own = received.filter(({ to }) => to[0] === `p${person}@esempio.org`)
    const subjects = own.map(({ source }) => /^Subject: (.*)$/m.exec(source)?.[1] ?? '')
    expect(subjects).toEqual([...subjects].sort())
  }
})

test('while SMTP is away nothing is lost, and nothing goes twice after', async () => {
  const away = url
  await close()
  for (let n = 0; n < 30; n += 1) await write(`n${n}`, `p${n}@esempio.org`)
  expect(await deliverDue(away)).toBe(0)
  await open()
  mood = { refuse: 451 }
  await dueNow()
  expect(await deliverDue(url)).toBe(0)
  mood = {}
  const waiting = await db.letter.findMany({ where: { sentAt: null }, select: { notBefore: true } })
  expect(waiting).toHaveLength(30)
  for (const { notBefore } of waiting) expect(notBefore.getTime()).toBeLessThan(Date.now() + 5 * 60_000)
  await dueNow()
  await deliverDue(url)
  expect(received).toHaveLength(30)
})

test('a letter taken by a postman who died is due again', async () => {
  await write('orphan')
  await db.letter.updateMany({ data: { attempts: 1, notBefore: new Date(Date.now() + 300_000) } })
  expect(await deliverDue(url)).toBe(0)
  await dueNow()
  expect(await deliverDue(url)).toBe(1)
})

test('nobody writes headers or recipients of one’s own', async () => {
  await db.$transaction((tx) =>
    writeLetter(tx, {
      ...letter('x'),
      subject: 'Ciao\r\nBcc: ladro@evil.example\u2028X: y',
      text: '.\r\nDATA\n<script>',
    }),
  )
  await deliverDue(url)
  expect(received).toHaveLength(1)
  expect(received[0]?.to).toEqual(['ada@esempio.it'])
  expect(received[0]?.source).not.toMatch(/^(Bcc|X):/m)
  expect(received[0]?.source.match(/^Subject:/gm)).toHaveLength(1)
  for (const to of ['"a" <x@evil>, y@evil', 'a@b, c@d', 'a@b\r\nBcc: c@d', 'senza chiocciola']) {
    await expect(db.$transaction((tx) => writeLetter(tx, { ...letter(to), to }))).rejects.toThrow('one plain address')
  }
})

test('thirty days after it went, or was refused for good, nobody knows to whom; what waits is kept', async () => {
  const day = 86_400_000
  await write('refused')
  await db.letter.updateMany({ data: { attempts: 9 } })
  mood.refuse = 550
  await deliverDue(url)
  for (const key of ['old', 'new', 'waits']) await write(key)
  await db.letter.updateMany({ where: { key: 'old' }, data: { sentAt: new Date(Date.now() - 31 * day) } })
  await db.letter.updateMany({ where: { key: 'new' }, data: { sentAt: new Date(Date.now() - 29 * day) } })
  await db.letter.updateMany({ where: { key: 'waits' }, data: { createdAt: new Date(Date.now() - 31 * day) } })
  expect(await forgetLetters()).toEqual({ forgotten: 1 })
  await db.letter.updateMany({ where: { key: 'refused' }, data: { createdAt: new Date(Date.now() - 31 * day) } })
  expect(await forgetLetters()).toEqual({ forgotten: 1 })
  expect((await db.letter.findMany({ select: { key: true } })).map(({ key }) => key).sort()).toEqual(['new', 'waits'])
})

test('without SMTP letters stay readable', async () => {
  await write('kept')
  expect(await deliverDue(undefined)).toBe(0)
  expect(await db.letter.findMany({ select: { text: true } })).toEqual([{ text: 'Testo kept' }])
})
