/** Whatever happens while a person types a proposal, the words are still there afterwards. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { draft, post, words } from '#tests/world/acts'
import { cutOff, endSignIns, expectSound, origin, rows, signInCookie, visit } from '#tests/world/browser'

const points = ['Una cosa sola']
const saved = (page: Page) => page.locator('[data-saving=saved]').waitFor()
const titleOf = async (id: string) =>
  (await rows<{ title: string }>('select title from "Proposal" where id = $1', [id]))[0]?.title

async function draftOf(who: 'bilal' | 'giorgio' | 'luca' | 'carmela' | 'ada', title: string) {
  const id = await draft(who, { title, points, forPonte: false })
  return { id, path: `/proposals/${id}/text` }
}

/** Types as a person does, and sees that it is not saved yet. */
async function typeTitle(page: Page, title: string) {
  await page.fill('[name=title]', title)
  await page.locator('[data-saving=typing], [data-saving=saving]').first().waitFor()
}

/** That nobody answers is said in one place. */
async function expectOneWord(page: Page) {
  expect(await page.locator('main :is(.notice, [role=alert])').allTextContents()).toEqual([
    '! Il sito non risponde. Quello che hai scritto è ancora qui. Riprova',
  ])
}

test('what is typed goes to the server by itself', async () => {
  const { id, path } = await draftOf('bilal', 'Una mensa per tutti')
  const page = await visit('bilal', path)
  const arrived = page.waitForResponse((response) => response.url().endsWith('/saving'))
  await typeTitle(page, 'Una mensa per tutti i bambini')
  expect((await arrived).status()).toBe(200)
  await saved(page)
  expect(await titleOf(id)).toBe('Una mensa per tutti i bambini')
  await expectSound(page)
})

test('a lost connection and a closed tab: the device gives the text back', async () => {
  const { id, path } = await draftOf('bilal', 'Una mensa per i bambini')
  const page = await visit('bilal', path)
  await page.context().setOffline(true)
  await page.fill('[name=title]', 'Una mensa per tutti i bambini di Monopoli')
  await page.locator('[data-saving=offline]').waitFor()
  await page.getByRole('button', { name: 'Salva e vai avanti' }).click()
  expect(await page.inputValue('[name=title]')).toBe('Una mensa per tutti i bambini di Monopoli')
  await expectSound(page)
  await page.close()
  await page.context().setOffline(false)
  const again = await page.context().newPage()
  await again.goto(origin + path)
  await again.getByText('Abbiamo ripreso il testo').or(again.locator('[data-saving=saved]')).first().waitFor()
  await expect.poll(() => again.inputValue('[name=title]')).toBe('Una mensa per tutti i bambini di Monopoli')
  await saved(again)
  await expect.poll(() => titleOf(id)).toBe('Una mensa per tutti i bambini di Monopoli')
  await expectSound(again)
})

test('the site does not answer the button: the words stay on the page, and are sent again', async () => {
  const { id, path } = await draftOf('bilal', 'Una mensa senza plastica')
  const page = await visit('bilal', path)
  // Saving by itself stays silent to the end, so that only the button can bring the words
  await page.route(/\/saving$/, (route) => route.abort('internetdisconnected'))
  const silent = /\/text\.data/
  await page.route(silent, (route) => route.abort('internetdisconnected'))
  await page.fill('[name=title]', 'Una mensa senza plastica a scuola')
  await page.locator('[data-saving=offline]').waitFor()
  await page.getByRole('button', { name: 'Salva e vai avanti' }).click()
  await page.getByText('Il sito non risponde.').waitFor()
  await expectOneWord(page)
  // Saving by itself is tried again meanwhile, as the mark said, and gets no answer either
  await page.waitForRequest(/\/saving$/)
  await page.getByText('Il sito non risponde.').waitFor()
  await expectOneWord(page)
  await expectSound(page)
  expect(await page.inputValue('[name=title]')).toBe('Una mensa senza plastica a scuola')
  expect(await page.locator('.tiptap, [contenteditable=true]').first().textContent()).toContain('In ospedale')
  await page.unroute(silent)
  await page.getByRole('button', { name: 'Riprova' }).click()
  await page.waitForURL(/\/attachments$/)
  expect(await titleOf(id)).toBe('Una mensa senza plastica a scuola')
})

test('two tabs: the second is told, decides, and loses nothing', async () => {
  const { id, path } = await draftOf('giorgio', 'Piste ciclabili fino al mare')
  const first = await visit('giorgio', path)
  const second = await first.context().newPage()
  await second.goto(origin + path)
  await second.waitForLoadState('networkidle')
  await typeTitle(first, 'Piste ciclabili fino al mare, subito')
  await saved(first)
  await second.fill('[name=title]', 'Piste ciclabili dalla stazione al mare')
  await second.locator('[data-saving=elsewhere]').waitFor()
  await expectSound(second)
  await second.getByRole('button', { name: 'Tieni questo testo' }).click()
  await saved(second)
  expect(await titleOf(id)).toBe('Piste ciclabili dalla stazione al mare')
})

test('two tabs, and the form is pressed on the older one: told once, then it is taken', async () => {
  const { id, path } = await draftOf('giorgio', 'Una fontana in piazza Vittorio')
  const page = await visit('giorgio', path)
  const revision = () => page.inputValue('[name=revision]')
  const before = await revision()
  await post('giorgio', path, { revision: await revisionOf(id), title: 'Due fontane in piazza', document: words })
  await page.fill('[name=title]', 'Tre fontane in piazza Vittorio')
  await page.getByRole('button', { name: 'Salva e vai avanti' }).click()
  await page.getByText('Se salvi di nuovo, vale il tuo.').first().waitFor()
  expect(await page.inputValue('[name=title]')).toBe('Tre fontane in piazza Vittorio')
  await expect.poll(revision).not.toBe(before)
  await page.getByRole('button', { name: 'Salva e vai avanti' }).click()
  await page.waitForURL(/\/attachments$/)
  expect(await titleOf(id)).toBe('Tre fontane in piazza Vittorio')
})

