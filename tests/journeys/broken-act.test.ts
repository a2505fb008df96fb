/** The database refuses what nobody foresaw: whoever sent a form reads whose fault it is, has the words, and may send again. */
import '#tests/world/same-database'
import { expect, test } from 'vitest'
import { wordsFor } from '#app/i18n/server-words.server'
import { openProposal } from '#tests/world/acts'
import { expectProblem, expectSound, rows, visit } from '#tests/world/browser'

const text = 'Una frase che il disco non vuole.'

const ways = ['it', 'ar'].flatMap((language) => [true, false].map((scripts) => ({ language, scripts })))

test.each(ways)('a comment that breaks stays in its field, in $language, scripts $scripts', async (way) => {
  const page = await visit('carmela', `/proposals/${await openProposal()}`, way)
  const press = () => page.locator('form:has([name=text]) .button').last().click()
  await page.fill('[name=text]', text)
  await breaking(async () => {
    const answered = page.waitForResponse((response) => response.request().method() === 'POST')
    await press()
    expect((await answered).status()).toBe(500)
    await page.getByText(wordsFor(way.language)('errors.broken')).first().waitFor()
    expect(await page.inputValue('[name=text]')).toBe(text)
    expectProblem(/status of 500/)
    if (way.scripts) await expectSound(page)
  })
  await press()
  await page.locator('.comment', { hasText: text }).waitFor()
  await page.context().close()
})

test('without scripts and where the page cannot be read either, the whole form is there to be sent again', async () => {
  const page = await visit('carmela', `/proposals/${await openProposal()}`, { scripts: false })
  await page.fill('[name=text]', text)
  await page.check('[name=stance][value=against]')
  await rows('alter table "Comment" rename to "Gone"')
  try {
    await page.locator('form:has([name=text]) .button').last().click()
    await page.getByText(wordsFor('it')('shell.error.broken.text')).waitFor()
    expect(await page.inputValue('[name=text]')).toBe(text)
  } finally {
    await rows('alter table "Gone" rename to "Comment"')
  }
  expectProblem(/status of 500/)
  await page.getByRole('button', { name: 'Manda di nuovo' }).click()
  await page.locator('.comment:has(.stance.against)', { hasText: text }).waitFor()
  await page.context().close()
})

/** A real fault of the database, for this one sentence. */
async function breaking(run: () => Promise<void>) {
  await rows(`create function full_disk() returns trigger language plpgsql as $$ begin raise 'disk full'; end $$`)
  await rows(
    `create trigger full_disk before insert on "Comment" for each row when (new.text = '${text}') execute function full_disk()`,
  )
  try {
    await run()
  } finally {
    await rows('drop function full_disk() cascade')
  }
}
