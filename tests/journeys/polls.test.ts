import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { CastName } from '#prisma/seed/town'
import { expectSound, origin, rows, visit } from '#tests/world/browser'
import { end, next, opened, voteWithoutScripts } from '#tests/world/poll-journeys'

test('an officer asks, residents answer on a phone in Arabic with and without scripts, everybody reads the result', async () => {
  const id = await opened('Vuoi la biblioteca aperta la sera?', 'yes-no', [])

  const plain = await visit('carmela', `/polls/${id}`, { language: 'ar', scripts: false })
  await plain.locator('form[action$=beginning] button').click()
  await plain.check('[name=choice] >> nth=1')
  await plain.locator('.ballot-page form button').click()
  expect(await plain.locator('[data-ballot]').getAttribute('data-ballot')).toBe('counted')
  expect(await plain.locator('.receipt code').textContent()).toMatch(/^[A-Z2-9]{10}$/)

  const alive = await visit('bilal', `/polls/${id}`, { language: 'ar' })
  await expectSound(alive)
  await alive.locator('form[action$=beginning] button').click()
  await alive.waitForURL(/\/ballot$/)
  await expectSound(alive)
  expect(await alive.locator('[data-ballot]').getAttribute('data-ballot')).toBe('not-counted')
  // By keyboard alone
  await alive.locator('[name=choice]').first().focus()
  await alive.keyboard.press('Space')
  await alive.locator('[data-ballot=counted]').waitFor()
  const receipt = await alive.locator('.receipt code').textContent()
  await expectSound(alive)

  const stored = await rows<{ content: string | null }>('select content from "Ballot" where "pollId" = $1', [id])
  expect(stored).toEqual([{ content: null }, { content: null }])
  for (const [who, choice] of [
    ['giorgio', 'No'],
    ['fatou', 'No'],
    ['luca', 'Sì'],
  ] as const)
    await voteWithoutScripts(who, id, (page) => page.getByLabel(choice, { exact: true }).check())

  await end(id)
  const result = await visit(null, `/polls/${id}/results`)
  await expectSound(result)
  expect(await result.locator('.poll-bars tbody tr').allTextContents()).toEqual(['No ✓3', 'Sì2', 'Scheda bianca0'])
  await result.getByText('Il sì non ha la maggioranza').waitFor()
  const receipts = await visit(null, `/polls/${id}/receipts`)
  await expectSound(receipts)
  expect(await receipts.locator('.receipts code').allTextContents()).toContain(receipt)
  const arabic = await visit(null, `/polls/${id}/results`, { language: 'ar', scripts: false })
  expect(await arabic.locator('h1').count()).toBe(1)
})

test('an order is given by buttons, by numbers, by dragging, and without scripts', async () => {
  const id = await opened('Quale nome diamo alla nuova piazza?', 'schulze', ['Mare', 'Pace', 'Ulivi'])
  const page = await visit('carmela', `/polls/${id}`)
  await page.getByRole('button', { name: 'Vota' }).click()
  await page.waitForURL(/\/ballot$/)
  await page.getByRole('button', { name: 'Più su: Pace' }).click()
  await page.locator('[data-ballot=counted]').waitFor()
  await page.getByLabel('Posto di Ulivi').selectOption('1')
  await expectSound(page)
  await page.waitForTimeout(600)
  await page.locator('[data-ballot=counted]').waitFor()
  await page.reload()
  expect(await page.locator('.ranking strong').allTextContents()).toEqual(['Ulivi', 'Pace', 'Mare'])
  // By its grip, onto the first row and back
  for (const expected of [
    ['Pace', 'Ulivi', 'Mare'],
    ['Ulivi', 'Pace', 'Mare'],
  ]) {
    await page.locator('.grip').nth(1).hover()
    await page.mouse.down()
    await page.locator('.ranking li').first().hover()
    await page.mouse.up()
    expect(await page.locator('.ranking strong').allTextContents()).toEqual(expected)
  }
  await expectSound(page)
  await page.waitForTimeout(600)
  await page.locator('[data-ballot=counted]').waitFor()

  const plain = await visit('bilal', `/polls/${id}`, { scripts: false })
  await plain.getByRole('button', { name: 'Vota' }).click()
  await plain.getByLabel('Posto di Mare').selectOption('1')
  await plain.getByLabel('Posto di Ulivi').selectOption('1')
  await plain.getByRole('button', { name: 'Salva il voto' }).click()
  await plain.getByText('Due opzioni hanno lo stesso numero.').first().waitFor()
  expect(await plain.getByLabel('Posto di Mare').inputValue()).toBe('1')
  await plain.getByLabel('Posto di Mare').selectOption('2')
  await plain.getByLabel('Posto di Ulivi').selectOption('1')
  await plain.getByRole('button', { name: 'Salva il voto' }).click()
  expect(await plain.locator('[data-ballot]').getAttribute('data-ballot')).toBe('counted')
  for (const who of ['giorgio', 'fatou', 'luca'] as const)
    await voteWithoutScripts(who, id, async (page) => {
      await page.getByLabel('Posto di Ulivi').selectOption('1')
    })
  await end(id)
  const result = await visit(null, `/polls/${id}/results`)
  await expectSound(result)
  expect(await result.locator('.winners li').allTextContents()).toEqual(['✓ Ulivi'])
  // Why this one, and why not that one, each on a page of its own
  await result.locator('.poll-bars').getByRole('link', { name: 'Ulivi' }).click()
  await result.getByRole('heading', { name: 'Perché ha vinto' }).waitFor()
  await result.getByText('Vince contro ogni altra opzione').waitFor()
  await expectSound(result)
  const lost = await visit(null, `/polls/${id}/results/2`, { language: 'ar', scripts: false })
  await lost.getByRole('heading', { name: 'لماذا لم يفز' }).waitFor()
  expect(await lost.locator('.poll-bars .current').textContent()).toContain('Pace')
  expect((await fetch(`${origin}/polls/${id}/results/99`)).status).toBe(404)
  const file = await (await fetch(`${origin}/polls/${id}/files/ballots.blt`)).text()
  expect(file.split('\n').slice(0, 3)).toEqual(['3 1', '1 3 1 0', '1 3 2 0'])
})

