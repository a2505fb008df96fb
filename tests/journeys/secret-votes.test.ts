import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { addressOf, type CastName } from '#prisma/seed/town'
import { hasBeleniosTool, verifiedElsewhere } from '#tests/world/belenios-tool'
import { expectSound, origin, rows, visit } from '#tests/world/browser'
import { endUntil } from '#tests/world/poll-journeys'

const toolIsThere = hasBeleniosTool()
const keepers = ['luca', 'marta', 'fatou'] as const satisfies CastName[]
const next = (page: Page) => page.getByRole('button', { name: 'Salva e vai avanti' }).click()
const stateOf = (page: Page, state: string) => page.locator(`main[data-state="${state}"]`).waitFor()

/** The officer writes the vote and names its trustees; gives its id. */
async function prepared(officer: Page): Promise<string> {
  await officer.fill('[name=question]', 'Quali giorni apriamo il parco la sera?')
  await officer.selectOption('[name=territoryId]', { label: 'Monopoli' })
  await next(officer)
  await officer.waitForURL(/\/rule$/)
  await officer.check('[name=rule][value=approval]')
  await next(officer)
  await officer.waitForURL(/\/options$/)
  await officer.locator('[name="options[0].title"]').waitFor()
  const days = ['Lunedì', 'Martedì', 'Mercoledì', 'Giovedì', 'Venerdì', 'Sabato', 'Domenica']
  for (const [at, day] of days.entries()) {
    if ((await officer.locator(`[name="options[${at}].title"]`).count()) === 0) {
      await officer.getByRole('button', { name: 'Salva e aggiungi righe' }).click()
      await officer.locator(`[name="options[${at}].title"]`).waitFor()
    }
    await officer.fill(`[name="options[${at}].title"]`, day)
  }
  await next(officer)
  await officer.waitForURL(/\/times$/)
  await officer.check('[name=mode][value=secret]')
  await officer.fill('[name=closesAt]', `${new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)}T20:00`)
  await next(officer)
  await officer.waitForURL(/\/trustees$/)
  await expectSound(officer)
  for (const [at, name] of keepers.entries()) await officer.fill(`[name="trustees[${at}].email"]`, addressOf(name))
  await officer.fill('[name=minimum]', '3')
  await officer.getByRole('button', { name: 'Salva', exact: true }).click()
  await officer.getByText('Con meno di 10 schede devi dire che lo sai.').first().waitFor()
  await officer.check('[name=fewIsKnown]')
  await officer.getByRole('button', { name: 'Salva', exact: true }).click()
  await officer.getByText('Aspettiamo: Luca, Marta, Fatou.').waitFor()
  await expectSound(officer)
  return new URL(officer.url()).pathname.split('/')[2] ?? ''
}

/** Each makes a key in a browser of one's own, and the pages go on by themselves. */
async function madeKey(id: string): Promise<Page[]> {
  const pages: Page[] = []
  for (const name of keepers) {
    const page = await visit(name, `/polls/${id}/trustee`)
    await stateOf(page, 'make-key')
    await page.locator('#make-key').click()
    await stateOf(page, 'save-key')
    await expectSound(page)
    const saving = page.waitForEvent('download')
    await page.locator('#key-file').click()
    await (await saving).saveAs(join(folder, `${name}.json`))
    await page.locator('#key-saved').click()
    pages.push(page)
  }
  for (const page of pages) await stateOf(page, 'complete')
  return pages
}

const folder = mkdtempSync(join(tmpdir(), 'agora-secret-'))

async function vote(
  who: CastName,
  id: string,
  days: number[],
  language = 'it',
): Promise<{ page: Page; tracker: string }> {
  const page = await visit(who, `/polls/${id}/booth`, { language })
  await stateOf(page, 'choosing')
  for (const day of days) await page.check(`[name=q0][value="${day}"]`)
  await page.locator('#paper button.button').click()
  await stateOf(page, 'sealed')
  const tracker = (await page.locator('[data-when~=sealed] .tracker').textContent()) ?? ''
  expect(tracker).toMatch(/^[A-Za-z0-9+/]{43}$/)
  await page.locator('#cast').click()
  await stateOf(page, 'cast')
  return { page, tracker }
}

/** The end comes, and the sweep adds the ballots up. */
async function end(id: string) {
  await endUntil(id, `select 1 from "BoardEvent" where "pollId" = $1 and kind = 'EncryptedTally'`)
}

