import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectSound, rows, visit } from '#tests/world/browser'

const go = (page: Page, to: string) => page.goto(new URL(to, page.url()).href)
const roleCard = (page: Page, role: string, person: string) =>
  page.locator('.cards .card', { hasText: role }).filter({ hasText: person })

test.each([
  { scripts: true, width: 360 },
  { scripts: false, width: 1280 },
])('Irene gives a role and ends it, and the last administrator stays: scripts $scripts', async ({ scripts, width }) => {
  const irene = await visit('irene', '/admin', { scripts, width })
  if (scripts) await expectSound(irene)
  await irene.getByRole('link', { name: 'Ruoli' }).click()
  await irene.waitForURL(/\/admin\/roles$/)
  if (scripts) await expectSound(irene)
  await irene.getByLabel('Indirizzo e-mail').fill('nessuno@example.org')
  await irene.getByLabel('Ruolo').selectOption('facilitator')
  await irene.getByLabel('Territorio').selectOption({ label: 'Monopoli · Comune' })
  await irene.getByRole('button', { name: 'Dai un ruolo' }).click()
  await irene.locator('.field.wrong', { hasText: 'Nessun profilo confermato ha questo indirizzo.' }).waitFor()
  if (scripts) await expectSound(irene)
  expect(await irene.getByLabel('Indirizzo e-mail').inputValue()).toBe('nessuno@example.org')
  expect(await irene.getByLabel('Ruolo').inputValue()).toBe('facilitator')
  await irene.getByLabel('Indirizzo e-mail').fill('drita@esempio.it')
  await irene.getByRole('button', { name: 'Dai un ruolo' }).click()
  await irene.getByText('Il ruolo è dato.').waitFor()
  await roleCard(irene, 'Facilitatore', 'Drita').waitFor()

  const drita = await visit('drita', '/account')
  await drita.getByText('Monopoli').last().waitFor()
  await drita.context().close()

  await roleCard(irene, 'Facilitatore', 'Drita').getByRole('link', { name: 'Togli il ruolo' }).click()
  await irene.getByRole('heading', { name: 'Togli questo ruolo?' }).waitFor()
  if (scripts) await expectSound(irene)
  await irene.getByRole('button', { name: 'Sì, togli il ruolo' }).click()
  await irene.getByText('Il ruolo è tolto.').waitFor()
  expect(await roleCard(irene, 'Facilitatore', 'Drita').count()).toBe(0)

  await roleCard(irene, 'Amministratore', 'Irene').getByRole('link', { name: 'Togli il ruolo' }).click()
  await irene.getByRole('button', { name: 'Sì, togli il ruolo' }).click()
  await irene.getByText('È l’ultimo amministratore.').waitFor()
  if (scripts) await expectSound(irene)
  const kept = await rows(`select 1 from "Role" where kind = 'administrator' and "endsOn" is null`)
  expect(kept.length).toBeGreaterThan(0)
  await irene.context().close()
})

test.each([
  { scripts: true, name: 'Sport e giovani' },
  { scripts: false, name: 'Ambiente e verde' },
])(
  'Irene opens an office, seats people with rank and dates, announces closures, closes it: scripts $scripts',
  async ({ scripts, name }) => {
    const sound = async (page: Page) => {
      if (scripts) await expectSound(page)
    }
    const page = await visit('irene', '/admin/offices', { scripts })
    await sound(page)
    await page.getByRole('link', { name: 'Apri un ufficio' }).click()
    await page.waitForURL(/\/admin\/offices\/new$/)
    await sound(page)
    await page.getByLabel('Territorio').selectOption({ label: 'Bari' })
    await page.getByLabel('Nome dell’ufficio').fill('Accoglienza e partecipazione')
    await page.getByLabel('Di che cosa si occupa').fill('Campi, palestre, piazze.')
    await page.getByLabel('Bambini e giovani').check()
    await page.getByRole('button', { name: 'Apri un ufficio' }).click()
    await page.getByText('c’è già un ufficio con questo nome').waitFor()
    expect(await page.getByLabel('Bambini e giovani').isChecked()).toBe(true)
    expect(await page.getByLabel('Di che cosa si occupa').inputValue()).toBe('Campi, palestre, piazze.')
    await sound(page)
    await page.getByLabel('Nome dell’ufficio').fill(name)
    await page.getByRole('button', { name: 'Apri un ufficio' }).click()
    await page.getByText('L’ufficio è aperto.').waitFor()
    await page.getByText('Qui non lavora nessuno').waitFor()
    const office = new URL(page.url()).pathname
    await sound(page)

    await page.getByRole('link', { name: 'Aggiungi una persona' }).click()
    await page.waitForURL(/\/members$/)
    await sound(page)
    await page.getByLabel('Indirizzo e-mail').fill('hana@esempio.it')
    await page.getByLabel('Dirigente', { exact: false }).first().check()
    await page.getByLabel('Fino al giorno').fill('2020-01-01')
    await page.getByRole('button', { name: 'Aggiungi una persona' }).click()
    await page.locator('.field.wrong', { hasText: 'L’ultimo giorno viene prima del primo.' }).waitFor()
    await sound(page)
    await page.getByLabel('Fino al giorno').fill('2040-12-31')
    await page.getByRole('button', { name: 'Aggiungi una persona' }).click()
    await page.getByText('La persona lavora in questo ufficio.').waitFor()
    const hana = page.locator('.card', { hasText: 'Hana Berisha' })
    await hana.getByText('Dirigente').waitFor()
    await sound(page)
    const desk = await visit('hana', '/desk')
    expect(await desk.locator('h1').count()).toBe(1)
    expect(await desk.getByText('Non puoi aprire questa pagina').count()).toBe(0)
    await desk.context().close()

    await page.getByRole('link', { name: 'Aggiungi giorni di chiusura' }).click()
    await page.waitForURL(/\/closures$/)
    await page.getByLabel('Dal giorno').fill('2040-08-10')
    await page.getByLabel('Fino al giorno').fill('2040-08-20')
    await page.getByLabel('Perché').fill('Chiusura di Ferragosto')
    await sound(page)
    await page.getByRole('button', { name: 'Salva' }).click()
    await page.getByText('I giorni di chiusura sono pubblici.').waitFor()
    await page.getByText('Chiusura di Ferragosto').first().waitFor()
    await page.locator('form[action$=removal] button').click()
    await page.getByText('I giorni di chiusura sono tolti.').waitFor()

    await page.getByRole('link', { name: 'Cambia i dati dell’ufficio' }).click()
    await page.waitForURL(/\/change$/)
    await page.getByLabel('Bambini e giovani').uncheck()
    await sound(page)
    await page.getByRole('button', { name: 'Salva' }).click()
    await page.getByText('Nessun tema: riceve quello').waitFor()

    await hana.getByRole('link', { name: 'Togli' }).click()
    await page.getByRole('heading', { name: 'Togli questa persona dall’ufficio?' }).waitFor()
    await page.getByText('Hana Berisha').waitFor()
    await sound(page)
    await page.getByRole('button', { name: 'Sì, togli la persona' }).click()
    await page.getByText('Le sue risposte tornano').waitFor()
    await go(page, `${office}/closing`)
    await sound(page)
    await page.getByRole('button', { name: 'Chiudi l’ufficio' }).click()
    await page.getByText('L’ufficio è chiuso.').waitFor()
    await go(page, office)
    await page.getByText('L’ufficio è chiuso dal').waitFor()
    expect(await page.getByText('nessuno riceve le proposte').count()).toBe(0)
    await go(page, '/admin/offices')
    await page.locator('section', { hasText: 'Uffici chiusi' }).getByRole('link', { name }).waitFor()
    await sound(page)
    await page.context().close()
  },
)