test('a budget shows what is left, and how equal shares spent it', async () => {
  const id = await opened(
    'Come spendiamo 1000 euro in via Roma?',
    'mes_cost_add1u',
    ['Panchine', 'Alberi', 'Fontana'],
    async (page) => {
      for (const [at, cost] of ['400', '500', '900'].entries()) await page.fill(`[name="options[${at}].cost"]`, cost)
      await page.fill('[name=budget]', '1000')
      await page.check('[name=spend][value=within-budget]')
    },
  )
  let carmela: Page | undefined
  for (const who of ['carmela', 'bilal'] satisfies CastName[]) {
    const page = await visit(who, `/polls/${id}`)
    await page.getByRole('button', { name: 'Vota' }).click()
    await page.waitForURL(/\/ballot$/)
    await page.getByLabel('Panchine').check()
    await page.getByText('Restano 600 € di 1000 €').or(page.getByText('Restano 600 € di 1.000 €')).waitFor()
    await page.getByLabel('Alberi').check()
    await page.locator('[data-ballot=counted]').waitFor()
    await expectSound(page)
    await page.getByLabel('Fontana').check()
    await page.locator('[data-ballot=refused]').waitFor()
    await page.getByLabel('Fontana').uncheck()
    await page.locator('[data-ballot=counted]').waitFor()
    if (who === 'carmela') {
      await page.getByLabel('Tieni una copia della mia scheda').check()
      carmela = page
    }
  }
  for (const who of ['giorgio', 'fatou', 'luca'] as const)
    await voteWithoutScripts(who, id, async (page) => {
      await page.getByLabel('Panchine').check()
      await page.getByLabel('Alberi').check()
    })
  await end(id)
  const result = await visit(null, `/polls/${id}/results`)
  await expectSound(result)
  expect((await result.locator('.winners li').allTextContents()).sort()).toEqual(['✓ Alberi', '✓ Panchine'])
  // Only on the device that kept a copy
  expect(await result.getByText('Che cosa ha pagato il tuo voto').count()).toBe(0)
  await carmela?.goto(`${origin}/polls/${id}/results`)
  await carmela?.getByText('Panchine: 80').waitFor()
  if (carmela) await expectSound(carmela)
  await expectSound(await visit(null, `/polls/${id}/comparison`))

  const officer = await visit('emanuele', `/polls/${id}/results`)
  await officer.getByRole('link', { name: 'Affida i progetti' }).click()
  await officer.waitForURL(/handing-over$/)
  await expectSound(officer)
  await officer.selectOption('[name=officeId]', { label: 'Servizi sociali' })
  await officer.getByRole('button', { name: 'Affida i progetti' }).click()
  await officer.getByText('I progetti votati sono impegni dell’ufficio.').waitFor()
  await officer.locator('section[aria-labelledby=became]').getByRole('link', { name: 'Alberi' }).click()
  await officer.waitForURL(/\/commitments\//)
})

test('codes on paper and papers typed in: without an account, and by two officers', async () => {
  const question = 'Apriamo il parco anche di notte?'
  const officer = await visit('emanuele', '/polls/new', { scripts: false })
  await officer.fill('[name=question]', question)
  await officer.selectOption('[name=territoryId]', { label: 'Monopoli' })
  await next(officer)
  await next(officer)
  await next(officer)
  await officer.check('[name=voters][value=codes]')
  await officer.fill('[name=closesAt]', `${new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)}T20:00`)
  await next(officer)
  await officer.getByRole('button', { name: 'Apri la votazione' }).click()
  const id = new URL(officer.url()).pathname.split('/')[2] ?? ''
  await officer.getByRole('link', { name: 'Codici su carta' }).click()
  await officer.fill('[name=howMany]', '4')
  await officer.getByRole('button', { name: 'Prepara i codici' }).click()
  const [code = '', ...others] = await officer.locator('.printed-codes code').allTextContents()

  const person = await visit(null, `/polls/${id}/code`)
  await expectSound(person)
  await person.fill('[name=code]', 'ABCD-EFGH-JKLM')
  await person.getByRole('button', { name: 'Vota' }).click()
  await person.getByText('Questo codice non va bene').first().waitFor()
  await expectSound(person)
  await person.fill('[name=code]', code)
  await person.getByRole('button', { name: 'Vota' }).click()
  await person.waitForURL(/\/ballot$/)
  await person.getByLabel('Sì').check()
  await person.locator('[data-ballot=counted]').waitFor()
  await person.getByRole('button', { name: 'Ho finito' }).click()
  await person.waitForURL(new RegExp(`/polls/${id}$`))
  const response = await person.goto(`${origin}/polls/${id}/ballot`)
  expect(response?.status()).toBe(403)

  for (const other of others) {
    const holder = await visit(null, `/polls/${id}/code`, { scripts: false })
    await holder.fill('[name=code]', other)
    await holder.getByRole('button', { name: 'Vota' }).click()
    await holder.getByLabel('Sì').check()
    await holder.getByRole('button', { name: 'Salva il voto' }).click()
    expect(await holder.locator('[data-ballot]').getAttribute('data-ballot')).toBe('counted')
  }

  for (const who of ['emanuele', 'luca'] satisfies CastName[]) {
    const typist = await visit(who, `/polls/${id}/paper`)
    await expectSound(typist)
    await typist.fill('[name=paper]', '1')
    await typist.getByLabel('No', { exact: true }).check()
    await typist.getByRole('button', { name: 'Salva la scheda' }).click()
    await typist
      .getByText(who === 'luca' ? 'È contata.' : 'Serve un altro funzionario.')
      .first()
      .waitFor()
  }
  await end(id)
  const result = await visit(null, `/polls/${id}/results`)
  expect(await result.locator('.poll-bars tbody tr').allTextContents()).toEqual(['Sì ✓4', 'No1', 'Scheda bianca0'])
  await result.getByText('Su carta: 1.').waitFor()
})

test('of one confidential ballot the result tells the decision, and no number of it', async () => {
  const id = await opened('Apriamo la palestra di domenica?', 'yes-no', [])
  await voteWithoutScripts('carmela', id, (page) => page.getByLabel('Sì', { exact: true }).check())
  await end(id)
  const result = await visit(null, `/polls/${id}/results`)
  await expectSound(result)
  await result.getByText('Hanno votato meno di 5 persone').waitFor()
  expect(await result.locator('.winners li').allTextContents()).toEqual(['✓ Sì'])
  expect(await result.locator('.poll-bars, .recount').count()).toBe(0)
  const why = await visit(null, `/polls/${id}/results/no`, { language: 'ar', scripts: false })
  await why.getByText('صوّت أقل من 5 أشخاص').waitFor()
  expect(await why.locator('.poll-bars').count()).toBe(0)
  for (const file of ['files/ballots.csv', 'settings.json'])
    expect((await fetch(`${origin}/polls/${id}/${file}`)).status).toBe(404)
})

test.each(['it', 'ar'])('the list is sound in %s', async (language) => {
  await expectSound(await visit(null, '/polls', { language }))
  await expectSound(await visit('emanuele', '/polls?phase=counted', { language, width: 1280 }))
})

test('a draft is nobody else’s, at any of its doors', async () => {
  const officer = await visit('emanuele', '/polls/new', { scripts: false })
  await officer.fill('[name=question]', 'Una domanda ancora segreta?')
  await officer.selectOption('[name=territoryId]', { label: 'Monopoli' })
  await next(officer)
  const id = new URL(officer.url()).pathname.split('/')[2]
  for (const path of [
    '',
    '/question',
    '/rule',
    '/options',
    '/times',
    '/summary',
    '/trial',
    '/ballot',
    '/results',
    '/summary.data',
  ]) {
    const response = await fetch(`${origin}/polls/${id}${path}`, { redirect: 'manual' })
    expect([path, response.status === 200]).toEqual([path, false])
    expect(await response.text()).not.toContain('ancora segreta')
  }
})
