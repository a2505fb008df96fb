import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { origin, visit } from '#tests/world/browser'

/** An officer asks how to spend 1000 euros. */
async function opened(question: string) {
  const officer = await visit('emanuele', '/polls/new', { scripts: false })
  const next = () => officer.getByRole('button', { name: 'Salva e vai avanti' }).click()
  await officer.fill('[name=question]', question)
  await officer.selectOption('[name=territoryId]', { label: 'Monopoli' })
  await next()
  await officer.check('[name=rule][value=mes_cost_add1u]')
  await next()
  for (const [at, title] of ['Panchine', 'Alberi', 'Fontana'].entries()) {
    await officer.fill(`[name="options[${at}].title"]`, title)
    await officer.fill(`[name="options[${at}].cost"]`, String(400 + 100 * at))
  }
  await officer.fill('[name=budget]', '1000')
  await officer.check('[name=spend][value=within-budget]')
  await next()
  await officer.fill('[name=closesAt]', `${new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)}T20:00`)
  await next()
  await officer.getByRole('button', { name: 'Apri la votazione' }).click()
  return new URL(officer.url()).pathname.split('/')[2] ?? ''
}

const mark = (page: Page, is: string) => page.locator(`[data-ballot=${is}]`).waitFor()
const chosen = (page: Page) => page.locator('.ballot-option.chosen strong').allTextContents()
const earlier = 'Resta contato il voto che avevi salvato prima.'

test('what is counted is told at every moment: going back, refused, changed elsewhere, left at once', async () => {
  const id = await opened('Come spendiamo mille euro al porto?')
  const address = `${origin}/polls/${id}/ballot`
  const page = await visit('carmela', `/polls/${id}/ballot`)
  await mark(page, 'not-counted')
  await page.getByLabel('Panchine').check()
  await mark(page, 'counted')
  await page.goto(`${origin}/polls`)
  await page.goBack()
  await mark(page, 'counted')
  expect(await chosen(page)).toEqual(['Panchine'])
  const receipt = await page.locator('.receipt code').textContent()

  await page.getByLabel('Alberi').check()
  await mark(page, 'counted')
  await page.getByLabel('Fontana').check()
  await mark(page, 'refused')
  await page.getByText(earlier).waitFor()
  expect(await page.locator('.receipt code').textContent()).toBe(receipt)
  await page.getByLabel('Fontana').uncheck()
  await mark(page, 'counted')

  const other = await page.context().newPage()
  await other.goto(address)
  await other.getByLabel('Alberi').uncheck()
  await mark(other, 'counted')
  await expect.poll(() => countedNow(other, address)).toEqual(['Panchine'])
  await page.getByLabel('Panchine').uncheck()
  await page.getByText('Hai cambiato il voto in un’altra finestra.').waitFor()
  await mark(page, 'counted')
  expect(await chosen(page)).toEqual(['Panchine'])

  // The page has come anew: it saves once its scripts run
  await page.getByLabel('Tieni una copia').waitFor()
  await page.getByLabel('Fontana').check()
  await page.goto(`${origin}/polls`)
  await expect.poll(() => countedNow(other, address)).toEqual(['Panchine', 'Fontana'])
})

test('without scripts a refused ballot says what counts', async () => {
  const id = await opened('Come spendiamo mille euro alla stazione?')
  const plain = await visit('bilal', `/polls/${id}/ballot`, { scripts: false })
  const save = () => plain.getByRole('button', { name: 'Salva il voto' }).click()
  await save()
  await plain.getByText('Non hai scelto niente: nessun tuo voto è contato.').waitFor()
  for (const name of ['Panchine', 'Alberi', 'Fontana']) await plain.getByLabel(name).check()
  await save()
  await mark(plain, 'refused')
  await plain.getByText('Per ora nessun tuo voto è contato.').waitFor()
  await plain.getByLabel('Fontana').uncheck()
  await save()
  await mark(plain, 'counted')
  await plain.getByLabel('Fontana').check()
  await save()
  await mark(plain, 'refused')
  await plain.getByText(earlier).waitFor()
  expect(await chosen(plain)).toHaveLength(3)

  const other = await plain.context().newPage()
  await other.goto(`${origin}/polls/${id}/ballot`)
  await other.getByLabel('Alberi').uncheck()
  await other.getByRole('button', { name: 'Salva il voto' }).click()
  await mark(other, 'counted')
  await plain.getByLabel('Fontana').uncheck()
  await save()
  await plain.getByText('Hai cambiato il voto in un’altra finestra.').waitFor()
  expect(await chosen(plain)).toEqual(['Panchine'])
})

async function countedNow(page: Page, address: string) {
  await page.goto(address)
  return chosen(page)
}
