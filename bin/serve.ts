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
    if (await isEmpty(url)) {
      if (!own) await mark(url, filling)
      fill({ development, territoriesOnly: own !== undefined && process.env.DEMO !== '1' })
      if (!own) await mark(url, null)
    }
    const { serve } = await import('../server.js')
    const served = await serve({ port, development })
    server = served
    console.log(`Agorà is ready at http://localhost:${served.port}`)
    console.log(own ? 'Database: the one in DATABASE_URL' : `Database: embedded PostgreSQL in ${folder}`)
    console.log('Stop with Ctrl-C.')
  } catch (error) {
    if (ends) return
    ending.uninstall()
    await opening.then((database) => database.stop())
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
  return ask(url, `select not exists (select 1 from "Territory") as answer`)
}

/** On the embedded database while the demonstration is written: who stops that in the middle begins again, and nothing of anybody's is there yet. */
const filling = 'filling'

async function clearHalfFilled(url: string) {
  const isHalf = `select shobj_description(oid, 'pg_database') = '${filling}' as answer from pg_database where datname = current_database()`
  if (!(await ask(url, isHalf))) return
  console.log('The first start was stopped in the middle: beginning again…')
  await ask(url, 'drop schema if exists graphile_worker cascade; drop schema public cascade; create schema public')
}

async function mark(url: string, words: string | null) {
  const name = new URL(url).pathname.slice(1)
  await ask(url, `comment on database ${pg.escapeIdentifier(name)} is ${words ? pg.escapeLiteral(words) : 'null'}`)
}

async function ask(url: string, sql: string): Promise<boolean> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query(sql).finally(() => client.end())
  return rows?.[0]?.answer === true
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
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500).unref()
}
