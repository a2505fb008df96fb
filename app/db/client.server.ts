/** The one connection pool, and the Prisma client on it. */
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { env } from '#app/env.server'
import { PrismaClient } from './generated/client'
import { nameOf } from './statement-names.server'

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

globalThis.agoraDatabase ??= open()

export const { pool, db } = globalThis.agoraDatabase

export async function closeDatabase() {
  await db.$disconnect()
  if (!pool.ended) await pool.end()
}
