/** What everybody may see of the map: shares instead of counts, and no cell in which fewer than five people answered. */
import type { Tally } from '#app/domain/voting/opinions/tallies'
import type { Picture } from './picture'
import { fewest, type Stand } from './stands'

/** Whole per cent of those who answered; the three add up to 100. */
export type Shares = { agree: number; disagree: number; pass: number; people: number }
export type ShownStatement = {
  id: string
  /** null when fewer than five answered */
  all: Shares | null
  /** One a group; null unless in every group at least five answered, so that nothing follows by subtraction */
  groups: Shares[] | null
  unites: 'agree' | 'disagree' | null
}
export type ShownGroup = { name: string; people: number; telling: { id: string; direction: 'agree' | 'disagree' }[] }
export type ShownPicture = {
  people: number
  groups: ShownGroup[]
  /** What unites most comes first; what too few have answered comes last */
  statements: ShownStatement[]
  stands: Stand[]
  elsewhere: number
  reach: number
  shows: number
}

/** `accepted` are the statements that stand now: whatever was kept out since the map was drawn is left out. */
export function shownPicture(picture: Picture, accepted: ReadonlySet<string>): ShownPicture {
  const statements = picture.uniting
    .flatMap((index) => {
      const id = picture.statements[index]
      return id !== undefined && accepted.has(id) ? [shownStatement(picture, index, id)] : []
    })
    .sort((left, right) => Number(left.all === null) - Number(right.all === null))
  const broken = new Set(statements.flatMap(({ id, groups }) => (groups ? [id] : [])))
  return {
    people: picture.people,
    groups: picture.groups.map(({ people, telling }, group) => ({
      name: groupName(group),
      people,
      telling: telling.flatMap(({ statement, direction }) => {
        const id = picture.statements[statement]
        return id !== undefined && broken.has(id) ? [{ id, direction }] : []
      }),
    })),
    statements,
    stands: picture.stands,
    elsewhere: picture.elsewhere,
    reach: picture.reach,
    shows: picture.shows,
  }
}

/** A, B, C …: letters say nothing about the people. */
export function groupName(group: number): string {
  return String.fromCharCode(65 + group)
}

function shownStatement(picture: Picture, index: number, id: string): ShownStatement {
  const total = picture.totals[index] ?? none
  const parts = picture.groups.map(({ tallies }) => tallies[index] ?? none)
  const broken = parts.length > 1 && parts.every(({ seen }) => seen >= fewest)
  // Where a few people are in no group, a total with them would tell what those few said
  const rest = total.seen - sum(parts).seen
  const all = broken && rest > 0 && rest < fewest ? sum(parts) : total
  const groups = broken ? parts.map(sharesOf) : null
  return { id, all: all.seen >= fewest ? sharesOf(all) : null, groups, unites: unitedBy(groups) }
}

/** More than half of every group answers the same. */
function unitedBy(groups: readonly Shares[] | null): 'agree' | 'disagree' | null {
  if (!groups) return null
  if (groups.every(({ agree }) => agree > 50)) return 'agree'
  return groups.every(({ disagree }) => disagree > 50) ? 'disagree' : null
}

const none: Tally = { agree: 0, disagree: 0, pass: 0, seen: 0 }

function sum(parts: readonly Tally[]): Tally {
  return parts.reduce(
    (all, { agree, disagree, pass, seen }) => ({
      agree: all.agree + agree,
      disagree: all.disagree + disagree,
      pass: all.pass + pass,
      seen: all.seen + seen,
    }),
    none,
  )
}

function sharesOf({ agree, disagree, seen }: Tally): Shares {
  const [yes, no] = [Math.round((100 * agree) / seen), Math.round((100 * disagree) / seen)]
  const against = Math.min(no, 100 - yes)
  return { agree: yes, disagree: against, pass: 100 - yes - against, people: seen }
}
