/** An act: its changes and its journal entry in one transaction, so that neither exists without the other. */

import { db } from '#app/db/client.server'
import { Prisma } from '#app/db/generated/client'
import type { Actor } from '#app/domain/authorization'
import { Refusal } from '#app/domain/refusal'
import { entries, type What } from './entries'

export type Tx = Prisma.TransactionClient

export type Note = {
  what: What
  actor: Actor | 'clock'
  subjectId: string
  /** The association in whose name it was done */
  associationId?: string | null
  territoryId?: string | null
  /** Ids and numbers only: never personal data, never a ballot's choice */
  details?: Prisma.InputJsonObject
}

export type Noting = (note: Note) => Promise<{ entryId: bigint; number: number }>

/**
 * Runs an act. `note` numbers the entry within its subject, signals it, and queues telling people: all at commit.
 * Where too many act at once for the database, nothing is written and the refusal is `busy`.
 */
export async function transaction<T>(
  act: (tx: Tx, note: Noting) => Promise<T>,
  { timeout = 20_000 }: { timeout?: number } = {},
): Promise<T> {
  try {
    return await db.$transaction((tx) => act(tx, (note) => write(tx, note)), { maxWait: 20_000, timeout })
  } catch (error) {
    throw isOverload(error) ? new Refusal('busy') : error
  }
}

/** No connection came free in time, or the act did not end in time: Prisma's one code for both. */
function isOverload(error: unknown) {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2028'
}

async function write(tx: Tx, { what, actor, subjectId, associationId, territoryId, details }: Note) {
  const kind = entries[what]
  const actorId = actor !== 'clock' && actor.kind === 'person' ? actor.id : null
  const rows = await tx.$queryRaw<{ id: bigint; number: number }[]>`
    with counted as (
      insert into "EntryCounter" ("subjectKind", "subjectId", last) values (${kind.subject}, ${subjectId}, 1)
      on conflict ("subjectKind", "subjectId") do update set last = "EntryCounter".last + 1
      returning last
    ), written as (
      insert into "Entry" (what, "actorId", "associationId", "subjectKind", "subjectId", number, "territoryId", details)
      select ${what}, ${actorId}, ${associationId ?? null}, ${kind.subject}, ${subjectId}, last, ${territoryId ?? null},
        ${details ? JSON.stringify(details) : null}::jsonb
      from counted
      returning id, number
    ), signalled as (
      select pg_notify('agora', json_build_object('kind', ${kind.subject}::text, 'id', ${subjectId}::text, 'number', number)::text) from written
    )
    select written.id, written.number from written, (select count(*) from signalled) as s`
  const entry = rows[0]
  if (!entry) throw new Error(`The journal did not take ${what}`)
  if (kind.tells) await enqueue(tx, 'tell', { entryId: String(entry.id) })
  return { entryId: entry.id, number: entry.number }
}

/** A job that exists if, and only if, the transaction commits. */
export async function enqueue(tx: Tx, task: string, payload: Record<string, string | number>, key?: string) {
  await tx.$executeRaw`select graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json, job_key => ${key ?? null})`
}
