import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { wordsFor } from '#app/i18n/server-words.server'
import { draft, neighbours, openProposal, send, words } from '#tests/world/acts'
import { expectSound, letterTo, origin, rows, visit } from '#tests/world/browser'

const idIn = (page: Page) => new URL(page.url()).pathname.split('/')[2] ?? ''

const looks = [
  { language: 'it', scripts: true },
  { language: 'ar', scripts: true },
  { language: 'it', scripts: false },
] as const

test.each(looks)(
  'a delegate writes for her association and residents bring it to the threshold: $language, scripts $scripts',
  async ({ language, scripts }) => {
    const t = wordsFor(language)
    const title = `Sportello con mediatori, ${language} ${scripts ? 'con' : 'senza'} script`
    const ada = await visit('ada', '/proposals/new', { language, scripts })
    const sound = async (page: Page) => {
      if (scripts) await expectSound(page)
    }
    await sound(ada)
    await ada.selectOption('[name=territoryId]', { label: 'Monopoli' })
    await ada.selectOption('[name=topic]', 'health')
    await ada.getByLabel('Associazione Ponte').check()
    const next = { name: t('proposals.wizard.next') }
    await ada.getByRole('button', next).click()
    await ada.waitForURL(/\/text$/)
    await ada.fill('[name=title]', title)
    if (scripts) {
      const link = ada.getByRole('button', { name: t('editor.link'), exact: true })
      // Whoever types before the editor is there keeps the plain field
      await link.waitFor()
      await ada.locator('#document').click()
      await ada.locator('#document').pressSequentially(words)
      await link.click()
      await ada.getByLabel(t('editor.linkAddress')).pressSequentially('www.asl.bari.it')
      await ada.getByRole('button', { name: t('editor.linkApply') }).click()
      await ada.locator('#document a[href="https://www.asl.bari.it"]').waitFor()
    } else await ada.fill('textarea[name=document]', `## Perché\n\n${words}\n\n- la sera\n- il sabato`)
    await ada.fill('[name="points[0]"]', 'Uno sportello')
    await ada.fill('[name="points[1]"]', 'Due mediatori')
    await sound(ada)
    await ada.getByRole('button', next).click()
    await ada.waitForURL(/\/attachments$/)
    await sound(ada)
    await ada.getByRole('button', next).click()
    await ada.waitForURL(/\/summary$/)
    await sound(ada)
    const id = idIn(ada)
    await ada.getByRole('button', { name: t('proposals.publish'), exact: true }).click()
    await ada.getByText(t('proposals.published')).waitFor()
    expect(new URL(ada.url()).pathname).toBe(`/proposals/${id}`)
    await ada.getByRole('link', { name: 'Associazione Ponte' }).waitFor()
    await sound(ada)

    const [last, ...others] = neighbours.toReversed()
    for (const who of others) await send(who, `/proposals/${id}/support`)
    const supporter = await visit(last ?? null, `/proposals/${id}`, { language, scripts })
    await supporter.getByText(t('shell.supports-of', { count: 4, threshold: 5 })).waitFor()
    await supporter.getByRole('button', { name: t('proposals.support'), exact: true }).click()
    await supporter.getByText(t('proposals.supported-and-qualified')).waitFor()
    await supporter
      .getByText(t('answers.office-must-answer', { who: 'Servizi sociali' }))
      .first()
      .waitFor()
    await supporter.getByText(t('answers.why-date')).first().click()
    await sound(supporter)

    const [after] = await rows(
      `select p.stage, p."associationId" is not null as "forPonte", p."excerpt" like 'In ospedale%' or p.excerpt like 'Perché%' as excerpt,
         (select count(*)::int from "Answer" a where a."proposalId" = p.id) as answers,
         (select array_agg(text order by position) from "Point" where "proposalId" = p.id) as points
       from "Proposal" p where id = $1`,
      [id],
    )
    expect(after).toEqual({
      stage: 'qualified',
      forPonte: true,
      excerpt: true,
      answers: 1,
      points: ['Uno sportello', 'Due mediatori'],
    })
    expect(await letterTo('emanuele@esempio.it', title)).toContain('/desk')
    const told = `select p.email from "Notification" n join "Person" p on p.id = n."personId"
      where n."subjectId" = $1 and n.what = 'proposal.qualified' order by p.email`
    await expect
      .poll(() => rows(told, [id]))
      .toEqual(expect.arrayContaining([{ email: 'ada@esempio.it' }, { email: 'carmela@esempio.it' }]))
    const bell = await visit('carmela', '/notifications', { language, scripts })
    await bell.locator('li.unread', { hasText: title }).first().getByRole('link').click()
    await bell.waitForURL(`**/proposals/${id}*`)
  },
)

