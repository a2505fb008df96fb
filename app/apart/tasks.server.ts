/** The long computations: pure functions of what is given, which copies well from thread to thread. */
import { pictureOf } from '#app/domain/opinions/picture'
import { compareRules } from '#app/domain/polls/comparison'
import { countPoll } from '#app/domain/polls/count'
import { tallyWith } from '#app/domain/voting/belenios/tally'
import { countPanels } from '#app/domain/voting/sortition/counting'
import { loadSolver } from '#app/domain/voting/sortition/solver.server'

export const tasks = {
  countPoll,
  compareRules,
  pictureOf,
  tallyWith,
  countPanels: async (...given: PanelWish) => countPanels(...given, await loadSolver()),
}

type PanelWish = Parameters<typeof countPanels> extends [...infer Given, unknown] ? Given : never
