import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { expectSound, letterTo, rows, visit } from '#tests/world/browser'

const secret = 'il mare di notte è blu'

test.each([
  { who: 'phone', scripts: true },
  { who: 'plain', scripts: false },
])('a person registers, takes the own data along, leaves, and cannot come in again: $who', async ({ who, scripts }) => {
  const email = `partenza-${who}@example.org`
  const page = await visit(null, '/register', { scripts })
  const at = (path: string) => new URL(path, page.url()).href
  await page.getByLabel('Nome che tutti vedono').fill('Rosa dei venti')
  await page.getByLabel('Indirizzo e-mail').fill(email)
  await page.getByLabel('Password').fill(secret)
  await page.getByRole('button', { name: 'Iscriviti' }).click()
  await page.getByRole('heading', { name: 'Guarda la tua posta' }).waitFor()
  const link = /\/confirm\?token=[\w-]+/
  await expect.poll(() => letterTo(email).catch(() => '')).toMatch(link)
  await page.goto(at(link.exec(await letterTo(email))?.[0] ?? ''))
  await page.getByLabel('Password').fill(secret)
  await page.getByRole('button', { name: 'Conferma' }).click()
  await page.getByText('Il tuo indirizzo è confermato. Benvenuto!').waitFor()

  await page.locator('.account-places summary').click()
  await page.locator('.account-places a', { hasText: 'uscire per sempre' }).click()
  await page.getByRole('heading', { name: 'Che cosa resta' }).waitFor()
  if (scripts) await expectSound(page)
  const taken = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Scarica i tuoi dati' }).click()
  const file = await taken
  expect(file.suggestedFilename()).toBe('agora.json')
  expect(JSON.parse(readFileSync(await file.path(), 'utf8'))).toMatchObject({
    profile: { email, pseudonym: 'Rosa dei venti' },
    proposals: [],
  })

  await page.getByLabel('Password').fill('una password sbagliata')
  await page.getByLabel('Ho capito').check()
  await page.getByRole('button', { name: 'Cancella il mio profilo' }).click()
  await page.getByText('La password non è giusta.').first().waitFor()
  if (scripts) await expectSound(page)
  await page.getByLabel('Password').fill(secret)
  await page.getByLabel('Ho capito').check()
  await page.getByRole('button', { name: 'Cancella il mio profilo' }).click()
  await page.getByText('Il tuo profilo non c’è più.').waitFor()

  await page.goto(at('/account/data'))
  expect(new URL(page.url()).pathname).toBe('/sign-in')
  await page.getByLabel('Indirizzo e-mail').fill(email)
  await page.getByLabel('Password').fill(secret)
  await page.getByRole('button', { name: 'Entra' }).first().click()
  await page.getByText('Indirizzo o password non vanno bene.').first().waitFor()
  expect(await rows(`select 1 from "Person" where email = '${email}' or pseudonym = 'Rosa dei venti'`)).toEqual([])
  await page.context().close()
})

test('the last administrator reads what to hand over first, and finds no form', async () => {
  for (const [width, language] of [
    [360, 'ar'],
    [1280, 'it'],
  ] as const) {
    const page = await visit('irene', '/account/leaving', { width, language })
    expect(await page.locator('.notice.refused li').count()).toBe(1)
    expect(await page.locator('input[name=password]').count()).toBe(0)
    await expectSound(page)
    await page.context().close()
  }
})
