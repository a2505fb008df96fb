import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectSound, origin, rows, visit } from '#tests/world/browser'
import { photograph } from '#tests/world/files'

const day = 86_400_000
const hour = (days: number) => `${new Date(Date.now() + days * day).toISOString().slice(0, 10)}T12:00`

/** An officer writes a budget, looks at it and makes it public; gives its id. */
async function published(title: string) {
  const page = await visit('emanuele', '/budgets/new')
  await expectSound(page)
  await page.fill('[name=title]', title)
  await page.selectOption('[name=territoryId]', { label: 'Monopoli' })
  await page.fill('[name=money]', '50000')
  const dates = { ideasFrom: -2, ideasUntil: 10, checkUntil: 20, voteFrom: 20, voteUntil: 30 }
  for (const [name, days] of Object.entries(dates)) await page.fill(`[name=${name}]`, hour(days))
  await page.getByRole('button', { name: 'Salva' }).click()
  await page.waitForURL(/\/budgets\/[\w-]{6,}$/)
  await expectSound(page)
  await page.getByRole('button', { name: 'Rendi pubblico il bilancio' }).click()
  await page.getByText('Il bilancio è pubblico.').waitFor()
  await page.context().close()
  return new URL(page.url()).pathname.split('/')[2] ?? ''
}

async function writeIdea(page: Page, title: string) {
  await page.fill('[name=title]', title)
  await page.fill('[name=text]', 'Dieci panchine di legno sotto gli alberi della piazza.')
  await page.fill('[name=place]', 'Piazza Garibaldi')
  await page.locator('main form[method=post] button.button').click()
  await page.waitForURL(/\/projects\/\d+$/)
}

async function check(id: string, number: number, finding: string, cost: string) {
  const page = await visit('emanuele', `/budgets/${id}/projects/${number}`)
  await page.getByRole('link', { name: 'Controlla il progetto' }).click()
  await page.waitForURL(/\/check$/)
  await expectSound(page)
  await page.check(`[name=feasibility][value=${finding}]`)
  await page.fill('[name=reason]', `Motivo pubblico del progetto ${number}.`)
  await page.fill('[name=cost]', cost)
  await page.getByRole('button', { name: 'Controlla il progetto' }).click()
  await page.getByText('Il controllo è pubblico.').waitFor()
  await expectSound(page)
  await page.context().close()
}

