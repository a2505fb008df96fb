/** Every address of administration, desk, moderation and accounts refuses whoever has no business there, whatever is added to the tables. */
import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { RouteConfigEntry } from '@remix-run/route-config'
import { beforeAll, expect, test } from 'vitest'
import routes from '#app/routes'
import { origin, rows } from '#tests/world/browser'

type Door = { path: string; reads: boolean; writes: boolean }

const guarded =
  /^(admin|desk|moderation|account)(\/|$)|^territories\/:slug\/(rules|patron)$|^associations\/:associationId\/(registration|mandates|submission)/
/** Under these names, and yet for everybody */
const open = new Set(['moderation/register'])

const doors = flat(routes as RouteConfigEntry[]).filter(({ path }) => guarded.test(path) && !open.has(path))
const staff = doors.filter(({ path }) => !path.startsWith('account'))

/** What stands in the addresses, and forms filled in as they should be: a refusal must come from who asks. */
let params: Record<string, string> = {}
let cookie = ''

function bodies(): Record<string, Record<string, string>> {
  const seat = { email: 'bilal@esempio.it', rank: 'head', startsOn: '2026-01-01' }
  const draft = { revision: '0', language: 'it', opening: 'Grazie' }
  const { territoryId = '', officeId = '' } = params
  return {
    'admin/roles': { email: 'bilal@esempio.it', territoryId, kind: 'officer', startsOn: '2026-01-01' },
    'admin/offices/new': { territoryId, name: 'Ufficio di nessuno' },
    'admin/offices/:officeId/change': { name: 'Ufficio di nessuno' },
    'admin/offices/:officeId/members': seat,
    'admin/offices/:officeId/closures': { startsOn: '2040-01-01', endsOn: '2040-01-02', reason: 'Ferie' },
    'desk/attestation': { code: 'ABCD EFGH', place: 'Sportello', seen: 'on' },
    'desk/attestation/:attestationId/revocation': { revocation: 'Persona scambiata' },
    'desk/associations/:associationId': { move: 'verify' },
    'desk/:answerId': draft,
    'desk/:answerId/saving': draft,
    'desk/:answerId/publication': { revision: '0' },
    'desk/:answerId/notes': { text: 'Una nota' },
    'desk/:answerId/assignment': { officeId },
    'desk/:answerId/extension': { days: '5', reason: 'Aspettiamo il parere di un altro ente.' },
    'desk/:answerId/points/:pointId/parts': { parts: 'Una parte intera\nUn’altra parte intera' },
    'moderation/hidings/:hidingId': { text: 'Non offendo nessuno, leggete.' },
    'moderation/hidings/:hidingId/decision': { outcome: 'upheld', note: 'Resta nascosto così.' },
    'moderation/:kind/:subjectId/hiding': { reason: 'spam', note: 'Non parla del tema.' },
    'territories/:slug/rules': {
      ...{ proposers: 'residents', supporters: 'anyone', thresholdNumber: '1' },
      ...{ answerDays: '1', reviewDays: '1' },
    },
    'territories/:slug/patron': { patronName: 'Nessuno', day: '1', month: '1' },
    'associations/:associationId/registration/identity': { name: 'Altro nome' },
    'associations/:associationId/mandates': { email: 'carmela@esempio.it', kind: 'representative' },
    account: { pseudonym: 'Carmela', language: 'it' },
    'account/password': { current: 'una frase', password: 'una frase lunga e nuova' },
    'account/address': { email: 'x@example.org', password: 'una frase' },
    'account/address/confirm': { token: 'x'.repeat(30) },
    'account/leaving': { password: 'una frase', sure: 'on' },
    'account/sign-ins/end': { signIn: 'a'.repeat(64) },
  }
}

beforeAll(async () => {
  const one = async (sql: string) => (await rows<{ id: string }>(`${sql} limit 1`))[0]?.id ?? 'nobody'
  params = {
    territoryId: await one(`select id from "Territory" where slug = 'monopoli'`),
    slug: 'monopoli',
    officeId: await one(`select id from "Office"`),
    memberId: await one(`select m.id from "OfficeMember" m join "Office" o on o.id = m."officeId"`),
    closureId: await one(`select id from "OfficeClosure"`),
    roleId: await one(`select id from "Role" where kind = 'moderator'`),
    attestationId: await one(`select id from "Attestation"`),
    associationId: await one(
      `select a.id from "Association" a where a.verification = 'submitted' and not exists (
        select from "Mandate" m join "Person" p on p.id = m."personId"
        where m."associationId" = a.id and p.email = 'carmela@esempio.it')`,
    ),
    answerId: await one(`select id from "Answer" where "publishedAt" is null and "officeId" is not null`),
    pointId: await one(
      `select p.id from "Point" p join "Answer" a on a."proposalId" = p."proposalId" where a."publishedAt" is null`,
    ),
    hidingId: await one(`select id from "Hiding"`),
    kind: 'comment',
    subjectId: await one(
      `select c.id from "Comment" c join "Person" p on p.id = c."authorId" where p.pseudonym <> 'Carmela'`,
    ),
    fileId: await one(`select id from "StoredFile"`),
    mandateId: await one(`select id from "Mandate" where kind = 'representative'`),
    step: 'registers',
  }
  const id = randomBytes(20).toString('hex')
  cookie = `agora=${id}`
  await rows(
    `insert into "SignInSession" (id, "personId", "expiresAt", device)
      select $1, id, now() + interval '1 day', 'test' from "Person" where email = 'carmela@esempio.it'`,
    [createHash('sha256').update(id).digest('hex')],
  )
})

