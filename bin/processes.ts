/** Several processes behind one port: each draws pages on a core of its own, and one that dies is replaced. */
import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'

/** So that one that cannot live does not keep the machine busy */
const restBeforeAnother = 1000

/** How many are asked for; more than the machine has cores draw no more pages. */
export function processesAsked(): number {
  const asked = Number(process.env.PROCESSES || 1)
  if (!Number.isInteger(asked) || asked < 1 || asked > 64)
    throw new Error('PROCESSES is how many processes serve the site: a whole number from 1 to 64.')
  return asked
}

/** Resolves when all of them serve. Throws where one of them cannot, and leaves none. */
export async function serveTogether(count: number): Promise<{ close: () => Promise<void> }> {
  let ends = false
  const workers = new Set<Worker>()
  const begin = () => {
    const worker = cluster.fork()
    workers.add(worker)
    worker.once('exit', () => workers.delete(worker))
    return worker
  }
  const close = async () => {
    ends = true
    await Promise.all([...workers].map((worker) => ending(worker)))
  }
  try {
    await Promise.all(Array.from({ length: count }, () => serving(begin())))
  } catch (error) {
    await close()
    throw error
  }
  cluster.on('exit', ({ process: { pid } }, code, signal) => {
    if (ends) return
    console.error(`Process ${pid} ended (${signal ?? code}): another takes its place.`)
    setTimeout(() => ends || begin(), restBeforeAnother)
  })
  return { close }
}

function serving(worker: Worker) {
  return new Promise<void>((done, fail) => {
    worker.once('listening', () => done())
    worker.once('exit', () => fail(new Error('A process could not begin to serve; the lines above say why.')))
  })
}

async function ending(worker: Worker) {
  if (worker.isDead()) return
  const ended = once(worker, 'exit')
  worker.process.kill('SIGTERM')
  await ended
}
