/** Every counting rule of the platform by its published name. Another family of rules joins by one line here. */

import { budgetCountingRules } from './budgets/counting'
import { committeeCountingRules } from './committees/counting'
import { opinionRule } from './formats/opinion-csv'
import { ballotCountingRules } from './rules/counting'
import type { CountingRule } from './rules/report'

export const countingRules: ReadonlyMap<string, CountingRule> = new Map([
  ...ballotCountingRules,
  ...budgetCountingRules,
  ...committeeCountingRules,
  ['polis', opinionRule],
])
