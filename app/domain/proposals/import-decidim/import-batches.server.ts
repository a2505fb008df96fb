/** Rows in batches, each in one transaction that no other import shares; what an earlier run made is found again. */
import { createHash } from 'node:crypto'
import { type Noting, type Tx, transaction } from '#app/domain/journal/transaction.server'
import type { CsvRecord } from '#app/storage/csv-file.server'

export type Batch = { tx: Tx; note: Noting }
export type Known = { subjectId: string; checksum: string }

export async function* inBatches<T>(rows: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = []
  for await (const row of rows) {
    batch.push(row)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

export async function alone<T>(act: (batch: Batch) => Promise<T>): Promise<T> {
  return transaction(async (tx, note) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(727011)`
    return act({ tx, note })
  })
}

export async function knownRecords(tx: Tx, source: string, kind: string, keys: string[]): Promise<Map<string, Known>> {
  const records = await tx.importedRecord.findMany({
    where: { source, kind, key: { in: [...new Set(keys)] } },
    select: { key: true, subjectId: true, checksum: true },
  })
  return new Map(records.map(({ key, ...known }) => [key, known]))
}

/** The row as it was, so that a change at the source is noticed. */
export function checksumOf({ cells }: CsvRecord): string {
  return createHash('sha256')
    .update(JSON.stringify(Object.entries(cells)))
    .digest('base64url')
    .slice(0, 22)
}
