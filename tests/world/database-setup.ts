/** Before the tests on a real database: one template with the town in it, which every test file clones. */
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { createIfMissing, startEmbedded } from '#app/db/embedded.server'
import { migrate } from '#app/db/migrate.server'

declare module 'vitest' {
  export interface ProvidedContext {
    adminUrl: string
    template: string
  }
}

export default async function setup(project: TestProject) {
  const own = process.env.TEST_DATABASE_URL
  const server = own ? { url: own, stop: async () => {} } : await startEmbedded(resolve('.data/test'), 'postgres')
  const template = `agora_template_${process.pid}`
  await createIfMissing(server.url, template)
  const url = databaseUrl(server.url, template)
  await migrate(url)
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'tests/world/fill-template.ts'], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('The town could not be built')
  project.provide('adminUrl', server.url)
  project.provide('template', template)
  return async () => {
    await dropAll(server.url, template)
    await server.stop()
  }
}

export function databaseUrl(adminUrl: string, database: string) {
  const url = new URL(adminUrl)
  url.pathname = `/${database}`
  return url.href
}

async function dropAll(adminUrl: string, template: string) {
  const client = new pg.Client(adminUrl)
  await client.connect()
  const { rows } = await client.query('select datname from pg_database where datname like $1', [`${template}%`])
  for (const { datname } of rows) await client.query(`drop database ${client.escapeIdentifier(datname)} with (force)`)
  await client.end()
}
