/** The journal, heard: every committed entry as it arrives, from whichever process wrote it. */
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { env } from '#app/env.server'

export type JournalSignal = { kind: string; id: string; number: number }

type Ear = {
  hear: (signal: JournalSignal) => void
  /** Said once each time the database goes away */
  lost: (error: Error) => void
  /** Hears again: what happened meanwhile was not heard */
  back: () => void
}

const longestWait = 10_000

/** Listens until the returned function is called; where the database goes away, it tries until it is back. */
export async function listenToJournal(
  { hear, lost, back }: Ear,
  connectionString = env.DATABASE_URL,
): Promise<() => Promise<void>> {
  const stopping = new AbortController()
  let line = await openLine(hear, connectionString)
  const listening = (async () => {
    for (;;) {
      const error = await line.cut
      if (stopping.signal.aborted) return
      lost(error)
      for (let pause = 100; ; pause = Math.min(longestWait, pause * 2)) {
        await wait(pause, undefined, { signal: stopping.signal, ref: false }).catch(() => {})
        if (stopping.signal.aborted) return
        const next = await openLine(hear, connectionString).catch(() => null)
        if (!next) continue
        line = next
        break
      }
      if (stopping.signal.aborted) return line.close()
      back()
    }
  })()
  return async () => {
    stopping.abort()
    await line.close()
    await listening
  }
}

async function openLine(hear: Ear['hear'], connectionString: string | undefined) {
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  })
  const cut = new Promise<Error>((done) => {
    client.on('error', done)
    client.on('end', () => done(new Error('The connection ended')))
  })
  client.on('notification', ({ payload }) => payload && hear(JSON.parse(payload)))
  const close = () => client.end().catch(() => {})
  try {
    await client.connect()
    await client.query('listen agora')
  } catch (error) {
    await close()
    throw error
  }
  return { cut, close }
}
