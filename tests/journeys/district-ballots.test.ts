import '#tests/world/same-database'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { checkProject } from '#app/domain/budgets/check-project.server'
import { prepareVote } from '#app/domain/budgets/prepare-vote.server'
import { putForward } from '#app/domain/budgets/put-forward.server'
import { budgetPage } from '#app/domain/budgets/queries.server'
import { send } from '#tests/world/acts'
import { expectSound, visit } from '#tests/world/browser'
import { idea, inDays, publicBudget } from '#tests/world/budgets'
import { actor } from '#tests/world/people'

const districts = [
  { name: 'Porto', money: 500 },
  { name: 'Centro', money: 300 },
]

/** A vote about projects for 200 and 350 euros at the port, and for 250 in the centre. */
async function opened(title: string) {
  const { id, officer } = await publicBudget({ title, money: null, districts })
  const [port = '', centre = ''] = (await budgetPage(officer, id)).districts.map((district) => district.id)
  const projects = [
    { title: 'Panchine al porto', districtId: port, cost: 200 },
    { title: 'Giochi al centro', districtId: centre, cost: 250 },
    { title: 'Luci al porto', districtId: port, cost: 350 },
  ]
  const reason = 'Abbiamo guardato il luogo e le regole.'
  for (const [at, { cost, ...project }] of projects.entries()) {
    await putForward(await actor('carmela'), id, { ...idea, ...project })
    await checkProject(officer, id, at + 1, { feasibility: 'feasible', reason, cost, costWhy: null })
  }
  const past = { ideasUntil: inDays(-0.5), checkUntil: inDays(-0.4), voteFrom: inDays(-0.3) }
  await db.budget.update({ where: { id }, data: past })
  const vote = { rule: 'greedy_by_votes', spend: 'within-budget', maxChoices: null, voters: 'residents' } as const
  const { pollId } = await prepareVote(officer, id, vote)
  await send('emanuele', `/polls/${pollId}/opening`)
  return `/polls/${pollId}/ballot`
}

test.each([{ scripts: true }, { scripts: false }])(
  'each district says what it has left, beside its own projects, scripts $scripts',
  async ({ scripts }) => {
    const page = await visit('bilal', await opened(`I soldi dei quartieri, ${scripts}`), { scripts })
    const district = (name: string) => page.getByRole('group', { name, exact: true })
    const left = (name: string) => district(name).locator('.what-is-left').textContent()
    const save = async () => {
      if (!scripts) await page.getByRole('button', { name: 'Salva il voto' }).click()
    }
    expect(await left('Porto')).toBe('Restano 500 € di 500 €')
    expect(await left('Centro')).toBe('Restano 300 € di 300 €')
    expect(await district('Porto').getByRole('checkbox').count()).toBe(2)
    await page.getByLabel('Panchine al porto').check()
    await page.getByLabel('Giochi al centro').check()
    await save()
    await page.locator('[data-ballot=counted]').waitFor()
    expect([await left('Porto'), await left('Centro')]).toEqual(['Restano 300 € di 500 €', 'Restano 50 € di 300 €'])
    if (scripts) await expectSound(page)

    // Fifty euros are left in the centre, and do not pay for the port
    await page.getByLabel('Luci al porto').check()
    await save()
    await page.getByText('Hai scelto 50 € di troppo. Togli un progetto.').waitFor()
    expect(await left('Porto')).toBe('Hai scelto 50 € di troppo. Togli un progetto.')
    expect(await left('Centro')).toBe('Restano 50 € di 300 €')
    await page.locator('[data-ballot=refused]').waitFor()
    if (scripts) await expectSound(page)
    await page.context().close()
  },
)
