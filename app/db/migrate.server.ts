/** Migrations of the whole database, recorded as Prisma records them, so that `prisma migrate deploy` agrees with us. */
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'

const folder = resolve('prisma/migrations')

/** Applies what is missing and returns its names. Two processes at once wait for each other. */
export async function migrate(connectionString: string): Promise<string[]> {
  const client = new pg.Client(connectionString)
  await client.connect()
  try {
    await refuseOldServer(client)
    await client.query('select pg_advisory_lock(727001)')
    const pending = await pendingMigrations(client)
    for (const name of pending) await apply(client, name)
    if (!(await exists(client, 'graphile_worker.migrations'))) {
      const { runMigrations } = await import('graphile-worker')
      await runMigrations({ connectionString })
    }
    return pending
  } finally {
    await client.end()
  }
}

async function pendingMigrations(client: pg.Client) {
  await client.query(`create table if not exists _prisma_migrations (
    id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz, migration_name varchar(255) not null,
    logs text, rolled_back_at timestamptz, started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`)
  const { rows } = await client.query('select migration_name from _prisma_migrations where finished_at is not null')
  const applied = new Set(rows.map(({ migration_name }) => migration_name))
  return knownMigrations().filter((name) => !applied.has(name))
}

/** The last that this version of the application counts on. */
export function newestMigration(): string {
  newest ??= knownMigrations().at(-1) ?? ''
  return newest
}
let newest: string | undefined

function knownMigrations() {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'migration.sql')))
    .map(({ name }) => name)
    .sort()
}

/** One migration, whole or not at all. */
async function apply(client: pg.Client, name: string) {
  const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
  const checksum = createHash('sha256').update(sql).digest('hex')
  await client.query('begin')
  await client.query(sql)
  await client.query(
    `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) values ($1, $2, $3, now(), 1)`,
    [randomUUID(), checksum, name],
  )
  await client.query('commit')
}

async function exists(client: pg.Client, table: string) {
  const { rows } = await client.query('select to_regclass($1) as found', [table])
  return Boolean(rows[0]?.found)
}

async function refuseOldServer(client: pg.Client) {
  const { rows } = await client.query('show server_version_num')
  if (Number(rows[0]?.server_version_num) < 150_000) throw new Error('PostgreSQL 15 or later is needed.')
}
