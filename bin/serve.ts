/** Opens the database, brings it up to date, fills the demonstration once, serves, and ends in order. */
import { spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import closeWithGrace from 'close-with-grace'
import pg from 'pg'
import { startEmbedded } from '#app/db/embedded.server'
import { migrate } from '#app/db/migrate.server'

export async function start({ development }: { development: boolean }) {
  const port = Number(process.env.PORT ?? 3000)
  await insistOnFreePort(port)
  const own = process.env.DATABASE_URL
  const folder = resolve(process.env.DATA_FOLDER ?? '.data')
  const database = own ? { url: own, stop: async () => {} } : await startEmbedded(folder)
  process.env.DATABASE_URL = database.url
  try {
    await migrate(database.url)
    if (await isEmpty(database.url))
      fill({ development, territoriesOnly: own !== undefined && process.env.DEMO !== '1' })
    const { serve } = await import('../server.js')
    const server = await serve({ port, development })
    closeWithGrace({ delay: 8000 }, async ({ err }) => {
      if (err) console.error(err)
      await server.close().catch(() => {})
      await database.stop()
    })
    endWithNpm()
    console.log(`Agorà is ready at http://localhost:${server.port}`)
    console.log(own ? 'Database: the one in DATABASE_URL' : `Database: embedded PostgreSQL in ${folder}`)
    console.log('Stop with Ctrl-C.')
  } catch (error) {
    await database.stop()
    throw error
  }
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

async function isEmpty(url: string) {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query('select not exists (select 1 from "Territory") as empty')
  await client.end()
  return rows[0]?.empty === true
}

function fill({ development, territoriesOnly }: { development: boolean; territoriesOnly: boolean }) {
  console.log(territoriesOnly ? 'Planting the territories…' : 'Filling the demonstration (once)…')
  const { status } = spawnSync(
    process.execPath,
    [
      ...(development ? ['--import', 'tsx', 'bin/seed.ts'] : ['build/seed.js']),
      ...(territoriesOnly ? ['--territories-only'] : []),
    ],
    {
      stdio: 'inherit',
      // Thousands of small acts: the disk is waited for at the end, not after each
      env: { ...process.env, PGOPTIONS: '-c synchronous_commit=off' },
    },
  )
  if (status !== 0) throw new Error('The first data could not be written; the lines above say why.')
}

/** A signal sent to npm ends npm and its shell, and goes no further: what they started notices that they are gone. */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
  }, 500).unref()
}
