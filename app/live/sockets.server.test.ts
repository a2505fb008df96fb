import '#tests/world/database'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { io as open, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openSignIn } from '#app/domain/identity/lucia.server'
import { actor, monopoli } from '#tests/world/people'
import { draftedPoll, openedPoll } from '#tests/world/polls'
import { draftOf, openProposal } from '#tests/world/proposals'
import { attachLive } from './attach.server'
import { mostEventsAMinute, mostSocketsOfAddress, mostSocketsOfPerson, mostSubjects } from './sockets.server'

const http = createServer((_request, response) => response.end())
let detach: () => Promise<void>
let origin: string
const opened: Socket[] = []

beforeAll(async () => {
  detach = await attachLive(http)
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
})

afterAll(async () => {
  closeAll()
  await detach()
  await new Promise((done) => http.close(done))
})

function closeAll() {
  for (const socket of opened.splice(0)) socket.close()
}

async function connected(extraHeaders: Record<string, string> = {}): Promise<Socket> {
  const socket = open(origin, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { Origin: origin, ...extraHeaders },
  })
  opened.push(socket)
  await new Promise<void>((done, fail) => socket.once('connect', done).once('connect_error', fail))
  return socket
}

async function cookieOf(name: Parameters<typeof actor>[0]) {
  return (await openSignIn((await actor(name)).id, 'test')).split(';')[0] ?? ''
}

const handshake = (headers: Record<string, string>) =>
  fetch(`${origin}/socket.io/?EIO=4&transport=polling`, { headers }).then(({ status }) => status)

/** The subjects that this one heard of, once each was told that it changed. */
async function heardBy(socket: Socket, subjects: { kind: string; id: string }[]) {
  const heard = new Set<string>()
  socket.on('changed', ({ id }) => heard.add(id))
  for (const subject of subjects) socket.emit('watch', subject)
  await new Promise((done) => setTimeout(done, 500))
  const { pool } = await import('#app/db/client.server')
  for (const subject of subjects)
    await pool.query(`select pg_notify('agora', $1)`, [JSON.stringify({ ...subject, number: 1 })])
  await new Promise((done) => setTimeout(done, 1_500))
  socket.off('changed')
  return subjects.map(({ id }) => heard.has(id))
}

test('a handshake comes from a page of this site', async () => {
  expect(await handshake({ Origin: origin })).toBe(200)
  expect(await handshake({ 'Sec-Fetch-Site': 'same-origin' })).toBe(200)
  for (const Origin of ['https://evil.example', 'null', `${origin}.evil.example`])
    expect(await handshake({ Origin }), Origin).toBe(403)
  expect(await handshake({})).toBe(403)
  expect(await handshake({ 'Sec-Fetch-Site': 'cross-site' })).toBe(403)
  await expect(connected({ Origin: 'https://evil.example' })).rejects.toThrow()
})

test('who may not read a page does not hear that it changes', async () => {
  const { id: territoryId } = await monopoli()
  const draft = await draftOf({ territoryId })
  const proposal = await openProposal({ territoryId })
  const hiddenPoll = await draftedPoll()
  const poll = await openedPoll()
  const subjects = [
    { kind: 'proposal', id: draft.id },
    { kind: 'proposal', id: proposal.id },
    { kind: 'poll', id: hiddenPoll.id },
    { kind: 'poll', id: poll.id },
    { kind: 'person', id: (await actor('ada')).id },
    { kind: 'constructor', id: 'x' },
  ]
  const visitors = await connected()
  expect(await heardBy(visitors, subjects)).toEqual([false, true, false, true, false, false])
  const adas = await connected({ Cookie: await cookieOf('ada') })
  expect((await heardBy(adas, subjects)).slice(0, 2)).toEqual([true, true])
  const emanueles = await connected({ Cookie: await cookieOf('emanuele') })
  expect((await heardBy(emanueles, subjects)).slice(0, 4)).toEqual([false, true, true, true])
})

test('one socket watches so many subjects, and asks so much in a minute', async () => {
  const polls = await Promise.all(Array.from({ length: mostSubjects + 1 }, () => openedPoll()))
  const socket = await connected()
  const heard = await heardBy(
    socket,
    polls.map(({ id }) => ({ kind: 'poll', id })),
  )
  expect(heard.filter(Boolean)).toHaveLength(mostSubjects)
  for (let sent = 0; sent < mostEventsAMinute; sent++) socket.emit('leave', { kind: 'poll', id: 'none' })
  await vi.waitFor(() => expect(socket.connected).toBe(false))
})

test('one address and one person have so many sockets', async () => {
  closeAll()
  const Cookie = await cookieOf('carmela')
  for (let one = 0; one < mostSocketsOfPerson; one++) await connected({ Cookie })
  await new Promise((done) => setTimeout(done, 300))
  const oneMore = await connected({ Cookie })
  await vi.waitFor(() => expect(oneMore.connected).toBe(false))
  expect(opened.filter(({ connected: is }) => is)).toHaveLength(mostSocketsOfPerson)
  const more = Array.from({ length: mostSocketsOfAddress }, () => connected())
  const { length: taken } = (await Promise.allSettled(more)).filter(({ status }) => status === 'fulfilled')
  // What the first test began stands a while
  expect(taken).toBeGreaterThan(mostSocketsOfAddress - mostSocketsOfPerson - 5)
  expect(taken).toBeLessThanOrEqual(mostSocketsOfAddress - mostSocketsOfPerson)
})
