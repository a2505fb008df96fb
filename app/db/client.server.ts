/** The one connection pool, and the Prisma client on it. */
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { env } from '#app/env.server'
import { PrismaClient } from './generated/client'

declare global {
  // Development reloads modules, and must not open a pool each time.
  var agoraDatabase: { pool: pg.Pool; db: PrismaClient } | undefined
}

function open() {
  const pool = new pg.Pool({ connectionString: env.DATABASE_URL, max: env.DATABASE_CONNECTIONS })
  // A connection that breaks while idle is replaced; whoever uses one hears of it in the query.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return {
    pool,
    db: new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: ({ sql }) => nameOf(sql) }) }),
  }
}

const names = new Map<string, string>()
const mostNames = 400
const unnamed = ''

/** Each statement is planned once a connection; past the limit, statements stay unnamed rather than fill the server. */
function nameOf(sql: string) {
  const known = names.get(sql)
  if (known) return known
  if (names.size >= mostNames) return unnamed
  const name = `agora_${names.size}`
  names.set(sql, name)
  return name
}

globalThis.agoraDatabase ??= open()

export const { pool, db } = globalThis.agoraDatabase

export async function closeDatabase() {
  await db.$disconnect()
  if (!pool.ended) await pool.end()
}
