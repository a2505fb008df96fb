/** Who uses the embedded database: each holds a connection, which the system closes even for a process that is killed. */
import pg from 'pg'

const user = 'agora uses this'
/** Held by whoever is about to leave, so that one at a time counts the others */
const leaving = 727_002

export type Use = {
  /** The last one ends the database, the others only go. */
  leave: (endDatabase: () => Promise<void>) => Promise<void>
}

/** Fails where the database is not there, or about to end. */
export async function holdOpen(adminUrl: string): Promise<Use> {
  const client = new pg.Client({ connectionString: adminUrl, application_name: user })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select pg_advisory_lock_shared($1)', [leaving])
    await client.query('select pg_advisory_unlock_shared($1)', [leaving])
  } catch (error) {
    await client.end().catch(() => {})
    throw error
  }
  return {
    leave: async (endDatabase) => {
      const isLast = await goneLast(client).catch(() => false)
      if (isLast) await endDatabase()
      await client.end().catch(() => {})
    },
  }
}

async function goneLast(client: pg.Client) {
  await client.query('select pg_advisory_lock($1)', [leaving])
  await client.query(`set application_name = 'leaves'`)
  const { rows } = await client.query(
    'select not exists (select from pg_stat_activity where application_name = $1) as last',
    [user],
  )
  return rows[0]?.last === true
}