test('an office that owes answers stays open, and says why', async () => {
  const [office] = await rows<{ id: string }>(
    `select o.id from "Office" o join "Answer" a on a."officeId" = o.id and a."publishedAt" is null limit 1`,
  )
  const page = await visit('irene', `/admin/offices/${office?.id}/closing`, { width: 360 })
  await page.getByRole('button', { name: 'Chiudi l’ufficio' }).click()
  await page.getByText('L’ufficio deve ancora dare delle risposte').waitFor()
  await expectSound(page)
  await page.locator('a[href^="/desk/"]').first().click()
  await page.waitForURL(/\/desk\/\w+/)
  await page.context().close()
})

test.each([{ scripts: true }, { scripts: false }])(
  'the patron saint’s day is set, and shown: scripts $scripts',
  async ({ scripts }) => {
    const page = await visit('irene', '/territories/lecce', { scripts })
    if (scripts) await expectSound(page)
    await page.getByRole('link', { name: 'Cambia la festa del patrono' }).click()
    await page.waitForURL(/\/patron$/)
    await page.getByLabel('Nome del patrono').fill('Sant’Oronzo')
    await page.getByLabel('Giorno').fill('31')
    await page.getByLabel('Mese').selectOption('2')
    await page.getByRole('button', { name: 'Salva' }).click()
    await page.getByText('Questo giorno non c’è in quel mese.').first().waitFor()
    if (scripts) await expectSound(page)
    expect(await page.getByLabel('Nome del patrono').inputValue()).toBe('Sant’Oronzo')
    await page.getByLabel('Giorno').fill('26')
    await page.getByLabel('Mese').selectOption('8')
    await page.getByRole('button', { name: 'Salva' }).click()
    await page.getByText('Sant’Oronzo: 26 agosto.').waitFor()
    await page.context().close()
  },
)

test.each([
  { scripts: true, supports: '25' },
  { scripts: false, supports: '26' },
])('rules get a new version, if it says another thing: scripts $scripts', async ({ scripts, supports }) => {
  const page = await visit('irene', '/territories/lecce/rules', { scripts })
  if (scripts) await expectSound(page)
  const publish = () => page.getByRole('button', { name: 'Pubblica queste regole' }).click()
  const number = page.getByLabel('Quanti sostegni servono (un numero)')
  const share = page.getByLabel('Oppure: quanti abitanti su 10.000')
  await share.fill('')
  await number.fill('')
  await publish()
  await page.locator('.field.wrong', { hasText: 'Ne serve uno dei due.' }).waitFor()
  await share.fill('20')
  await number.fill(supports)
  await publish()
  await page.locator('.field.wrong', { hasText: 'non tutti e due' }).waitFor()
  if (scripts) await expectSound(page)
  await share.fill('')
  await publish()
  await page.getByText(`Sostegni che servono: ${supports}.`).waitFor()
  await go(page, '/territories/lecce/rules')
  await publish()
  await page.getByText('sono gli stessi che valgono già').waitFor()
  await page.context().close()
})

test.each([
  '/admin',
  '/admin/roles',
  '/admin/offices',
  '/admin/offices/new',
  '/territories/bari/patron',
  '/desk/attestation',
  '/desk/associations',
])('%s is sound in Arabic, on a phone and on a desk', async (path) => {
  for (const width of [360, 1280]) {
    const page = await visit(path.startsWith('/desk') ? 'emanuele' : 'irene', path, { width, language: 'ar' })
    expect((await page.reload())?.status()).toBe(200)
    expect(await page.locator('h1').count()).toBe(1)
    await expectSound(page)
    await page.context().close()
  }
})
