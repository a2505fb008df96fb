import '#tests/world/same-database'
import { expect, test } from 'vitest'
import { addDays, civilDateAt } from '#app/domain/answers/civil-date'
import { answeredProposal, waitingProposal } from '#tests/world/answers'
import { expectSound, origin, rows, visit } from '#tests/world/browser'
import { office } from '#tests/world/people'

const looks = [
  { width: 360, language: 'it' },
  { width: 1280, language: 'ar' },
]

test('without scripts each figure of the standing leads to as many answers', async () => {
  await waitingProposal({ now: new Date() })
  await answeredProposal({ now: new Date(), answeredAt: new Date() })
  const page = await visit(null, '/standing', { scripts: false })
  const figures = await page
    .locator('a.figure')
    .evaluateAll((links) =>
      links.map((link) => ({ to: link.getAttribute('href') ?? '', count: Number(link.firstChild?.textContent) })),
    )
  expect(figures.length).toBeGreaterThan(1)
  for (const { to, count } of figures) {
    await page.goto(new URL(to, page.url()).href)
    expect(await page.locator('.due-answers > li').count(), to).toBe(Math.min(count, 20))
  }
  await page.getByRole('link', { name: 'Guarda tutti gli uffici' }).click()
  await page.getByRole('link', { name: 'Servizi sociali' }).first().click()
  await page.getByRole('heading', { name: 'Deve rispondere a queste proposte' }).waitFor()
  await page.context().close()
})