const addressOf = (path: string) => `/${path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? 'nobody')}`

const get = (address: string, as = '') => fetch(origin + address, { headers: { Cookie: as }, redirect: 'manual' })

const post = (path: string, as = '') =>
  fetch(origin + addressOf(path), {
    method: 'POST',
    headers: { Cookie: as, Origin: origin, Referer: `${origin}/` },
    body: path.endsWith('/documents') ? aFile() : new URLSearchParams(bodies()[path] ?? {}),
    redirect: 'manual',
  })

function aFile() {
  const form = new FormData()
  form.set('file', new Blob(['%PDF-1.7']), 'statuto.pdf')
  return form
}

/** A page is never shown: sign-in, or nothing. */
const isTurnedAway = (response: Response) =>
  [401, 403, 404].includes(response.status) || (response.headers.get('Location') ?? '').startsWith('/sign-in')

/** A refusal by name, or back to the page with a notice that says so. */
const isRefused = (response: Response) =>
  [401, 403, 404, 409].includes(response.status) ||
  (response.status === 303 && decodeURIComponent(response.headers.get('Set-Cookie') ?? '').includes('"refused"'))

test('the tables are read: there are doors of each kind', () => {
  for (const kind of ['admin', 'desk', 'moderation', 'account', 'territories', 'associations'])
    expect(doors.filter(({ path }) => path.startsWith(kind)).length, kind).toBeGreaterThan(0)
})

test.each(doors.filter(({ reads }) => reads))('a visitor does not read $path', async ({ path }) => {
  expect(isTurnedAway(await get(addressOf(path))), 'page').toBe(true)
  const data = await get(`${addressOf(path)}.data`)
  expect(data.status === 202 ? await data.text() : `${data.status}`, 'data').toMatch(/^(401|403|404)$|\/sign-in/)
})

test.each(doors.filter(({ writes }) => writes))('a visitor does nothing at $path', async ({ path }) => {
  const response = await post(path)
  expect(response.status, 'the form of this address needs a body in this test').not.toBe(400)
  expect(isTurnedAway(response), `${response.status}`).toBe(true)
})

test('who sends a wrong form without being signed in is asked to sign in, and keeps the words', async () => {
  const response = await fetch(`${origin}/account/notifications`, {
    method: 'POST',
    headers: { Origin: origin, Referer: `${origin}/` },
    body: new URLSearchParams({ nothing: 'Parole mie' }),
  })
  expect(response.status).toBe(401)
  expect(await response.text()).toContain('Parole mie')
})

test.each(staff.filter(({ reads }) => reads))('a resident does not read $path', async ({ path }) => {
  expect([403, 404]).toContain((await get(addressOf(path), cookie)).status)
  expect([403, 404]).toContain((await get(`${addressOf(path)}.data`, cookie)).status)
})

test('a resident does nothing anywhere there', async () => {
  const traces = `select count(*)::text as n from "Entry" e join "Person" p on p.id = e."actorId" where p.email = 'carmela@esempio.it'`
  const [before] = await rows<{ n: string }>(traces)
  const letIn: string[] = []
  for (const { path } of staff.filter(({ writes }) => writes)) {
    const response = await post(path, cookie)
    if (!isRefused(response)) letIn.push(`${path}: ${response.status} ${response.headers.get('Location') ?? ''}`)
  }
  expect(letIn).toEqual([])
  expect(await rows(traces)).toEqual([before])
})

function flat(entries: RouteConfigEntry[]): Door[] {
  return entries.flatMap(({ path, file, children }) => {
    const source = readFileSync(`app/${file}`, 'utf8')
    const exports = (name: string) => new RegExp(`export (const|(async )?function) ${name}\\b`).test(source)
    const door = { path: path ?? '', reads: exports('loader'), writes: exports('action') }
    return [door, ...flat(children ?? [])]
  })
}
