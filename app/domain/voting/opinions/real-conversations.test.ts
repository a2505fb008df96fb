import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { countOpinions } from './counting'
import { lloyd, type Point } from './k-means'
import { readStatements, voteReader } from './reading'

const data = join(import.meta.dirname, '../../../../../shared/data')
const small = join(data, 'elections/polis-below-100-ptpts')
const seattle = join(data, 'elections/polis-open-15-per-hour-seattle')
const biodiversity = join(data, 'real/polis-biodiversity-nz')
for (const folder of [small, seattle, biodiversity]) {
  if (!existsSync(folder)) console.warn(`SKIPPED: the real conversation ${folder} is not here`)
}

type Kept = { tid: number; 'n-success': number; 'n-trials': number; 'repful-for'?: string }

describe.skipIf(!existsSync(small))('35 people and 44 statements, computed by the production Polis system', () => {
  const expected = () => json(join(small, 'expected.json')).expect
  const votes = () => readVotes(join(small, 'votes.csv'))
  const statements = () => readStatements(json(join(small, 'statements.json')))
  const given = () => countOpinions(votes(), statements(), { groups: expected().groups })

  it('finds the same two axes', () => {
    const { components, options } = given()
    expect(options).toEqual(Array.from({ length: 44 }, (_, tid) => String(tid)))
    for (const axis of [0, 1] as const) {
      expect(Math.abs(dot(components[axis], expected().pca.comps[axis]))).toBeGreaterThan(0.999999)
    }
  })

  it('puts everybody in the same place, but for the axes’ signs', () => {
    const { positions, components } = given()
    const { pca, base_clusters: stands } = expected()
    // Polis counts agree as −1: both the axis and the votes turn round, and the position stays.
    const [sx, sy] = ([0, 1] as const).map((axis) => -Math.sign(dot(components[axis], pca.comps[axis])))
    for (const [index, members] of stands.members.entries()) {
      const [x, y] = positions[String(members[0])]!
      expect(x * sx!).toBeCloseTo(stands.x[index], 3)
      expect(y * sy!).toBeCloseTo(stands.y[index], 3)
    }
  })

  it('agrees on what unites the groups, to twelve digits', () => {
    const { groupConsensus } = given()
    for (const [tid, value] of Object.entries<number>(expected().group_aware_consensus)) {
      expect(groupConsensus[tid]).toBeCloseTo(value, 12)
    }
    expect(Object.keys(groupConsensus)).toHaveLength(44)
  })

  it('names the same statements as what nearly everybody agrees and disagrees with', () => {
    const plain = (list: Kept[]) =>
      list.map((one) => ({ statement: String(one.tid), success: one['n-success'], trials: one['n-trials'] }))
    const { agree, disagree } = expected().consensus
    expect(given().consensus).toEqual({ agree: plain(agree), disagree: plain(disagree) })
  })

  it('names the same representative statements, in the same order', () => {
    const theirs = Object.entries<Kept[]>(expected().repness).map(([group, list]) => [
      group,
      list.map((one) => ({
        statement: String(one.tid),
        success: one['n-success'],
        trials: one['n-trials'],
        direction: one['repful-for'],
      })),
    ])
    expect(given().representative).toEqual(Object.fromEntries(theirs))
  })

  it('keeps the official groups when Lloyd’s iterations start at the official centres', () => {
    const { base_clusters: stands, group_centers: centres, groups } = expected()
    const points: Point[] = stands.x.map((x: number, index: number) => [x, stands.y[index]])
    const names = Object.keys(centres)
    const { nearest } = lloyd(
      points,
      stands.count,
      names.map((name) => centres[name]),
    )
    for (const [group, name] of names.entries()) {
      const members = stands.members.flatMap((list: number[], index: number) => (nearest[index] === group ? list : []))
      expect(members.sort((a: number, b: number) => a - b)).toEqual(groups[name])
    }
  })

  it('groups from a cold start no worse than plain k-means does', () => {
    const { calibration } = json(join(small, 'expected.json'))
    const { groups } = countOpinions(votes(), statements())
    const likeness = adjustedRand(labelsOf(groups), labelsOf(expected().groups))
    console.info(`below-100: ${Object.keys(groups).length} groups, adjusted Rand ${likeness.toFixed(3)}`)
    expect(likeness).toBeGreaterThanOrEqual(calibration.ari_plain_pca_kmeans_50_starts_k_official - 0.05)
  })
})

