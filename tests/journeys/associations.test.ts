import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectSound, letterTo, rows, visit } from '#tests/world/browser'
import { pdf, photograph } from '#tests/world/files'

const path = (page: Page) => new URL(page.url()).pathname
const go = (page: Page, to: string) => page.goto(new URL(to, page.url()).href)

async function invitationTo(address: string) {
  const link = async () => /\/associations\/invitation\?token=[\w-]+/.exec(await letterTo(address).catch(() => ''))?.[0]
  await expect.poll(link, { timeout: 20_000 }).toBeTruthy()
  return (await link()) ?? ''
}

test.each([
  { scripts: true, name: 'Orti di quartiere', taxCode: '91500000001' },
  { scripts: false, name: 'Coro dei porti', taxCode: '91500000002' },
])(
  'an association is registered step by step, sent back, completed and verified: scripts $scripts',
  async ({ scripts, name, taxCode }) => {
    const sound = async (page: Page) => {
      if (scripts) await expectSound(page)
    }
    const page = await visit('carmela', '/associations', { scripts })
    await page.getByRole('link', { name: 'Registra un’associazione' }).click()
    await page.waitForURL(/\/associations\/new$/)
    await sound(page)
    await page.getByLabel('Nome dell’associazione').fill(name)
    await page.getByRole('button', { name: 'Comincia' }).click()
    await page.waitForURL(/\/registration\/identity$/)
    const id = path(page).split('/')[2] ?? ''
    await sound(page)
    await page.getByLabel('Forma giuridica').selectOption('aps')
    await page.getByLabel('Codice fiscale').fill('12')
    await page.getByRole('button', { name: 'Salva e continua' }).click()
    await page.getByText('11 numeri, oppure 16').first().waitFor()
    expect(await page.getByLabel('Forma giuridica').inputValue()).toBe('aps')
    expect(await page.getByLabel('Codice fiscale').inputValue()).toBe('12')
    await sound(page)
    await page.getByLabel('Codice fiscale').fill(taxCode)
    await page.getByRole('button', { name: 'Salva e continua' }).click()
    await page.waitForURL(/\/registration\/registers$/)
    await page.getByLabel('Numero nel RUNTS').fill('4455')
    await page.getByLabel('Sezione del RUNTS').selectOption('b) Associazioni di promozione sociale')
    await sound(page)
    await page.getByRole('button', { name: 'Salva e continua' }).click()
    await page.waitForURL(/\/registration\/places$/)
    await page.getByLabel('Comune della sede').selectOption({ label: 'Monopoli' })
    await page.getByLabel('Indirizzo').fill('Via del Porto 3')
    await page.locator('summary', { hasText: 'Provincia Bari' }).click()
    await page.getByLabel('Monopoli', { exact: true }).check()
    await sound(page)
    await page.getByRole('button', { name: 'Salva e continua' }).click()

    await page.waitForURL(/\/registration\/work$/)
    await go(page, '/account/associations')
    await page.locator('.card', { hasText: name }).getByRole('link', { name: 'Continua la registrazione' }).click()
    await page.getByText('Prima di inviare, manca:').waitFor()
    await page.getByRole('link', { name: /^che cosa fa \(/ }).click()
    await page.waitForURL(/\/registration\/work$/)
    await page.getByLabel('Che cosa fa').fill('Coltiviamo insieme, e impariamo le parole delle piante.')
    await page.getByLabel('italiano').check()
    await page.getByLabel('arabo').check()
    await page.getByLabel('E-mail per il pubblico').fill('non è un indirizzo')
    await page.locator('form').evaluateAll((forms) => {
      for (const form of forms) form.setAttribute('novalidate', '')
    })
    await page.getByRole('button', { name: 'Salva e continua' }).click()
    await page.getByText('Scrivi un indirizzo e-mail').first().waitFor()
    expect(await page.getByLabel('arabo').isChecked()).toBe(true)
    expect(await page.getByLabel('Che cosa fa').inputValue()).toContain('Coltiviamo')
    await sound(page)
    await page.getByLabel('E-mail per il pubblico').fill('orti@example.org')
    await page.getByRole('button', { name: 'Salva e continua' }).click()

    await page.waitForURL(/\/registration\/documents$/)
    await page
      .getByLabel('Un documento')
      .setInputFiles({ name: 'finto.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<svg/>') })
    await page.getByRole('button', { name: 'Aggiungi il documento' }).click()
    await page.getByText('Accettiamo solo PDF e immagini').first().waitFor()
    await sound(page)
    await page
      .getByLabel('Un documento')
      .setInputFiles({ name: 'Statuto.pdf', mimeType: 'application/pdf', buffer: pdf() })
    await page.getByRole('button', { name: 'Aggiungi il documento' }).click()
    await page.getByRole('link', { name: 'Statuto.pdf', exact: true }).waitFor()
    const photo = { name: 'Sede.jpg', mimeType: 'image/jpeg', buffer: await photograph() }
    await sound(page)
    // Chosen and not yet added: going on takes it along
    await page.getByLabel('Un documento').setInputFiles(photo)
    await page.getByRole('button', { name: 'Continua', exact: true }).click()
    await page.waitForURL(/\/registration\/summary$/)
    await page.getByRole('link', { name: 'Sede.jpg' }).waitFor()
    await sound(page)
    await page.getByRole('button', { name: 'Invia all’ufficio' }).click()
    await page.getByText('L’ufficio ha ricevuto la registrazione.').waitFor()
    await sound(page)

    const stranger = await visit('drita', `/associations/${id}`)
    expect(await stranger.getByRole('heading', { name: 'Questa pagina non c’è' }).count()).toBe(1)
    await stranger.context().close()

    const officer = await visit('emanuele', '/desk/associations', { scripts, width: scripts ? 1280 : 360 })
    await sound(officer)
    await officer.getByRole('link', { name }).click()
    await officer.getByRole('link', { name: 'Statuto.pdf' }).waitFor()
    await officer.getByText(taxCode).waitFor()
    await officer.getByText('b) Associazioni di promozione sociale').waitFor()
    const picture = officer.locator('.documents img')
    await picture.scrollIntoViewIfNeeded()
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(60)
    await sound(officer)
    if (scripts) {
      const [facts, documents] = await Promise.all(
        ['dl.facts', '.documents'].map((part) => officer.locator(part).first().boundingBox()),
      )
      expect(documents?.x ?? 0).toBeGreaterThan((facts?.x ?? 0) + 200)
    }
    await officer.getByLabel('Chiedi di completare').check()
    await officer.getByRole('button', { name: 'Decidi' }).click()
    await officer.getByText('Scrivi il motivo, con almeno 10 lettere.').first().waitFor()
    await officer.getByLabel('Parole per l’associazione').fill('Nello statuto manca l’ultima pagina.')
    await officer.getByLabel('Chiedi di completare').check()
    await officer.getByRole('button', { name: 'Decidi' }).click()
    await officer.getByText('L’associazione sa che cosa manca.').waitFor()

    await go(page, `/associations/${id}/registration/documents`)
    await page.getByText('Nello statuto manca l’ultima pagina.').waitFor()
    await sound(page)
    await page.locator('li', { hasText: 'Sede.jpg' }).getByRole('link', { name: 'Togli' }).click()
    await page.getByRole('heading', { name: 'Togliere questo documento?' }).waitFor()
    await sound(page)
    await page.getByRole('button', { name: 'Togli il documento' }).click()
    await page.getByText('Documento tolto.').waitFor()
    await go(page, `/associations/${id}/registration/summary`)
    await page.getByRole('button', { name: 'Invia all’ufficio' }).click()
    await page.getByText('L’ufficio ha ricevuto la registrazione.').waitFor()

    await go(officer, `/desk/associations/${id}`)
    await officer.getByLabel(/^Verifica/).check()
    await officer.getByRole('button', { name: 'Decidi' }).click()
    await officer.getByText('L’associazione è verificata.').waitFor()
    await officer.context().close()

    const visitor = await visit(null, `/associations?q=${encodeURIComponent(name)}`, { scripts })
    await visitor.getByRole('link', { name }).click()
    await visitor.getByRole('heading', { level: 1, name }).waitFor()
    await visitor.getByText('Coltiviamo insieme').waitFor()
    expect(await visitor.getByText('Carmela').count()).toBe(1)
    expect(await visitor.getByText(taxCode).count()).toBe(0)
    await sound(visitor)
    await visitor.context().close()
    await page.context().close()
  },
)

