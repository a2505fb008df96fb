/** One row of a Pabulib file's VOTES section, understood as a ballot of the vote's type. */
import { InputFault, shown } from '#app/domain/voting/formats/faults'
import { wholeNumber } from '#app/domain/voting/formats/lines'
import { pointUnit } from './ballots'
import type { VoteType } from './election'
import { decimalFraction, fraction, times } from './fractions'

type Vote = { voter: string; projects: number[]; points?: number[]; remark?: string }

export function voteReader(
  heads: readonly string[],
  meta: ReadonlyMap<string, string>,
  at: ReadonlyMap<string, number>,
): (fields: readonly string[], line: number) => Vote {
  const type = meta.get('vote_type') as VoteType
  const column = (name: string) => heads.indexOf(name)
  const [voterAt, voteAt, pointsAt] = [column('voter_id'), column('vote'), column('points')]
  const needsPoints = type === 'cumulative' || type === 'scoring'
  const limit = (key: string) => wholeNumber(meta.get(key) ?? '')
  const [least, most, mostPoints] = [limit('min_length') ?? 0, limit('max_length'), limit('max_sum_points')]
  const first = type === 'ordinal' ? (most ?? at.size) : 0

  return (fields, line) => {
    if (fields.length < heads.length)
      throw new InputFault(line, `a vote needs ${heads.length} fields and has ${fields.length}`)
    const voter = (fields[voterAt] ?? '').trim()
    if (voter === '') throw new InputFault(line, 'a vote has no voter_id')
    const text = (fields[voteAt] ?? '').trim()
    if (text === '' && (least > 0 || type === 'choose-1'))
      throw new InputFault(line, `the vote of ${shown(voter)} is missing`)
    const projects = text === '' ? [] : text.split(',').map((id) => known(id.trim(), line))
    if (new Set(projects).size < projects.length)
      throw new InputFault(line, `the vote of ${shown(voter)} names a project twice`)
    if (type === 'choose-1' && projects.length > 1)
      throw new InputFault(line, `the vote of ${shown(voter)} names more than one project`)
    const points = needsPoints ? given(fields[pointsAt], projects.length, line) : ranked(projects)
    return { voter, projects, points, remark: remark(projects.length, points) }
  }

  function known(id: string, line: number): number {
    const index = at.get(id)
    if (index === undefined) throw new InputFault(line, `the vote names ${shown(id)}, which is not a project`)
    return index
  }

  function given(field: string | undefined, size: number, line: number): number[] {
    if (field === undefined) throw new InputFault(line, `a ${type} vote has no column points`)
    const points = field.trim() === '' ? [] : field.split(',').map((text) => pointsOf(text, line))
    if (points.length !== size)
      throw new InputFault(line, `${size} projects are named and ${points.length} are given points`)
    return points
  }

  function pointsOf(text: string, line: number): number {
    const value = decimalFraction(text.trim().replace(',', '.'))
    const units = value && times(value, fraction(pointUnit))
    if (units?.d !== 1n) throw new InputFault(line, `${shown(text)} is not a number of points`)
    if (type === 'cumulative' && units.n < 0n) throw new InputFault(line, `${shown(text)}: points cannot be negative`)
    if (units.n > 10n ** 10n || units.n < -(10n ** 10n))
      throw new InputFault(line, `${shown(text)} points are out of range`)
    return Number(units.n)
  }

  /** Borda: the first of at most `max_length` places gets that many points, each later one a point less. */
  function ranked(projects: readonly number[]): number[] | undefined {
    return type === 'ordinal' ? projects.map((_, place) => Math.max(0, first - place) * pointUnit) : undefined
  }

  function remark(size: number, points: readonly number[] | undefined): string | undefined {
    if (size < least) return `names ${size} projects, the vote asks for at least ${least}`
    if (most !== undefined && size > most) return `names ${size} projects, the vote allows ${most}`
    const sum = points?.reduce((total, point) => total + point, 0) ?? 0
    if (type === 'cumulative' && mostPoints !== undefined && sum > mostPoints * pointUnit) {
      return `gives ${sum / pointUnit} points, the vote allows ${mostPoints}`
    }
    return undefined
  }
}
