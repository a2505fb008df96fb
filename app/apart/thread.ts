/** What runs in a thread of its own: one task, how far it is, its answer, the end. */
import { parentPort, workerData } from 'node:worker_threads'
import { tasks } from './tasks.server'

type Task = (...given: unknown[]) => unknown

const { name, given } = workerData as { name: keyof typeof tasks; given: unknown[] }

/** Milliseconds between two messages about one task */
const pause = 250
let last = 0

const told = (share: number) => {
  const now = Date.now()
  if (now - last < pause) return
  last = now
  parentPort?.postMessage({ share })
}

parentPort?.postMessage({ answer: await (tasks[name](told) as Task)(...given) })
