/** The sockets: whose handshake is taken, what they may hear of, and how much one of them may ask. */
import cluster from 'node:cluster'
import type { EventEmitter } from 'node:events'
import type { Server as HttpServer, IncomingMessage } from 'node:http'
import { Server, type Socket } from 'socket.io'
import type { Actor } from '#app/domain/authorization'
import { actorFromCookie } from '#app/domain/identity/lucia.server'
import { isWatchable, mayWatch } from '#app/domain/platform/watching.server'
import { env } from '#app/env.server'
import { addressOf, isOwnHost, isSameOrigin } from '#app/web/origin.server'
import type { ToBrowser, ToServer } from './protocol'

export const mostSocketsOfAddress = 50
export const mostSocketsOfPerson = 20
export const mostSubjects = 20
export const mostEventsAMinute = 120

type Sockets = Server<ToServer, ToBrowser>

export function openSockets(http: HttpServer): Sockets {
  const byAddress = new Map<string, number>()
  const io: Sockets = new Server(http, {
    serveClient: false,
    // With several processes one conversation in many requests would reach now this one, now that
    transports: cluster.isWorker ? ['websocket'] : ['websocket', 'polling'],
    maxHttpBufferSize: 4096,
    connectTimeout: 10_000,
    allowRequest: (request, answer) => {
      const isFull = (byAddress.get(addressOf(request)) ?? 0) >= mostSocketsOfAddress
      answer(null, isFromOwnPage(request) && (!isFull || env.RATE_LIMITS === 'off'))
    },
  })
  io.engine.on('connection', (opened: Opened) => {
    const address = addressOf(opened.request)
    byAddress.set(address, (byAddress.get(address) ?? 0) + 1)
    opened.once('close', () => {
      const left = (byAddress.get(address) ?? 1) - 1
      if (left > 0) byAddress.set(address, left)
      else byAddress.delete(address)
    })
  })
  io.on('connection', (socket) => serve(io, socket))
  return io
}

type Opened = EventEmitter & { request: IncomingMessage }

/** A page of this site asks; without its origin only where the browser itself says that it is ours, as it does when it polls. */
function isFromOwnPage(request: IncomingMessage) {
  if (!isOwnHost(request)) return false
  const { origin, 'sec-fetch-site': site } = request.headers
  return isSameOrigin(request) || (origin === undefined && site === 'same-origin')
}

/** Heard from the first moment: a page asks to watch at once, before anybody knows whose page it is. */
function serve(io: Sockets, socket: Socket<ToServer, ToBrowser>) {
  // The browser comes back by itself after a connection that breaks, not after a goodbye.
  const breakOff = () => socket.conn.close()
  const whose = actorFromCookie(socket.handshake.headers.cookie ?? null).then(({ actor }) => actor)
  const watched = new Set<string>()
  let events = 0
  const minute = setInterval(() => {
    events = 0
  }, 60_000).unref()
  socket.once('disconnect', () => clearInterval(minute))
  socket.use((_event, next) => {
    if (++events > mostEventsAMinute) socket.disconnect(true)
    else next()
  })
  socket.on('watch', async (subject) => {
    if (!isSubject(subject) || watched.size >= mostSubjects) return
    const room = `${subject.kind}:${subject.id}`
    watched.add(room)
    try {
      const may = await mayWatch(await whose, subject.kind, subject.id)
      if (!may) watched.delete(room)
      else if (watched.has(room)) await socket.join(room)
    } catch {
      breakOff()
    }
  })
  socket.on('leave', (subject) => {
    if (!isSubject(subject)) return
    const room = `${subject.kind}:${subject.id}`
    watched.delete(room)
    void socket.leave(room)
  })
  whose.then((actor) => ring(io, socket, actor), breakOff)
}

/** Each person's sockets share a room, where the bell is rung. */
function ring(io: Sockets, socket: Socket, actor: Actor) {
  if (actor.kind === 'visitor') return
  const room = `person:${actor.id}`
  if ((io.sockets.adapter.rooms.get(room)?.size ?? 0) >= mostSocketsOfPerson) return void socket.disconnect(true)
  void socket.join(room)
}

function isSubject(value: unknown): value is { kind: string; id: string } {
  if (typeof value !== 'object' || value === null) return false
  const { kind, id } = value as Record<string, unknown>
  return typeof kind === 'string' && isWatchable(kind) && typeof id === 'string' && id.length <= 40
}
