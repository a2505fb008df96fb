/** Counting without holding up the server: what is soon done is counted at once, the rest on a thread of its own. */
import { apart, apartTelling } from '#app/apart/apart.server'
import type { Group } from './ballot-file'
import { type Compared, compareRules } from './comparison'
import { countPoll, type PollReport } from './count'
import type { Settings, Terms } from './terms'

type Asked = Pick<Terms, 'settings' | 'options'>

/** Comparisons of options on ballots that differ: so many take some hundredths of a second under every rule, less than starting a thread. */
const few = 100_000
/** Equal shares begin anew at every step: so many take some tenths of a second. */
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

/** Every rule may go through all ballots once an option, or once a seat, and look at all options. @internal */
export function isSoonDone({ settings, options }: Asked, groups: readonly Group[]): boolean {
  return groups.length * options.length ** 2 <= few && mostSteps(settings, groups) <= fewSteps
}

/** Somebody who alone supports a project may have to pay for it alone: the parts grow until one holds all the money. */
function mostSteps({ budget, districts, addStep }: Settings, groups: readonly Group[]): number {
  const voters = groups.reduce((sum, { copies }) => sum + copies, 0)
  if (addStep === 'thousandth') return 1000 * voters
  if (addStep === 'hundredth') return 100 * voters
  return Math.max(budget ?? 0, ...districts.map((district) => district.budget))
}
