/** Whatever happens while an office types an answer, the words are still there afterwards. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { post, waitingProposal } from '#tests/world/acts'
import { cutOff, endSignIns, expectSound, origin, rows, signInCookie, visit } from '#tests/world/browser'

const saved = (page: Page) => page.locator('[data-saving=saved]').waitFor()
const opening = '[name=opening]'
const openingOf = async (id: string) =>
  (await rows<{ opening: string }>('select opening from "Answer" where id = $1', [id]))[0]?.opening
const keptOn = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('agora:kept')))

/** An answer that Emanuele writes. */
async function answerToWrite() {
  const { answerId } = await waitingProposal()
  return { id: answerId, path: `/desk/${answerId}` }
}

/** Typed in a tab that has lost its line; other tabs have theirs. */
async function leftBehind(path: string, text: string) {
  const page = await visit('emanuele', path)
  await cutOff(page)
  await page.fill(opening, text)
  await page.locator('[data-saving=offline]').waitFor()
  return page.context()
}

test('an answer typed without a network comes back when the page is opened again, is saved, and leaves no trace', async () => {
  const { id, path } = await answerToWrite()
  const context = await leftBehind(path, 'Grazie a tutti.')
  const again = await context.newPage()
  await again.goto(origin + path)
  await again.getByText('Abbiamo ripreso il testo').waitFor()
  expect(await again.inputValue(opening)).toBe('Grazie a tutti.')
  await expect.poll(() => openingOf(id)).toBe('Grazie a tutti.')
  await saved(again)
  expect(await keptOn(again)).toEqual([])
  await expectSound(again)
})

test('an answer left on the device while a colleague saved another: both are there', async () => {
  const { id, path } = await answerToWrite()
  const context = await leftBehind(path, 'Grazie a tutti.')
  const marta = await visit('marta', path)
  await marta.fill(opening, 'Buongiorno.')
  await expect.poll(() => openingOf(id)).toBe('Buongiorno.')
  const again = await context.newPage()
  await again.goto(origin + path)
  await again.getByText('un altro testo').first().waitFor()
  expect(await again.inputValue(opening)).toBe('Buongiorno.')
  await again.getByText('Leggi l’altro testo').click()
  await again.getByText('Grazie a tutti.').waitFor()
  await expectSound(again)
  // What is typed meanwhile takes nothing away from it.
  await again.fill(opening, 'Buongiorno a tutti.')
  await expect.poll(() => openingOf(id)).toBe('Buongiorno a tutti.')
  await again.reload()
  await again.getByRole('button', { name: 'Usa l’altro testo' }).click()
  expect(await again.inputValue(opening)).toBe('Grazie a tutti.')
  await expect.poll(() => openingOf(id)).toBe('Grazie a tutti.')
  await expect.poll(() => keptOn(again)).toEqual([])
})

test('the sign-in ends before the preview of an answer: the words stay, and are there after signing in', async () => {
  const { id, path } = await answerToWrite()
  const page = await visit('emanuele', path)
  await endSignIns('emanuele')
  await page.fill(opening, 'Grazie a tutti.')
  await page.getByRole('button', { name: 'Anteprima' }).click()
  await page.getByText('Per continuare, entra.').first().waitFor()
  expect(await page.inputValue(opening)).toBe('Grazie a tutti.')
  await page.goto(`${origin}/sign-in?to=${path}`)
  await page.context().addCookies([{ name: 'agora', value: await signInCookie('emanuele'), url: origin }])
  await page.goto(origin + path)
  await expect.poll(() => page.inputValue(opening)).toBe('Grazie a tutti.')
  await page.getByRole('button', { name: 'Anteprima' }).click()
  await page.waitForURL(/\/publication$/)
  expect(await openingOf(id)).toBe('Grazie a tutti.')
  await expect.poll(() => keptOn(page)).toEqual([])
})

test('the same without scripts: the words come back to be sent again', async () => {
  const { id, path } = await answerToWrite()
  const page = await visit('emanuele', path, { scripts: false })
  await page.fill(opening, 'Grazie a tutti.')
  await endSignIns('emanuele')
  await page.getByRole('button', { name: 'Anteprima' }).click()
  expect(await page.locator('textarea[name=opening]').inputValue()).toBe('Grazie a tutti.')
  await page.context().addCookies([{ name: 'agora', value: await signInCookie('emanuele'), url: origin }])
  await page.locator('form[method=post] button.button').last().click()
  await page.waitForURL(/\/publication$/)
  expect(await openingOf(id)).toBe('Grazie a tutti.')
})

