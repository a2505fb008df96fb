/** Whatever happens while somebody translates, the words are still there afterwards. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { partOf, send } from '#tests/world/acts'
import { expectSound, origin, rows, visit } from '#tests/world/browser'

const keptOn = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('agora:kept')))
const save = (page: Page) => page.getByRole('button', { name: 'Salva la traduzione' }).click()

/** A conversation of the demonstration, to be written in a language that it does not have. */
async function conversation(language: string) {
  const [row] = await rows<{ id: string }>(
    `select id from "Conversation" where title like 'Come vogliamo il lungomare%'`,
  )
  return `/opinions/${row?.id}/translations/${language}`
}

test('nobody answers, and the tab closes: the device gives the translation back, and forgets it once it is saved', async () => {
  const path = await conversation('sq')
  const page = await visit('emanuele', path)
  await page.fill('[name=title]', 'Si e duam bregdetin?')
  await page.fill('[name="words.statement-1"]', 'Më shumë hije.')
  await page.locator('[data-saving=kept]').waitFor()
  await expectSound(page)
  await page.route('**/*.data*', (route) => route.abort('internetdisconnected'))
  await save(page)
  await page.getByText('Il sito non risponde.').waitFor()
  expect(await page.locator('[role=alert], [data-saving]').count()).toBe(1)
  await page.close()

  const again = await page.context().newPage()
  await again.goto(origin + path)
  await again.getByText('Abbiamo ripreso il testo').waitFor()
  expect(await again.inputValue('[name=title]')).toBe('Si e duam bregdetin?')
  expect(await again.inputValue('[name="words.statement-1"]')).toBe('Më shumë hije.')
  await expectSound(again)
  await save(again)
  await again.getByText('La traduzione è salvata.').waitFor()
  expect(await keptOn(again)).toEqual([])
  await again.goto(origin + path)
  expect(await again.inputValue('[name="words.statement-1"]')).toBe('Më shumë hije.')
  expect(await again.getByText('Abbiamo ripreso il testo').count()).toBe(0)
})

test('words left on the device while a colleague saved others are offered, not imposed', async () => {
  const path = await conversation('fr')
  const page = await visit('emanuele', path)
  await page.fill('[name=title]', 'Comment voulons-nous le front de mer ?')
  await page.locator('[data-saving=kept]').waitFor()
  await page.close()
  const colleague = await visit('emanuele', path, { scripts: false })
  await colleague.fill('[name=title]', 'Le front de mer en été')
  await save(colleague)
  await colleague.getByText('La traduzione è salvata.').waitFor()

  const again = await page.context().newPage()
  await again.goto(origin + path)
  await again.getByText('un altro testo').first().waitFor()
  expect(await again.inputValue('[name=title]')).toBe('Le front de mer en été')
  await again.getByText('Leggi l’altro testo').click()
  await again.locator('dd', { hasText: 'Comment voulons-nous le front de mer ?' }).waitFor()
  // The originals that go with it are no words of hers
  expect(await again.locator('details dd').count()).toBe(1)
  await expectSound(again)
  await again.getByRole('button', { name: 'Usa l’altro testo' }).click()
  expect(await again.inputValue('[name=title]')).toBe('Comment voulons-nous le front de mer ?')
  await save(again)
  await again.getByText('La traduzione è salvata.').waitFor()
  expect(await keptOn(again)).toEqual([])
})

test('the same of a vote that is being prepared', async () => {
  const [monopoli] = await rows<{ id: string }>(`select id from "Territory" where slug = 'monopoli'`)
  const question = 'Che cosa mettiamo in piazza?'
  const place = { territoryId: monopoli?.id ?? '', language: 'it' }
  const id = partOf(await send('emanuele', '/polls/new', { ...place, question }))
  await send('emanuele', `/polls/${id}/rule`, { rule: 'plurality' })
  const titles = { 'options[0].title': 'Panchine', 'options[1].title': 'Alberi' }
  await send('emanuele', `/polls/${id}/options`, titles)
  const page = await visit('emanuele', `/polls/${id}/translations/sq`)
  await page.fill('[name="options[1].title"]', 'Pemë')
  await page.locator('[data-saving=kept]').waitFor()
  await page.reload()
  await page.getByText('Abbiamo ripreso il testo').waitFor()
  expect(await page.inputValue('[name="options[1].title"]')).toBe('Pemë')
  await expectSound(page)
  await save(page)
  await page.waitForURL(/\/summary$/)
  expect(await keptOn(page)).toEqual([])
})
