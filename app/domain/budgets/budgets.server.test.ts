import '#tests/world/database'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { follow } from '#app/domain/notifications/commands.server'
import { notificationList } from '#app/domain/notifications/queries.server'
import { tell } from '#app/domain/notifications/tell.server'
import { castBallot } from '#app/domain/polls/cast-ballot.server'
import { commitWinners } from '#app/domain/polls/commit-winners.server'
import { openPoll } from '#app/domain/polls/open-poll.server'
import { pastComparisons } from '#app/domain/polls/past-comparisons.server'
import { resultsPage } from '#app/domain/polls/results.server'
import { idea, inDays, publicBudget, usualDates } from '#tests/world/budgets'
import { actor, journalOf, monopoli, office } from '#tests/world/people'
import { endAndCount } from '#tests/world/polls'
import { checkProject, setCost } from './check-project.server'
import { declareConflict } from './conflicts.server'
import { placeProject } from './place-project.server'
import { prepareVote } from './prepare-vote.server'
import { projectPage } from './project-page.server'
import { changeProject, putForward, withdrawProject } from './put-forward.server'
import { budgetPage } from './queries.server'
import { moveDates } from './write-budget.server'

const found = (feasibility: 'feasible' | 'changes' | 'infeasible', cost: number | null = null) => ({
  feasibility,
  reason: 'Abbiamo guardato il luogo e le regole.',
  cost,
  costWhy: null,
})
function pointOf(place: { latitude: number | null; longitude: number | null } | null) {
  return { latitude: place?.latitude ?? Number.NaN, longitude: place?.longitude ?? Number.NaN }
}

const ideasEnd = (id: string) =>
  db.budget.update({
    where: { id },
    data: { ideasUntil: inDays(-0.5), checkUntil: inDays(-0.4), voteFrom: inDays(-0.3) },
  })

test('who follows the territory hears of a budget by its title', async () => {
  const drita = await actor('drita')
  await follow(drita, { subjectKind: 'territory', subjectId: (await monopoli()).id })
  const { id } = await publicBudget()
  const entry = await db.entry.findFirstOrThrow({ where: { subjectId: id, what: 'budget.published' } })
  await tell(String(entry.id))
  const [news] = (await notificationList(drita, null)).notifications
  expect(news).toMatchObject({ title: 'Bilancio partecipativo di Monopoli', place: `/budgets/${id}` })
})

test('a tap on the map gives a project its place; others, and taps beside it, are refused', async () => {
  const { id, officer } = await publicBudget()
  const [carmela, bilal] = [await actor('carmela'), await actor('bilal')]
  const { number } = await putForward(carmela, id, { ...idea, latitude: null, longitude: null })
  const tap = (x: number, y: number) => ({ point: { x, y }, latitude: null, longitude: null })
  const placed = () => db.project.findFirst({ where: { budgetId: id }, select: { latitude: true, longitude: true } })
  await expect(placeProject(bilal, id, number, tap(160, 100))).rejects.toThrow('budget.not-yours')
  await expect(placeProject(carmela, id, number, tap(0, 0))).rejects.toThrow('budget.tap-the-map')
  await expect(placeProject(carmela, id, number, tap(1500, 100))).rejects.toThrow('budget.tap-the-map')
  expect(await placed()).toEqual({ latitude: null, longitude: null })
  await placeProject(carmela, id, number, tap(160, 100))
  const west = pointOf(await placed())
  await placeProject(officer, id, number, tap(200, 100))
  const east = pointOf(await placed())
  expect(east.longitude).toBeGreaterThan(west.longitude)
  expect(east.latitude).toBe(west.latitude)
  await placeProject(carmela, id, number, { point: { x: 0, y: 0 }, latitude: 40.95, longitude: 17.3 })
  expect(await placed()).toEqual({ latitude: 40.95, longitude: 17.3 })
})

