import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { password } from '#prisma/seed/town'
import { expectSound, letterTo, rows, visit } from '#tests/world/browser'

/** The link in a letter, as a path: the letter names the site by its public address. */
async function linkIn(address: string, path: string) {
  const letter = await letterTo(address)
  const link = new RegExp(`${path}\\?token=[\\w-]+`).exec(letter)?.[0]
  if (!link) throw new Error(`No ${path} in the letter to ${address}`)
  return link
}

async function enter(page: Page, email: string, secret: string) {
  await page.getByLabel('Indirizzo e-mail').fill(email)
  await page.getByLabel('Password').fill(secret)
  await page.getByRole('button', { name: 'Entra' }).first().click()
}

test.each([
  { who: 'phone', scripts: true },
  { who: 'plain', scripts: false },
])(
  'a person registers by the form, confirms by the letter, resets the password and comes in again: $who',
  async ({ who, scripts }) => {
    const email = `viola-${who}@example.org`
    const sound = async (page: Page) => {
      if (scripts) await expectSound(page)
    }
    const page = await visit(null, '/', { scripts })
    await page.getByRole('link', { name: 'Entra' }).click()
    await page.getByRole('link', { name: 'Iscriviti' }).click()
    await page.waitForURL(/\/register$/)
    await sound(page)
    await page.getByLabel('Nome che tutti vedono').fill('Viola di mare')
    await page.getByLabel('Indirizzo e-mail').fill(email)
    await page.getByLabel('Password').fill('corta')
    await page.getByLabel('Comune dove abiti').selectOption({ label: 'Monopoli' })
    await page.getByRole('button', { name: 'Iscriviti' }).click()
    await page
      .getByText(/10 lettere/)
      .first()
      .waitFor()
    expect(await page.getByLabel('Nome che tutti vedono').inputValue()).toBe('Viola di mare')
    await page.getByLabel('Password').fill('il mare di notte è blu')
    await page.getByRole('button', { name: 'Iscriviti' }).click()
    await page.getByRole('heading', { name: 'Guarda la tua posta' }).waitFor()
    await sound(page)

    await page.goto(new URL('/sign-in', page.url()).href)
    await enter(page, email, 'il mare di notte è blu')
    await page.getByText('Indirizzo o password non vanno bene.').first().waitFor()
    await sound(page)

    const confirmation = await linkIn(email, '/confirm')
    await page.goto(new URL(confirmation, page.url()).href)
    await sound(page)
    await page.getByLabel('Password').fill('il mare di notte è blu')
    await page.getByRole('button', { name: 'Conferma' }).click()
    await page.getByText('Il tuo indirizzo è confermato. Benvenuto!').waitFor()
    expect(await page.getByText('Gli altri ti vedono come').textContent()).toContain('Viola di mare')
    await sound(page)

    await page.goto(new URL(confirmation, page.url()).href)
    await page.getByRole('heading', { name: 'Questo indirizzo non vale più' }).waitFor()

    await page.goto(new URL('/sign-in', page.url()).href)
    await page.locator('summary').filter({ hasText: 'Viola di mare' }).click()
    await page.getByRole('button', { name: 'Esci' }).click()
    await page.getByText('Sei uscito.').waitFor()

    await page.getByRole('link', { name: 'Entra' }).click()
    await page.getByRole('link', { name: 'Ho dimenticato la password' }).click()
    await page.waitForURL(/\/reset$/)
    await page.getByLabel('Indirizzo e-mail').fill(email)
    await page.getByRole('button', { name: 'Mandami la lettera' }).click()
    await page.getByRole('heading', { name: 'Guarda la tua posta' }).waitFor()
    const reset = await expectLetter(email, '/reset/new')
    await page.goto(new URL(reset, page.url()).href)
    await sound(page)
    await page.getByLabel('Nuova password').fill('la luna di giorno è bianca')
    await page.getByRole('button', { name: 'Salva' }).click()
    await page.getByText('La password è cambiata.').waitFor()
    await sound(page)

    const other = await visit(null, '/sign-in?to=/account/sign-ins', { scripts })
    await enter(other, email, 'il mare di notte è blu')
    await other.getByText('Indirizzo o password non vanno bene.').first().waitFor()
    await other.getByLabel('Password').fill('la luna di giorno è bianca')
    await other.getByRole('button', { name: 'Entra' }).first().click()
    await other.waitForURL(/\/account\/sign-ins$/)
    await sound(other)
    await other.getByRole('button', { name: 'Chiudi', exact: true }).click()
    await other.getByText('Accesso chiuso.').waitFor()
    expect(await other.getByText('Stai usando questo').count()).toBe(1)
    await page.goto(new URL('/account', page.url()).href)
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    await page.context().close()
    await other.context().close()
  },
)

