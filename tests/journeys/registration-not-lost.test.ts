/** Whatever happens while a person writes the registration of an association, the words are still there afterwards. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { partOf, post, send } from '#tests/world/acts'
import { cutOff, expectSound, origin, rows, visit } from '#tests/world/browser'

const saved = (page: Page) => page.locator('[data-saving=saved]').waitFor()
const step = (id: string, name: string) => `/associations/${id}/registration/${name}`
const columnOf = async (id: string, column: string) =>
  (
    await rows<{ value: string | string[] | null }>(`select "${column}" as value from "Association" where id = $1`, [
      id,
    ])
  )[0]?.value

const claimed = async (name: string) => partOf(await send('carmela', '/associations/new', { name }))

test('what is typed and ticked goes to the server by itself; what is half an address does not hold the rest back', async () => {
  const id = await claimed('Officina del lunedì')
  const page = await visit('carmela', step(id, 'work'))
  const arrived = page.waitForResponse((response) => response.url().endsWith('/saving'))
  await page.fill('[name=description]', 'Ripariamo biciclette con chi passa')
  expect((await arrived).status()).toBe(200)
  await saved(page)
  expect(await columnOf(id, 'description')).toBe('Ripariamo biciclette con chi passa')
  await page.getByLabel('arabo').check()
  await page.getByLabel('E-mail per il pubblico').fill('officina@')
  await page.locator('[data-saving=partly]').waitFor()
  await expectSound(page)
  expect(await columnOf(id, 'languages')).toContain('ar')
  expect(await columnOf(id, 'email')).toBeNull()
  await page.getByLabel('E-mail per il pubblico').fill('officina@example.org')
  await saved(page)
  expect(await columnOf(id, 'email')).toBe('officina@example.org')
})

test('a lost connection and a closed tab: the device gives the words back, and the server has them without another key', async () => {
  const id = await claimed('Officina del martedì')
  const page = await visit('carmela', step(id, 'places'))
  await page.context().setOffline(true)
  await page.fill('[name=address]', 'Via del Porto 3')
  await page.locator('summary', { hasText: 'Provincia Bari' }).click()
  await page.getByLabel('Monopoli', { exact: true }).check()
  await page.locator('[data-saving=offline]').waitFor()
  await page.close()
  await page.context().setOffline(false)
  const again = await page.context().newPage()
  await again.goto(origin + step(id, 'places'))
  await saved(again)
  await expect.poll(() => columnOf(id, 'address')).toBe('Via del Porto 3')
  expect(await again.inputValue('[name=address]')).toBe('Via del Porto 3')
  expect(await again.getByLabel('Monopoli', { exact: true }).isChecked()).toBe(true)
})

test('words left on the device while others were saved elsewhere are offered, not imposed', async () => {
  const id = await claimed('Officina del mercoledì')
  const at = step(id, 'registers')
  const page = await visit('carmela', at)
  await cutOff(page)
  await page.fill('[name=regionalRegister]', 'Registro del Comune')
  await page.locator('[data-saving=offline]').waitFor()
  await post('carmela', at, { regionalRegister: 'Registro della Regione' })
  const again = await page.context().newPage()
  await again.goto(origin + at)
  await again.getByText('un altro testo').first().waitFor()
  expect(await again.inputValue('[name=regionalRegister]')).toBe('Registro della Regione')
  await again.getByText('Leggi l’altro testo').click()
  await again.getByText('Registro del Comune').waitFor()
  await expectSound(again)
  await again.getByRole('button', { name: 'Usa l’altro testo' }).click()
  expect(await again.inputValue('[name=regionalRegister]')).toBe('Registro del Comune')
  await saved(again)
  await expect.poll(() => columnOf(id, 'regionalRegister')).toBe('Registro del Comune')
})

test.each([{ scripts: true }, { scripts: false }])(
  'two windows, and the button is pressed on the older one: told once, then it is taken, scripts $scripts',
  async ({ scripts }) => {
    const id = await claimed(`Officina del giovedì ${scripts}`)
    const at = step(id, 'registers')
    const page = await visit('carmela', at, { scripts })
    const revision = () => page.inputValue('[name=revision]')
    const before = await revision()
    await post('carmela', at, { regionalRegister: 'Il primo' })
    await page.fill('[name=regionalRegister]', 'Il secondo')
    await page.press('[name=regionalRegister]', 'Enter')
    // The mark above may have said it already; this is the form's own word
    await page.getByRole('alert').getByText('Se salvi di nuovo, valgono i tuoi.').waitFor()
    expect(await columnOf(id, 'regionalRegister')).toBe('Il primo')
    expect(await page.inputValue('[name=regionalRegister]')).toBe('Il secondo')
    await expect.poll(revision).not.toBe(before)
    await page.getByRole('button', { name: 'Salva e continua' }).click()
    await page.waitForURL(/\/places$/)
    expect(await columnOf(id, 'regionalRegister')).toBe('Il secondo')
  },
)

test('the site does not answer: the words stay on the page, and are sent again', async () => {
  const page = await visit('carmela', '/associations/new')
  await page.fill('[name=name]', 'Officina del venerdì')
  await page.route('**/*.data*', (route) => route.abort('internetdisconnected'))
  await page.getByRole('button', { name: 'Comincia' }).click()
  await page.getByText('Il sito non risponde.').waitFor()
  expect(await page.inputValue('[name=name]')).toBe('Officina del venerdì')
  await expectSound(page)
  await page.unroute('**/*.data*')
  await page.getByRole('button', { name: 'Riprova' }).click()
  await page.waitForURL(/\/registration\/identity$/)
  expect(await page.inputValue('[name=name]')).toBe('Officina del venerdì')
})

test('what everybody reads changes when its button is pressed, and until then is kept on the device', async () => {
  const [ponte] = await rows<{ id: string; description: string }>(
    `select id, description from "Association" where name = 'Associazione Ponte'`,
  )
  const { id = '', description = '' } = ponte ?? {}
  const page = await visit('ada', step(id, 'work'))
  await page.fill('[name=description]', `${description} E il sabato cuciniamo.`)
  await page.locator('[data-saving=kept]').waitFor()
  await expectSound(page)
  await page.reload()
  await page.getByText('Abbiamo ripreso il testo').waitFor()
  expect(await page.inputValue('[name=description]')).toBe(`${description} E il sabato cuciniamo.`)
  expect(await columnOf(id, 'description')).toBe(description)
  await page.getByRole('button', { name: 'Salva e continua' }).click()
  await page.waitForURL((url) => url.pathname === `/associations/${id}`)
  expect(await columnOf(id, 'description')).toBe(`${description} E il sabato cuciniamo.`)
})
