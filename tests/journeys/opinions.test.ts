import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectSound, rows, visit } from '#tests/world/browser'

/** With SHOTS set to a folder, each screen leaves its picture there. */
async function shoot(page: Page, name: string) {
  const folder = process.env.SHOTS
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

const looks = [
  { width: 360, language: 'it' },
  { width: 1280, language: 'ar' },
]

async function conversationOfTheTown() {
  const [one] = await rows<{ id: string }>(
    `select id from "Conversation" where title like 'Come vogliamo il lungomare%' order by "openedAt" limit 1`,
  )
  if (!one) throw new Error('The town has no conversation')
  return one.id
}

async function answersIn(conversationId: string, name: string) {
  const [row] = await rows<{ answers: number }>(
    `select count(*)::int as answers from "StatementVote" v join "Person" p on p.id = v."personId"
    where v."conversationId" = $1 and p.email = $2`,
    [conversationId, `${name}@esempio.it`],
  )
  return row?.answers ?? 0
}

test.each(looks)('a visitor reads what people think, without signing in, at $width px in $language', async (wishes) => {
  const id = await conversationOfTheTown()
  for (const path of ['/opinions', `/opinions/${id}`, `/opinions/${id}?all`]) {
    const page = await visit(null, path, wishes)
    expect(await page.locator('h1').count()).toBe(1)
    await expectSound(page)
    await shoot(
      page,
      `opinions${path.endsWith(id) ? '-one' : path.endsWith('all') ? '-all' : ''}-${wishes.width}-${wishes.language}`,
    )
    await page.context().close()
  }
})

test('what unites comes before what sets apart, the map is also a list, and nothing is told of fewer than five', async () => {
  const page = await visit(null, `/opinions/${await conversationOfTheTown()}`, { scripts: false })
  const headings = await page.locator('main h2').allTextContents()
  expect(headings.indexOf('Che cosa ci unisce')).toBeLessThan(headings.indexOf('Che cosa distingue i gruppi'))
  expect(await page.locator('#unites ~ ul q').count()).toBeGreaterThan(0)
  const circles = await page.locator('.opinion-map g:not(.you) circle').count()
  expect(circles).toBeGreaterThan(1)
  await page.getByText('Leggi la mappa come elenco').click()
  const people = await page.locator('.table-wrap tbody tr td:nth-child(2)').allTextContents()
  expect(people).toHaveLength(circles)
  expect(people.every((count) => Number(count) >= 5)).toBe(true)
  await page.context().close()
})

test('a person answers by keyboard, without JavaScript, and finds the answers again', async () => {
  const id = await conversationOfTheTown()
  const page = await visit('drita', `/opinions/${id}`, { scripts: false })
  const before = await answersIn(id, 'drita')
  const first = await page.locator('.opinion-next blockquote').textContent()
  await page.getByRole('button', { name: 'D’accordo', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/#next$/)
  expect(await answersIn(id, 'drita')).toBe(before + 1)
  expect(await page.locator('.opinion-next blockquote').textContent()).not.toBe(first)
  await page.getByRole('link', { name: 'Le tue risposte' }).click()
  const own = page.locator('li', { hasText: first ?? '' })
  expect(await own.getByRole('button', { name: 'D’accordo', exact: true }).getAttribute('aria-pressed')).toBe('true')
  await own.getByRole('button', { name: 'Passo' }).click()
  expect(await own.getByRole('button', { name: 'Passo' }).getAttribute('aria-pressed')).toBe('true')
  await own.getByRole('button', { name: 'Togli la risposta' }).click()
  expect(await answersIn(id, 'drita')).toBe(before)
  await page.context().close()
})

test.each(looks)('with scripts the next statement comes in place, at $width px in $language', async (wishes) => {
  const id = await conversationOfTheTown()
  const page = await visit('bilal', `/opinions/${id}`, wishes)
  await shoot(page, `opinions-next-${wishes.width}-${wishes.language}`)
  await expectSound(page)
  const before = await answersIn(id, 'bilal')
  const first = await page.locator('.opinion-next blockquote').textContent()
  const button = page.locator('.opinion-answers button').last()
  await button.focus()
  await page.keyboard.press('Enter')
  await page.waitForFunction((text) => document.querySelector('.opinion-next blockquote')?.textContent !== text, first)
  expect(await answersIn(id, 'bilal')).toBe(before + 1)
  // The same button stays under the finger
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
  await expectSound(page)
  await page.context().close()
})

test('a person writes a statement, the officer reads it, keeps it out with a reason, then lets it in', async () => {
  const id = await conversationOfTheTown()
  const text = 'La fontana di piazza Garibaldi resti accesa.'
  const drita = await visit('drita', `/opinions/${id}/statements`)
  await expectSound(drita)
  await shoot(drita, 'opinions-write')
  await drita.fill('[name=text]', 'breve')
  await drita.getByRole('button', { name: 'Manda la frase' }).click()
  await drita.locator('.field.wrong').waitFor()
  await expect.poll(() => drita.evaluate(() => document.activeElement?.className)).toBe('notice refused')
  await expectSound(drita)
  await drita.fill('[name=text]', text)
  await drita.getByRole('button', { name: 'Manda la frase' }).click()
  await drita.getByText('Qualcuno legge la tua frase').waitFor()

  const officer = await visit('emanuele', `/opinions/${id}/moderation`)
  await expectSound(officer)
  await shoot(officer, 'opinions-moderation')
  await officer
    .locator('#pending ~ ul li', { hasText: text })
    .getByRole('link', { name: 'Non rendere pubblica' })
    .click()
  await officer.waitForURL(/refusal$/)
  await expectSound(officer)
  await officer.getByRole('button', { name: 'Non rendere pubblica' }).click()
  await officer.locator('.field.wrong').waitFor()
  await officer.getByLabel('Parla di un altro argomento.').check()
  await officer.getByRole('button', { name: 'Non rendere pubblica' }).click()
  await officer.getByText('La frase non è pubblica. Chi l’ha scritta legge il motivo.').waitFor()

  await drita.goto(drita.url().replace(/\/opinions.*/, `/opinions/${id}/own`))
  await drita.getByText('Parla di un altro argomento.').waitFor()
  await expectSound(drita)
  await shoot(drita, 'opinions-own')

  await officer.locator('#refused ~ ul li', { hasText: text }).getByRole('button', { name: 'Rendi pubblica' }).click()
  await officer.getByText('La frase è pubblica.').waitFor()
  const [row] = await rows<{ moderation: string }>('select moderation from "Statement" where text = $1', [text])
  expect(row?.moderation).toBe('accepted')
  await drita.context().close()
  await officer.context().close()
})

test('an officer opens a conversation and closes it; others may not', async () => {
  const officer = await visit('emanuele', '/opinions/new')
  await expectSound(officer)
  await shoot(officer, 'opinions-new')
  await officer.fill('[name=title]', 'Che cosa facciamo in biblioteca?')
  await officer.fill('[name=statements]', 'La biblioteca apre anche la sera.\nServe una stanza per i bambini piccoli.')
  await officer.getByRole('button', { name: 'Apri una raccolta di opinioni' }).click()
  await officer.getByText('La raccolta è aperta.').waitFor()
  await officer.getByText('Ancora nessuna mappa.').waitFor()
  await expectSound(officer)
  const address = new URL(officer.url()).pathname
  await officer.getByText('Chiudi la raccolta').click()
  await officer.getByRole('button', { name: 'Chiudi per sempre' }).click()
  await officer.getByText('La raccolta è chiusa.').waitFor()
  const carmela = await visit('carmela', address, { scripts: false })
  expect(await carmela.locator('.opinion-next').count()).toBe(0)
  expect((await carmela.goto(carmela.url().replace(/\/opinions.*/, '/opinions/new')))?.status()).toBe(403)
  expect((await carmela.goto(carmela.url().replace(/\/opinions.*/, `${address}/moderation`)))?.status()).toBe(403)
  await carmela.context().close()
  await officer.context().close()
})
