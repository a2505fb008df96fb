/** Things that were discussed elsewhere and are not in the export: each gets a stand-in, so that what was said is kept. */
import { excerpt } from '#app/editor/document'
import { excerptLength } from '../drafts.server'
import type { CommentRow } from './comment-row'
import { type Batch, knownRecords } from './import-batches.server'
import { newId, peopleOf } from './import-people.server'
import { count, type FileReport } from './import-report'
import { importKeyOf, type Place, standIn } from './import-subjects.server'
import { insertProposals, insertRecords } from './insert-rows.server'
import { toldBy } from './subject-document.server'

type FindSubject = (row: CommentRow) => string | undefined

/** Finds what each comment is about. An answer to a comment that is not there goes by the address of its thread. */
export async function subjectsFor(
  batch: Batch,
  source: string,
  place: Place,
  report: FileReport,
  rows: CommentRow[],
  orphans: boolean,
): Promise<FindSubject> {
  const ids = new Map<string, string>()
  const roots = rows.filter(({ parent }) => parent.kind !== 'comment')
  for (const kind of new Set(roots.map(({ parent }) => parent.kind))) {
    const ofKind = roots.filter(({ parent }) => parent.kind === kind)
    const known = await knownRecords(
      batch.tx,
      source,
      kind,
      ofKind.map(({ parent }) => parent.key),
    )
    for (const [key, { subjectId }] of known) ids.set(`${kind} ${key}`, subjectId)
    const missing = new Map(ofKind.filter(({ parent }) => !known.has(parent.key)).map((row) => [row.parent.key, row]))
    for (const row of missing.values()) ids.set(`${kind} ${row.parent.key}`, await make(batch, source, place, row))
    if (missing.size > 0) count(report, `stand-ins for a ${kind} that is not in the export`, missing.size)
  }
  const byAddress = orphans
    ? await knownRecords(
        batch.tx,
        source,
        'address',
        rows.map(({ rootAddress }) => rootAddress),
      )
    : new Map<string, { subjectId: string }>()
  return ({ parent, rootAddress }) =>
    parent.kind === 'comment' ? byAddress.get(rootAddress)?.subjectId : ids.get(`${parent.kind} ${parent.key}`)
}

async function make({ tx, note }: Batch, source: string, { territoryId, now }: Place, row: CommentRow) {
  const { kind, key } = row.parent
  const person = await peopleOf(tx, source, [null])
  const title = `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${key}, ${source}`
  const titles = [{ language: 'en', text: title }]
  const { document } = toldBy({ titles, bodies: [], facts: [], address: row.rootAddress })
  const id = newId()
  const moment = { publishedAt: row.createdAt, answeredAt: null, withdrawnAt: null, archivedAt: now }
  const words = { title, language: 'en', document, excerpt: excerpt(document, excerptLength) }
  const importKey = importKeyOf(source, kind, key)
  const place = { id, territoryId, importKey, authorId: person(null), importedSupportCount: 0 }
  await insertProposals(tx, [{ ...place, ...words, ...moment, stage: 'archived' }])
  const records = [
    { source, kind, key, subjectId: id, checksum: standIn },
    { source, kind: 'address', key: row.rootAddress, subjectId: id, checksum: '' },
  ]
  await insertRecords(
    tx,
    records.filter(({ key }) => key !== ''),
  )
  await note({ what: 'proposal.imported', actor: 'clock', subjectId: id, territoryId, details: { source, kind, key } })
  return id
}
