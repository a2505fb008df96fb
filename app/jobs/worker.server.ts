/** The one worker: it does what acts have queued. */
import { run } from 'graphile-worker'
import { pool } from '#app/db/client.server'

/** Returns what stops it. */
export async function startWorker(): Promise<() => Promise<void>> {
  const runner = await run({ pgPool: pool, concurrency: 2, noHandleSignals: true, taskList: {}, pollInterval: 2000 })
  return () => runner.stop()
}
