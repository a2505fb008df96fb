/** The comuni's inhabitants, places and districts, taken from a table by ISTAT code; taken twice, it changes nothing. */
import type { Tx } from '#app/domain/journal/transaction.server'
import { transaction } from '#app/domain/journal/transaction.server'
import { type CsvRecord, openCsv } from '#app/storage/csv-file.server'
import { UnreadableFile } from '#app/storage/unreadable-file'
import { districtCode, type Facts, headerFault, readFacts } from './territory-facts'
import { slugOf } from './tree'

export type TerritoryImport = {
  read: number
  changed: number
  districts: number
  refused: { line: number; reason: string }[]
}

export async function importTerritories(file: string): Promise<TerritoryImport> {
  const { header, records } = await openCsv(file)
  const fault = headerFault(header)
  if (fault) throw new UnreadableFile(`The table has ${fault}`)
  const rows: CsvRecord[] = []
  for await (const record of records) {
    if (rows.length === mostRows) throw new UnreadableFile(`The table has more than ${mostRows} rows`)
    rows.push(record)
  }
  return transaction(async (tx, note) => {
    const report = await takeRows(tx, rows)
    await sumPopulations(tx)
    if (report.changed > 0)
      await note({
        what: 'territory.imported',
        actor: 'clock',
        subjectId: 'territories',
        details: { read: report.read, changed: report.changed, refused: report.refused.length },
      })
    return report
  })
}

/** Italy has some 8,000 comuni. */
const mostRows = 20_000

async function takeRows(tx: Tx, rows: CsvRecord[]): Promise<TerritoryImport> {
  const tree = await treeOf(tx)
  const lines = new Map<string, number>()
  const report: TerritoryImport = { read: rows.length, changed: 0, districts: 0, refused: [] }
  for (const { line, cells, uneven } of rows) {
    const refuse = (reason: string) => report.refused.push({ line, reason })
    if (uneven) {
      refuse('has more or fewer cells than the header')
      continue
    }
    const row = readFacts(cells)
    if ('refusal' in row) {
      refuse(row.refusal)
      continue
    }
    const { facts } = row
    const comune = tree.byCode.get(facts.istatCode)
    const earlier = lines.get(facts.istatCode)
    if (comune?.kind !== 'comune') refuse(`no comune has the code ${facts.istatCode}`)
    else if (earlier) refuse(`${facts.istatCode} is already on line ${earlier}`)
    else {
      lines.set(facts.istatCode, line)
      const districts = tree.districtsMade
      if (await change(tx, tree, comune, facts)) report.changed++
      report.districts += tree.districtsMade - districts
    }
  }
  return report
}

/** A territory above comuni has the inhabitants of its comuni, once all of theirs are known. */
async function sumPopulations(tx: Tx) {
  await tx.$executeRaw`
    update "Territory" above set population = sums.population
    from (
      select above.id, case when bool_and(comune.population is not null) then sum(comune.population)::int end as population
      from "Territory" above join "Territory" comune on comune.kind = 'comune' and starts_with(comune.path, above.path)
      where above.kind <> 'comune' group by above.id
    ) sums
    where sums.id = above.id and above.population is distinct from sums.population`
}

async function treeOf(tx: Tx) {
  const all = await tx.territory.findMany({
    select: {
      id: true,
      istatCode: true,
      kind: true,
      slug: true,
      path: true,
      parentId: true,
      population: true,
      latitude: true,
      longitude: true,
    },
  })
  return {
    byId: new Map(all.map((territory) => [territory.id, territory])),
    byCode: new Map(all.map((territory) => [territory.istatCode, territory])),
    slugs: new Set(all.map(({ slug }) => slug)),
    districtsMade: 0,
  }
}

type Tree = Awaited<ReturnType<typeof treeOf>>
type Node = NonNullable<ReturnType<Tree['byId']['get']>>

/** Writes what is new in the row; a fact that the row does not have stays. */
async function change(tx: Tx, tree: Tree, comune: Node, facts: Facts): Promise<boolean> {
  const parent = facts.district ? await districtNamed(tx, tree, provinceOf(tree, comune), facts.district) : null
  const wanted = {
    population: facts.population ?? comune.population,
    latitude: facts.latitude ?? comune.latitude,
    longitude: facts.longitude ?? comune.longitude,
    parentId: parent?.id ?? comune.parentId,
    path: parent ? `${parent.path}${comune.slug}/` : comune.path,
  }
  const isNew = (Object.keys(wanted) as (keyof typeof wanted)[]).some((name) => wanted[name] !== comune[name])
  if (isNew) await tx.territory.update({ where: { id: comune.id }, data: wanted, select: { id: true } })
  return isNew
}

function provinceOf(tree: Tree, territory: Node): Node {
  const parent = territory.parentId ? tree.byId.get(territory.parentId) : undefined
  if (!parent) throw new Error(`${territory.path} lies in no province`)
  return parent.kind === 'province' ? parent : provinceOf(tree, parent)
}

async function districtNamed(tx: Tx, tree: Tree, province: Node, name: string): Promise<Node> {
  const istatCode = districtCode(province.istatCode, name)
  const known = tree.byCode.get(istatCode)
  if (known) return known
  const short = `ambito-${slugOf(name)}`
  const slug = tree.slugs.has(short) ? `${short}-${province.istatCode}` : short
  const data = {
    istatCode,
    kind: 'district' as const,
    name,
    slug,
    path: `${province.path}${short}/`,
    parentId: province.id,
  }
  const { id } = await tx.territory.create({ data, select: { id: true } })
  const made: Node = { ...data, id, population: null, latitude: null, longitude: null }
  tree.byId.set(id, made)
  tree.byCode.set(istatCode, made)
  tree.slugs.add(slug)
  tree.districtsMade++
  return made
}