test('three trustees make a key, people vote on phones, two trustees open, and anybody verifies', async ({ skip }) => {
  const officer = await visit('emanuele', '/polls/new')
  const id = await prepared(officer)
  const [luca, marta] = (await madeKey(id)) as [Page, Page, Page]
  await officer.getByText('La chiave è pronta: la votazione si può aprire.').waitFor()
  await expectSound(officer)
  await officer.goto(`${origin}/polls/${id}/summary`)
  await officer.getByRole('button', { name: 'Apri la votazione' }).click()
  await officer.getByText('La votazione è aperta.').waitFor()
  await expectSound(officer)

  const plain = await visit('carmela', `/polls/${id}/booth`, { scripts: false })
  await plain.getByText('Per il voto segreto serve JavaScript').waitFor()

  const bilal = await visit('bilal', `/polls/${id}`, { language: 'ar' })
  await bilal.locator('form[action$=booth] button').click()
  await stateOf(bilal, 'choosing')
  await expectSound(bilal)
  // By keyboard alone, and nothing chosen is told before anything is sealed
  await bilal.locator('#paper button.button').click()
  await bilal.locator('#trouble').waitFor()
  await bilal.locator('[name=q0][value="0"]:focus').waitFor()
  await bilal.keyboard.press('Space')
  await bilal.check('[name=q0][value="5"]')
  await bilal.locator('#paper button.button').click()
  await stateOf(bilal, 'sealed')
  await expectSound(bilal)
  const milliseconds = await bilal.locator('main').getAttribute('data-milliseconds')
  console.info(`FIGURE: a ballot of 7 choices was sealed in the browser in ${milliseconds} ms (promised: 2000 ms)`)
  await bilal.locator('#cast').click()
  await stateOf(bilal, 'cast')
  await expectSound(bilal)

  const first = await vote('carmela', id, [0, 1])
  const second = await vote('carmela', id, [5])
  const ada = await vote('ada', id, [5, 6])
  const board = await visit(null, `/polls/${id}/board?tracker=${encodeURIComponent(first.tracker)}`)
  await board.getByText('la stessa persona ne ha messa un’altra dopo').waitFor()
  await expectSound(board)
  const trackers = await board.locator('.trackers code').allTextContents()
  expect(trackers).toHaveLength(3)
  expect(trackers).toEqual(expect.arrayContaining([second.tracker, ada.tracker]))
  await ada.page.goto(`${origin}/polls/${id}`)
  expect(await ada.page.locator('a .tracker').textContent()).toBe(ada.tracker)
  await expectSound(ada.page)

  await end(id)
  await stateOf(luca, 'open-count')
  await luca.locator('#open-count').click()
  await stateOf(luca, 'opened')
  await expectSound(luca)
  // From another browser, with the file
  await marta.evaluate(() => localStorage.clear())
  await marta.reload()
  await stateOf(marta, 'load-key')
  await expectSound(marta)
  await marta.locator('#load-key').setInputFiles(join(folder, 'luca.json'))
  await marta.getByText('Questa non è la chiave di questo voto').waitFor()
  await marta.locator('#load-key').setInputFiles(join(folder, 'marta.json'))
  await stateOf(marta, 'open-count')
  await marta.locator('#open-count').click()
  await stateOf(marta, 'counted')

  const result = await visit(null, `/polls/${id}/results`)
  await expectSound(result)
  expect(await result.locator('.winners li').allTextContents()).toEqual(['✓ Sabato'])
  await expectSound(await visit(null, `/polls/${id}/board`, { language: 'ar' }))
  const address = (await result.getByRole('link', { name: 'Scarica l’archivio' }).getAttribute('href')) ?? ''
  const file = join(folder, 'vote.bel')
  writeFileSync(file, Buffer.from(await (await fetch(origin + address)).arrayBuffer()))
  const head = (await result.locator('.board-head code').textContent()) ?? ''
  const words = ['--import', 'tsx', 'bin/verify.ts', file, '--head', head, '--tracker', ada.tracker]
  const ours = spawnSync(process.execPath, words, { encoding: 'utf8' })
  expect(ours.stdout).toMatch(/^ACCEPTED .*every ballot, the tally, the decryptions and the result hold/)
  expect(ours.stdout).toMatch(/3 {2}Sabato/)
  skip(!toolIsThere, 'belenios-tool is missing')
  expect(verifiedElsewhere(folder)).toMatchObject({ status: 0 })
})

