/** The statement that somebody reads next, among those this person has not answered. */
import { type NextSettings, nextStatement, uncertainty } from '#app/domain/voting/opinions/next-statement'
import type { Tally } from '#app/domain/voting/opinions/tallies'
import type { Picture } from './picture'

const unseen: Tally = { agree: 0, disagree: 0, pass: 0, seen: 0 }

/** What is still uncertain is read from the last map; a statement newer than the map has been seen by nobody. */
export function nextFor<Statement extends { id: string }>(
  statements: readonly Statement[],
  picture: Pick<Picture, 'statements' | 'groups'> | null,
  own: ReadonlyMap<string, number>,
  { seed, participant }: Pick<NextSettings, 'seed' | 'participant'>,
): Statement | null {
  const places = new Map(picture?.statements.map((id, index) => [id, index]))
  const groups = picture?.groups ?? []
  const left = statements.filter(({ id }) => !own.has(id))
  const candidates = left.map(({ id }) => {
    const place = places.get(id)
    const tallies = groups.map(({ tallies: each }) => (place === undefined ? unseen : (each[place] ?? unseen)))
    return { statement: id, uncertainty: uncertainty(tallies.length > 0 ? tallies : [unseen]) }
  })
  const drawn = nextStatement(candidates, { seed, participant, votesCast: own.size })
  return left.find(({ id }) => id === drawn) ?? null
}