/** The letter that came last may be an older one for a moment. */
async function expectLetter(email: string, path: string) {
  await expect.poll(() => linkIn(email, path).catch(() => ''), { timeout: 20_000 }).not.toBe('')
  return linkIn(email, path)
}

test.each([true, false])(
  'what is wrong is said in the language of the page, by its field: scripts %s',
  async (scripts) => {
    const page = await visit(null, '/register', { language: 'ar', scripts })
    await page.fill('[name=email]', 'viola@')
    await page.locator('form:has([name=email]) button').last().click()
    await page.locator('.field.wrong', { hasText: 'اكتب عنوان بريد إلكتروني' }).waitFor()
    expect(await page.inputValue('[name=email]')).toBe('viola@')
    await page.context().close()
  },
)

test('an address that is known gets the same answer on the page, and another letter', async () => {
  const page = await visit(null, '/register', { scripts: false })
  await page.getByLabel('Nome che tutti vedono').fill('Qualcuno')
  await page.getByLabel('Indirizzo e-mail').fill('HANA@esempio.it')
  await page.getByLabel('Password').fill('una frase che nessuno usa')
  await page.getByRole('button', { name: 'Iscriviti' }).click()
  await page.getByRole('heading', { name: 'Guarda la tua posta' }).waitFor()
  await expect.poll(() => letterTo('hana@esempio.it'), { timeout: 20_000 }).toMatch(/already|reset/)
  await page.context().close()
})

test('pseudonym, real name, home and language are changed, and shown to others as chosen', async () => {
  const page = await visit('drita', '/account')
  await expectSound(page)
  await page.getByLabel('Mostra il mio nome vero').check()
  await page.getByLabel('Nome e cognome veri').fill('')
  await page.getByRole('button', { name: 'Salva' }).click()
  await page.getByText('Per mostrare il nome vero, scrivilo.').first().waitFor()
  await expectSound(page)
  await page.getByLabel('Nome e cognome veri').fill('Drita Hoxha')
  await page.getByLabel('Comune dove abiti').selectOption({ label: 'Monopoli' })
  await page.getByRole('button', { name: 'Salva' }).click()
  await page.getByText('Salvato.').waitFor()
  expect(await page.getByText('Gli altri ti vedono come').textContent()).toContain('Drita Hoxha')
  await page.getByLabel('Nome che tutti vedono').fill('Comune di Monopoli')
  await page.getByRole('button', { name: 'Salva' }).click()
  await page.getByText('Questo nome sembra quello di un ente.').waitFor()
  expect(await page.getByLabel('Nome che tutti vedono').inputValue()).toBe('Comune di Monopoli')
  await page.getByLabel('Nome che tutti vedono').fill('Drita')
  await page.getByLabel('Mostra il mio nome vero').uncheck()
  await page.getByLabel('Lingua in cui leggi').selectOption('sq')
  await page.getByRole('button', { name: 'Salva' }).click()
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('sq')
  await page.context().close()
})

test('the password and the address are changed by whoever knows the password', async () => {
  const page = await visit('giorgio', '/account/password')
  await expectSound(page)
  await page.getByLabel('Password di adesso').fill('sbagliata sbagliata')
  await page.getByLabel('Nuova password').fill('un treno che parte piano')
  await page.getByRole('button', { name: 'Salva' }).click()
  await page.locator('.field.wrong', { hasText: 'La password non è giusta.' }).waitFor()
  await page.getByLabel('Password di adesso').fill(password)
  await page.getByLabel('Nuova password').fill('un treno che parte piano')
  await page.getByRole('button', { name: 'Salva' }).click()
  await page.getByText('La password è cambiata.').waitFor()
  await page.goto(new URL('/account/address', page.url()).href)
  await expectSound(page)
  await page.getByLabel('Nuovo indirizzo e-mail').fill('giorgio.nuovo@example.org')
  await page.getByLabel('Password').fill('un treno che parte piano')
  await page.getByRole('button', { name: 'Mandami la lettera' }).click()
  await page.getByRole('heading', { name: 'Guarda la tua posta' }).waitFor()
  const link = await expectLetter('giorgio.nuovo@example.org', '/account/address/confirm')
  await page.goto(new URL(link, page.url()).href)
  await expectSound(page)
  await page.getByRole('button', { name: 'Conferma' }).click()
  await page.getByText('Adesso usi giorgio.nuovo@example.org').waitFor()
  await page.context().close()
  await rows(`update "Person" set email = 'giorgio@esempio.it' where email = 'giorgio.nuovo@example.org'`)
})

