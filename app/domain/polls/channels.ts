/** Ballots on paper and ballots cast here, apart and together; option by option where that gives nobody away. */
import { type Content, keysOn } from './ballot'
import { fewest, splitFew } from './few'

type Collected = { content: Content; copies: number; onPaper: number }
/** `null` where the number is not shown. */
export type ChannelRow = { key: string; split: { paper: number; online: number } | null }
export type Channels = { paper: number; online: number; rows: ChannelRow[] }

/** Nothing where all ballots came in one way. In an order the first option counts, else every option that is named. */
export function channelsOf(keys: readonly string[], groups: readonly Collected[]): Channels | null {
  const paper = sum(groups, ({ onPaper }) => onPaper)
  const online = sum(groups, ({ copies }) => copies) - paper
  if (paper === 0 || online === 0) return null
  if (Math.min(paper, online) < fewest) return { paper, online, rows: [] }
  const cells = keys.map((key) => ({ key, paper: 0, online: 0 }))
  const cellOf = new Map(cells.map((cell) => [cell.key, cell]))
  for (const { content, copies, onPaper } of groups)
    for (const cell of namedOn(content).flatMap((key) => cellOf.get(key) ?? [])) {
      cell.paper += onPaper
      cell.online += copies - onPaper
    }
  // An option that nobody chose tells nothing
  const chosen = cells.filter(({ paper, online }) => paper + online > 0)
  const hidden = new Set(splitFew(chosen, ({ paper, online }) => [paper, online]).hidden)
  if (hidden.size === chosen.length) return { paper, online, rows: [] }
  return {
    paper,
    online,
    rows: cells.map((cell) => ({
      key: cell.key,
      split: hidden.has(cell) ? null : { paper: cell.paper, online: cell.online },
    })),
  }
}

function namedOn(content: Content): string[] {
  return 'order' in content ? content.order.slice(0, 1) : keysOn(content)
}

function sum(groups: readonly Collected[], number: (group: Collected) => number): number {
  return groups.reduce((total, group) => total + number(group), 0)
}