test('a text left on the device while another was saved elsewhere is offered, not imposed', async () => {
  const { id, path } = await draftOf('giorgio', 'Alberi lungo via Roma')
  const page = await visit('giorgio', path)
  await cutOff(page)
  await page.fill('[name=title]', 'Alberi e panchine lungo via Roma')
  await page.locator('[data-saving=offline]').waitFor()
  await post('giorgio', path, { revision: await revisionOf(id), title: 'Alberi in tutta la città', document: words })
  const again = await page.context().newPage()
  await again.goto(origin + path)
  await again.getByText('un altro testo').first().waitFor()
  expect(await again.inputValue('[name=title]')).toBe('Alberi in tutta la città')
  await expectSound(again)
  await again.getByRole('button', { name: 'Usa l’altro testo' }).click()
  expect(await again.inputValue('[name=title]')).toBe('Alberi e panchine lungo via Roma')
  await saved(again)
  await expect.poll(() => titleOf(id)).toBe('Alberi e panchine lungo via Roma')
})

test('back and forth through the steps, each shows what was written', async () => {
  const { path } = await draftOf('luca', 'Biblioteca aperta la sera')
  const page = await visit('luca', path)
  await page.fill('[name=title]', 'Biblioteca aperta anche la sera')
  await page.getByRole('button', { name: 'Salva e vai avanti' }).click()
  await page.waitForURL(/\/attachments$/)
  await page.goBack()
  await page.waitForURL(/\/text$/)
  expect(await page.inputValue('[name=title]')).toBe('Biblioteca aperta anche la sera')
  await page.locator('.tiptap, [contenteditable=true]').first().getByText('In ospedale').waitFor()
  await saved(page)
})

test.each([{ scripts: true }, { scripts: false }])(
  'publish pressed twice, then gone back to: one proposal and no reproach, scripts $scripts',
  async ({ scripts }) => {
    const { id } = await draftOf('luca', 'Una panchina davanti alla scuola')
    const page = await visit('luca', `/proposals/${id}/summary`, { scripts })
    await page.getByRole('button', { name: 'Pubblica', exact: true }).dblclick()
    await page.getByText('La proposta è pubblica.').waitFor()
    const kinds = await rows(`select what from "Entry" where "subjectId" = $1 and what = 'proposal.published'`, [id])
    expect(kinds).toHaveLength(1)
    await page.goBack()
    // A browser without scripts shows the page it remembers: pressed again, it leads to the same place.
    if (!scripts) await page.getByRole('button', { name: 'Pubblica', exact: true }).click()
    await page.waitForURL((url) => url.pathname === `/proposals/${id}`)
    await page.getByRole('heading', { level: 1, name: 'Una panchina davanti alla scuola' }).waitFor()
    const twice = await Promise.all([1, 2, 3].map(() => post('luca', `/proposals/${id}/publication`)))
    expect(twice.map((response) => response.headers.get('Location'))).toEqual(Array(3).fill(`/proposals/${id}`))
  },
)

test('the sign-in ends while typing: the text stays, and is saved after signing in again', async () => {
  const { id, path } = await draftOf('carmela', 'Corsi di italiano la sera')
  const page = await visit('carmela', path)
  await endSignIns('carmela')
  await page.fill('[name=title]', 'Corsi di italiano la sera e il sabato')
  await page.locator('[data-saving=signed-out]').waitFor()
  await expectSound(page)
  await page.getByRole('button', { name: 'Salva e vai avanti' }).click()
  await page.getByText('Per continuare, entra.').first().waitFor()
  expect(await page.inputValue('[name=title]')).toBe('Corsi di italiano la sera e il sabato')
  await page.context().addCookies([{ name: 'agora', value: await signInCookie('carmela'), url: origin }])
  await page.getByRole('button', { name: 'Salva e vai avanti' }).click()
  await page.waitForURL(/\/attachments$/)
  expect(await titleOf(id)).toBe('Corsi di italiano la sera e il sabato')
})

test.each(['it', 'ar'])(
  'without scripts, in %s, the words come back on the page that asks to sign in',
  async (language) => {
    const { id, path } = await draftOf('carmela', 'Corsi di cucina di tutti i paesi')
    const page = await visit('carmela', path, { scripts: false, language })
    await page.fill('[name=title]', `Corsi di cucina per tutti, ${language}`)
    await page.fill('textarea[name=document]', `${words} E la domenica.`)
    await endSignIns('carmela')
    await page.locator('form[method=post] button.button').last().click()
    expect(await page.locator('textarea[name=title]').inputValue()).toBe(`Corsi di cucina per tutti, ${language}`)
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    expect(await page.locator('textarea[name=document]').inputValue()).toContain('E la domenica.')
    await page.context().addCookies([{ name: 'agora', value: await signInCookie('carmela'), url: origin }])
    await page.locator('form[method=post] button.button').last().click()
    await page.waitForURL(/\/attachments$/)
    expect(await titleOf(id)).toBe(`Corsi di cucina per tutti, ${language}`)
  },
)

async function revisionOf(id: string) {
  const [row] = await rows<{ revision: number }>('select revision from "Proposal" where id = $1', [id])
  return `${row?.revision}`
}
