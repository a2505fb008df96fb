import { expect, test } from 'vitest'
import { expectSound, rows, visit } from '#tests/world/browser'

test('a resident votes in the open, in Arabic, with the keyboard alone and then without scripts', async () => {
  const [poll] = await rows<{ id: string }>(
    `select id from "Poll" where question = 'Quali giorni vanno bene per il mercato solidale?'`,
  )
  const id = poll?.id ?? ''
  const chosen = async () => {
    const [ballot] = await rows<{ content: string; sealed: unknown }>(
      `select b.content, b.sealed from "Ballot" b join "Person" p on p.id = b."voterKey"
        where b."pollId" = $1 and p.pseudonym = 'Drita'`,
      [id],
    )
    expect(ballot?.sealed ?? null).toBe(null)
    return JSON.parse(ballot?.content ?? '{}').choices?.length ?? 0
  }

  // Other journeys move house with her
  await rows(
    `update "Person" set "homeTerritoryId" = (select id from "Territory" where path = '/puglia/lecce/lecce/')
      where pseudonym = 'Drita'`,
    [],
  )
  const page = await visit('drita', `/polls/${id}`, { language: 'ar' })
  await expectSound(page)
  await page.locator('form[action$=beginning] button').press('Enter')
  await page.waitForURL(/\/ballot$/)
  await page.getByText('في النهاية يُنشر اسمك واختيارك معًا').first().waitFor()
  await expectSound(page)
  const days = page.locator('main input[type=checkbox]')
  await days.nth(0).press('Space')
  await page.locator('[data-ballot=counted]').waitFor()
  await days.nth(2).press('Space')
  await expect.poll(chosen, { timeout: 15_000 }).toBe(2)

  // From another device: the same ballot, and changed
  const plain = await visit('drita', `/polls/${id}/ballot`, { language: 'ar', scripts: false })
  const ticked = plain.locator('main input[type=checkbox]:checked')
  expect(await ticked.count()).toBe(2)
  await plain.locator('main input[type=checkbox]').nth(1).check()
  await plain.locator('main form button.button').first().click()
  await expect.poll(chosen, { timeout: 15_000 }).toBe(3)
})