test.each([{ scripts: true }, { scripts: false }])(
  'mandates: invited by mail, accepted, handed over, never locked out: scripts $scripts',
  async ({ scripts }) => {
    await rows(`delete from "Mandate" where "personId" = (select id from "Person" where email = 'drita@esempio.it')`)
    const [ponte] = await rows<{ id: string }>(`select id from "Association" where name = 'Associazione Ponte'`)
    const mandates = `/associations/${ponte?.id}/mandates`
    const ada = await visit('ada', mandates, { scripts })
    if (scripts) await expectSound(ada)
    await ada.locator('.card', { hasText: 'Ada' }).getByRole('button', { name: 'Lascia' }).click()
    await ada.getByText('È l’ultimo rappresentante.').waitFor()
    if (scripts) await expectSound(ada)
    await ada.getByLabel('La sua e-mail').fill('drita@esempio.it')
    await ada.getByLabel('Delegato').check()
    await ada.getByLabel('Dal giorno').fill('2020-01-01')
    await ada.getByRole('button', { name: 'Manda l’invito' }).click()
    await ada.locator('.field.wrong #startsOn-error', { hasText: 'comincia oggi o dopo' }).waitFor()
    if (scripts) await expectSound(ada)
    expect(await ada.getByLabel('La sua e-mail').inputValue()).toBe('drita@esempio.it')
    await ada.getByLabel('Dal giorno').fill('')
    await ada.getByRole('button', { name: 'Manda l’invito' }).click()
    await ada.getByText('Invito mandato a drita@esempio.it.').waitFor()
    const link = await invitationTo('drita@esempio.it')

    const visitor = await visit(null, link, { scripts })
    await visitor.getByText('Per accettare, entra').waitFor()
    if (scripts) await expectSound(visitor)
    await visitor.context().close()
    const wrong = await visit('carmela', link, { scripts })
    await wrong.getByText('Questo invito è per un altro indirizzo.').waitFor()
    expect(await wrong.getByRole('button', { name: 'Accetto' }).count()).toBe(0)
    await wrong.context().close()
    const drita = await visit('drita', link, { scripts, language: 'it' })
    await drita.getByRole('button', { name: /Accetto|Pranoj/ }).click()
    await drita.waitForURL(new RegExp(`/associations/${ponte?.id}$`))
    if (scripts) await expectSound(drita)

    await ada.reload()
    await ada.locator('.card', { hasText: 'Drita' }).getByRole('link', { name: 'Passa la rappresentanza' }).click()
    await ada.getByText('Dopo resti delegato').waitFor()
    if (scripts) await expectSound(ada)
    await ada.getByRole('button', { name: 'Sì, passa la rappresentanza' }).click()
    await ada.getByText('La rappresentanza è passata.').waitFor()
    await go(drita, mandates)
    await drita.locator('.card', { hasText: 'Ada' }).locator('a[href$=handover]').click()
    // The page that asks has one such button, the one before has several
    await expect.poll(() => drita.locator('.danger-button').count()).toBe(1)
    await drita.locator('.danger-button').click()
    await drita.waitForURL(new RegExp(`${mandates}$`))
    const kinds = await rows<{ name: string; kind: string }>(
      `select p.pseudonym as name, m.kind from "Mandate" m join "Person" p on p.id = m."personId"
        where m."associationId" = $1 and m."endedAt" is null and m."acceptedAt" is not null order by 1`,
      [ponte?.id],
    )
    expect(kinds).toContainEqual({ name: 'Ada', kind: 'representative' })
    expect(kinds).toContainEqual({ name: 'Drita', kind: 'delegate' })
    await drita.locator('form[action$="/end"] button').last().click()
    await ada.context().close()
    await drita.context().close()
  },
)

