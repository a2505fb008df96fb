/** npm run bench: the built application on its own database, under load; and the counting rules. One line a figure. */
import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import autocannon from 'autocannon'
import pg from 'pg'
import { createIfMissing, freePort, startEmbedded } from '#app/db/embedded.server'
import { commentsPerSecond, supportsPerSecond } from './bench/acts'
import { rulesMeasures } from './bench/rules'

const seconds = Number(process.argv.find((word) => word.startsWith('--seconds='))?.split('=')[1] ?? 8)
const only = process.argv.find((word) => word.startsWith('--only='))?.split('=')[1]

if (only !== 'pages') for (const { name, run } of rulesMeasures) print(name, await run())
if (only !== 'rules') await measurePages()
process.exit(0)

async function measurePages() {
  const server = await startEmbedded(resolve('.data/bench'), 'postgres')
  const name = `agora_bench_${process.pid}`
  await createIfMissing(server.url, name)
  const databaseUrl = Object.assign(new URL(server.url), { pathname: `/${name}` }).href
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const begun = performance.now()
  const start = () =>
    spawn(process.execPath, ['--disable-proto=delete', '--max-old-space-size=192', 'bin/start.mjs'], {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DEMO: '1',
        PORT: `${port}`,
        DATABASE_URL: databaseUrl,
        RATE_LIMITS: 'off',
        LOG_LEVEL: 'error',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  let application = start()
  await untilReady(origin)
  print('first start, with migration and demonstration', { figure: (performance.now() - begun) / 1000, unit: 's' })
  await stop(application)
  const again = performance.now()
  application = start()
  await untilReady(origin)
  print('second start', { figure: (performance.now() - again) / 1000, unit: 's' })
  print('memory at rest', { figure: memoryOf(application.pid), unit: 'MB' })

  const database = new pg.Pool({ connectionString: databaseUrl })
  const proposalId = await proposalWithComments(database, 30)
  const cookie = await signInCookie(database)
  const pages = {
    home: '/',
    territory: '/territories/monopoli',
    list: '/proposals',
    proposal: `/proposals/${proposalId}`,
  }
  for (const [page, path] of Object.entries(pages)) {
    const html = Buffer.from(await (await fetch(origin + path)).arrayBuffer())
    print(`${page}, HTML compressed`, { figure: brotliCompressSync(html).length / 1000, unit: 'kB' })
    for (const [who, headers] of [
      ['visitor', {}],
      ['signed in', { Cookie: `agora=${cookie}` }],
    ] as const) {
      const cpuBefore = cpuOf(application.pid)
      const result = await autocannon({ url: origin + path, connections: 16, duration: seconds, headers })
      const cpu = cpuOf(application.pid) - cpuBefore
      print(`${page}, ${who}`, { figure: result.requests.average, unit: 'requests/s' })
      print(`${page}, ${who}, 97.5th percentile`, { figure: result.latency.p97_5, unit: 'ms' })
      print(`${page}, ${who}, processor`, { figure: (cpu * 1000) / result.requests.total, unit: 'ms/request' })
      if (result.non2xx > 0) print(`${page}, ${who}, refused`, { figure: result.non2xx, unit: 'responses' })
    }
  }
  for (const [act, measure] of [
    ['comments', commentsPerSecond],
    ['supports', supportsPerSecond],
  ] as const) {
    const { done, refused, p97 } = await measure(database, { origin, proposalId, seconds })
    print(act, { figure: done, unit: 'acts/s' })
    print(`${act}, 97.5th percentile`, { figure: p97, unit: 'ms' })
    if (refused > 0) print(`${act}, refused`, { figure: refused, unit: 'responses' })
  }
  print('memory under load', { figure: memoryOf(application.pid), unit: 'MB' })
  await database.end()
  await stop(application)
  await server.stop()
}

function print(name: string, { figure, unit }: { figure: number; unit: string }) {
  console.log(`${name.padEnd(48)} ${figure.toFixed(figure < 10 ? 2 : 0).padStart(10)} ${unit}`)
}

async function untilReady(origin: string) {
  for (;;) {
    const ready = await fetch(`${origin}/readyz`).then(
      (response) => response.ok,
      () => false,
    )
    if (ready) return
    await new Promise((next) => setTimeout(next, 100))
  }
}

function stop(application: ReturnType<typeof spawn>) {
  const ended = new Promise((done) => application.once('exit', done))
  application.kill('SIGTERM')
  return ended
}

/** Resident memory in MB, from the system's own books, of the process and of those that it began (`PROCESSES`). */
function memoryOf(pid: number | undefined) {
  return sumOf(pid, (at) => Number(readFileSync(`/proc/${at}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)?.[1]) / 1024)
}

/** Processor seconds used so far: user and system, in ticks of a hundredth. */
function cpuOf(pid: number | undefined) {
  return sumOf(pid, (at) => {
    const fields = readFileSync(`/proc/${at}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / 100
  })
}

function sumOf(pid: number | undefined, figure: (pid: string) => number) {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
  return [`${pid}`, ...children].reduce((sum, at) => sum + figure(at), 0)
}

async function proposalWithComments(database: pg.Pool, wanted: number) {
  const { rows } = await database.query(
    `select id, "authorId" from "Proposal" where stage in ('open', 'qualified') order by "commentCount" desc limit 1`,
  )
  const { id, authorId } = rows[0]
  await database.query(
    `insert into "Comment" (id, "subjectKind", "subjectId", "authorId", text, "createdAt")
     select 'bench' || n, 'proposal', $1, $2, 'Una frase che qualcuno ha scritto per discutere la proposta, con un motivo e un esempio. ' || n, now() - n * interval '1 minute'
     from generate_series(1, $3) as n`,
    [id, authorId, wanted],
  )
  return id as string
}

async function signInCookie(database: pg.Pool) {
  const id = randomBytes(20).toString('hex')
  const hash = createHash('sha256').update(id).digest('hex')
  await database.query(
    `insert into "SignInSession" (id, "personId", "expiresAt", device) select $1, id, now() + interval '1 day', 'bench' from "Person" where email = 'carmela@esempio.it'`,
    [hash],
  )
  return id
}
