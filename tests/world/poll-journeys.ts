/** Polls as journeys need them: made by an officer in the wizard, voted on, brought to their end. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { CastName } from '#prisma/seed/town'
import { expectSound, rows, visit } from './browser'

export const next = (page: Page) => page.getByRole('button', { name: 'Salva e vai avanti' }).click()

/** An officer goes through the wizard and opens the poll; gives its id. */
export async function opened(
  question: string,
  rule: string,
  options: string[],
  fill: (page: Page) => Promise<void> = async () => {},
) {
  const page = await visit('emanuele', '/polls/new')
  await expectSound(page)
  await page.fill('[name=question]', question)
  await page.selectOption('[name=territoryId]', { label: 'Monopoli' })
  await next(page)
  await page.waitForURL(/\/rule$/)
  await expectSound(page)
  const choice = page.locator(`[name=rule][value=${rule}]`)
  if (!(await choice.isVisible())) await page.getByText('Altre regole').click()
  await choice.check()
  await next(page)
  await page.waitForURL(/\/options$/)
  await expectSound(page)
  for (const [at, title] of options.entries()) await page.fill(`[name="options[${at}].title"]`, title)
  await fill(page)
  await next(page)
  await page.waitForURL(/\/times$/)
  await expectSound(page)
  await page.fill('[name=closesAt]', `${new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)}T20:00`)
  await next(page)
  await page.waitForURL(/\/summary$/)
  await expectSound(page)
  await page.getByRole('link', { name: 'Prova con schede inventate' }).click()
  await page.waitForURL(/\/trial$/)
  await expectSound(page)
  await page.goBack()
  await page.waitForURL(/\/summary$/)
  await page.waitForLoadState('networkidle')
  await page.getByRole('button', { name: 'Apri la votazione' }).click()
  await page.waitForURL(/\/polls\/[\w-]+$/)
  await expectSound(page)
  return new URL(page.url()).pathname.split('/')[2] ?? ''
}

/** The end comes, and the sweep finds it. */
export async function end(id: string) {
  await endUntil(id, `select 1 from "Poll" where id = $1 and stage = 'counted'`)
}

/** The end comes, and the sweep does what a statement about the poll then finds. */
export async function endUntil(id: string, found: string) {
  await rows('alter table "Poll" disable trigger terms_of_an_opened_poll_are_frozen')
  await rows(
    `update "Poll" set "opensAt" = now() - interval '1 hour', "closesAt" = now() - interval '1 second' where id = $1`,
    [id],
  )
  await rows('alter table "Poll" enable trigger terms_of_an_opened_poll_are_frozen')
  await rows(`select graphile_worker.add_job('close-polls', '{}'::json)`)
  for (let attempt = 0; attempt < 100; attempt++) {
    if ((await rows(found, [id])).length > 0) return
    await new Promise((done) => setTimeout(done, 200))
  }
  throw new Error('The poll did not come to its end in 20 seconds')
}

/** One more ballot, by whoever lives in Monopoli. */
export async function voteWithoutScripts(who: CastName, id: string, fill: (page: Page) => Promise<void>) {
  const page = await visit(who, `/polls/${id}`, { scripts: false })
  await page.getByRole('button', { name: 'Vota' }).click()
  await fill(page)
  await page.getByRole('button', { name: 'Salva il voto' }).click()
  expect(await page.locator('[data-ballot]').getAttribute('data-ballot')).toBe('counted')
}
