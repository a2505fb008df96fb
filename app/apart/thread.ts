/** What runs in a thread of its own: one task, its answer, the end. */
import { parentPort, workerData } from 'node:worker_threads'
import { tasks } from './tasks.server'

type Task = (...given: unknown[]) => unknown

const { name, given } = workerData as { name: keyof typeof tasks; given: unknown[] }

parentPort?.postMessage(await (tasks[name] as Task)(...given))
