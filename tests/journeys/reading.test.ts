import { describe, expect, test } from 'vitest'
import { expectSound, origin, rows, signInCookie, visit } from '#tests/world/browser'

const pages = ['/', '/territories', '/territories/monopoli', '/territories/puglia', '/territories/puglia/activity']

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

test('the menu closes by Escape, back at its button, and when another page comes', async () => {
  const page = await visit(null, '/territories/monopoli', { language: 'sq' })
  const menu = page.locator('.site-menu')
  const opener = menu.locator('summary')
  await opener.press('Enter')
  await page.keyboard.press('Escape')
  expect(await menu.getAttribute('open')).toBeNull()
  expect(await opener.evaluate((summary) => summary === document.activeElement)).toBe(true)
  await opener.press('Enter')
  await menu.locator('a[href="/polls"]').click()
  await page.waitForURL(/\/polls$/)
  await page.locator('.site-menu:not([open])').waitFor()
  await expectSound(page)
  await page.context().close()
})

test('a page that is shown takes its notice; data that is only asked for leaves it', async () => {
  const headers = { Cookie: `notice=${encodeURIComponent('{"key":"shell.done"}')}` }
  const whole = await fetch(`${origin}/territories`, { headers: { ...headers, Accept: 'text/html' } })
  const asked = await fetch(`${origin}/territories.data`, { headers })
  expect(whole.headers.get('Set-Cookie')).toMatch(/notice=;.*Max-Age=0/)
  expect(await asked.text()).toContain('shell.done')
  expect(asked.headers.get('Set-Cookie') ?? '').not.toContain('notice')
})

test('what is not there is said kindly, with 404', async () => {
  const response = await fetch(`${origin}/territories/atlantide`, { headers: { 'Accept-Language': 'it' } })
  expect(response.status).toBe(404)
  expect(await response.text()).toContain('Questa pagina non c’è')
})

test('on another page the focus goes to the heading, and stays where it is on the same page', async () => {
  const page = await visit(null, '/proposals')
  const focused = () => page.evaluate(() => document.activeElement?.tagName)
  await page.locator('a[href*="sort=supported"]').click()
  await page.waitForURL(/sort=supported/)
  expect(await focused()).toBe('A')
  await page.locator('footer a[href="/standing"]').click()
  await page.waitForURL(/\/standing$/)
  await expect.poll(focused).toBe('H1')
  await page.context().close()
})

test.each([
  ['/polls/nothinghere0/booth', null, 404, 'Questa pagina non c’è'],
  ['/files/nothinghere0', null, 404, 'Questa pagina non c’è'],
  ['/polls/nothinghere0/trustee', 'carmela', 404, 'Questa pagina non c’è'],
] as const)('%s says what is wrong on a page of its own', async (path, who, status, words) => {
  const signedIn = who ? `agora=${await signInCookie(who)}; ` : ''
  const response = await fetch(origin + path, { headers: { Cookie: `${signedIn}language=it` }, redirect: 'manual' })
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toContain('text/html')
  expect(await response.text()).toContain(words)
})

test('from a life line everybody comes to all that happened, in Arabic and without scripts, and back', async () => {
  const [answered] = await rows<{ subjectId: string }>(
    `select "subjectId" from "Entry" join "Proposal" p on p.id = "subjectId" and p."hiddenAt" is null
     where what = 'answer.given' order by "Entry".id limit 1`,
  )
  const place = `/proposals/${answered?.subjectId}`
  const page = await visit(null, place, { scripts: false })
  const title = await page.locator('h1').textContent()
  await page.getByRole('link', { name: 'Tutto quello che è successo' }).click()
  await page.getByRole('link', { name: 'L’ufficio ha risposto' }).first().waitFor()
  await page.getByRole('link', { name: title?.trim() ?? '' }).click()
  expect(new URL(page.url()).pathname).toBe(place)
  await expectSound(await visit(null, `/history/proposal/${answered?.subjectId}`, { language: 'ar' }))
  for (const nothing of ['proposal/nothing', 'person/x', '__proto__/x'])
    expect((await fetch(`${origin}/history/${nothing}`)).status).toBe(404)
})
