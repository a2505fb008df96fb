/** Sockets on the application's HTTP server: they pass on the journal's signals, coalesced to one a second a subject. */
import cluster from 'node:cluster'
import type { Server as HttpServer } from 'node:http'
import { Server } from 'socket.io'
import { actorFromCookie } from '#app/domain/identity/lucia.server'
import { listenToJournal } from '#app/domain/journal/signals.server'
import { startWorker } from '#app/jobs/worker.server'
import type { Signal, ToBrowser, ToServer } from './protocol'

const watched = new Set(['proposal', 'territory', 'poll', 'panel', 'budget'])

/** Returns what undoes it. */
export async function attachLive(http: HttpServer): Promise<() => Promise<void>> {
  const io = new Server<ToServer, ToBrowser>(http, {
    serveClient: false,
    // With several processes one conversation in many requests would reach now this one, now that
    transports: cluster.isWorker ? ['websocket'] : ['websocket', 'polling'],
    maxHttpBufferSize: 4096,
    cors: { origin: false },
  })
  io.on('connection', async (socket) => {
    // Heard from the first moment: a page asks to watch at once, before anybody knows whose page it is.
    socket.on('watch', (subject) => {
      if (isSubject(subject) && socket.rooms.size < 20) socket.join(`${subject.kind}:${subject.id}`)
    })
    socket.on('leave', (subject) => {
      if (isSubject(subject)) socket.leave(`${subject.kind}:${subject.id}`)
    })
    const { actor } = await actorFromCookie(socket.handshake.headers.cookie ?? null)
    if (actor.kind === 'person') socket.join(`person:${actor.id}`)
  })

  const pending = new Map<string, Signal>()
  const beat = setInterval(() => {
    for (const [room, signal] of pending) {
      if (signal.kind === 'person') io.to(room).emit('bell')
      else io.to(room).emit('changed', signal)
    }
    pending.clear()
  }, 1000)
  const stopListening = await listenToJournal((signal) => pending.set(`${signal.kind}:${signal.id}`, signal))
  const stopWorker = await startWorker()
  return async () => {
    clearInterval(beat)
    await stopListening()
    await stopWorker()
    await io.close()
  }
}

function isSubject(value: unknown): value is { kind: string; id: string } {
  if (typeof value !== 'object' || value === null) return false
  const { kind, id } = value as Record<string, unknown>
  return typeof kind === 'string' && watched.has(kind) && typeof id === 'string' && id.length <= 40
}
