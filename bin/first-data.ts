/** The first data of an empty database: the demonstration, or the territories alone; written once, and whole. */
import { spawnSync } from 'node:child_process'
import pg from 'pg'
import { wantsCast } from './settings.mjs'

/** `own` is a database that somebody gave, not the embedded one. Only a demonstration gets its cast, whose password everybody knows. */
export async function fillOnce(url: string, { development, own }: { development: boolean; own: boolean }) {
  if (!(await isEmpty(url))) return
  if (!own) await mark(url, filling)
  fill({ development, territoriesOnly: !wantsCast(process.env) })
  if (!own) await mark(url, null)
}

async function isEmpty(url: string) {
  return ask(url, `select not exists (select 1 from "Territory") as answer`)
}

/** On the embedded database while the demonstration is written: who stops that in the middle begins again, and nothing of anybody's is there yet. */
const filling = 'filling'

export async function clearHalfFilled(url: string) {
  const isHalf = `select shobj_description(oid, 'pg_database') = '${filling}' as answer from pg_database where datname = current_database()`
  if (!(await ask(url, isHalf))) return
  console.log('The first start was stopped in the middle: beginning again…')
  await ask(url, 'drop schema if exists graphile_worker cascade; drop schema public cascade; create schema public')
}

async function mark(url: string, words: string | null) {
  const name = new URL(url).pathname.slice(1)
  await ask(url, `comment on database ${pg.escapeIdentifier(name)} is ${words ? pg.escapeLiteral(words) : 'null'}`)
}

async function ask(url: string, sql: string): Promise<boolean> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query(sql).finally(() => client.end())
  return rows?.[0]?.answer === true
}

function fill({ development, territoriesOnly }: { development: boolean; territoriesOnly: boolean }) {
  console.log(territoriesOnly ? 'Planting the territories…' : 'Filling the demonstration (once)…')
  const { status } = spawnSync(
    process.execPath,
    [
      ...(development ? ['--import', 'tsx', 'bin/seed.ts'] : ['build/seed.js']),
      ...(territoriesOnly ? ['--territories-only'] : []),
    ],
    {
      stdio: 'inherit',
      // Thousands of small acts: the disk is waited for at the end, not after each
      env: { ...process.env, PGOPTIONS: '-c synchronous_commit=off' },
    },
  )
  if (status !== 0) throw new Error('The first data could not be written; the lines above say why.')
}
