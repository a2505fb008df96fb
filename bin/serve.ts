/** Opens the database, brings it up to date, fills the demonstration once, serves, and ends in order. */
import cluster from 'node:cluster'
import { createServer } from 'node:net'
import closeWithGrace from 'close-with-grace'
import { startEmbedded } from '#app/db/embedded.server'
import { migrate } from '#app/db/migrate.server'
import { dataFolder } from './data-folder'
import { clearHalfFilled, fillOnce } from './first-data'
import { processesAsked, serveTogether } from './processes'

export async function start({ development }: { development: boolean }) {
  const port = Number(process.env.PORT ?? 3000)
  if (cluster.isWorker) return serveOne({ port, development })
  const processes = development ? 1 : processesAsked()
  await insistOnFreePort(port)
  const own = process.env.DATABASE_URL
  const folder = dataFolder()
  const opening = own ? Promise.resolve({ url: own, stop: async () => {} }) : startEmbedded(folder)
  let server: { close: () => Promise<void> } | undefined
  let ends = false
  // From the first moment: a signal while it starts, too, leaves no database behind
  const ending = closeWithGrace({ delay: 8000 }, async ({ err }) => {
    ends = true
    if (err) console.error(err)
    await server?.close().catch(() => {})
    await opening.then((database) => database.stop())
  })
  endWithNpm()
  try {
    const { url } = await opening
    process.env.DATABASE_URL = url
    if (!own) await clearHalfFilled(url)
    await migrate(url)
    await fillOnce(url, { development, own: own !== undefined })
    server = processes === 1 ? await serveHere({ port, development }) : await serveTogether(processes)
    console.log(`Agorà is ready at http://localhost:${port}`)
    console.log(own ? 'Database: the one in DATABASE_URL' : `Database: embedded PostgreSQL in ${folder}`)
    console.log('Stop with Ctrl-C.')
  } catch (error) {
    if (ends) return
    ending.uninstall()
    await opening.then((database) => database.stop())
    throw error
  }
}

type Serving = { port: number; development: boolean }

async function serveHere(given: Serving) {
  const { serve } = await import('../server.js')
  return serve(given)
}

/** One of several: the database is open and up to date. Without the process that began it, it ends. */
async function serveOne(given: Serving) {
  let server: { close: () => Promise<void> } | undefined
  closeWithGrace({ delay: 8000 }, async ({ err }) => {
    if (err) console.error(err)
    await server?.close().catch(() => {})
  })
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  server = await serveHere(given)
}

async function insistOnFreePort(port: number) {
  await new Promise<void>((done, fail) => {
    const probe = createServer()
    probe.once('error', () =>
      fail(new Error(`Port ${port} is taken: stop what uses it, or choose another with PORT=3001 npm start.`)),
    )
    probe.listen(port, () => probe.close(() => done()))
  })
}

/** A signal sent to npm ends npm and its shell, and goes no further: what they started notices that they are gone. */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500).unref()
}
