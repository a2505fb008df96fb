/** Sockets on the application's HTTP server: they pass on the journal's signals, coalesced to one a second a subject. */
import type { Server as HttpServer } from 'node:http'
import { listenToJournal } from '#app/domain/journal/signals.server'
import { startWorker } from '#app/jobs/worker.server'
import { log } from '#app/web/log.server'
import type { Signal } from './protocol'
import { openSockets } from './sockets.server'

/** Returns what undoes it. */
export async function attachLive(http: HttpServer): Promise<() => Promise<void>> {
  const io = openSockets(http)
  const pending = new Map<string, Signal>()
  const beat = setInterval(() => {
    for (const [room, signal] of pending) {
      if (signal.kind === 'person') io.to(room).emit('bell')
      else io.to(room).emit('changed', signal)
    }
    pending.clear()
  }, 1000)
  const hear = (signal: Signal) => pending.set(`${signal.kind}:${signal.id}`, signal)
  const stopListening = await listenToJournal({
    hear,
    lost: (error) => log.error({ error: error.message }, 'The journal is not heard: trying again until it is'),
    // Each room is told, for nobody knows which of them missed something
    back: () => {
      for (const room of io.sockets.adapter.rooms.keys()) {
        const [kind, id] = room.split(':')
        if (kind && id) hear({ kind, id, number: 0 })
      }
    },
  })
  const stopWorker = await startWorker()
  return async () => {
    clearInterval(beat)
    await stopListening()
    await stopWorker()
    await io.close()
  }
}