test.each([
  { width: 360, language: 'it', scripts: true },
  { width: 1280, language: 'ar', scripts: true },
  { width: 360, language: 'ar', scripts: true },
])('the public register and a page, at $width px in $language', async (wishes) => {
  const page = await visit(null, '/associations', wishes)
  await expectSound(page)
  const ponte = page.getByRole('link', { name: 'Associazione Ponte' })
  await ponte.waitFor()
  await page.locator('.register-map a').first().waitFor()
  await ponte.click()
  await page.waitForURL(/\/associations\/[\w-]+$/)
  await expectSound(page)
  await page.context().close()
})

test('the register is searched and filtered without JavaScript, by words, place, form, language and map', async () => {
  const page = await visit(null, '/associations', { scripts: false })
  const found = async () => page.locator('.cards h2').allTextContents()
  await page.getByLabel('Cerca per parole').fill('MEDICI')
  await page.getByRole('button', { name: 'Cerca' }).click()
  expect(await found()).toContain('Associazione Ponte')
  await page.locator('summary', { hasText: 'Altri filtri' }).click()
  await page.getByLabel('Forma giuridica').selectOption('foundation')
  await page.getByRole('button', { name: 'Cerca' }).click()
  await page.getByText('Nessuna associazione con questi filtri.').waitFor()
  await page.getByRole('link', { name: 'Mostra tutte' }).click()
  await page.locator('summary', { hasText: 'Altri filtri' }).click()
  await page.getByLabel('Lingue').selectOption('sq')
  await page.getByLabel('Lavora in').selectOption({ label: 'Monopoli' })
  await page.getByRole('button', { name: 'Cerca' }).click()
  expect(await found()).toContain('Associazione Ponte')
  await page.getByLabel('Lavora in').selectOption({ label: 'Provincia Foggia' })
  await page.getByRole('button', { name: 'Cerca' }).click()
  expect(await found()).not.toContain('Associazione Ponte')
  const onMap = page.locator('.register-map a', { hasText: 'Monopoli' })
  await go(page, (await onMap.getAttribute('href')) ?? '')
  expect(await found()).toContain('Associazione Ponte')
  await page.context().close()
})
