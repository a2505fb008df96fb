/** The reads behind every page: a prepared statement straight to the driver, with values as the client gives them elsewhere. */
import pg from 'pg'
import { pool } from './client.server'
import type { Prisma } from './generated/client'
import { nameOf } from './statement-names.server'

const asDay = (text: string) => new Date(`${text}T00:00:00Z`)
const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.DATE, asDay],
  [pg.types.builtins.INT8, BigInt],
])
const types = {
  getTypeParser: (type: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(type)) || pg.types.getTypeParser(type, format),
}

/** Outside of a transaction only; a statement made of pieces is prepared once for each of its forms. */
export async function read<T>({ text, values }: Prisma.Sql): Promise<T[]> {
  const { rows } = await pool.query({ name: nameOf(text), text, values, types })
  return rows as T[]
}
