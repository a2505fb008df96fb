/** The opinion map as it is kept: counts and directions of a conversation, and never a person. */
import { opinionMap } from '#app/domain/voting/opinions/opinion-map'
import type { Representative } from '#app/domain/voting/opinions/representative'
import type { Tally } from '#app/domain/voting/opinions/tallies'
import { addVote, type Statement, tableOf, type VoteBox, type VoteTable } from '#app/domain/voting/opinions/votes'
import { fewest, type Stand, standsOf } from './stands'

export type Picture = {
  /** People who said something */
  people: number
  statements: string[]
  /** One a statement: over all people */
  totals: Tally[]
  groups: KeptGroup[]
  /** Places in `statements`, what unites the groups most first; statements kept out are not there */
  uniting: number[]
  stands: Stand[]
  /** People who are on no drawn stand: too few stand there, or they have not said enough */
  elsewhere: number
  /** What a point is computed from, so that a person can see the own place */
  means: number[]
  axes: [number[], number[]]
  /** Half the side of the square that is drawn */
  reach: number
  /** Per cent of all difference that the two directions show */
  shows: number
}
export type KeptGroup = {
  people: number
  tallies: Tally[]
  telling: Pick<Representative, 'statement' | 'direction'>[]
}

export type Said = { personId: string; statementId: string; vote: number; at: Date }
type Judged = { id: string; moderation: 'pending' | 'accepted' | 'refused' }

/** Puts answers, as they are kept, to the others. */
export function gather(box: VoteBox, said: Iterable<Said>): VoteBox {
  for (const { personId, statementId, vote, at } of said)
    addVote(box, {
      participant: personId,
      statement: statementId,
      vote: vote > 0 ? 1 : vote < 0 ? -1 : 0,
      at: at.getTime(),
    })
  return box
}

/** A pure function of answers and seed; null while fewer than five people have said something. */
export function pictureOf(said: VoteBox, statements: readonly Judged[], seed: string): Picture | null {
  const judged = statements.map(({ id, moderation }): Statement => ({ id, moderation: letIn(moderation), meta: false }))
  const table = tableOf(said, judged, true)
  if (table.participants.length < fewest) return null
  const map = mapWithoutTinyGroups(table, seed)
  const groupOf = new Map(map.groups.flatMap(({ rows }, group) => rows.map((row) => [row, group] as const)))
  const points = [...groupOf].map(([row, group]) => ({ at: map.positions[row] ?? ([0, 0] as const), group }))
  const { stands, reach } = standsOf(points)
  const { means, axes, along, inAll } = map.components
  return {
    people: table.participants.length,
    statements: [...table.statements],
    totals: map.totals,
    groups: map.groups.map(({ rows, tallies, representative }) => ({
      people: rows.length,
      tallies,
      telling: representative.map(({ statement, direction }) => ({ statement, direction })),
    })),
    uniting: map.uniting,
    stands,
    elsewhere: table.participants.length - stands.reduce((sum, { people }) => sum + people, 0),
    means: [...means],
    axes: [[...axes[0]], [...axes[1]]],
    reach,
    shows: inAll > 0 ? Math.round((100 * (along[0] + along[1])) / inAll) : 0,
  }
}

/** The most groups, up to five, of which none is so small that its members could be told apart. */
function mapWithoutTinyGroups(table: VoteTable, seed: string) {
  let most = 5
  for (;;) {
    const map = opinionMap(table, { seed, maxGroups: most })
    if (most === 1 || map.groups.every(({ rows }) => rows.length >= fewest)) return map
    most = Math.max(1, Math.min(most, map.groups.length) - 1)
  }
}

/** Where somebody with these answers stands, by the formula of the map; null with nothing said that is on it. */
export function placeIn(picture: Picture, own: ReadonlyMap<string, number>): [number, number] | null {
  let [x, y, seen] = [0, 0, 0]
  for (const [index, statement] of picture.statements.entries()) {
    const vote = own.get(statement)
    if (vote === undefined || !picture.uniting.includes(index)) continue
    const deviation = vote - (picture.means[index] ?? 0)
    x += deviation * (picture.axes[0][index] ?? 0)
    y += deviation * (picture.axes[1][index] ?? 0)
    seen += 1
  }
  if (seen === 0) return null
  const aside = picture.statements.length - picture.uniting.length
  const stretch = Math.sqrt(picture.statements.length / (seen + aside))
  return [x * stretch, y * stretch]
}

function letIn(moderation: Judged['moderation']): 1 | 0 | -1 {
  if (moderation === 'accepted') return 1
  return moderation === 'refused' ? -1 : 0
}
