/** Long computations on threads of their own: the server goes on answering while votes are counted and ballots checked. */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { env } from '#app/env.server'
import type { Told, tasks } from './tasks.server'
import type { Asked, Heard } from './thread'

type Tasks = { [N in keyof typeof tasks]: ReturnType<(typeof tasks)[N]> }
type Answer<N extends keyof Tasks> = Promise<Awaited<ReturnType<Tasks[N]>>>

/** On a thread made for it: fails as the task would, or if it needs more than a gigabyte. */
export function apart<N extends keyof Tasks>(name: N, ...given: Parameters<Tasks[N]>): Answer<N> {
  return apartTelling(name, () => {}, ...given)
}

/** So many at once: each may take a gigabyte and a processor. The others wait for their turn, in the order they came. */
const mostAtOnce = 2
let busy = 0
const waiting: (() => void)[] = []

async function turn() {
  if (busy < mostAtOnce) busy += 1
  else await new Promise<void>((begin) => waiting.push(begin))
}

function passOn() {
  const next = waiting.shift()
  if (next) next()
  else busy -= 1
}

/** As `apart`, and says a few times a second how far the task is. */
export async function apartTelling<N extends keyof Tasks>(
  name: N,
  told: Told,
  ...given: Parameters<Tasks[N]>
): Answer<N> {
  await turn()
  try {
    const own = threadWith(1024)
    try {
      return (await own.ask({ name, given }, told)) as Awaited<Answer<N>>
    } finally {
      await own.end()
    }
  } finally {
    passOn()
  }
}

/** For what takes some hundredths of a second and comes often: on one of a few threads that stay. */
export function swiftly<N extends keyof Tasks>(name: N, ...given: Parameters<Tasks[N]>): Answer<N> {
  return keptThread().ask({ name, given }, () => {}) as Answer<N>
}

/** So that whoever asks soon does not wait for a thread to begin. */
export function warmUp() {
  keptThread()
}

const kept = new Set<Thread>()
/** One processor stays with the server and its database. */
const mostKept = Math.max(1, Math.min(4, availableParallelism() - 1))

/** One that is idle, or a new one, or the one that has least to do. */
function keptThread(): Thread {
  const [first] = [...kept].sort((a, b) => a.waiting() - b.waiting())
  if (first && (first.waiting() === 0 || kept.size >= mostKept)) return first
  const thread = threadWith(256, () => kept.delete(thread))
  kept.add(thread)
  return thread
}

type Thread = ReturnType<typeof threadWith>
type Job = { done: (answer: unknown) => void; fail: (fault: unknown) => void; told: Told }

/** It answers in the order in which it is asked. Idle, it keeps no process alive. */
function threadWith(megabytes: number, ended = () => {}) {
  const jobs: Job[] = []
  const thread = new Worker(...sourceWith(megabytes))
  thread.unref()
  const settle = (how: (job: Job) => void) => {
    const job = jobs.shift()
    if (jobs.length === 0) thread.unref()
    if (job) how(job)
  }
  const failAll = (fault: unknown) => {
    ended()
    for (const { fail } of jobs.splice(0)) fail(fault)
  }
  thread.on('message', (heard: Heard) => {
    if ('share' in heard) jobs[0]?.told(heard.share)
    else if ('answer' in heard) settle(({ done }) => done(heard.answer))
    else settle(({ fail }) => fail(heard.fault))
  })
  thread.once('error', failAll)
  thread.once('exit', (code) => failAll(new Error(`A thread ended early, with ${code}`)))
  return {
    ask: (asked: Asked, told: Told) =>
      new Promise<unknown>((done, fail) => {
        jobs.push({ done, fail, told })
        thread.ref()
        thread.postMessage(asked)
      }),
    waiting: () => jobs.length,
    end: () => thread.terminate(),
  }
}

const fromSource = `import('tsx/esm/api').then(({ register }) => {
  register()
  return import(${JSON.stringify(pathToFileURL(resolve('app/apart/thread.ts')).href)})
})`

/** The built thread, or, where nothing is built, its source. */
function sourceWith(maxOldGenerationSizeMb: number): [string, ConstructorParameters<typeof Worker>[1]] {
  const limits = { resourceLimits: { maxOldGenerationSizeMb } }
  const built = resolve('build/apart.js')
  if (env.production && existsSync(built)) return [built, limits]
  return [fromSource, { ...limits, eval: true }]
}
