/** What runs in a thread of its own: tasks as they come, one after the other; how far each is, then its answer or its fault. */
import { parentPort } from 'node:worker_threads'
import { type Told, tasks } from './tasks.server'

type Task = (...given: unknown[]) => unknown

export type Asked = { name: keyof typeof tasks; given: unknown[] }
export type Heard = { share: number } | { answer: unknown } | { fault: unknown }

/** Milliseconds between two messages about one task */
const pause = 250

const say = (message: Heard) => parentPort?.postMessage(message)

let before: Promise<void> = Promise.resolve()
parentPort?.on('message', (asked: Asked) => {
  before = before.then(() => run(asked))
})

async function run({ name, given }: Asked) {
  try {
    say({ answer: await (tasks[name](telling()) as Task)(...given) })
  } catch (fault) {
    say({ fault })
  }
}

function telling(): Told {
  let last = Date.now() - pause
  return (share) => {
    const now = Date.now()
    if (now - last < pause) return
    last = now
    say({ share })
  }
}
