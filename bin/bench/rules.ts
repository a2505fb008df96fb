/** Every measure of the counting rules, in one list. */
import { budgetMeasures } from './budgets'
import { opinionMeasures } from './opinions'
import { secretBallotMeasures } from './secret-ballots'
import { votingMeasures } from './voting'

export const rulesMeasures = [...votingMeasures, ...budgetMeasures, ...opinionMeasures, ...secretBallotMeasures]