test('a support is taken back while it is still counted', async () => {
  const id = await openProposal({ title: 'Una fontana vicino alla stazione' })
  const carmela = await visit('carmela', `/proposals/${id}`)
  await carmela.getByRole('button', { name: 'Sostieni', exact: true }).click()
  await carmela.getByText('Sostieni questa proposta.').waitFor()
  // The keyboard stays where the hand is: the same button now takes back
  await carmela.locator('button:focus', { hasText: 'Togli il tuo sostegno' }).press('Enter')
  await carmela.getByRole('button', { name: 'Sostieni', exact: true }).waitFor()
  await expectSound(carmela)
})

test('two write together: invited by letter, joined by whom it is for, taken off again', async () => {
  const title = 'Panchine all’ombra in via Procaccia'
  const id = await draft('ada', { title, points: ['Dieci panchine'], forPonte: false })
  const ada = await visit('ada', `/proposals/${id}/authors`)
  await ada.getByLabel('Indirizzo').fill('bilal@esempio.it')
  await ada.getByRole('button', { name: 'Invita una persona' }).click()
  await ada.getByText('invito aperto').waitFor()
  await expectSound(ada)
  const [path] = /\/proposals\/invitations\/[\w-]+/.exec(await letterTo('bilal@esempio.it', title)) ?? ['']

  const fatou = await visit('fatou', path, { scripts: false })
  await fatou.getByText('Questo invito è per un altro indirizzo').first().waitFor()
  expect(await fatou.getByRole('button', { name: 'Accetta l’invito' }).count()).toBe(0)
  const bilal = await visit('bilal', path)
  await expectSound(bilal)
  await bilal.getByRole('button', { name: 'Accetta l’invito' }).click()
  await bilal.waitForURL(`**/proposals/${id}/text`)
  expect(await bilal.inputValue('[name=title]')).toBe(title)

  await ada.reload()
  await ada.getByRole('button', { name: 'Togli Bilal' }).click()
  await ada.locator('bdi', { hasText: 'Bilal' }).waitFor({ state: 'detached' })
  await bilal.reload()
  await bilal.getByRole('heading', { level: 1, name: 'Questa pagina non c’è' }).waitFor()
})

test('a text changed after its first day is a version that everybody can compare', async () => {
  const [{ id } = { id: '' }] = await rows<{ id: string }>(
    `update "Proposal" set "publishedAt" = now() - interval '2 days', stage = 'open'
     where title = 'Sportello con mediatori, it senza script' returning id`,
  )
  const page = await visit('ada', `/proposals/${id}/change`, { scripts: false })
  await page.fill('textarea[name=document]', `${words} Aperta anche la domenica.`)
  await page.fill('[name=note]', 'Aggiunta la domenica')
  await page.getByRole('button', { name: 'Pubblica il nuovo testo' }).click()
  const reader = await visit(null, `/proposals/${id}/versions`)
  expect(await reader.locator('ins').allTextContents()).toEqual(
    expect.arrayContaining([expect.stringContaining('domenica')]),
  )
  await expectSound(reader)
})

test.each(['it', 'ar'])('lists and pages are sound in %s, with and without scripts', async (language) => {
  const [{ id } = { id: '' }] = await rows<{ id: string }>(
    `select id from "Proposal" where stage = 'qualified' order by "commentCount" desc limit 1`,
  )
  for (const path of [
    '/proposals',
    '/proposals?stage=qualified&sort=due',
    `/proposals/${id}`,
    '/moderation/register',
  ]) {
    const phone = await visit(null, path, { language })
    await expectSound(phone)
    await phone.setViewportSize({ width: 1280, height: 800 })
    await expectSound(phone)
    await phone.context().close()
    const plain = await visit(null, path, { language, scripts: false })
    expect(await plain.getByRole('heading', { level: 1 }).count()).toBe(1)
    await plain.context().close()
  }
})

test('the feed is a feed, and what people write in it is no HTML', async () => {
  await openProposal({ title: 'Panchine <b>nuove</b> & alberi' })
  const response = await fetch(`${origin}/proposals/feed.xml?territory=monopoli`)
  expect(response.headers.get('content-type')).toMatch(/^application\/atom\+xml/)
  const text = await response.text()
  expect(text.match(/<entry>/g)?.length).toBeGreaterThan(3)
  expect(text).not.toContain('bozza')
  expect(text).toContain('<![CDATA[Panchine &lt;b&gt;nuove&lt;/b&gt; &amp; alberi]]>')
})

test('a draft is nobody else’s, at any of its doors', async () => {
  const [{ id } = { id: '' }] = await rows<{ id: string }>(`select id from "Proposal" where stage = 'draft' limit 1`)
  const doors = ['', '/place', '/text', '/attachments', '/summary', '/change', '/versions', '/authors', '/withdrawal']
  for (const path of [...doors, '/text.data']) {
    const response = await fetch(`${origin}/proposals/${id}${path}`, { redirect: 'manual' })
    const missing = await fetch(`${origin}/proposals/nothinghere0${path}`, { redirect: 'manual' })
    expect([path, response.status]).toEqual([path, missing.status])
    expect(await response.text()).not.toContain(`"${id}"`)
    if (!path.endsWith('.data')) expect(response.status).not.toBe(200)
  }
})
