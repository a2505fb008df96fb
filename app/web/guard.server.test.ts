import '#tests/world/database'
import { request as ask, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'

process.env.ORIGIN = 'https://agora.example.it'
const { guard } = await import('./guard.server')
const { pool } = await import('#app/db/client.server')
const { env } = await import('#app/env.server')
Object.assign(env, { secureCookies: true })

let leaving = false
const app = express()
app.use(guard({ development: false, isLeaving: () => leaving }))
app.all('*', (_request, response) => void response.send('in'))
const http = createServer(app)

beforeAll(() => new Promise<void>((done) => http.listen(0, '127.0.0.1', done)))
afterAll(() => new Promise((done) => http.close(done)))

type Asked = { path?: string; method?: string; headers?: Record<string, string>; body?: string }

async function answerTo({ path = '/', method = 'GET', headers = {}, body }: Asked) {
  const { port } = http.address() as AddressInfo
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((done, fail) => {
    const asking = ask({ port, path, method, headers: { Host: 'agora.example.it', ...headers } }, (response) => {
      let said = ''
      response.setEncoding('utf8')
      response.on('data', (piece) => {
        said += piece
      })
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body: said }))
    })
    asking.on('error', fail)
    asking.end(body)
  })
}

const post = (path: string, bytes: number, headers: Record<string, string> = {}) =>
  answerTo({
    path,
    method: 'POST',
    headers: { Origin: 'https://agora.example.it', 'Content-Length': `${bytes}`, ...headers },
    body: 'x'.repeat(bytes),
  })

test('a form takes 512 KB, and more only where its address is known to', async () => {
  expect((await post('/sign-in', 512 * 1024)).status).toBe(200)
  expect((await post('/sign-in', 512 * 1024 + 1)).status).toBe(413)
  expect((await post('/proposals/p1/images', 512 * 1024 + 1)).status).toBe(200)
})

test('a body that does not say its length is not taken', async () => {
  const headers = { Origin: 'https://agora.example.it', 'Transfer-Encoding': 'chunked' }
  expect((await answerTo({ path: '/sign-in', method: 'POST', headers, body: 'a=b' })).status).toBe(411)
})

test('what is refused is said in a small page, in the language of who asks, with the way home and no script', async () => {
  const { status, body, headers } = await post('/sign-in', 600_000, { 'Accept-Language': 'fr-FR,fr;q=0.9' })
  expect(status).toBe(413)
  expect(headers['content-type']).toContain('text/html')
  expect(body).toMatch(/<html lang="fr"/)
  expect(body).toContain('Ce que tu as envoyé est trop grand')
  expect(body).toContain('href="/"')
  expect(body).not.toContain('<script')
  const arabic = await answerTo({ method: 'PUT', headers: { Cookie: 'language=ar', 'Accept-Language': 'fr' } })
  expect(arabic.status).toBe(405)
  expect(arabic.body).toMatch(/<html lang="ar" dir="rtl"/)
  for (const [asked, wanted] of [
    [{ path: '/%FF' }, 404],
    [{ path: `/${'a'.repeat(3000)}` }, 414],
    [{ path: '/sign-in', method: 'POST', headers: { Origin: 'https://evil.example' } }, 403],
  ] as [Asked, number][]) {
    const { status, body } = await answerTo(asked)
    expect(status).toBe(wanted)
    expect(body).toMatch(/<h1>[^<]+<\/h1><p>[^<]+<\/p>/)
  }
})

test('who asks for another site is told so; this machine and its caretakers are let by', async () => {
  for (const Host of ['evil.example', 'evil:99', 'agora.example.it.evil.example', 'agora.example.it:99'])
    expect((await answerTo({ headers: { Host } })).status, Host).toBe(421)
  const { body } = await answerTo({ headers: { Host: 'evil.example' } })
  expect(body).toContain('href="https://agora.example.it/"')
  for (const [path, wanted] of [
    ['/assets/app-x1.css', 200],
    ['/assets/..', 421],
    ['/assets/../sign-in', 421],
    ['/assets/%2e%2e/sign-in', 421],
  ] as const)
    expect((await answerTo({ path, headers: { Host: 'evil.example' } })).status, path).toBe(wanted)
  for (const Host of ['agora.example.it', 'AGORA.example.it', 'localhost:3000', '127.0.0.1'])
    expect((await answerTo({ headers: { Host } })).status, Host).toBe(200)
  expect((await answerTo({ path: '/readyz', headers: { Host: '10.0.0.7:3000' } })).status).toBe(200)
})

test('every answer is for this site alone, and over HTTPS for two years', async () => {
  const { headers } = await answerTo({})
  expect(headers['cross-origin-resource-policy']).toBe('same-origin')
  expect(headers['strict-transport-security']).toBe('max-age=63072000')
})

test('ready is what is up to date and stays', async () => {
  const ready = async () => (await answerTo({ path: '/readyz' })).status
  expect(await ready()).toBe(200)
  const { rows } = await pool.query(
    `delete from _prisma_migrations where migration_name = (select max(migration_name) from _prisma_migrations) returning *`,
  )
  expect(await ready()).toBe(503)
  const names = Object.keys(rows[0])
  await pool.query(
    `insert into _prisma_migrations (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
    Object.values(rows[0]),
  )
  expect(await ready()).toBe(200)
  leaving = true
  expect(await ready()).toBe(503)
  expect((await answerTo({ path: '/healthz' })).status).toBe(200)
})