test.each([
  { scripts: true, language: 'ar' },
  { scripts: false, language: 'it' },
])('the demonstration’s door lets in with one click: scripts $scripts, $language', async (wishes) => {
  const page = await visit(null, '/sign-in?to=/account', wishes)
  if (wishes.scripts) await expectSound(page)
  await page.locator('button[name=name][value=carmela]').click()
  await page.waitForURL(/\/account$/)
  expect(await page.locator('.site-header').textContent()).toContain('Carmela')
  if (wishes.scripts) await expectSound(page)
  await page.context().close()
})

const screens = ['/account', '/account/attestation', '/account/sign-ins', '/account/password', '/account/address']

test.each([
  ...screens,
  '/account/leaving',
  '/account/associations',
  '/register',
  '/reset',
  '/reset/new',
  '/confirm',
  '/register/sent',
])('%s is sound in Arabic, on a phone and on a desk', async (path) => {
  for (const width of [360, 1280]) {
    const page = await visit(path.startsWith('/account') ? 'bilal' : null, path, { width, language: 'ar' })
    expect(await page.locator('h1').count()).toBe(1)
    await expectSound(page)
    await page.context().close()
  }
})

let code = ''

beforeAll(async () => {
  await rows(
    `delete from "Attestation" where "personId" in (select id from "Person" where email = 'carmela@esempio.it')`,
  )
})

test.each([{ scripts: true }, { scripts: false }])(
  'Carmela shows a code, Emanuele attests her at the desk and takes it back: scripts $scripts',
  async ({ scripts }) => {
    const carmela = await visit('carmela', '/account/attestation', { scripts })
    await carmela.getByRole('button', { name: 'Mostrami un codice' }).click()
    code = (await carmela.locator('.attestation-code .code').textContent())?.trim() ?? ''
    expect(code.length).toBeGreaterThan(5)
    if (scripts) await expectSound(carmela)

    const emanuele = await visit('emanuele', '/desk/attestation', { scripts })
    if (scripts) await expectSound(emanuele)
    await emanuele.getByLabel('Codice').fill('AAAA AAAA')
    await emanuele.getByRole('button', { name: 'Leggi il codice' }).click()
    await emanuele.getByText('Questo codice non esiste o è scaduto.').waitFor()
    await emanuele.getByLabel('Codice').fill(code.toLowerCase())
    await emanuele.getByRole('button', { name: 'Leggi il codice' }).click()
    await emanuele.getByRole('heading', { name: 'Carmela' }).first().waitFor()
    await emanuele.getByText('Dichiara di abitare a Monopoli.').waitFor()
    if (scripts) await expectSound(emanuele)
    await emanuele.getByLabel('Ho visto la persona').check()
    await emanuele.getByRole('button', { name: 'Conferma', exact: true }).click()
    await emanuele.getByText('Hai confermato Carmela.').waitFor()

    await carmela.reload()
    await carmela.getByText(/Ti hanno visto di persona/).waitFor()
    await carmela.context().close()

    await emanuele.getByRole('link', { name: 'Annulla la conferma' }).first().click()
    await emanuele.getByLabel('Perché la annulli?').fill('Persona scambiata.')
    if (scripts) await expectSound(emanuele)
    await emanuele.getByRole('button', { name: 'Annulla la conferma' }).click()
    await emanuele.getByText('La conferma è annullata.').waitFor()
    await emanuele.getByText('Annullata').first().waitFor()
    await emanuele.context().close()
    const [left] = await rows<{ open: string }>(
      `select count(*) as open from "Attestation" a join "Person" p on p.id = a."personId"
        where p.email = 'carmela@esempio.it' and a."revokedAt" is null`,
    )
    expect(left?.open).toBe('0')
  },
)