test('what no office has leads to exactly those answers and back, without scripts', async () => {
  const { proposalId, answerId } = await waitingProposal({ now: new Date() })
  const [given] = await rows<{ officeId: string }>('select "officeId" from "Answer" where id = $1', [answerId])
  await rows('update "Answer" set "officeId" = null where id = $1', [answerId])
  const page = await visit(null, '/standing?territory=monopoli', { scripts: false })
  await page.getByRole('link', { name: 'nessun ufficio', exact: true }).first().click()
  await page.getByRole('heading', { name: 'Monopoli: risposte che aspettano un ufficio' }).waitFor()
  const listed = () =>
    page.locator('.due-answers > li a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  expect(await listed()).toEqual([`/proposals/${proposalId}#answer`])
  await page.getByRole('link', { name: 'In attesa, in ritardo (0)' }).click()
  await page.getByText('Nessuna risposta qui.').waitFor()
  await page.getByRole('link', { name: 'Chi risponde in tempo' }).first().click()
  await page.waitForURL(`${origin}/standing?territory=monopoli`)
  await page.locator('a.figure[href*=without-office]').click()
  expect(await listed()).toEqual([`/proposals/${proposalId}#answer`])
  await rows('update "Answer" set "officeId" = $2 where id = $1', [answerId, given?.officeId])
  await page.goto(`${origin}/territories/monopoli/without-office`)
  await page.getByText('Ogni proposta che aspetta una risposta ha un ufficio.').waitFor()
  await page.context().close()
})

test.each(looks)('an office’s page and rule sets at $width px in $language', async (wishes) => {
  const { id } = await office()
  const paths = [
    `/offices/${id}`,
    `/offices/${id}/answers/waiting`,
    `/commitments?office=${id}`,
    '/standing',
    '/territories/monopoli/without-office',
    '/territories/monopoli/rules/versions',
  ]
  for (const path of paths) {
    const page = await visit(null, path, wishes)
    expect(await page.locator('h1').count()).toBe(1)
    await expectSound(page)
    await page.context().close()
  }
  const page = await visit(null, `/offices/${id}/answers/nothing`, wishes)
  expect((await page.reload())?.status()).toBe(404)
  await page.context().close()
})

test.each([{ scripts: true }, { scripts: false }])(
  'a late commitment waits on the desk and gets a new date, scripts $scripts',
  async (wishes) => {
    const { proposalId } = await answeredProposal()
    const [commitment] = await rows<{ id: string }>('select id from "Commitment" where "proposalId" = $1', [proposalId])
    const yesterday = addDays(civilDateAt(new Date()), -7)
    await rows('update "Commitment" set "dueOn" = $2::date where id = $1', [commitment?.id, yesterday])
    const page = await visit('emanuele', '/desk', wishes)
    if (wishes.scripts) await expectSound(page)
    await page.locator(`section[aria-labelledby=owed] a[href="/commitments/${commitment?.id}"]`).click()
    await page.getByRole('link', { name: 'Sposta la data' }).click()
    if (wishes.scripts) await expectSound(page)
    await page.getByLabel('Nuova data').fill(yesterday)
    await page.getByLabel('Perché').fill('I lavori del piano terra non sono finiti.')
    await page.getByRole('button', { name: 'Pubblica la nuova data' }).click()
    await page
      .getByText(/già passata|già questa data/)
      .first()
      .waitFor()
    expect(await page.getByLabel('Perché').inputValue()).toContain('piano terra')
    await page.getByLabel('Nuova data').fill(addDays(civilDateAt(new Date()), 60))
    await page.getByRole('button', { name: 'Pubblica la nuova data' }).click()
    await page.getByText('I lavori del piano terra non sono finiti.').waitFor()
    if (wishes.scripts) await expectSound(page)
    await page.goto(new URL('/desk', page.url()).href)
    expect(await page.locator(`a[href="/commitments/${commitment?.id}"]`).count()).toBe(0)
    await page.context().close()
  },
)

test('a rule set is changed, read beside the one before, and taken back', async () => {
  const page = await visit('irene', '/territories/bari/rules', { scripts: false })
  const write = async (supports: string) => {
    await page.goto(new URL('/territories/bari/rules', page.url()).href)
    await page.getByLabel('Quanti sostegni servono (un numero)').fill(supports)
    await page.getByLabel('Oppure: quanti abitanti su 10.000').fill('')
    await page.getByRole('button', { name: 'Pubblica queste regole' }).click()
    await page.getByText(`Sostegni che servono: ${supports}.`).waitFor()
  }
  await write('33')
  await write('44')
  await page.getByRole('link', { name: 'Tutte le versioni del regolamento' }).click()
  await page.getByText('Prima: Sostegni che servono: 33.').waitFor()
  await page.getByRole('link', { name: 'Ritira il regolamento di questo territorio' }).click()
  await page.getByLabel('Atto o motivo').fill('Delibera n. 9: valgono le regole della Regione.')
  await page.getByRole('button', { name: 'Ritira il regolamento di questo territorio' }).click()
  await page.getByText('Vale il regolamento di Puglia.').waitFor()
  await page.getByText('Delibera n. 9: valgono le regole della Regione.').waitFor()
  await page.context().close()
  const read = await visit(null, '/territories/bari/rules/versions')
  await expectSound(read)
  expect(await read.getByRole('link', { name: 'Ritira' }).count()).toBe(0)
  await read.context().close()
})

test.each([{ scripts: true }, { scripts: false }])(
  'a commitment is handed over to another office, in public, scripts $scripts',
  async (wishes) => {
    const { proposalId } = await answeredProposal()
    const [commitment] = await rows<{ id: string }>('select id from "Commitment" where "proposalId" = $1', [proposalId])
    const page = await visit('emanuele', `/commitments/${commitment?.id}`, wishes)
    await page.getByRole('link', { name: 'Passa a un altro ufficio' }).click()
    await page.getByLabel('Nuovo ufficio').selectOption('Scuola e cultura')
    await page.getByLabel('Perché').fill('Poco')
    await page.getByRole('button', { name: 'Passa l’impegno' }).click()
    await page.getByRole('link', { name: /Scrivi almeno 20 lettere/ }).waitFor()
    if (wishes.scripts) await expectSound(page)
    expect(await page.getByLabel('Perché').inputValue()).toBe('Poco')
    await page.getByLabel('Perché').fill('La materia passa al nuovo ufficio da maggio.')
    await page.getByRole('button', { name: 'Passa l’impegno' }).click()
    await page.getByText(/Passato da .*Servizi sociali.* a .*Scuola e cultura/).waitFor()
    expect(await page.getByRole('link', { name: 'Sposta la data' }).count()).toBe(0)
    if (wishes.scripts) await expectSound(page)
    await page.context().close()
  },
)
