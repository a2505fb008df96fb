/** The pages that no other journey comes by, on a phone, by who may: half of them in Italian, half in Arabic. */
import '#tests/world/same-database'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { freePort } from '#app/db/embedded.server'
import type { CastName } from '#prisma/seed/town'
import { send } from '#tests/world/acts'
import { expectSound, visit } from '#tests/world/browser'
import { addressed, formSubjects } from '#tests/world/form-subjects'
import { databaseUrl } from '#tests/world/world'

let ids: Record<string, string> = {}

beforeAll(async () => {
  ids = await formSubjects()
  const changed = { text: 'Mi sembra proprio giusto, anche la sera.', language: 'it' }
  await send('carmela', addressed('/comments/COMMENT/change', ids), changed)
}, 300_000)

const pages: [path: string, who: CastName | null, status?: number][] = [
  ['/comments/COMMENT/change', 'carmela'],
  ['/comments/COMMENT/history', null],
  ['/comments/COMMENT/withdrawal', 'carmela'],
  ['/desk/WAITING/points/POINT/parts', 'emanuele'],
  ['/answers/ANSWERED/versions', null],
  ['/commitments/COMMITMENT/outcome', 'emanuele'],
  ['/commitments/COMMITMENT/drop', 'emanuele'],
  ['/account/proposals', 'ada'],
  ['/account/proposals', 'hana'],
  ['/proposals/DRAFT/place', 'ada'],
  ['/proposals/PROPOSAL/change', 'ada'],
  ['/proposals/PROPOSAL/withdrawal', 'ada'],
  ['/territories/lecce/rules/end', 'irene'],
  ['/budgets/DRAFTBUDGET/rules', 'emanuele'],
  ['/budgets/BUDGET/projects/1/change', 'carmela'],
  ['/budgets/BUDGET/translations/ar', 'emanuele'],
  ['/panels/DRAFTPANEL/details', 'emanuele'],
  ['/panels/PANEL/translations/ar', 'emanuele'],
  ['/polls/DRAFTPOLL/question', 'emanuele'],
  ['/polls/OPENPOLL/restart', 'emanuele'],
  ['/polls/CODEPOLL/codes', 'emanuele'],
  ['/polls/NAMED/names', null],
  ['/nothing-is-here', null, 404],
  ['/admin', 'carmela', 403],
]

test.each(pages.map((page, at) => [at % 2 === 0 ? 'it' : 'ar', ...page] as const))(
  'in %s, %s of %s is sound, also when it is sent back',
  async (language, path, who, status = 200) => {
    const page = await visit(who, addressed(path, ids), { language })
    expect((await page.reload({ waitUntil: 'networkidle' }))?.status()).toBe(status)
    expect(await page.locator('h1').count()).toBe(1)
    await expectSound(page)
    if (await sentBack(page)) await expectSound(page)
    await page.context().close()
  },
)

/** Its words are all taken out, and the form is sent: nothing happens, and it says why. */
async function sentBack(page: Page): Promise<boolean> {
  const words = ':is(textarea, input:not([type]), input[type=text])[required]'
  const form = page.locator(`main form[method=post]:has(${words})`).first()
  if ((await form.count()) === 0) return false
  for (const field of await form.locator(words).all()) await field.fill('')
  await form.evaluate((element: HTMLFormElement) => element.setAttribute('novalidate', ''))
  await form.locator('.button, .danger-button').last().click()
  await page.getByRole('alert').first().waitFor()
  return true
}

test.each(['it', 'ar'])('codes on paper are sound once they are made, in %s', async (language) => {
  const page = await visit('emanuele', addressed('/polls/CODEPOLL/codes', ids), { language })
  await page.fill('[name=howMany]', '30')
  await page.locator('main form .button').click()
  await page.locator('.printed-codes code').first().waitFor()
  await expectSound(page)
  await page.context().close()
})

test('where no letter leaves, the outbox is sound in both', async () => {
  const { SMTP_URL: _, ...without } = process.env
  const port = await freePort()
  const application = spawn(process.execPath, ['--disable-proto=delete', 'bin/start.mjs'], {
    env: { ...without, NODE_ENV: 'production', DEMO: '1', PORT: `${port}`, DATABASE_URL: databaseUrl },
    stdio: 'ignore',
  })
  const address = `http://localhost:${port}/dev/outbox`
  const answers = () =>
    fetch(address).then(
      ({ status }) => status,
      () => null,
    )
  await expect.poll(answers, { timeout: 60_000 }).toBe(200)
  for (const language of ['it', 'ar']) {
    const page = await visit(null, '/', { language })
    await page.goto(address, { waitUntil: 'networkidle' })
    expect(await page.locator('article.card').count()).toBeGreaterThan(0)
    await expectSound(page)
    await page.context().close()
  }
  application.kill('SIGTERM')
  await once(application, 'exit')
})
