/** The long computations: pure functions of what is given, which copies well from thread to thread. */
import { pictureOf } from '#app/domain/opinions/picture'
import { compareRules } from '#app/domain/polls/comparison'
import { countPoll } from '#app/domain/polls/count'
import { ballotFault, firstStranger, halvesOf } from '#app/domain/polls/secret/checks.server'
import { tallyWith } from '#app/domain/voting/belenios/tally'
import { countPanels } from '#app/domain/voting/sortition/counting'
import { loadSolver } from '#app/domain/voting/sortition/solver.server'

/** Hears how far a task is, from 0 to 1. */
export type Told = (share: number) => void

const counting = (told: Told) => (terms: Terms, groups: Groups, roll: number, seed: string) =>
  countPoll(terms, groups, roll, seed, told)

/** Each is given who hears of it, and gives the task. */
export const tasks = {
  countPoll: counting,
  compareRules: () => compareRules,
  pictureOf: () => pictureOf,
  tallyWith: () => tallyWith,
  ballotFault: () => ballotFault,
  halvesOf: () => halvesOf,
  firstStranger: () => firstStranger,
  countPanels:
    () =>
    async (...given: PanelWish) =>
      countPanels(...given, await loadSolver()),
}

type Terms = Parameters<typeof countPoll>[0]
type Groups = Parameters<typeof countPoll>[1]
type PanelWish = Parameters<typeof countPanels> extends [...infer Given, unknown] ? Given : never
