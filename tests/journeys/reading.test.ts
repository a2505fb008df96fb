import { describe, expect, test } from 'vitest'
import { expectSound, origin, visit } from '#tests/world/browser'

const pages = ['/', '/territories', '/territories/monopoli', '/territories/puglia']

describe.each(pages)('a visitor reads %s', (path) => {
  test.each([
    { width: 360, language: 'it' },
    { width: 1280, language: 'ar' },
  ])('at $width px in $language', async (wishes) => {
    const page = await visit(null, path, wishes)
    expect(await page.locator('h1').count()).toBe(1)
    expect(await page.locator('html').getAttribute('dir')).toBe(wishes.language === 'ar' ? 'rtl' : 'ltr')
    await expectSound(page)
    await page.context().close()
  })

  test('without JavaScript', async () => {
    const page = await visit(null, path, { scripts: false })
    expect(await page.locator('h1').count()).toBe(1)
    await page.context().close()
  })
})

test('a visitor finds a comune, changes the language and comes back to the same page', async () => {
  const page = await visit(null, '/territories?q=monop', { scripts: false })
  await page.getByRole('link', { name: 'Monopoli' }).first().click()
  expect(await page.locator('h1').textContent()).toBe('Forum di Monopoli')
  await page.locator('summary').filter({ hasText: 'Italiano' }).click()
  await page.getByRole('button', { name: 'Shqip' }).click()
  expect(new URL(page.url()).pathname).toBe('/territories/monopoli')
  expect(await page.locator('html').getAttribute('lang')).toBe('sq')
  await page.context().close()
})

test('what is not there is said kindly, with 404', async () => {
  const response = await fetch(`${origin}/territories/atlantide`, { headers: { 'Accept-Language': 'it' } })
  expect(response.status).toBe(404)
  expect(await response.text()).toContain('Questa pagina non c’è')
})
