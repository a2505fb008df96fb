import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectSound, origin, rows, visit } from '#tests/world/browser'

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

async function panelIn(stage: string) {
  const [one] = await rows<{ id: string; ticket: number; drawSeed: string; digest: string }>(
    `select id, ticket, "drawSeed", digest from "Panel" where stage::text = $1 order by "createdAt" limit 1`,
    [stage],
  )
  if (!one) throw new Error(`The town has no panel that is ${stage}`)
  return one
}

test.each(looks)('the public pages of panels at $width px in $language', async (wishes) => {
  const [drawn, gathering] = await Promise.all([panelIn('drawn'), panelIn('gathering')])
  for (const [name, path] of [
    ['list', '/panels'],
    ['drawn', `/panels/${drawn.id}`],
    ['gathering', `/panels/${gathering.id}`],
  ]) {
    const page = await visit(null, path ?? '', wishes)
    expect(await page.locator('h1').count()).toBe(1)
    await expectSound(page)
    await shoot(page, `panels-${name}-${wishes.width}-${wishes.language}`)
    await page.context().close()
  }
})

test('anybody downloads the tickets and redoes the draw', async () => {
  const { id, ticket, drawSeed, digest } = await panelIn('drawn')
  const page = await visit(null, `/panels/${id}`, { scripts: false })
  const shown = (await page.locator('main').textContent()) ?? ''
  expect(shown).toContain(digest)
  expect(shown).toContain(drawSeed)
  const lottery = await (await fetch(`${origin}/panels/${id}/lottery.txt`)).text()
  expect(createHash('sha256').update(lottery).digest('hex')).toBe(digest)
  const lot = BigInt(`0x${createHash('sha256').update(`panel-draw\n${drawSeed}\n0`).digest('hex')}`)
  expect(Number(lot % 1000n) + 1).toBe(ticket)
  const line = lottery.split('\n').find((text) => text.startsWith(`${ticket}\t`)) ?? ''
  const codes = JSON.parse(line.split('\t')[1] ?? '[]') as string[]
  expect(codes).toHaveLength(12)
  for (const code of codes) expect(shown).toContain(code)
  await page.context().close()
})

test('a person offers to be drawn without JavaScript, changes an answer, and leaves', async () => {
  const { id } = await panelIn('gathering')
  const page = await visit('hana', `/panels/${id}`, { scripts: false, language: 'it' })
  await page.getByRole('link', { name: 'Mi offro' }).click()
  await page.getByRole('button', { name: 'Mi offro' }).click()
  await page.selectOption('[name="answers[0]"]', 'donna')
  await page.selectOption('[name="answers[1]"]', '35–59')
  await page.getByRole('button', { name: 'Mi offro' }).click()
  await page.getByText('Grazie! Il tuo codice è').waitFor()
  const code = (await page.locator('.support-box code').textContent()) ?? ''
  expect(code).toMatch(/^[A-Z2-9]{6}$/)
  await page.getByRole('link', { name: 'Cambia le tue risposte' }).click()
  expect(await page.locator('[name="answers[1]"]').inputValue()).toBe('35–59')
  await page.selectOption('[name="answers[1]"]', '60 o più')
  await page.getByRole('button', { name: 'Salva le risposte' }).click()
  expect(await page.locator('.support-box code').textContent()).toBe(code)
  await page.getByRole('button', { name: 'Non mi offro più' }).click()
  await page.getByText('Non sei più tra le persone che si offrono.').waitFor()
  expect(await rows('select 1 from "Volunteer" where code = $1', [code])).toEqual([])
  await page.context().close()
})