describe.skipIf(!existsSync(seattle))(
  '339 people on a minimum wage in Seattle, grouped by the production Polis system',
  () => {
    const statements = () => readStatements(commentsOf(join(seattle, 'comments.csv')))
    it('groups from a cold start no worse than plain k-means does', () => {
      const { expect: expected, calibration } = json(join(seattle, 'expected.json'))
      const { groups, positions } = countOpinions(readVotes(join(seattle, 'votes.csv')), statements())
      expect(Object.keys(positions)).toHaveLength(339)
      expect(Object.keys(groups)).toHaveLength(expected.n_groups)
      const likeness = adjustedRand(labelsOf(groups), labelsOf(expected.groups))
      console.info(`seattle: ${Object.keys(groups).length} groups, adjusted Rand ${likeness.toFixed(3)}`)
      expect(likeness).toBeGreaterThanOrEqual(calibration.ari_plain_pca_kmeans_50_starts_k_official - 0.05)
    })

    it('counts each statement as the export’s own matrix does, the last vote of a person winning', () => {
      const { statements: totals } = countOpinions(readVotes(join(seattle, 'votes.csv')), statements())
      const rows: Record<string, string>[] = parse(readFileSync(join(seattle, 'participants-votes.csv')), {
        columns: true,
      })
      for (const [tid, tally] of Object.entries(totals)) {
        const cells = rows.map((row) => row[tid])
        expect(tally.agree).toBe(cells.filter((cell) => cell === '1').length)
        expect(tally.disagree).toBe(cells.filter((cell) => cell === '-1').length)
        expect(tally.pass).toBe(cells.filter((cell) => cell === '0').length)
      }
    })
  },
)

describe.skipIf(!existsSync(biodiversity))('536 people on biodiversity in New Zealand', () => {
  it('reads every vote and maps everybody', () => {
    const known = json(join(biodiversity, 'checks.json'))
    const votes = readVotes(join(biodiversity, 'votes.csv'))
    const statements = readStatements(commentsOf(join(biodiversity, 'comments.csv')))
    const counted = countOpinions(votes, statements)
    expect(counted.ballots).toBe(known.votes_rows)
    expect(Object.keys(counted.positions)).toHaveLength(known.voters)
    expect(counted.options).toHaveLength(known.statements)
    expect(counted.uniting).toHaveLength(known.statements_by_moderated['1'])
    console.info(
      `biodiversity: ${counted.valid} votes count, groups of ${Object.values(counted.groups).map((group) => group.length)}`,
    )
  })
})

function readVotes(file: string) {
  const reader = voteReader()
  const rows: string[][] = parse(readFileSync(file))
  for (const [index, cells] of rows.entries()) reader.take(cells, index + 1)
  return reader.end()
}

function commentsOf(file: string) {
  const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true })
  return rows.map((row) => ({ id: row['comment-id'], mod: Number(row.moderated) }))
}

function json(file: string) {
  return JSON.parse(readFileSync(file, 'utf8'))
}

function dot(left: readonly number[], right: readonly number[]) {
  return left.reduce((sum, entry, index) => sum + entry * right[index]!, 0)
}

function labelsOf(groups: Record<string, readonly (string | number)[]>) {
  return new Map(
    Object.entries(groups).flatMap(([name, members]) => members.map((one) => [String(one), name] as const)),
  )
}

/** Hubert & Arabie's adjusted Rand index over the people whom both groupings place. */
function adjustedRand(ours: ReadonlyMap<string, string>, theirs: ReadonlyMap<string, string>) {
  const both = [...theirs.keys()].filter((one) => ours.has(one))
  const pairs = (keys: string[]) => {
    const counts = new Map<string, number>()
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
    return [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0)
  }
  const together = pairs(both.map((one) => `${ours.get(one)} ${theirs.get(one)}`))
  const inOurs = pairs(both.map((one) => ours.get(one)!))
  const inTheirs = pairs(both.map((one) => theirs.get(one)!))
  const chance = (inOurs * inTheirs) / ((both.length * (both.length - 1)) / 2)
  return (together - chance) / ((inOurs + inTheirs) / 2 - chance)
}
