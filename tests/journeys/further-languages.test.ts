import { expect, test } from 'vitest'
import { expectSound, origin, visit } from '#tests/world/browser'

const conversation = 'Come vogliamo il lungomare d’estate?'
const late = 'Una navetta gratuita porta al mare dai parcheggi fuori città.'

async function pathOf(room: string, title: string) {
  const page = await visit(null, `/${room}`)
  const path = await page.getByRole('link', { name: title }).getAttribute('href')
  return path ?? ''
}

test('an officer finishes the Arabic of a conversation, and a resident answers in it with the original at hand', async () => {
  const path = await pathOf('opinions', conversation)
  const officer = await visit('emanuele', path)
  await expectSound(officer)
  await officer.getByRole('link', { name: 'العربية' }).click()
  await officer.waitForURL(`${origin}${path}/translations/ar`)
  await expectSound(officer)
  expect(await officer.inputValue('[name=title]')).toBe('كيف نريد الكورنيش في الصيف؟')

  // Without scripts, and too long first: nothing of what was typed is lost
  const plain = await visit('emanuele', `${path}/translations/ar`, { scripts: false })
  const field = plain.getByLabel('Affermazione 10', { exact: true })
  await field.fill('م'.repeat(451))
  await plain.getByRole('button', { name: 'Salva la traduzione' }).click()
  await plain.getByRole('link', { name: /^Affermazione 10: / }).waitFor()
  expect(await field.inputValue()).toHaveLength(451)
  const said = 'حافلة مجانية تنقل الناس إلى البحر من المواقف خارج المدينة.'
  await field.fill(said)
  await plain.getByRole('button', { name: 'Salva la traduzione' }).click()
  await plain.getByText('La traduzione è salvata.').waitFor()

  // A colleague has the page open since before
  await officer.fill('[name=title]', 'كيف نريد الكورنيش هذا الصيف؟')
  await officer.getByRole('button', { name: 'Salva la traduzione' }).click()
  await officer.getByText('Qualcuno ha salvato questa traduzione').first().waitFor()
  expect(await officer.inputValue('[name=title]')).toBe('كيف نريد الكورنيش هذا الصيف؟')
  await expectSound(officer)

  const resident = await visit('bilal', path, { language: 'ar' })
  expect(await resident.locator('h1').getAttribute('lang')).toBe('ar')
  for (let left = 30; left > 0 && (await resident.locator('#next blockquote').count()) > 0; left--) {
    if ((await resident.locator('#next blockquote').textContent()) === said) break
    const before = await resident.locator('#next blockquote').textContent()
    await resident.locator('#next [value=pass]').click()
    await resident.waitForFunction((old) => document.querySelector('#next blockquote')?.textContent !== old, before)
  }
  await resident.locator('#next .original-words summary').click()
  await resident.getByText(late).first().waitFor()
  await expectSound(resident)

  const italian = await visit(null, path)
  expect(await italian.locator('h1').textContent()).toBe(conversation)
  expect(await italian.locator('.original-words').count()).toBe(0)
})

test('lists, budgets and panels are read in one’s own language, also by who offers to be drawn', async () => {
  const budgets = await visit(null, '/budgets', { language: 'ar', scripts: false })
  await budgets.getByRole('link', { name: 'مونوبولي تقرر: 80.000 يورو للأحياء' }).click()
  await budgets.getByText('Monopoli decide: 80.000 euro per i quartieri').first().waitFor({ state: 'attached' })
  expect(await budgets.locator('h1').getAttribute('lang')).toBe('ar')

  const panel = await pathOf('panels', 'Dodici persone per i giardini della città')
  const page = await visit('hana', panel, { language: 'ar' })
  expect(await page.locator('h1').textContent()).toBe('اثنا عشر شخصًا من أجل حدائق المدينة')
  await page.getByRole('rowheader', { name: '60 أو أكثر' }).waitFor()
  await expectSound(page)
  const place = await visit('hana', `${panel}/place`, { language: 'ar' })
  await place.getByLabel('الجنس').selectOption('امرأة')
  expect(await place.getByLabel('الجنس').inputValue()).toBe('donna')
  await expectSound(place)
})
