/** An answer that changes, and what other windows and other people did meanwhile: nothing typed is lost, nothing said is moved. */
import '#tests/world/same-database'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { finishCommitment } from '#app/domain/answers/commitments.server'
import { extendAnswer } from '#app/domain/answers/extend-answer.server'
import { judgeAnswer } from '#app/domain/answers/judge-answer.server'
import { answeredProposal, waitingProposal } from '#tests/world/answers'
import { expectSound, rows, visit } from '#tests/world/browser'
import { actor } from '#tests/world/people'

const today = () => ({ now: new Date(), answeredAt: new Date() })
const windows = [{ scripts: true }, { scripts: false }]

async function commitmentOf(proposalId: string) {
  const [row] = await rows<{ id: string }>('select id from "Commitment" where "proposalId" = $1', [proposalId])
  return row?.id ?? ''
}

/** The form is refused with this sentence on its page, and the words are still in their field. */
async function expectKept(page: Page, sentence: string, label: string, words: string) {
  await page.getByRole('alert').getByText(sentence).waitFor()
  expect(await page.getByLabel(label, { exact: true }).inputValue()).toBe(words)
  expect(await page.getByText('Non puoi aprire questa pagina').count()).toBe(0)
}

test.each(windows)('a step typed while the commitment is closed elsewhere stays, scripts $scripts', async (wishes) => {
  const { proposalId } = await answeredProposal(today())
  const id = await commitmentOf(proposalId)
  const page = await visit('emanuele', `/commitments/${id}`, wishes)
  await page.getByLabel('Che cosa avete fatto').fill('Abbiamo scelto il locale.')
  await finishCommitment(await actor('marta'), id, { outcome: 'Lo sportello è aperto', evidence: null })
  await page.getByRole('button', { name: 'Aggiungi un passo' }).click()
  await expectKept(page, 'Questo impegno è già chiuso.', 'Che cosa avete fatto', 'Abbiamo scelto il locale.')
  if (wishes.scripts) await expectSound(page)
  await page.context().close()
})

test.each(windows)('dropping what was done elsewhere meanwhile says so, scripts $scripts', async (wishes) => {
  const { proposalId } = await answeredProposal(today())
  const id = await commitmentOf(proposalId)
  const page = await visit('emanuele', `/commitments/${id}/drop`, wishes)
  const words = 'Il locale non è più agibile.'
  await page.getByLabel('Perché (almeno 20 lettere)').fill(words)
  await finishCommitment(await actor('marta'), id, { outcome: 'Lo sportello è aperto', evidence: null })
  await page.getByRole('button', { name: 'Abbandona l’impegno' }).click()
  await expectKept(page, 'Questo impegno è già chiuso.', 'Perché (almeno 20 lettere)', words)
  await page.context().close()
})

test.each(windows)('an extension typed while another one was made stays, scripts $scripts', async (wishes) => {
  const { answerId } = await waitingProposal({ now: new Date() })
  const page = await visit('marta', `/desk/${answerId}/extension`, wishes)
  const words = 'Aspettiamo il parere della ASL sul locale.'
  await page.getByLabel('Motivo').fill(words)
  await extendAnswer(await actor('marta'), answerId, { days: 3, reason: 'Manca un documento del catasto.' })
  await page.getByRole('button', { name: 'Pubblica la proroga' }).click()
  await expectKept(page, 'La proroga si fa una volta sola.', 'Motivo', words)
  if (wishes.scripts) await expectSound(page)
  await page.goto(page.url())
  expect(await page.getByText('La proroga si fa una volta sola.').count()).toBe(1)
  await page.context().close()
})

test.each(windows)('a verdict typed while a verdict was said stays, scripts $scripts', async (wishes) => {
  const { answerId } = await answeredProposal(today())
  const page = await visit('ada', `/answers/${answerId}/verdict`, wishes)
  await page.getByLabel('Risponde in parte').check()
  await page.getByLabel('Perché', { exact: true }).fill('Manca la data.')
  await judgeAnswer(await actor('ada'), answerId, { version: 1, satisfaction: 'yes', reason: null })
  await page.getByRole('button', { name: 'Pubblica' }).click()
  await expectKept(page, 'Gli autori hanno già detto se questa risposta risponde.', 'Perché', 'Manca la data.')
  expect(await page.getByLabel('Risponde in parte').isChecked()).toBe(true)
  if (wishes.scripts) await expectSound(page)
  await page.context().close()
})

test('others than the authors are still kept from judging', async () => {
  const { answerId } = await answeredProposal(today())
  const page = await visit('carmela', `/answers/${answerId}/verdict`)
  expect(await page.getByText('Solo chi ha scritto la proposta può farlo.').count()).toBe(1)
  await page.context().close()
})

test('the officer changes the answer: the commitment stays, the author judges the new version', async () => {
  const { proposalId, answerId } = await answeredProposal({ ...today(), forAssociation: true })
  await judgeAnswer(await actor('bilal'), answerId, { version: 1, satisfaction: 'yes', reason: null })
  const officer = await visit('emanuele', `/desk/${answerId}/publication`)
  expect(await officer.getByText('Non è cambiato niente: questa versione è già pubblica.').count()).toBe(1)
  expect(await officer.getByRole('button', { name: 'Pubblica la risposta' }).count()).toBe(0)
  await officer.getByRole('link', { name: 'Torna a scrivere' }).click()
  const first = officer.locator('.point-editor').first()
  expect(await first.getByRole('link', { name: 'Apriamo lo sportello' }).getAttribute('href')).toBe(
    `/commitments/${await commitmentOf(proposalId)}`,
  )
  expect(await first.getByLabel('Che cosa farete').count()).toBe(0)
  await expectSound(officer)
  await first.getByLabel('Non accolto').check()
  await officer.getByRole('button', { name: 'Anteprima' }).click()
  await officer.getByText('Punto 1: l’impegno è già pubblico e resta com’è.').waitFor()
  await expectSound(officer)
  await officer.getByRole('link', { name: 'Torna a scrivere' }).click()
  await first.getByLabel('Accolto in parte').check()
  await officer.getByRole('button', { name: 'Anteprima' }).click()
  await officer.getByLabel('Perché cambia la risposta').fill('Abbiamo riletto il bilancio.')
  await officer.getByRole('button', { name: 'Pubblica la risposta' }).click()
  await officer.waitForURL(`**/proposals/${proposalId}*`)
  await officer.context().close()

  const page = await visit('bilal', `/proposals/${proposalId}`)
  const section = page.locator('#answer')
  await section.getByText(/per Associazione Ponte.*sulla versione 1.*Sì, risponde/).waitFor()
  await section.getByText('Si doveva rispondere entro').waitFor()
  await section.getByText('Perché questa data?').click()
  await section.getByText('Il primo giorno che conta è').waitFor()
  await expectSound(page)
  await section.getByRole('link', { name: 'Di’ se risponde' }).click()
  await page.getByLabel('No, non risponde').check()
  await page.getByLabel('Perché', { exact: true }).fill('Adesso è solo in parte.')
  await page.getByRole('button', { name: 'Pubblica' }).click()
  await section.getByText(/sulla versione 2.*No, non risponde/).waitFor()
  expect(await section.getByText(/sulla versione 1.*Sì, risponde/).count()).toBe(1)
  await section.getByRole('link', { name: 'Chiedi il riesame' }).waitFor()
  await page.context().close()
})
