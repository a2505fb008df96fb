/** Counts what reaches the database: a page's statements must not grow with its rows. */
import { pool } from '#app/db/client.server'

type Queries = { query: (...given: never[]) => unknown }

export async function statementsOf(read: () => Promise<unknown>): Promise<number> {
  const client = await pool.connect()
  const prototype = Object.getPrototypeOf(client) as Queries
  client.release()
  const { query } = prototype
  let statements = 0
  prototype.query = function (this: unknown, ...given) {
    statements++
    return query.apply(this, given)
  }
  try {
    await read()
  } finally {
    prototype.query = query
  }
  return statements
}
