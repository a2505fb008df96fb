import '#tests/world/database'
import { connect, createServer, type Server, type Socket } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { freePort } from '#app/db/embedded.server'
import { type JournalSignal, listenToJournal } from './signals.server'

const databaseUrl = new URL(process.env.DATABASE_URL ?? '')
const real = new pg.Client(databaseUrl.href)
const heard: JournalSignal[] = []
let lost = 0
let back = 0
let way: Way
let stop: () => Promise<void>

/** A way to the database that a test can close and open. */
class Way {
  readonly port: number
  private server: Server | undefined
  private readonly open = new Set<Socket>()
  constructor(port: number) {
    this.port = port
  }
  async opens() {
    this.server = createServer((near) => {
      const far = connect(Number(databaseUrl.port), databaseUrl.hostname)
      for (const socket of [near, far]) {
        this.open.add(socket)
        socket.on('error', () => {})
        socket.on('close', () => {
          near.destroy()
          far.destroy()
        })
      }
      near.pipe(far).pipe(near)
    })
    await new Promise<void>((done) => this.server?.listen(this.port, '127.0.0.1', done))
  }
  async closes() {
    const closed = new Promise((done) => this.server?.close(done))
    for (const socket of this.open) socket.destroy()
    await closed
  }
}

const signal = (number: number) =>
  real.query(`select pg_notify('agora', $1)`, [JSON.stringify({ kind: 'poll', id: 'p', number })])

beforeAll(async () => {
  await real.connect()
  way = new Way(await freePort())
  await way.opens()
  const through = new URL(databaseUrl.href)
  through.search = '?application_name=ear'
  through.port = `${way.port}`
  stop = await listenToJournal({ hear: (one) => heard.push(one), lost: () => lost++, back: () => back++ }, through.href)
})

afterAll(async () => {
  await stop()
  await way.closes()
  await real.end()
})

test('an outage of seconds is outlived, told once, and what was missed is looked for', async () => {
  await signal(1)
  await vi.waitFor(() => expect(heard).toHaveLength(1))
  await real.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'ear'`)
  await way.closes()
  await signal(2)
  await new Promise((done) => setTimeout(done, 2_500))
  expect([lost, back]).toEqual([1, 0])
  await way.opens()
  await vi.waitFor(() => expect(back).toBe(1), 10_000)
  await signal(3)
  await vi.waitFor(() => expect(heard.map(({ number }) => number)).toEqual([1, 3]))
  expect(lost).toBe(1)
})

test('a connection that the database ends is opened again at once', async () => {
  await real.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'ear'`)
  await vi.waitFor(() => expect(back).toBe(2), 5_000)
  await signal(4)
  await vi.waitFor(() => expect(heard.at(-1)?.number).toBe(4))
})
