/** The journal, heard: every committed entry as it arrives, from whichever process wrote it. */
import pg from 'pg'
import { env } from '#app/env.server'

export type JournalSignal = { kind: string; id: string; number: number }

/** Listens until the returned function is called; reconnects by itself. */
export async function listenToJournal(hear: (signal: JournalSignal) => void): Promise<() => Promise<void>> {
  let stopped = false
  let client: pg.Client | undefined
  const connect = async (): Promise<void> => {
    if (stopped) return
    const next = new pg.Client(env.DATABASE_URL)
    client = next
    next.on('notification', ({ payload }) => payload && hear(JSON.parse(payload)))
    next.on('error', () => {
      if (!stopped) setTimeout(() => void connect().catch(() => {}), 1000).unref()
    })
    await next.connect()
    await next.query('listen agora')
  }
  await connect()
  return async () => {
    stopped = true
    await client?.end()
  }
}
