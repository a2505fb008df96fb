/** A test file's own database, cloned before anything connects: the first import of every *.server.test.ts. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { databaseUrl } from './database-setup'

const adminUrl = inject('adminUrl')
const template = inject('template')
const name = `${template}_${randomBytes(4).toString('hex')}`

const client = new pg.Client(adminUrl)
await client.connect()
await client.query(`create database ${client.escapeIdentifier(name)} template ${client.escapeIdentifier(template)}`)
await client.end()
process.env.DATABASE_URL = databaseUrl(adminUrl, name)

afterAll(async () => {
  const { closeDatabase } = await import('#app/db/client.server')
  await closeDatabase()
})
