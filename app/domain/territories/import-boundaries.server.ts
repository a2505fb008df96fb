/** The territories' borders, taken from a GeoJSON file by ISTAT code; taken twice, it changes nothing. */
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { transaction } from '#app/domain/journal/transaction.server'
import { UnreadableFile } from '#app/storage/unreadable-file'
import { readBorder } from './borders'

export type BoundaryImport = {
  read: number
  changed: number
  /** Counted from 1, as the features stand in the file */
  refused: { feature: number; reason: string }[]
}

/** Bytes: all of Italy's comuni, simplified, are some 20 million. */
const largestFile = 100_000_000

export async function importBoundaries(file: string): Promise<BoundaryImport> {
  const features = await featuresOf(file)
  return transaction(async (tx, note) => {
    const known = await tx.territory.findMany({ select: { id: true, istatCode: true, border: true } })
    const byCode = new Map(known.map((territory) => [territory.istatCode, territory]))
    const seen = new Map<string, number>()
    const report: BoundaryImport = { read: features.length, changed: 0, refused: [] }
    for (const [index, given] of features.entries()) {
      const feature = index + 1
      const read = readBorder(given)
      if ('refusal' in read) {
        report.refused.push({ feature, reason: read.refusal })
        continue
      }
      const { istatCode, rings } = read.border
      const territory = byCode.get(istatCode)
      const earlier = seen.get(istatCode)
      if (!territory) report.refused.push({ feature, reason: `no territory has the code ${istatCode}` })
      else if (earlier) report.refused.push({ feature, reason: `${istatCode} is already feature ${earlier}` })
      else {
        seen.set(istatCode, feature)
        if (isDeepStrictEqual(territory.border, rings)) continue
        await tx.territory.update({ where: { id: territory.id }, data: { border: rings }, select: { id: true } })
        report.changed++
      }
    }
    if (report.changed > 0)
      await note({
        what: 'territory.imported',
        actor: 'clock',
        subjectId: 'borders',
        details: { read: report.read, changed: report.changed, refused: report.refused.length },
      })
    return report
  })
}

async function featuresOf(file: string): Promise<unknown[]> {
  const collection = await jsonOf(file)
  const features = typeof collection === 'object' && collection && 'features' in collection && collection.features
  if (!Array.isArray(features)) throw new UnreadableFile(`${basename(file)} is no GeoJSON collection of features`)
  return features
}

async function jsonOf(file: string): Promise<unknown> {
  try {
    const { size } = await stat(file)
    if (size > largestFile) throw new Error(`it has more than ${largestFile} bytes`)
    return JSON.parse((await readFile(file, 'utf8')).replace(/^\ufeff/, ''))
  } catch (error) {
    throw new UnreadableFile(`${basename(file)} cannot be read: ${(error as Error).message}`)
  }
}
