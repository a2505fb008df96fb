/** Participatory budgets as tests need them: public, and taking ideas in. */
import type { BudgetGiven, ProjectGiven } from '#app/domain/budgets/forms'
import { publishBudget, startBudget } from '#app/domain/budgets/write-budget.server'
import { actor, monopoli } from './people'

export const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)

/** Ideas are coming in. */
export const usualDates = {
  ideasFrom: inDays(-1),
  ideasUntil: inDays(10),
  checkUntil: inDays(20),
  voteFrom: inDays(20),
  voteUntil: inDays(30),
}

export const idea: ProjectGiven = {
  title: 'Panchine all’ombra',
  text: 'Dieci panchine sotto gli alberi della piazza.',
  place: 'Piazza Garibaldi',
  districtId: null,
  latitude: 40.95,
  longitude: 17.3,
  language: 'it',
  associationId: null,
  cost: null,
  costWhy: null,
}

/** Written, and nobody's to see yet. */
export async function writtenBudget(some: Partial<BudgetGiven> = {}) {
  const officer = await actor('emanuele')
  const { id } = await startBudget(officer, {
    territoryId: (await monopoli()).id,
    language: 'it',
    title: 'Bilancio partecipativo di Monopoli',
    description: null,
    act: null,
    money: 1000,
    districts: [],
    ballot: 'several',
    proposers: 'residentsAndAssociations',
    mostIdeas: null,
    ...usualDates,
    ...some,
  })
  return { id, officer }
}

export async function publicBudget(some: Partial<BudgetGiven> = {}) {
  const { id, officer } = await writtenBudget(some)
  await publishBudget(officer, id)
  return { id, officer }
}
