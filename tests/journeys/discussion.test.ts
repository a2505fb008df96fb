import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { wordsFor } from '#app/i18n/server-words.server'
import type { CastName } from '#prisma/seed/town'
import { openProposal, post, send } from '#tests/world/acts'
import { expectSound, letterTo, origin, rows, signInCookie, visit } from '#tests/world/browser'

let proposal = ''

beforeAll(async () => {
  proposal = `/proposals/${await openProposal({ title: 'Autobus fino all’ospedale la sera' })}`
})

const say = (who: 'bilal' | 'luca' | 'emanuele', text: string) =>
  send(who, proposal, { text, language: 'it', stance: 'neutral', formKey: randomUUID() })

test.each(['it', 'ar'])('a comment is announced to who reads without moving anything, in %s', async (language) => {
  const t = wordsFor(language)
  const reader = await visit('giorgio', proposal, { language })
  await reader.fill('[name=text]', 'Sto ancora scrivendo')
  await reader.locator('[name=text]').evaluate((field) => (field as HTMLTextAreaElement).setSelectionRange(4, 4))
  const where = () =>
    reader.evaluate(() => ({
      top: document.querySelector('[name=text]')?.getBoundingClientRect().top,
      caret: (document.activeElement as HTMLTextAreaElement).selectionStart,
    }))
  const before = await where()

  const writer = await visit('carmela', proposal, { language })
  await writer.fill('[name=text]', `Sono d’accordo, serve anche la sera (${language}).`)
  await writer.getByLabel(t('discussion.stance.for'), { exact: true }).check()
  await writer.getByRole('button', { name: t('discussion.send') }).click()
  await writer.getByText(t('discussion.sent')).waitFor()
  expect(await writer.inputValue('[name=text]')).toBe('')
  await expectSound(writer)

  const announced = reader.getByRole('link', { name: t('discussion.new', { count: 1 }) })
  await announced.waitFor({ timeout: 10_000 })
  expect(await reader.inputValue('[name=text]')).toBe('Sto ancora scrivendo')
  expect(await where()).toEqual(before)
  await expectSound(reader)
  await announced.click()
  await reader.getByText(`serve anche la sera (${language})`).waitFor()
  expect(await reader.inputValue('[name=text]')).toBe('Sto ancora scrivendo')
  await expectSound(reader)
})

test.each([{ scripts: true }, { scripts: false }])(
  'a comment is found useful and answered, and its author hears of the answer, scripts $scripts',
  async ({ scripts }) => {
    const words = `Serve anche la domenica, scripts ${scripts}`
    await say('luca', words)
    const reader = await visit('carmela', proposal, { scripts })
    const comment = reader.locator('.comment', { hasText: words })
    await comment.getByRole('button', { name: 'Utile' }).click()
    await comment.getByRole('button', { name: 'Utile (1)', pressed: true }).waitFor()
    await comment.getByRole('button', { name: 'Utile (1)' }).click()
    await comment.getByRole('button', { name: 'Utile', exact: true, pressed: false }).waitFor()
    await comment.getByRole('link', { name: 'Rispondi' }).click()
    await reader.waitForURL('**/comments/*')
    await reader.fill('[name=text]', 'E anche il sabato.')
    if (scripts) await expectSound(reader)
    await reader.getByRole('button', { name: 'Scrivi il commento' }).click()
    await reader.locator('.replies', { hasText: 'E anche il sabato.' }).first().waitFor()
    if (scripts) await expectSound(reader)
    await expect
      .poll(() =>
        rows(
          `select 1 from "Notification" n join "Person" p on p.id = n."personId"
           where p.email = 'luca@esempio.it' and n.what = 'comment.written' and n."subjectId" = $1`,
          [proposal.split('/')[2]],
        ),
      )
      .not.toHaveLength(0)
  },
)

test('a comment that the site does not take stays in its field, and is sent again', async () => {
  const page = await visit('luca', proposal)
  await page.fill('[name=text]', 'Serve anche il sabato mattina')
  await page.route('**/*.data*', (route) => route.abort('internetdisconnected'))
  await page.getByRole('button', { name: 'Scrivi il commento' }).click()
  await page.getByText('Il sito non risponde.').waitFor()
  expect(await page.inputValue('[name=text]')).toBe('Serve anche il sabato mattina')
  await expectSound(page)
  await page.unroute('**/*.data*')
  await page.getByRole('button', { name: 'Riprova' }).click()
  await page.locator('.comment', { hasText: 'Serve anche il sabato mattina' }).waitFor()
})

test.each([{ scripts: true }, { scripts: false }])(
  'a long comment shows how it begins, scripts $scripts',
  async ({ scripts }) => {
    await say(
      'bilal',
      `${'Una riga di molte parole sulla sera e sugli autobus. '.repeat(60)}E qui finisce, ${scripts}.`,
    )
    const page = await visit(null, proposal, { scripts })
    const comment = page.locator('.comment', { hasText: `E qui finisce, ${scripts}.` })
    const words = comment.locator('.said')
    const isWhole = () => words.evaluate((shown) => shown.scrollHeight <= shown.clientHeight + 1)
    expect(await isWhole()).toBe(!scripts)
    if (!scripts) return
    await expectSound(page)
    await comment.getByText('Leggi tutto').click()
    await expect.poll(isWhole).toBe(true)
    await comment.getByText('Leggi meno').click()
    await expect.poll(isWhole).toBe(false)
    const id = await comment.getAttribute('id')
    await page.goto(`${origin}${proposal}#${id}`)
    await page.reload()
    await expect.poll(isWhole).toBe(true)
    expect(await comment.getByText('Leggi tutto').isVisible()).toBe(false)
  },
)