test('from the first idea to a commitment', async () => {
  const { id, officer } = await publicBudget()
  const [carmela, bilal] = [await actor('carmela'), await actor('bilal')]
  const first = await putForward(carmela, id, { ...idea, cost: 300, costWhy: 'Trenta euro per panchina' })
  const second = await putForward(bilal, id, { ...idea, title: 'Alberi nuovi' })
  const third = await putForward(carmela, id, { ...idea, title: 'Un ponte sul mare' })
  expect([first, second, third].map(({ number }) => number)).toEqual([1, 2, 3])
  await expect(checkProject(officer, id, 1, found('feasible'))).rejects.toThrow('budget.needs-a-cost')
  await checkProject(officer, id, 1, found('feasible', 400))
  await setCost(officer, id, 1, 450, 'Il fornitore ha cambiato il prezzo.')
  await checkProject(officer, id, 2, found('changes'))
  await checkProject(officer, id, 3, found('infeasible'))
  await expect(changeProject(carmela, id, 1, idea)).rejects.toThrow('budget.already-checked')
  await changeProject(bilal, id, 2, { ...idea, title: 'Cinque alberi nuovi' })
  await checkProject(officer, id, 2, found('feasible', 500))
  const sheet = await projectPage({ kind: 'visitor' }, id, 1)
  expect(sheet.figures.map(({ cost, byOffice }) => [cost, byOffice])).toEqual([
    [300, false],
    [400, true],
    [450, true],
  ])
  const vote = { rule: 'mes_cost_add1u', spend: 'freely', maxChoices: null, voters: 'residents' } as const
  await expect(prepareVote(officer, id, vote)).rejects.toThrow('budget.ideas-still-come')
  await ideasEnd(id)
  await expect(putForward(carmela, id, idea)).rejects.toThrow('budget.ideas-are-over')
  const { pollId } = await prepareVote(officer, id, vote)
  await expect(setCost(officer, id, 1, 1, 'Un prezzo dopo il tempo.')).rejects.toThrow('budget.vote-is-prepared')
  await openPoll(officer, pollId)
  expect((await budgetPage(carmela, id)).phase).toBe('vote')
  const options = await db.pollOption.findMany({ where: { pollId }, orderBy: { position: 'asc' } })
  expect(options.map(({ key, cost }) => [key, cost])).toEqual([
    ['1', 450],
    ['2', 500],
  ])
  const others = await Promise.all([actor('giorgio'), actor('fatou'), actor('luca')])
  for (const voter of [carmela, bilal, ...others])
    await castBallot(voter, pollId, { choices: options.map((option) => option.id) })
  await endAndCount(pollId)
  await commitWinners(officer, pollId, { officeId: (await office()).id, dueOn: null })
  const over = await budgetPage({ kind: 'visitor' }, id)
  expect(over.phase).toBe('follow')
  expect(over.projects.map(({ won, commitment }) => [won, commitment !== null])).toEqual([
    [true, true],
    [true, true],
    [null, false],
  ])
  expect((await journalOf(id)).filter((what) => what === 'project.checked')).toHaveLength(4)
  expect((await pastComparisons((await monopoli()).id))[0]?.compared.map(({ heard }) => heard)).toEqual([5, 5])
})

test('each district counts its own money, a ballot names one, and of a pair one wins', async () => {
  const districts = [
    { name: 'Porto', money: 500 },
    { name: 'Centro', money: 300 },
  ]
  const { id, officer } = await publicBudget({ money: null, districts, ballot: 'one' })
  const [port = '', centre = ''] = (await budgetPage(officer, id)).districts.map((district) => district.id)
  const carmela = await actor('carmela')
  await expect(putForward(carmela, id, idea)).rejects.toThrow('budget.choose-a-district')
  for (const [at, districtId] of [port, port, centre].entries())
    await putForward(carmela, id, { ...idea, title: `Panchine ${at + 1}`, districtId })
  for (const [at, cost] of [200, 250, 300].entries()) await checkProject(officer, id, at + 1, found('feasible', cost))
  const reason = 'Stanno nello stesso posto.'
  await expect(declareConflict(officer, id, { first: 1, second: 3, reason })).rejects.toThrow('budget.pair-across')
  await declareConflict(officer, id, { first: 2, second: 1, reason })
  await ideasEnd(id)
  const vote = { rule: 'greedy_by_votes', spend: 'within-budget', maxChoices: null, voters: 'residents' } as const
  const { pollId } = await prepareVote(officer, id, vote)
  await openPoll(officer, pollId)
  const options = (await db.pollOption.findMany({ where: { pollId }, orderBy: { position: 'asc' } })).map(
    (one) => one.id,
  )
  await expect(castBallot(carmela, pollId, { choices: options })).rejects.toThrow('poll.one-district-only')
  await castBallot(carmela, pollId, { choices: options.slice(0, 2) })
  await castBallot(await actor('bilal'), pollId, { choices: options.slice(2) })
  await endAndCount(pollId)
  const { report } = await resultsPage({ kind: 'visitor' }, pollId)
  // One of the pair, by lot, and the only project of the other district
  expect(report.winners).toHaveLength(2)
  expect(report.winners).toContain('3')
})

test('who may not is refused, and dates move with a reason only', async () => {
  const { id, officer } = await publicBudget({ mostIdeas: 1 })
  const carmela = await actor('carmela')
  await expect(putForward(await actor('drita'), id, idea)).rejects.toThrow('budget.residents-only')
  const tries = await Promise.allSettled(Array.from({ length: 5 }, () => putForward(carmela, id, idea)))
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expect(checkProject(carmela, id, 1, found('infeasible'))).rejects.toThrow('budget.officers-only')
  await expect(withdrawProject(await actor('bilal'), id, 1)).rejects.toThrow('budget.not-yours')
  const reason = 'Molte persone hanno chiesto più tempo.'
  await expect(moveDates(officer, id, { ...usualDates, voteUntil: inDays(2), reason })).rejects.toThrow(
    'dates-out-of-order',
  )
  await moveDates(officer, id, { ...usualDates, ideasUntil: inDays(12), reason })
  expect((await budgetPage(carmela, id)).moves.map((move) => move.reason)).toEqual([reason])
  await withdrawProject(carmela, id, 1)
  expect((await budgetPage(carmela, id)).projects).toEqual([])
  await expect(db.$executeRaw`update "ProjectFigure" set cost = 1`).rejects.toThrow('append-only')
})
