/** A person at a browser: signed in by cookie, on a phone or a desk, in a language, with or without scripts. */
import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import pg from 'pg'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, expect } from 'vitest'
import { addressOf, type CastName } from '#prisma/seed/town'
import { findChromium } from '../../bin/find-chromium.mjs'
import { databaseUrl, mailbox, origin } from './world'

export { origin }

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

let browser: Browser | undefined
const connection = new pg.Pool({ connectionString: databaseUrl, max: 2 })

afterAll(async () => {
  await browser?.close()
  await connection.end()
})

type Wishes = { width?: number; language?: string; scripts?: boolean }

/** Opens a page; an unexpected error in its console or scripts fails the test. */
export async function visit(
  who: CastName | null,
  path: string,
  { width = 360, language = 'it', scripts = true }: Wishes = {},
): Promise<Page> {
  browser ??= await launch()
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    javaScriptEnabled: scripts,
    locale: 'it-IT',
  })
  context.setDefaultTimeout(30_000)
  await context.addCookies([{ name: 'language', value: language, url: origin }])
  if (who) await context.addCookies([{ name: 'agora', value: await signInCookie(who), url: origin }])
  const page = await context.newPage()
  page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d|ERR_INTERNET_DISCONNECTED/.test(message.text()))
      problems.push(`${page.url()}: ${message.text()}`)
  })
  await page.goto(origin + path)
  if (scripts) await page.waitForLoadState('networkidle')
  return page
}

/**
 * This one tab loses its line, for good. A tab that is closed without a line is given it back by the browser as it ends,
 * and may still save what it holds.
 */
export async function cutOff(page: Page) {
  const line = await page.context().newCDPSession(page)
  await line.send('Network.enable')
  await line.send('Network.emulateNetworkConditions', {
    offline: true,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: -1,
  })
}

async function launch() {
  const executablePath = await findChromium()
  if (!executablePath) throw new Error('No Chromium: install it, or say where it is with CHROMIUM_PATH.')
  const windowless = executablePath.includes('headless-shell')
  return chromium.launch({ executablePath, args: windowless ? flags : ['--headless=new', ...flags] })
}

const problems: string[] = []

/** An error in the console that was meant to come: it came, and counts no longer. */
export function expectProblem(words: RegExp) {
  const at = problems.findIndex((problem) => words.test(problem))
  expect(at, `nothing like ${words} in the console`).toBeGreaterThanOrEqual(0)
  problems.splice(at, 1)
}

/** No accessibility violation, nothing wider than the screen, no error in the console. */
export async function expectSound(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] })
    .setLegacyMode() // Our pages hold no frame of another site, for which it would open a second page
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual(
    [],
  )
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, `wider than the screen at ${page.url()}`).toBeLessThanOrEqual(0)
  expect(problems.splice(0)).toEqual([])
}

/** A sign-in session as the sign-in form would open it. */
export async function signInCookie(who: CastName) {
  const id = randomBytes(20).toString('hex')
  const hash = createHash('sha256').update(id).digest('hex')
  await connection.query(
    `insert into "SignInSession" (id, "personId", "expiresAt", device) select $1, id, now() + interval '1 day', 'test' from "Person" where email = $2`,
    [hash, addressOf(who)],
  )
  return id
}

export async function endSignIns(who: CastName) {
  await connection.query(`delete from "SignInSession" s using "Person" p where p.id = s."personId" and p.email = $1`, [
    addressOf(who),
  ])
}

/** Rows straight from the database, to check what an act left behind. */
export async function rows<T>(sql: string, values: unknown[] = []): Promise<T[]> {
  return (await connection.query(sql, values)).rows as T[]
}

/** The newest letter to an address that says this, waited for up to 20 s. */
export async function letterTo(address: string, about = ''): Promise<string> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const letter = readdirSync(mailbox)
      .filter((file) => file.endsWith(`${address}.eml`))
      .sort()
      .reverse()
      .map((name) => decodeLetter(readFileSync(join(mailbox, name), 'latin1')))
      .find((text) => text.includes(about))
    if (letter !== undefined) return letter
    await new Promise((next) => setTimeout(next, 200))
  }
  throw new Error(`No letter to ${address} that says “${about}”`)
}

/** Each part's transfer encoding undone, so that words and addresses are whole. */
function decodeLetter(letter: string) {
  const [head = '', ...parts] = letter.split(/^Content-Transfer-Encoding: /im)
  const decoded = parts.map((part) => {
    const encoding = part.slice(0, part.indexOf('\r\n'))
    const body = part.slice(part.indexOf('\r\n\r\n') + 4)
    if (encoding === 'base64') return Buffer.from(body.split('\r\n--')[0] ?? '', 'base64').toString()
    const whole = body.replace(/=\r?\n/g, '')
    const bytes = whole.replace(/=([0-9A-F]{2})/g, (_whole, code) => String.fromCharCode(Number.parseInt(code, 16)))
    return Buffer.from(encoding === 'quoted-printable' ? bytes : body, 'latin1').toString()
  })
  return [head, ...decoded].join('\n')
}
