/** Where those who voted live: small numbers are hidden, and so is what subtracting the shown ones would give away. */
import { splitFew } from './few'

/** `path` is the place's own in the tree of territories; empty for everywhere else. */
export type Place = { path: string; name: string }
export type PlaceCount = Place & { ballots: number }
export type Turnout = {
  shown: PlaceCount[]
  /** The places that are not shown, together */
  hidden: { places: number; ballots: number } | null
}

/** Places where nobody could vote hide nothing and are left out. */
export function hideFew(places: readonly (PlaceCount & { couldVote: number })[]): Turnout {
  const cells = places
    .filter(({ couldVote, ballots }) => couldVote > 0 || ballots > 0)
    .sort((a, b) => (a.path < b.path ? -1 : 1))
  const { shown, hidden } = splitFew(cells, ({ ballots }) => [ballots])
  return {
    shown: shown.map(({ path, name, ballots }) => ({ path, name, ballots })),
    hidden:
      hidden.length > 0
        ? { places: hidden.length, ballots: hidden.reduce((sum, cell) => sum + cell.ballots, 0) }
        : null,
  }
}
