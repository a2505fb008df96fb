import '#tests/world/same-database'
import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { addDays, civilDateAt } from '#app/domain/answers/civil-date'
import { answeredProposal, waitingProposal } from '#tests/world/answers'
import { expectSound, letterTo, rows, visit } from '#tests/world/browser'

/** With SHOTS set to a folder, each screen leaves its picture there. */
async function shoot(page: Page, name: string) {
  const folder = process.env.SHOTS
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

/** An answer of the office where Emanuele sits, not written yet. */
async function waitingAnswer() {
  const { answerId, proposalId } = await waitingProposal({ now: new Date() })
  return { id: answerId, proposalId }
}

const looks = [
  { width: 360, language: 'it' },
  { width: 1280, language: 'ar' },
]

test.each(looks)('the public pages of answers at $width px in $language', async (wishes) => {
  for (const path of ['/standing', '/commitments', '/commitments?state=done']) {
    const page = await visit(null, path, wishes)
    expect(await page.locator('h1').count()).toBe(1)
    await expectSound(page)
    await shoot(page, `public${path.replace(/\W/g, '-')}-${wishes.width}-${wishes.language}`)
    await page.context().close()
  }
  const [commitment] = await rows<{ id: string }>('select id from "Commitment" order by "createdAt" limit 1')
  const page = await visit(null, `/commitments/${commitment?.id}`, wishes)
  await expectSound(page)
  await shoot(page, `commitment-${wishes.width}-${wishes.language}`)
  await page.context().close()
})

test.each(looks)('the office’s screens at $width px in $language', async (wishes) => {
  const { id } = await waitingAnswer()
  for (const path of ['', '/notes', '/publication', '/assignment', '/extension']) {
    const page = await visit('marta', `/desk/${id}${path}`, wishes)
    expect(await page.locator('h1').count()).toBe(1)
    await expectSound(page)
    await shoot(page, `desk${path.replace('/', '-')}-${wishes.width}-${wishes.language}`)
    await page.context().close()
  }
  const queue = await visit('emanuele', '/desk', wishes)
  await expectSound(queue)
  await shoot(queue, `queue-${wishes.width}-${wishes.language}`)
  await queue.context().close()
  for (const path of ['/notifications', '/account/notifications']) {
    const page = await visit('ada', path, wishes)
    await expectSound(page)
    await shoot(page, `told${path.replace(/\W/g, '-')}-${wishes.width}-${wishes.language}`)
    await page.context().close()
  }
})

test.each([{ scripts: true }, { scripts: false }])(
  'an officer answers point by point, scripts $scripts',
  async ({ scripts }) => {
    const { id, proposalId } = await waitingAnswer()
    const page = await visit('emanuele', `/desk/${id}`, { scripts })
    const points = page.locator('.point-editor')
    const count = await points.count()
    await page.getByLabel('Parole iniziali').fill('Grazie. Abbiamo letto tutto.')
    for (let index = 0; index < count; index++) {
      await points
        .nth(index)
        .getByLabel(index === 0 ? 'Accolto' : 'Non accolto', { exact: true })
        .check()
      if (index === 0) continue
      await points.nth(index).getByLabel('Perché (obbligatorio)').fill('Non ci sono i fondi quest’anno.')
    }
    await page.getByRole('button', { name: 'Anteprima' }).click()
    await page.getByText('Manca il giudizio o il motivo al punto 1').waitFor()
    await page.getByRole('link', { name: 'Torna a scrivere' }).click()
    const first = page.locator('.point-editor').first()
    await first.getByLabel('Perché (obbligatorio)').fill('È utile e costa poco.')
    await first.getByText('Impegno: che cosa farete').click()
    await first.getByLabel('Che cosa farete').fill('Apriamo lo sportello')
    await first.getByLabel('Entro quando').fill(addDays(civilDateAt(new Date()), 90))
    await page.getByRole('button', { name: 'Anteprima' }).click()
    await page.getByText('Così la vedranno tutti').waitFor()
    await shoot(page, `preview-${scripts}`)
    if (scripts) await expectSound(page)
    await page.getByRole('button', { name: 'Pubblica la risposta' }).click()
    await page.waitForURL(`**/proposals/${proposalId}*`)
    expect(await page.getByText('Apriamo lo sportello').count()).toBeGreaterThan(0)
    await shoot(page, `answered-${scripts}`)
    if (scripts) await expectSound(page)
    const published = await rows<{ stage: string; n: string }>(
      `select p.stage, (select count(*) from "Commitment" c where c."proposalId" = p.id) as n from "Proposal" p where id = $1`,
      [proposalId],
    )
    expect(published).toEqual([{ stage: 'answered', n: '1' }])
    await page.context().close()
  },
)

test('what an officer types is saved by itself', async () => {
  const { id } = await waitingAnswer()
  const page = await visit('emanuele', `/desk/${id}`, { width: 1280 })
  await page.locator('.point-editor').first().getByLabel('Perché (obbligatorio)').fill('Scritto in fretta.')
  await page.locator('[data-saving="saved"]').waitFor()
  await expect
    .poll(() => rows(`select reasons from "AnswerPoint" where "answerId" = $1 and reasons <> ''`, [id]), {
      timeout: 4000,
    })
    .toEqual([{ reasons: 'Scritto in fretta.' }])
  await page.reload()
  expect(await page.locator('.point-editor').first().getByLabel('Perché (obbligatorio)').inputValue()).toBe(
    'Scritto in fretta.',
  )
  await page.context().close()
})

test('a form that is wrong keeps what was typed and says what is wrong', async () => {
  const { id } = await waitingAnswer()
  const page = await visit('marta', `/desk/${id}/extension`, { scripts: false })
  await page.getByLabel('Giorni lavorativi in più').fill('5')
  await page
    .locator('textarea')
    .evaluate((area) => area.removeAttribute('required'))
    .catch(() => {})
  await page.getByLabel('Motivo').fill('Breve')
  await page.getByRole('button', { name: 'Pubblica la proroga' }).click()
  expect(await page.getByText('Scrivi almeno 20 lettere.').count()).toBeGreaterThan(0)
  expect(await page.getByLabel('Motivo').inputValue()).toBe('Breve')
  await page.getByLabel('Motivo').fill('Aspettiamo il parere della ASL sul locale.')
  await page.getByRole('button', { name: 'Pubblica la proroga' }).click()
  expect(await page.getByText('La nuova data è').count()).toBe(1)
  await shoot(page, 'extended')
  await page.context().close()
})

test('the author says that it answers in part, asks for a review, and the office is told by mail', async () => {
  const { proposalId } = await answeredProposal({ now: new Date(), answeredAt: new Date() })
  const page = await visit('ada', `/proposals/${proposalId}`)
  await shoot(page, 'to-judge')
  await page.getByRole('link', { name: 'Di’ se risponde' }).click()
  await expectSound(page)
  await page.getByLabel('Risponde in parte').check()
  await page.getByRole('button', { name: 'Pubblica' }).click()
  await page.getByText('Scrivi perché.').first().waitFor()
  await page.getByLabel('Perché').fill('Manca la data.')
  await page.getByRole('button', { name: 'Pubblica' }).click()
  await page.getByRole('link', { name: 'Chiedi il riesame' }).click()
  await expectSound(page)
  await page.getByLabel('Che cosa deve guardare').fill('Diteci quando apre lo sportello.')
  await page.getByRole('button', { name: 'Chiedi il riesame' }).click()
  await page.getByText('Il riesame è chiesto.').waitFor()
  await shoot(page, 'review-asked')
  await expectSound(page)
  expect(await rows('select round from "Answer" where "proposalId" = $1 order by round', [proposalId])).toEqual([
    { round: 1 },
    { round: 2 },
  ])
  const letter = await letterTo('marta@esempio.it')
  expect(letter).toContain('Chi ha proposto chiede il riesame')
  expect(letter).toContain('Il motivo: «Diteci quando apre lo sportello.»')
  await page.context().close()
})

test('strangers are kept from the desk', async () => {
  const { id } = await waitingAnswer()
  const visitor = await visit(null, `/desk/${id}`)
  expect(new URL(visitor.url()).pathname).toBe('/sign-in')
  await visitor.context().close()
  const ada = await visit('ada', `/desk/${id}`)
  expect(await ada.getByText('Questa risposta è di un altro ufficio.').count()).toBe(1)
  await ada.context().close()
})