test('a comment half written comes back after the tab was closed', async () => {
  const page = await visit('luca', proposal)
  await page.fill('[name=text]', 'Mezzo commento')
  await page.close()
  const again = await page.context().newPage()
  await again.goto(page.url())
  await expect.poll(() => again.inputValue('[name=text]')).toBe('Mezzo commento')
})

test('pressed three times at once, a comment is one', async () => {
  const page = await visit('emanuele', proposal, { scripts: false })
  const formKey = (await page.getAttribute('[name=formKey]', 'value')) ?? ''
  const fields = { text: 'Una volta sola, grazie', language: 'it', stance: 'neutral', formKey }
  const answers = await Promise.all([1, 2, 3].map(() => post('emanuele', proposal, fields)))
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
  expect(await rows('select 1 from "Comment" where text = $1', ['Una volta sola, grazie'])).toHaveLength(1)
})

test('a comment sent after the sign-in ended stays in its field, with and without scripts', async () => {
  for (const scripts of [true, false]) {
    const page = await visit('emanuele', proposal, { scripts })
    await page.fill('[name=text]', 'Parole che restano qui')
    await page.context().clearCookies({ name: 'agora' })
    await page.getByRole('button', { name: 'Scrivi il commento' }).click()
    await page.getByText('Per continuare, entra.').first().waitFor()
    expect(await page.inputValue('[name=text]')).toBe('Parole che restano qui')
    if (scripts) await expectSound(page)
    await page.context().close()
  }
})

test('on a shared device what one person was typing is shown to no other', async () => {
  const page = await visit('bilal', proposal)
  const open = async (who: CastName) => {
    await page.context().addCookies([{ name: 'agora', value: await signInCookie(who), url: origin }])
    await page.goto(origin + proposal, { waitUntil: 'networkidle' })
    return page.inputValue('[name=text]')
  }
  await page.fill('[name=text]', 'Parole di Bilal, non ancora mandate')
  expect(await open('luca')).toBe('')
  expect(await open('bilal')).toBe('Parole di Bilal, non ancora mandate')
  await page.context().close()
})

test.each([
  { language: 'it', scripts: true },
  { language: 'ar', scripts: true },
  { language: 'it', scripts: false },
])(
  'reported, hidden with a reason, appealed, and put back by another moderator: $language, scripts $scripts',
  async ({ language, scripts }) => {
    const t = wordsFor(language)
    const words = `Parole che qualcuno segnala, ${language} ${scripts}`
    const wishes = { language, scripts }
    const sound = async (page: Awaited<ReturnType<typeof visit>>) => {
      if (scripts) await expectSound(page)
    }
    await say('bilal', words)

    const reporter = await visit('carmela', proposal, wishes)
    const comment = reporter.locator('.comment', { hasText: words })
    await comment.getByRole('link', { name: t('discussion.report') }).click()
    await reporter.getByLabel(t('moderation.reason.offence')).check()
    await sound(reporter)
    await reporter.getByRole('button', { name: t('moderation.send-report') }).click()
    await reporter.getByText(t('moderation.reported')).waitFor()

    const moderator = await visit('fatou', '/moderation', wishes)
    await sound(moderator)
    const reported = moderator.locator('article', { hasText: words })
    await reported.getByRole('link', { name: t('moderation.hide') }).click()
    await moderator.getByLabel(t('moderation.reason.offence')).check()
    await moderator.fill('[name=note]', 'Offende una persona presente.')
    await sound(moderator)
    await moderator.getByRole('button', { name: t('moderation.hide') }).click()
    await moderator.getByText(t('moderation.hidden')).waitFor()
    const reader = await visit(null, proposal, { ...wishes, scripts: false })
    expect(await reader.getByText(words).count()).toBe(0)

    const told = await letterTo('bilal@esempio.it', '/moderation/hidings/')
    const [, hiding] = /(\/moderation\/hidings\/[\w-]+)/.exec(told) ?? []
    expect(hiding).toBeDefined()
    const writer = await visit('bilal', proposal, wishes)
    await writer
      .getByRole('link', { name: t('discussion.appeal') })
      .last()
      .click()
    await writer.getByText('Offende una persona presente.').waitFor()
    await writer.fill('[name=text]', `Non offendo nessuno, leggete bene ${language} ${scripts}.`)
    await sound(writer)
    await writer.getByRole('button', { name: t('moderation.send-appeal') }).click()
    await writer.getByText(t('moderation.appealed')).waitFor()

    await moderator.reload()
    expect(await moderator.getByRole('link', { name: t('moderation.decide') }).count()).toBe(0)
    const second = await visit('giorgio', '/moderation', wishes)
    const appealed = second.locator('article', { hasText: `leggete bene ${language} ${scripts}` })
    await appealed.getByRole('link', { name: t('moderation.decide') }).click()
    await second.getByLabel(t('moderation.decision.overturned')).check()
    await second.fill('[name=note]', 'È una critica, non un’offesa.')
    await sound(second)
    await second.getByRole('button', { name: t('moderation.send-decision') }).click()
    await second.getByText(t('moderation.decided')).waitFor()
    await reader.reload()
    await reader.getByText(words).waitFor()
    const decision = `select 1 from "Notification" n join "Person" p on p.id = n."personId"
      where n.what = 'comment.appeal-decided' and p.email = 'bilal@esempio.it'`
    await expect.poll(() => rows(decision)).not.toHaveLength(0)
    const register = await visit(null, '/moderation/register', wishes)
    await register.getByText(t('moderation.outcome.overturned')).first().waitFor()
    await sound(register)
  },
)
