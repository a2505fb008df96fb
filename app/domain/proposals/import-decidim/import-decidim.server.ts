/** A folder of a Decidim export, loaded file by file; stopped, it goes on where it was, and a second time it makes nothing. */
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { db } from '#app/db/client.server'
import { openCsv } from '#app/storage/csv-file.server'
import { UnreadableFile } from '#app/storage/unreadable-file'
import { type ExportFile, exportFiles } from './export-files'
import { importComments } from './import-comments.server'
import { type FileReport, newReport } from './import-report'
import { importSubjects, type Place } from './import-subjects.server'
import { unreadColumns } from './subject-row'

export type Progress = (file: string, share: number) => void

type Options = {
  /** The territory that gets it, by its slug; the whole tree otherwise */
  territory?: string
  progress?: Progress
  now?: Date
}

export async function importDecidim(
  folder: string,
  { territory, progress = () => {}, now = new Date() }: Options = {},
): Promise<FileReport[]> {
  const files = exportFiles(await namesIn(folder))
  if (files.length === 0) throw new UnreadableFile(`${basename(folder)} holds no file named HOST-open-data-ENTITY.csv`)
  const place = { territoryId: await territoryNamed(territory), now }
  const reports: FileReport[] = []
  for (const file of files) reports.push(await importFile(folder, file, place, progress))
  return reports
}

async function importFile(folder: string, file: ExportFile, place: Place, progress: Progress): Promise<FileReport> {
  const open = () => openCsv(join(folder, file.name))
  const csv = await open()
  const report = newReport(file.name, csv.encoding, unreadColumns(csv.header))
  if (file.holds === 'subjects') {
    insistOnColumns(file.name, csv.header, ['id'])
    await importSubjects(csv, file, place, report, () => progress(file.name, csv.share()))
  } else {
    await csv.close()
    if (file.holds === 'comments') {
      insistOnColumns(file.name, csv.header, ['id', 'body', 'commentable_id', 'commentable_type'])
      await importComments(open, file.source, place, report, (reading) => progress(file.name, reading.share()))
    } else report.notes[`nothing of ${file.entity} is kept here`] = 1
  }
  progress(file.name, 1)
  return report
}

function insistOnColumns(name: string, header: string[], columns: string[]) {
  const missing = columns.filter((column) => !header.includes(column))
  if (missing.length > 0) throw new UnreadableFile(`${name} has no column ${missing.join(', ')}`)
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    throw new UnreadableFile(`${basename(folder)} cannot be read: ${(error as Error).message}`)
  }
}

async function territoryNamed(slug: string | undefined): Promise<string> {
  const territory = await db.territory.findFirst({
    where: slug === undefined ? { parentId: null } : { slug },
    select: { id: true },
  })
  if (!territory) throw new UnreadableFile(`There is no territory "${slug ?? 'at the root'}"`)
  return territory.id
}