test('residents put ideas forward, the office answers each in public, and the vote holds the feasible ones', async () => {
  const id = await published('Bilancio partecipativo di prova')

  // Without scripts, on a phone
  const plain = await visit('carmela', `/budgets/${id}`, { scripts: false })
  await plain.locator(`a[href="/budgets/${id}/idea"]`).click()
  await writeIdea(plain, 'Panchine all’ombra')
  expect(new URL(plain.url()).pathname).toBe(`/budgets/${id}/projects/1`)
  // One tap on the map says where
  await plain.getByRole('link', { name: 'Segna il punto sulla mappa' }).click()
  await plain.locator('input[type=image]').click({ position: { x: 160, y: 120 } })
  await plain.waitForURL(/\/projects\/1$/)
  const [place] = await rows<{ latitude: number; longitude: number }>(
    'select latitude, longitude from "Project" where "budgetId" = $1 and number = 1',
    [id],
  )
  expect(place?.latitude).toBeGreaterThan(40)
  expect(place?.longitude).toBeGreaterThan(16)
  await plain.context().close()

  const alive = await visit('bilal', `/budgets/${id}/idea`, { width: 1280, language: 'ar' })
  await expectSound(alive)
  await writeIdea(alive, 'Alberi nuovi')
  await alive.goto(`${origin}/budgets/${id}/idea`)
  await writeIdea(alive, 'Un ponte sul mare')
  await expectSound(alive)

  // An idea with nothing in it comes back with what is missing
  await alive.goto(`${origin}/budgets/${id}/idea`)
  await alive.locator('main form[method=post]').evaluate((form: HTMLFormElement) => form.setAttribute('novalidate', ''))
  await alive.locator('main form[method=post] button.button').click()
  await alive.getByRole('alert').waitFor()
  await alive.context().close()

  await check(id, 1, 'feasible', '12000')
  await check(id, 2, 'feasible', '9000')
  await check(id, 3, 'infeasible', '')
  // The figure alone changes, with its reason
  const officer = await visit('emanuele', `/budgets/${id}/projects/1`)
  await officer.getByRole('link', { name: 'Cambia solo il costo' }).click()
  await officer.waitForURL(/\/cost$/)
  await expectSound(officer)
  await officer.fill('[name=cost]', '14000')
  await officer.fill('[name=why]', 'Il prezzo del legno è salito.')
  await officer.getByRole('button', { name: 'Cambia solo il costo' }).click()
  await officer.waitForURL(/\/projects\/1$/)
  await officer.goto(`${origin}/budgets/${id}/projects/1/point`)
  await expectSound(officer)
  await officer.context().close()

  // Everybody reads costs and reasons, the old figure too
  const reader = await visit(null, `/budgets/${id}/projects/1`, { width: 1280, language: 'ar' })
  await expectSound(reader)
  const figures = await reader.locator('#figures + ol > li').allTextContents()
  expect(figures.map((line) => line.replace(/\D*?([\d,.]+).*/s, '$1'))).toEqual(['12,000', '14,000'])
  await reader.goto(`${origin}/budgets/${id}/projects/3`)
  await reader.getByText('Motivo pubblico del progetto 3.').waitFor()
  await reader.goto(`${origin}/budgets/${id}`)
  await expectSound(reader)
  expect(await reader.locator('ol.cards > li').count()).toBe(3)
  await reader.context().close()

  const early = await visit('emanuele', `/budgets/${id}`)
  await expectSound(early)
  expect(await early.locator(`a[href="/budgets/${id}/vote"]`).count()).toBe(0)
  await rows(
    `update "Budget" set "ideasUntil" = now() - interval '3 hours', "checkUntil" = now() - interval '2 hours' where id = $1`,
    [id],
  )
  await early.reload()
  await early.locator(`a[href="/budgets/${id}/vote"]`).click()
  await early.waitForURL(/\/vote$/)
  await expectSound(early)
  await early.check('[name=rule][value=mes_cost_add1u]')
  await early.getByRole('button', { name: 'Prepara la votazione' }).click()
  await early.waitForURL(/\/polls\/[\w-]+\/summary$/)
  await expectSound(early)
  const options = await rows<{ key: string; cost: number }>(
    `select o.key, o.cost from "PollOption" o join "Budget" b on b."pollId" = o."pollId" where b.id = $1 order by o.position`,
    [id],
  )
  expect(options).toEqual([
    { key: '1', cost: 14000 },
    { key: '2', cost: 9000 },
  ])
  await early.goto(early.url().replace(/\/summary$/, ''))
  await early.locator(`main a[href="/budgets/${id}"]`).click()
  await early.waitForURL(`**/budgets/${id}`)
})

test('a project has one picture with its words, given without scripts and small in the list', async () => {
  const id = await published('Bilancio con le foto')
  const plain = await visit('carmela', `/budgets/${id}/idea`, { scripts: false })
  await writeIdea(plain, 'Alberi in piazza')
  await plain.getByRole('link', { name: 'Aggiungi una foto' }).click()
  const picture = { name: 'piazza.jpg', mimeType: 'image/jpeg', buffer: await photograph(900, 600) }
  await plain.setInputFiles('[name=picture]', picture)
  await plain.fill('[name=pictureAlt]', 'Una piazza senza alberi')
  await plain.getByRole('button', { name: 'Salva' }).click()
  await plain.waitForURL(/\/projects\/1$/)
  await plain.context().close()
  const reader = await visit('carmela', `/budgets/${id}/projects/1`, { language: 'ar' })
  await expectSound(reader)
  const shown = reader.getByRole('img', { name: 'Una piazza senza alberi' })
  expect(await shown.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])).toEqual([
    800, 533,
  ])
  await reader.goto(`${origin}/budgets/${id}/projects/1/picture`)
  await expectSound(reader)
  await reader.goto(`${origin}/budgets/${id}`)
  await expectSound(reader)
  const small = reader.locator('ol.cards img')
  expect(await small.getAttribute('loading')).toBe('lazy')
  expect([await small.getAttribute('width'), await small.getAttribute('height')]).toEqual(['800', '533'])
})

test('lists and forms of budgets are sound on a phone in Italian and on a desk in Arabic', async () => {
  const id = await published('Bilancio dei quartieri di prova')
  for (const look of [{}, { width: 1280, language: 'ar' }]) {
    const page = await visit('emanuele', '/budgets', look)
    await expectSound(page)
    for (const path of ['', '/idea', '/taking-in', '/pairs', '/dates']) {
      const answer = await page.goto(`${origin}/budgets/${id}${path}`)
      expect(answer?.status(), path).toBe(200)
      await expectSound(page)
    }
    await page.context().close()
  }
})
