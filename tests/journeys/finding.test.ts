import { expect, test } from 'vitest'
import { wordsFor } from '#app/i18n/server-words.server'
import { openProposal } from '#tests/world/acts'
import { expectSound, origin, rows, visit } from '#tests/world/browser'

test.each([
  { language: 'it', scripts: true },
  { language: 'ar', scripts: true },
  { language: 'it', scripts: false },
])('proposals are found by words and place: $language, scripts $scripts', async ({ language, scripts }) => {
  const t = wordsFor(language)
  const id = await openProposal({ title: 'Più altalène nei giardini pubblici' })
  const page = await visit(null, '/proposals?stage=open', { language, scripts })
  await page.getByLabel(t('proposals.search.words')).fill('ALTALENA')
  await page.selectOption('[name=territory]', { label: 'Monopoli' })
  await page.getByRole('button', { name: t('proposals.search.find'), exact: true }).click()
  await page.locator(`a[href="/proposals/${id}"]`).waitFor()
  if (scripts) await expectSound(page)
  const { searchParams } = new URL(page.url())
  expect(Object.fromEntries(searchParams)).toMatchObject({ q: 'ALTALENA', territory: 'monopoli', stage: 'open' })
  const order = page.getByRole('navigation', { name: t('proposals.filters.sort') })
  expect(await order.locator('[aria-current]').textContent()).toBe(t('proposals.sort.match'))
  await order.getByRole('link', { name: t('proposals.sort.newest') }).click()
  await page.waitForURL(/q=ALTALENA.*sort=newest/)
  await order.locator('[aria-current]', { hasText: t('proposals.sort.newest') }).waitFor()
  const feed = await page.locator('link[type="application/atom+xml"]').getAttribute('href')
  expect(await (await fetch(origin + feed)).text()).toContain(`/proposals/${id}`)

  await page.getByLabel(t('proposals.search.words')).fill('qwertyuiop')
  await page.getByRole('button', { name: t('proposals.search.find'), exact: true }).click()
  await page.getByText(t('proposals.no-words-in', { name: 'Monopoli' })).waitFor()
  if (scripts) await expectSound(page)
  await page.getByRole('link', { name: t('proposals.search.everywhere') }).click()
  await page.getByText(t('proposals.no-words'), { exact: true }).waitFor()
  expect(await page.locator('[name=territory]').inputValue()).toBe('')
  await page.context().close()
})

test.each([true, false])(
  'a resident follows a proposal without supporting it, and stops: scripts %s',
  async (scripts) => {
    const title = `Una tettoia alla fermata, ${scripts ? 'con' : 'senza'} script`
    const id = await openProposal({ title })
    const page = await visit('carmela', `/proposals/${id}`, { scripts })
    await page.getByRole('button', { name: 'Segui', exact: true }).click()
    await page.getByText('Da adesso ricevi gli avvisi.').waitFor()
    if (scripts) await expectSound(page)
    await page.goto(`${origin}/account/notifications`)
    const line = page.locator('.follows li', { hasText: title })
    await line.waitFor()
    if (scripts) await expectSound(page)
    await line.getByRole('button').click()
    await line.waitFor({ state: 'detached' })
    expect(await rows(`select 1 from "Follow" where "subjectId" = $1`, [id])).toEqual([])
    await page.context().close()
  },
)

test('where nobody proposed yet, a button begins the first proposal there', async () => {
  const [{ slug, name } = { slug: '', name: '' }] = await rows<{ slug: string; name: string }>(
    `select slug, name from "Territory" t where kind = 'comune' and not exists (select from "Proposal" p where p."territoryId" = t.id)
     order by name limit 1`,
  )
  for (const path of [`/territories/${slug}`, `/proposals?territory=${slug}`]) {
    const page = await visit('ada', path, { scripts: false })
    await page.locator('.empty').getByRole('link', { name: 'Scrivi una proposta' }).click()
    expect(await page.locator('[name=territoryId] option:checked').textContent()).toBe(name)
    await page.context().close()
  }
})

test('an address that is shared says what is there, and a proposal is shared without scripts', async () => {
  const id = await openProposal({ title: 'Un murale “a colori” & altro' })
  const [{ poll, budget } = { poll: '', budget: '' }] = await rows<{ poll: string; budget: string }>(
    `select (select id from "Poll" where stage <> 'draft' and "associationId" is null and description <> '' limit 1) as poll,
       (select id from "Budget" where "publishedAt" is not null and description <> '' limit 1) as budget`,
  )
  for (const path of [`/proposals/${id}`, `/polls/${poll}`, `/budgets/${budget}`, '/territories/monopoli']) {
    const page = await visit(null, `${path}?sort=oldest`, { scripts: false })
    const said = async (name: string) => page.locator(`meta[property="og:${name}"]`).getAttribute('content')
    expect(await said('url')).toBe(origin + path)
    expect(await said('title')).toBe((await page.getByRole('heading', { level: 1 }).textContent())?.trim())
    expect(await said('description')).toBeTruthy()
    expect(await said('type')).toBe(path.startsWith('/proposals') ? 'article' : 'website')
    expect(await said('locale')).toMatch(/^[a-z]{2}_[A-Z]{2}$/)
    expect(await page.locator('meta[property="og:image"]').count()).toBe(0)
    await page.context().close()
  }
  const page = await visit(null, `/proposals/${id}`, { scripts: false })
  await page.getByText('Fai conoscere questa proposta').click()
  expect(await page.getByLabel('Indirizzo da copiare').inputValue()).toBe(`${origin}/proposals/${id}`)
  const letter = (await page.getByRole('link', { name: 'Manda per posta' }).getAttribute('href')) ?? ''
  expect(letter).toMatch(/^mailto:\?/)
  expect(new URLSearchParams(letter.slice('mailto:?'.length)).get('body')).toBe(`${origin}/proposals/${id}`)
  await page.context().close()
})
