/** Long computations on a thread of their own: the server goes on answering while votes are counted. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { env } from '#app/env.server'
import type { Told, tasks } from './tasks.server'

type Tasks = { [N in keyof typeof tasks]: ReturnType<(typeof tasks)[N]> }
type Answer<N extends keyof Tasks> = Promise<Awaited<ReturnType<Tasks[N]>>>

/** Fails as the task would, or if it needs more than a gigabyte. */
export function apart<N extends keyof Tasks>(name: N, ...given: Parameters<Tasks[N]>): Answer<N> {
  return apartTelling(name, () => {}, ...given)
}

/** As `apart`, and says a few times a second how far the task is. */
export function apartTelling<N extends keyof Tasks>(name: N, told: Told, ...given: Parameters<Tasks[N]>): Answer<N> {
  return new Promise((done, fail) => {
    const thread = new Worker(...threadWith({ name, given }))
    thread.on('message', (message) => ('answer' in message ? done(message.answer) : told(message.share)))
    thread.once('error', fail)
    thread.once('exit', (code) => fail(new Error(`${name} ended early, with ${code}`)))
  })
}

const fromSource = `import('tsx/esm/api').then(({ register }) => {
  register()
  return import(${JSON.stringify(pathToFileURL(resolve('app/apart/thread.ts')).href)})
})`

/** The built thread, or, where nothing is built, its source. */
function threadWith(workerData: unknown): [string, ConstructorParameters<typeof Worker>[1]] {
  const limits = { workerData, resourceLimits: { maxOldGenerationSizeMb: 1024 } }
  const built = resolve('build/apart.js')
  if (env.production && existsSync(built)) return [built, limits]
  return [fromSource, { ...limits, eval: true }]
}