test('an officer gives the registrar who may vote and takes the public file back; its credentials vote without an account', async () => {
  const officer = await visit('emanuele', '/polls/new')
  const id = await prepared(officer)
  await officer.check('[name=credentials][value=registrar]')
  await officer.getByRole('button', { name: 'Salva', exact: true }).click()
  await officer.getByRole('link', { name: 'Prepara le credenziali' }).click()
  await officer.waitForURL(/\/registrar$/)
  await expectSound(officer)
  const taking = officer.waitForEvent('download')
  await officer.getByRole('button', { name: 'Scarica l’elenco' }).click()
  const people = await taking
  const uuid = people.suggestedFilename().replace('-people.txt', '')
  const voters = join(folder, people.suggestedFilename())
  await people.saveAs(voters)
  const words = ['--import', 'tsx', 'bin/registrar.ts', '--uuid', uuid, '--voters', voters, '--out', folder]
  const { stdout } = spawnSync(process.execPath, words, { encoding: 'utf8' })

  await officer.setInputFiles('[name=file]', join(folder, `${uuid}.privcreds`))
  await officer.getByRole('button', { name: 'Consegna il file' }).click()
  await officer.getByText('Questo è il file segreto (.privcreds): alla riga 1').waitFor()
  await expectSound(officer)
  await officer.setInputFiles('[name=file]', join(folder, `${uuid}.pubcreds`))
  await officer.getByRole('button', { name: 'Consegna il file' }).click()
  await officer.getByText('una per ogni persona che può votare').waitFor()
  await expectSound(officer)
  expect(stdout).toContain((await officer.locator('.notice.done code').textContent()) ?? 'no fingerprint')
  await visit('emanuele', `/polls/${id}/registrar`, { language: 'ar' }).then(expectSound)

  await madeKey(id)
  await officer.goto(`${origin}/polls/${id}/summary`)
  await officer.getByRole('button', { name: 'Apri la votazione' }).click()
  await officer.getByText('La votazione è aperta.').waitFor()
  await votesWithoutAccount(id, join(folder, `${uuid}.privcreds`))
})

/** On a phone in Arabic, with the credential of the registrar's letter and nothing else. */
async function votesWithoutAccount(id: string, secrets: string) {
  const credential = /^\S+ (\S+)$/m.exec(readFileSync(secrets, 'utf8'))?.[1] ?? ''
  const page = await visit(null, `/polls/${id}`, { language: 'ar' })
  await expectSound(page)
  await page.locator('a.button[href$=booth]').click()
  await stateOf(page, 'choosing')
  await page.check('[name=q0][value="5"]')
  await page.fill('#credential', 'not a credential')
  await page.locator('#paper button.button').click()
  await page.locator('#credential:focus').waitFor()
  await expectSound(page)
  await page.fill('#credential', credential)
  await page.locator('#paper button.button').click()
  await stateOf(page, 'sealed')
  await page.locator('#cast').click()
  await stateOf(page, 'cast')
  await expectSound(page)
  const kept = await rows(`select 1 from "BoardEvent" where "pollId" = $1 and kind = 'Ballot'`, [id])
  const named = await rows(`select 1 from "PollParticipation" where "pollId" = $1`, [id])
  expect([kept.length, named.length]).toEqual([1, 0])
}

test('the pages that hold secrets run one script, whose hash is published', async () => {
  const [poll] = await rows<{ id: string }>(
    `select id from "Poll" where mode = 'secret' and stage <> 'draft' order by "createdAt" desc limit 1`,
  )
  const answer = await fetch(`${origin}/polls/${poll?.id}/booth`, { redirect: 'manual' })
  const policy = answer.headers.get('content-security-policy') ?? ''
  const published = (await (await fetch(`${origin}/polls/scripts.json`)).json()) as Record<
    string,
    { file: string; sha256: string; integrity: string }
  >
  const { file = '', sha256, integrity } = published.ballot ?? {}
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain(`script-src ${new URL(origin).host}/booth/${file};`)
  const script = Buffer.from(await (await fetch(`${origin}/booth/${file}`)).arrayBuffer())
  expect(createHash('sha256').update(script).digest('hex')).toBe(sha256)
  expect(`sha256-${createHash('sha256').update(script).digest('base64')}`).toBe(integrity)
  const page = await visit(null, '/polls/scripts')
  await page.getByText(integrity ?? '').waitFor()
  await expectSound(page)
})
