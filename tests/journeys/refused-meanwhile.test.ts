/** What others did meanwhile closes the page of a form: who sent it reads why, and has the words still. */
import '#tests/world/same-database'
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { putForward } from '#app/domain/budgets/put-forward.server'
import { newAttestationCode } from '#app/domain/identity/attest.server'
import { wordsFor } from '#app/i18n/server-words.server'
import type { CastName } from '#prisma/seed/town'
import { openProposal, send, waitingProposal } from '#tests/world/acts'
import { endSignIns, expectSound, origin, rows, visit } from '#tests/world/browser'
import { idea, publicBudget } from '#tests/world/budgets'
import { actor } from '#tests/world/people'

type Typed = Record<string, string>
type Case = {
  who: CastName
  path: string
  typed: Typed
  /** What is chosen, beside the words */
  chosen?: string
  meanwhile: () => Promise<unknown>
  /** The key of what the page says */
  why: string
}

/** Before the scripts of the page have come, a browser sends a form as one without. */
const ways = ['it', 'ar'].flatMap((language) => ['with', 'without', 'before'].map((scripts) => ({ language, scripts })))

async function sendTooLate({ who, path, typed, chosen, meanwhile }: Omit<Case, 'why'>, way: (typeof ways)[number]) {
  const page = await visit(who, path, { language: way.language, scripts: way.scripts !== 'without' })
  for (const [name, value] of Object.entries(typed)) await page.fill(`main [name="${name}"]`, value)
  if (chosen) await page.check(chosen)
  await meanwhile()
  const form = page.locator('main form[method=post]').last()
  if (way.scripts !== 'before') await form.locator('.button, .danger-button').last().click()
  else await Promise.all([page.waitForEvent('load'), form.evaluate((element: HTMLFormElement) => element.submit())])
  return page
}

/** In the fields where they were typed, or to be copied. */
async function expectKept(page: Page, typed: Typed) {
  const shown = () =>
    page
      .locator('main :is(input, textarea)')
      .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value).join('\n'))
  for (const value of Object.values(typed)) await expect.poll(shown).toContain(value)
}

const cases: Record<string, () => Promise<Case>> = {
  'a comment is hidden': async () => {
    const { id, text } = await comment()
    return {
      who: 'carmela',
      path: `/comments/${id}/change`,
      typed: { text: `${text} Anche la domenica.` },
      meanwhile: () =>
        send('fatou', `/moderation/comment/${id}/hiding`, { reason: 'offTopic', note: 'Non parla del tema.' }),
      why: 'refusals.discussion.hidden',
    }
  },
  'a point is split by a colleague': async () => {
    const { answerId } = await waitingProposal()
    const [point] = await rows<{ id: string }>(
      'select p.id from "Point" p join "Answer" a on a."proposalId" = p."proposalId" where a.id = $1 order by position limit 1',
      [answerId],
    )
    const path = `/desk/${answerId}/points/${point?.id}/parts`
    return {
      who: 'emanuele',
      path,
      typed: { parts: 'Uno sportello\nUn orario' },
      meanwhile: () => send('marta', path, { parts: 'Uno sportello\nDue orari' }),
      why: 'refusals.not-found',
    }
  },
  'a project is taken back': async () => {
    const budget = await publicBudget()
    await putForward(await actor('carmela'), budget.id, { ...idea, title: 'Panchine all’ombra' })
    return {
      who: 'emanuele',
      path: `/budgets/${budget.id}/projects/1/check`,
      typed: { reason: 'Lo spazio è del Comune.', cost: '14750', costWhy: 'Trattativa' },
      chosen: '[name=feasibility][value=feasible]',
      meanwhile: () => send('carmela', `/budgets/${budget.id}/projects/1/withdrawal`),
      why: 'refusals.budget.project-withdrawn',
    }
  },
  'the code at the desk is no longer good': async () => {
    const { code } = await newAttestationCode(await actor('carmela'))
    return {
      who: 'emanuele',
      path: `/desk/attestation?code=${code}`,
      typed: { place: 'Municipio, secondo piano' },
      chosen: '[name=seen]',
      meanwhile: () => rows('delete from "AttestationCode" where true'),
      why: 'refusals.identity.code-unknown',
    }
  },
}

async function comment() {
  const proposal = `/proposals/${await openProposal()}`
  const text = `Mi sembra giusto così. ${randomUUID()}`
  await send('carmela', proposal, { text, language: 'it', formKey: randomUUID() })
  const [row] = await rows<{ id: string }>('select id from "Comment" where text = $1', [text])
  return { id: row?.id ?? '', text }
}

const table = Object.entries(cases).flatMap(([what, make]) => ways.map((way) => ({ what, make, ...way })))

test.each(table)(
  '$what, in $language, sent $scripts scripts: why, and the words',
  async ({ make, language, scripts }) => {
    const late = await make()
    const page = await sendTooLate(late, { language, scripts })
    await page.getByText(wordsFor(language)(late.why)).first().waitFor()
    await expectKept(page, late.typed)
    if (scripts !== 'without') await expectSound(page)
    await page.context().close()
  },
)

test('who may not read a page any more is given back the own words, and nothing else', async () => {
  const { id, text } = await comment()
  const path = `/comments/${id}/change`
  const page = await visit('carmela', path, { scripts: false })
  await page.fill('[name=text]', 'Solo parole mie.')
  await send('fatou', `/moderation/comment/${id}/hiding`, { reason: 'offTopic', note: 'Non parla del tema.' })
  await page.getByRole('button', { name: 'Salva' }).click()
  expect(await page.getByLabel('Quello che hai scritto').inputValue()).toBe('Solo parole mie.')
  expect(await page.content()).not.toContain(text)
  await page.goto(origin + path)
  expect(await page.content()).not.toContain('Solo parole mie.')
})

test.each(['carmela', 'carmela.nuova@esempio.it'])(
  'the sign-in ended: the address %s comes back, its password never',
  async (email) => {
    const page = await visit('carmela', '/account/address', { scripts: false })
    await page.fill('[name=email]', email)
    await page.fill('[name=password]', 'una frase segreta')
    await endSignIns('carmela')
    await page.locator('main form[method=post] button').last().click()
    expect(await page.locator('h1').textContent()).toBe('Il tuo accesso è finito')
    expect(await page.content()).toContain(`value="${email}"`)
    expect(await page.content()).not.toContain('una frase segreta')
  },
)

test.each(['with', 'without'])('a comment is taken back while another answers it, sent %s scripts', async (scripts) => {
  const { id } = await comment()
  const late = {
    who: 'bilal' as const,
    path: `/comments/${id}`,
    typed: { text: 'Sono d’accordo con te.' },
    meanwhile: () => send('carmela', `/comments/${id}/withdrawal`),
  }
  const page = await sendTooLate(late, { language: 'it', scripts })
  await page.getByText(wordsFor('it')('refusals.discussion.parent-gone')).waitFor()
  await expectKept(page, late.typed)
})
