/** Counting without holding up the server: what is soon done is counted at once, the rest on a thread of its own. */
import { apart, apartTelling } from '#app/apart/apart.server'
import type { Group } from './ballot-file'
import { type Compared, compareRules } from './comparison'
import { countPoll, type PollReport } from './count'
import type { Settings } from './terms'

/** Different ballots that take some hundredths of a second, less than starting a thread. */
const few = 500
/** Equal shares grow by one unit of money a step: so many steps take some tenths of a second. */
const fewSteps = 5_000

export async function countAside(
  terms: Parameters<typeof countPoll>[0],
  groups: readonly Group[],
  roll: number,
  seed: string,
  told: (share: number) => void = () => {},
): Promise<PollReport> {
  if (isSoonDone(terms, groups)) return countPoll(terms, groups, roll, seed)
  return apartTelling('countPoll', told, terms, groups, roll, seed)
}

export async function compareAside(...given: Parameters<typeof compareRules>): Promise<Compared[]> {
  const [terms, groups] = given
  return isSoonDone(terms, groups) ? compareRules(...given) : apart('compareRules', ...given)
}

/** @internal */
export function isSoonDone({ settings }: { settings: Settings }, groups: readonly Group[]): boolean {
  const ballots = groups.reduce((sum, { copies }) => sum + copies, 0)
  const money = [settings.budget ?? 0, ...settings.districts.map(({ budget }) => budget)]
  return groups.length <= few && Math.max(...money) <= fewSteps * Math.max(1, ballots)
}
