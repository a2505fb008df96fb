/** Counting without holding up the server: few ballots are counted at once, many on a thread of their own. */
import { apart, apartTelling } from '#app/apart/apart.server'
import type { Group } from './ballot-file'
import { type Compared, compareRules } from './comparison'
import { countPoll, type PollReport } from './count'

/** Different ballots that take some hundredths of a second, less than starting a thread. */
const few = 500

export async function countAside(
  terms: Parameters<typeof countPoll>[0],
  groups: readonly Group[],
  roll: number,
  seed: string,
  told: (share: number) => void = () => {},
): Promise<PollReport> {
  if (isFew(groups)) return countPoll(terms, groups, roll, seed)
  return apartTelling('countPoll', told, terms, groups, roll, seed)
}

export async function compareAside(...given: Parameters<typeof compareRules>): Promise<Compared[]> {
  return isFew(given[1]) ? compareRules(...given) : apart('compareRules', ...given)
}

const isFew = (groups: readonly Group[]) => groups.length <= few
