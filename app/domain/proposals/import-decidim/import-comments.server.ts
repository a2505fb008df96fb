/** Comments of another platform as threads of two levels: what answers a reply stands beside it. */
import type { CsvFile, CsvRecord } from '#app/storage/csv-file.server'
import { type CommentRow, readComment } from './comment-row'
import { alone, type Batch, checksumOf, inBatches, type Known, knownRecords } from './import-batches.server'
import { newId, peopleOf } from './import-people.server'
import { count, type FileReport, refuse } from './import-report'
import type { Place } from './import-subjects.server'
import { insertComments, insertRecords } from './insert-rows.server'
import { subjectsFor } from './stand-ins.server'
import { plainFrom } from './subject-document.server'

const batchSize = 250
const longestComment = 10_000

type Read = { row: CommentRow; checksum: string; line: number }
type Parent = { id: string; parentId: string | null; subjectId: string }
type Pass = { first: boolean; orphans: boolean }

/** A reply may stand before what it answers: then it waits for the next reading. */
export async function importComments(
  open: () => Promise<CsvFile>,
  source: string,
  place: Place,
  report: FileReport,
  step: (file: CsvFile) => void,
) {
  const read = async (pass: Pass) => {
    const file = await open()
    let done = { made: 0, waiting: 0 }
    for await (const records of inBatches(file.records, batchSize)) {
      const { made, waiting } = await takeBatch(records, source, place, report, pass)
      done = { made: done.made + made, waiting: done.waiting + waiting }
      step(file)
    }
    return done
  }
  let { made, waiting } = await read({ first: true, orphans: false })
  while (waiting > 0 && made > 0) ({ made, waiting } = await read({ first: false, orphans: false }))
  if (waiting > 0) await read({ first: false, orphans: true })
}

async function takeBatch(records: CsvRecord[], source: string, place: Place, report: FileReport, pass: Pass) {
  const rows = readRows(records, report, pass)
  return alone(async (batch) => {
    const known = await knownRecords(batch.tx, source, 'comment', [...rows.keys()])
    const fresh = [...rows.values()].filter(({ row, checksum }) => {
      const before = known.get(row.key)
      if (before && pass.first) tallyKnown(report, before, checksum)
      return !before
    })
    if (fresh.length === 0) return { made: 0, waiting: 0 }
    return keep(batch, source, place, report, fresh, pass)
  })
}

function tallyKnown(report: FileReport, before: Known, checksum: string) {
  if (before.checksum === checksum) report.already++
  else report.differs++
}

function readRows(records: CsvRecord[], report: FileReport, { first }: Pass): Map<string, Read> {
  const rows = new Map<string, Read>()
  for (const record of records) {
    if (first) report.read++
    const read = record.uneven ? { refusal: 'has more or fewer cells than the header' } : readComment(record.cells)
    const refusal = 'refusal' in read ? read.refusal : rows.has(read.row.key) ? 'has the id of an earlier row' : null
    if (refusal && first) refuse(report, record.line, refusal)
    if (!refusal && 'row' in read)
      rows.set(read.row.key, { row: read.row, checksum: checksumOf(record), line: record.line })
  }
  return rows
}

async function keep(
  { tx, note }: Batch,
  source: string,
  place: Place,
  report: FileReport,
  fresh: Read[],
  { orphans }: Pass,
) {
  const parents = await parentsOf(
    { tx, note },
    source,
    fresh.map(({ row }) => row),
  )
  const subjects = await subjectsFor(
    { tx, note },
    source,
    place,
    report,
    fresh.map(({ row }) => row),
    orphans,
  )
  const placed: (Read & Parent)[] = []
  for (const { row, checksum, line } of fresh) {
    const parent = row.parent.kind === 'comment' ? parents.get(row.parent.key) : null
    const subjectId = parent?.subjectId ?? subjects(row)
    if (!subjectId || (row.parent.kind === 'comment' && !parent && !orphans)) {
      if (orphans) refuse(report, line, 'answers a comment that is not there, on a page that is not there')
      continue
    }
    if (row.parent.kind === 'comment' && !parent)
      count(report, 'answers to a comment that is not there, kept at the first level')
    if (parent?.parentId) count(report, 'deeper than two levels, kept at the second')
    const one = {
      row,
      checksum,
      line,
      id: newId(),
      parentId: parent ? (parent.parentId ?? parent.id) : null,
      subjectId,
    }
    placed.push(one)
    parents.set(row.key, one)
  }
  // Only now: who wrote nothing that is kept becomes nobody here
  const person = await peopleOf(
    tx,
    source,
    placed.map(({ row }) => row.author),
  )
  const data = placed.map(({ row, id, parentId, subjectId }) => {
    const { text, cut } = plainFrom(row.body, longestComment, row.rootAddress)
    if (cut) count(report, `cut to ${longestComment} characters`)
    const { stance, language, createdAt, key } = row
    const importKey = `${source} comment ${key}`
    return { id, parentId, subjectId, stance, language, createdAt, text, authorId: person(row.author), importKey }
  })
  await insertComments(tx, data)
  await insertRecords(
    tx,
    placed.map(({ row, checksum, id }) => ({ source, kind: 'comment', key: row.key, subjectId: id, checksum })),
  )
  for (const { row, parentId } of placed) count(report, `${parentId ? 'replies' : 'at the first level'}, ${row.stance}`)
  report.made += placed.length
  return { made: placed.length, waiting: fresh.length - placed.length }
}

async function parentsOf({ tx }: Batch, source: string, rows: CommentRow[]): Promise<Map<string, Parent>> {
  const keys = rows.flatMap(({ parent }) => (parent.kind === 'comment' ? [parent.key] : []))
  const records = await knownRecords(tx, source, 'comment', keys)
  const comments = await tx.comment.findMany({
    where: { id: { in: [...records.values()].map(({ subjectId }) => subjectId) } },
    select: { id: true, parentId: true, subjectId: true },
  })
  const byId = new Map(comments.map((comment) => [comment.id, comment]))
  return new Map(
    [...records].flatMap(([key, { subjectId }]): [string, Parent][] => {
      const parent = byId.get(subjectId)
      return parent ? [[key, parent]] : []
    }),
  )
}
