/** Proposals, projects, results and meetings of another platform, kept here with what became of them. */
import { type Document, excerpt } from '#app/editor/document'
import type { CsvFile, CsvRecord } from '#app/storage/csv-file.server'
import { excerptLength } from '../drafts.server'
import type { SubjectKind } from './export-files'
import { alone, type Batch, checksumOf, inBatches, knownRecords } from './import-batches.server'
import { newId, type People, peopleOf } from './import-people.server'
import { count, type FileReport, refuse } from './import-report'
import { writeAnswers } from './imported-answer.server'
import { insertProposals, insertRecords, type NewProposal } from './insert-rows.server'
import { toldBy } from './subject-document.server'
import { readSubject, type SubjectRow } from './subject-row'

export type Place = { territoryId: string; now: Date }
type Origin = { source: string; kind: SubjectKind }
type Read = { row: SubjectRow; line: number; checksum: string }

const batchSize = 100
/** What only comments told of, until the thing itself arrives. */
export const standIn = 'stand-in'

export async function importSubjects(
  file: CsvFile,
  origin: Origin,
  place: Place,
  report: FileReport,
  step: () => void,
) {
  for await (const records of inBatches(file.records, batchSize)) {
    const rows = readRows(records, origin.kind, report)
    await alone(async (batch) => {
      const known = await knownRecords(
        batch.tx,
        origin.source,
        origin.kind,
        rows.map(({ row }) => row.key),
      )
      const fresh = rows.filter(({ row, checksum }) => {
        const before = known.get(row.key)
        if (!before || before.checksum === standIn) return true
        if (before.checksum === checksum) report.already++
        else report.differs++
        return false
      })
      if (fresh.length > 0) await keep(batch, origin, place, report, fresh, (key) => known.get(key)?.subjectId)
    })
    step()
  }
}

function readRows(records: CsvRecord[], kind: SubjectKind, report: FileReport): Read[] {
  const rows = new Map<string, Read>()
  for (const record of records) {
    report.read++
    const read = record.uneven
      ? { refusal: 'has more or fewer cells than the header' }
      : readSubject(record.cells, kind)
    if ('refusal' in read) refuse(report, record.line, read.refusal)
    else if (rows.has(read.row.key)) refuse(report, record.line, 'has the id of an earlier row')
    else {
      rows.set(read.row.key, { row: read.row, line: record.line, checksum: checksumOf(record) })
    }
  }
  return [...rows.values()]
}

async function keep(
  { tx, note }: Batch,
  { source, kind }: Origin,
  { territoryId, now }: Place,
  report: FileReport,
  fresh: Read[],
  standInFor: (key: string) => string | undefined,
) {
  const person = await peopleOf(
    tx,
    source,
    fresh.map(({ row }) => row.author),
  )
  const made = fresh.map((read) => {
    const told = toldBy(read.row)
    for (const loss of told.losses) count(report, `lost: ${loss}`)
    const before = standInFor(read.row.key)
    return { ...read, ...told, before, id: before ?? newId() }
  })
  await insertProposals(
    tx,
    made.map((one) => proposalOf(one, person, { territoryId, now, importKey: importKeyOf(source, kind, one.row.key) })),
  )
  await writeAnswers(
    tx,
    made
      .filter(({ row }) => row.outcome.stage === 'answered')
      .map(({ id, title, row }) => ({ proposalId: id, title, row, byId: person(null) })),
  )
  await record({ tx, note }, source, kind, made)
  for (const { id, row } of made) {
    const details = { source, kind, key: row.key, state: row.state }
    await note({ what: 'proposal.imported', actor: 'clock', subjectId: id, territoryId, details })
    tally(report, row)
  }
}

type Made = Read & { id: string; before: string | undefined }

async function record({ tx }: Batch, source: string, kind: string, made: Made[]) {
  for (const { row, checksum } of made.filter(({ before }) => before))
    await tx.importedRecord.updateMany({ where: { source, kind, key: row.key }, data: { checksum } })
  const entries = made.map(({ row, checksum, id }) => ({ source, kind, key: row.key, subjectId: id, checksum }))
  const addresses = made
    .filter(({ row }) => row.address !== '')
    .map(({ row, id }) => ({ source, kind: 'address', key: row.address, subjectId: id, checksum: '' }))
  await insertRecords(tx, [...entries, ...addresses])
}

type Written = { id: string; row: SubjectRow; title: string; language: string; document: Document }

type Kept = { territoryId: string; now: Date; importKey: string }

function proposalOf({ id, row, title, language, document }: Written, person: People, kept: Kept): NewProposal {
  const { stage } = row.outcome
  const moved = row.answeredAt ?? row.publishedAt
  return {
    id,
    territoryId: kept.territoryId,
    importKey: kept.importKey,
    title,
    language,
    document,
    excerpt: excerpt(document, excerptLength),
    stage,
    authorId: person(row.author),
    importedSupportCount: row.supports,
    publishedAt: row.publishedAt,
    answeredAt: stage === 'answered' ? moved : null,
    withdrawnAt: stage === 'withdrawn' ? moved : null,
    archivedAt: stage === 'archived' ? kept.now : null,
  }
}

export function importKeyOf(source: string, kind: string, key: string) {
  return `${source} ${kind} ${key}`
}

function tally(report: FileReport, row: SubjectRow) {
  report.made++
  count(report, `state ${row.state}, kept as ${row.outcome.stage}`)
  count(report, 'supports', row.supports)
  count(report, 'comments that the source declares', row.declaredComments)
  if (row.answers.length > 0) count(report, 'with an answer in words')
  if (row.outcome.stage === 'answered' && !row.answeredAt)
    count(report, 'answered without a date: its publication stands for it')
  if (row.bodies.length > 1 || row.titles.length > 1) count(report, 'in several languages')
}