test('nobody answers the preview of an answer: it is said once, and sent again as it was', async () => {
  const { id, path } = await answerToWrite()
  const page = await visit('emanuele', path)
  await page.fill(opening, 'Grazie a tutti.')
  await saved(page)
  // Saving by itself stays silent to the end, so that only the button can bring the words
  await page.route(/\/saving$/, (route) => route.abort('internetdisconnected'))
  const silent = /\.data/
  await page.route(silent, (route) => route.abort('internetdisconnected'))
  await page.getByRole('button', { name: 'Anteprima' }).click()
  await page.getByText('Il sito non risponde.').waitFor()
  expect(await page.locator('[role=alert], [data-saving]').count()).toBe(1)
  await page.fill(opening, 'Grazie davvero a tutti.')
  await page.getByText('Il sito non risponde.').waitFor()
  expect(await page.locator('[role=alert], [data-saving]').count()).toBe(1)
  await page.unroute(silent)
  await page.getByRole('button', { name: 'Riprova' }).click()
  await page.waitForURL(/\/publication$/)
  expect(await openingOf(id)).toBe('Grazie davvero a tutti.')
})

test.each([{ scripts: true }, { scripts: false }])(
  'the answer is given to a colleague meanwhile: what was typed can still be read, scripts $scripts',
  async ({ scripts }) => {
    const { id, path } = await answerToWrite()
    const page = await visit('emanuele', path, { scripts })
    const [given] = await rows<{ officeId: string; assigneeId: string }>(
      `select a."officeId", p.id as "assigneeId" from "Answer" a, "Person" p where a.id = $1 and p.email = 'marta@esempio.it'`,
      [id],
    )
    await post('marta', `${path}/assignment`, given)
    await page.fill(opening, 'Grazie a tutti.')
    await page.getByRole('button', { name: 'Anteprima' }).click()
    await page.getByText('puoi copiarlo').waitFor()
    await page.locator('dd').getByText('Grazie a tutti.').waitFor()
    if (!scripts) return
    await page.reload()
    await page.locator('dd').getByText('Grazie a tutti.').waitFor()
    await expectSound(page)
    await page.locator('summary', { hasText: 'Emanuele' }).click()
    await page.getByRole('button', { name: 'Esci' }).click()
    await page.waitForURL(`${origin}/`)
    expect(await keptOn(page)).toEqual([])
  },
)

test('the answer goes to another office meanwhile: what was typed stays in sight', async () => {
  const { id, path } = await answerToWrite()
  const page = await visit('emanuele', path)
  await rows(
    `update "Answer" set "officeId" = (select id from "Office" where id <> "officeId" and id not in
      (select "officeId" from "OfficeMember" m join "Person" p on p.id = m."personId" where p.email = 'emanuele@esempio.it') limit 1)
      where id = $1 returning "officeId"`,
    [id],
  )
  await page.fill(opening, 'Grazie a tutti.')
  await page.getByRole('button', { name: 'Anteprima' }).click()
  await page.getByText('Questa risposta è di un altro ufficio.').first().waitFor()
  expect(await page.inputValue(opening)).toBe('Grazie a tutti.')
})

test.each([{ scripts: true }, { scripts: false }])(
  'a wrong address in an answer is told where it stands, and the mark does not say saved, scripts $scripts',
  async ({ scripts }) => {
    const { id, path } = await answerToWrite()
    const page = await visit('emanuele', path, { scripts })
    const act = page.getByLabel('Indirizzo web dell’atto').first()
    await page.getByText('Atto, se c’è').first().click()
    await act.fill('javascript:alert(1)')
    await page.fill(opening, 'Grazie a tutti.')
    await page.getByRole('button', { name: 'Anteprima' }).click()
    await page.getByText('Controlla questi punti').waitFor()
    expect(await act.isVisible()).toBe(true)
    expect(await page.locator('#points\\[0\\]\\.actLink-error').isVisible()).toBe(true)
    expect(await page.locator('[data-saving]').getAttribute('data-saving')).toBe('unsaved')
    if (!scripts) return expect(await openingOf(id)).toBe('')
    await expectSound(page)
    // From here on everything else is saved while typing, and the mark names what is not.
    await page.fill(opening, 'Grazie davvero a tutti.')
    const mark = page.locator('[data-saving=partly]')
    await mark.getByRole('link', { name: 'Punto 1 · Indirizzo web dell’atto' }).waitFor()
    expect(await openingOf(id)).toBe('Grazie davvero a tutti.')
    await expectSound(page)
    await act.fill('https://esempio.it/atto')
    await saved(page)
    expect(await page.getByText('Controlla questi punti').count()).toBe(0)
    expect(await act.isVisible()).toBe(true)
    expect(await keptOn(page)).toEqual([])
  },
)

test.each([true, false])('leaving by a button of the form saves first, scripts %s', async (scripts) => {
  const { id, path } = await answerToWrite()
  const page = await visit('emanuele', path, { scripts })
  await page.fill(opening, 'Grazie della proposta.')
  await page.getByRole('button', { name: 'Dividi questo punto' }).first().click()
  await page.waitForURL(/parts$/)
  expect(await openingOf(id)).toBe('Grazie della proposta.')
  await page.goto(origin + path)
  await page.fill(opening, 'Grazie della proposta, e del tempo.')
  await page.getByRole('button', { name: 'Continua più tardi' }).click()
  await page.waitForURL(/desk$/)
  expect(await openingOf(id)).toBe('Grazie della proposta, e del tempo.')
  await page.context().close()
})