test('an officer prepares a panel, people join, the tickets are published, and one is drawn', async () => {
  const officer = await visit('emanuele', '/panels/new')
  await expectSound(officer)
  await shoot(officer, 'panels-new')
  await officer.fill('[name=title]', 'Due persone per la piazza')
  await officer.fill('[name=seats]', '2')
  const wall = (minutes: number) =>
    new Date(Date.now() + minutes * 60_000)
      .toLocaleString('sv-SE', { timeZone: 'Europe/Rome' })
      .slice(0, 16)
      .replace(' ', 'T')
  await officer.fill('[name=gathersTo]', wall(10))
  await officer.fill('[name=drawsAt]', wall(5))
  await officer.fill('[name=chance]', 'I cinque numeri del Lotto, ruota di Bari')
  await officer.getByRole('button', { name: 'Salva e vai avanti' }).click()
  await officer.getByText('L’estrazione viene dopo').first().waitFor()
  await officer.fill('[name=drawsAt]', wall(20))
  await officer.getByRole('button', { name: 'Salva e vai avanti' }).click()
  await officer.waitForURL(/features$/)
  await expectSound(officer)
  await shoot(officer, 'panels-features')
  await officer.fill('[name=name]', 'Genere')
  for (const [line, value] of ['donna', 'uomo'].entries()) {
    await officer.fill(`[name="values[${line}].value"]`, value)
    await officer.fill(`[name="values[${line}].min"]`, '0')
    await officer.fill(`[name="values[${line}].max"]`, line === 0 ? '0' : '1')
  }
  await officer.getByRole('button', { name: 'Aggiungi', exact: true }).click()
  await officer.getByText('I massimi insieme non bastano').first().waitFor()
  await expectSound(officer)
  await officer.fill('[name="values[0].max"]', '2')
  await officer.getByRole('button', { name: 'Aggiungi', exact: true }).click()
  await officer.getByText('Aggiunta.').waitFor()
  await officer.getByRole('button', { name: 'Apri: le persone si possono offrire' }).click()
  await officer.getByText('La giuria è aperta.').waitFor()
  await expectSound(officer)
  const address = new URL(officer.url()).pathname
  const id = address.split('/')[2] ?? ''

  for (const [name, value] of [
    ['carmela', 'donna'],
    ['ada', 'donna'],
    ['bilal', 'uomo'],
  ] as const) {
    const page = await visit(name, `${address}/place`)
    await page.selectOption('[name="answers[0]"]', value)
    await expectSound(page)
    await page.getByRole('button', { name: 'Mi offro' }).click()
    await page.getByText('Grazie! Il tuo codice è').waitFor()
    await page.context().close()
  }

  await officer.goto(`${origin}${address}/quotas`)
  await expectSound(officer)
  await officer.fill('[name="quotas[1].min"]', '1')
  await officer.getByRole('button', { name: 'Cambia in pubblico' }).click()
  await officer.getByText('I posti sono cambiati.').waitFor()
  await officer.goto(`${origin}${address}/extension`)
  await expectSound(officer)

  // Its hours are brought forward as a test may; the sweep of the next minute makes the tickets
  await rows(
    `update "Panel" set "gathersTo" = now() - interval '2 minutes', "drawsAt" = now() - interval '1 minute' where id = $1`,
    [id],
  )
  for (let second = 0; second < 90; second += 1) {
    const [row] = await rows<{ stage: string }>('select stage from "Panel" where id = $1', [id])
    if (row?.stage === 'published') break
    await new Promise((next) => setTimeout(next, 1000))
  }
  await officer.goto(`${origin}${address}`)
  await officer.getByText('Impronta dei biglietti').waitFor()
  await expectSound(officer)
  await shoot(officer, 'panels-published')
  await officer.getByRole('link', { name: 'Fai l’estrazione' }).click()
  await officer.fill('[name=seed]', '5-18-33-70-81')
  await expectSound(officer)
  await officer.getByRole('button', { name: 'Estrai adesso' }).click()
  await officer.getByText('La giuria è estratta.').waitFor()
  await expectSound(officer)
  const drawn = await rows<{ answers: string[] }>('select answers from "Volunteer" where "panelId" = $1 and drawn', [
    id,
  ])
  expect(drawn).toHaveLength(2)
  expect(drawn.some(({ answers }) => answers[0] === 'uomo')).toBe(true)
  // Once drawn, there is no drawing again, not even for the officer
  expect((await officer.goto(`${origin}${address}/draw`))?.status()).toBe(403)
  await officer.context().close()
})
