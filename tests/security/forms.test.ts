/** Every form, with what people and programs send wrong: a sentence by the field and a 4xx, never a 5xx, nothing typed lost. */
import { beforeAll, expect, test } from 'vitest'
import { password } from '#prisma/seed/town'
import { rows } from '#tests/world/browser'
import { cookieOf, fields, read, send } from './submitting'

type Form = {
  path: string
  who: 'visitor' | 'carmela' | 'ada' | 'irene' | 'emanuele' | 'giorgio'
  good: Record<string, string>
  /** Fields without which it says what is missing */
  required: string[]
  /** Fields that people write freely */
  free: string[]
}

const email = 'somebody@example.org'
const secret = 'una frase che nessuno usa'
const token = 'x'.repeat(32)

const forms: Form[] = [
  { path: '/sign-in', who: 'visitor', good: { email, password }, required: ['email', 'password'], free: ['email'] },
  {
    path: '/register',
    who: 'visitor',
    good: { email, pseudonym: 'Qualcuno', password: secret },
    required: ['email', 'pseudonym', 'password'],
    free: ['email', 'pseudonym'],
  },
  { path: '/reset', who: 'visitor', good: { email }, required: ['email'], free: ['email'] },
  { path: '/confirm', who: 'visitor', good: { token, password }, required: ['token'], free: ['token'] },
  { path: '/reset/new', who: 'visitor', good: { token, password }, required: ['token', 'password'], free: ['token'] },
  { path: '/associations/invitation', who: 'carmela', good: { token }, required: ['token'], free: ['token'] },
  {
    path: '/account',
    who: 'carmela',
    good: { pseudonym: 'Carmela', realName: 'Carmela Lorusso', language: 'it' },
    required: ['pseudonym', 'language'],
    free: ['pseudonym', 'realName', 'homeTerritoryId'],
  },
  {
    path: '/account/password',
    who: 'carmela',
    good: { current: secret, password: secret },
    required: ['current', 'password'],
    free: [],
  },
  {
    path: '/account/address',
    who: 'carmela',
    good: { email, password: secret },
    required: ['email', 'password'],
    free: ['email'],
  },
  {
    path: '/account/leaving',
    who: 'giorgio',
    good: { password: secret, sure: 'on' },
    required: ['password', 'sure'],
    free: [],
  },
  { path: '/account/address/confirm', who: 'carmela', good: { token }, required: ['token'], free: ['token'] },
  { path: '/associations/new', who: 'carmela', good: { name: 'Qualche nome' }, required: ['name'], free: ['name'] },
  {
    path: '/associations/ORTO/registration/identity',
    who: 'carmela',
    good: { name: 'Orto di tutti', legalForm: 'aps', taxCode: '90000000009' },
    required: ['name'],
    free: ['name', 'taxCode'],
  },
  {
    path: '/associations/ORTO/registration/registers',
    who: 'carmela',
    good: { runtsNumber: '1' },
    required: [],
    free: ['runtsNumber', 'runtsSection', 'regionalRegister', 'nationalRegister'],
  },
  {
    path: '/associations/ORTO/registration/places',
    who: 'carmela',
    good: { address: 'Via Roma 1' },
    required: [],
    free: ['address', 'seatId', 'territoryIds'],
  },
  {
    path: '/associations/ORTO/registration/work',
    who: 'carmela',
    good: { description: 'Coltiviamo.', languages: 'it' },
    required: [],
    free: ['description', 'website', 'email', 'phone', 'languages'],
  },
  {
    path: '/associations/PONTE/mandates',
    who: 'ada',
    good: { email, kind: 'member' },
    required: ['email', 'kind'],
    free: ['email', 'startsOn', 'endsOn'],
  },
  {
    path: '/desk/attestation',
    who: 'emanuele',
    good: { code: 'ABCD EFGH', place: 'Sportello', seen: 'on' },
    required: ['code', 'place', 'seen'],
    free: ['code', 'place'],
  },
  {
    path: '/desk/associations/SUBMITTED',
    who: 'emanuele',
    good: { move: 'refuse', note: 'x' },
    required: ['move'],
    free: ['note'],
  },
  {
    path: '/admin/roles',
    who: 'irene',
    good: { email, territoryId: 'nowhere', kind: 'officer', startsOn: '2026-01-01' },
    required: ['email', 'territoryId', 'kind', 'startsOn'],
    free: ['email', 'startsOn', 'endsOn', 'territoryId'],
  },
  {
    path: '/admin/offices/new',
    who: 'irene',
    good: { territoryId: 'nowhere', name: 'Ufficio nuovo' },
    required: ['territoryId', 'name'],
    free: ['name', 'description', 'email', 'topics', 'territoryId'],
  },
  {
    path: '/admin/offices/OFFICE/members',
    who: 'irene',
    good: { email, rank: 'officer', startsOn: '2026-01-01' },
    required: ['email', 'rank', 'startsOn'],
    free: ['email', 'startsOn', 'endsOn'],
  },
  {
    path: '/admin/offices/OFFICE/closures',
    who: 'irene',
    good: { startsOn: '2040-01-01', endsOn: '2039-01-01', reason: 'Ferie' },
    required: ['startsOn', 'endsOn', 'reason'],
    free: ['startsOn', 'endsOn', 'reason'],
  },
  {
    path: '/territories/lecce/rules',
    who: 'irene',
    good: { proposers: 'residents', supporters: 'anyone', answerDays: '30', reviewDays: '15' },
    required: ['proposers', 'supporters', 'answerDays', 'reviewDays'],
    free: ['thresholdNumber', 'answerDays', 'act'],
  },
  {
    path: '/territories/lecce/patron',
    who: 'irene',
    good: { patronName: 'Nessuno', day: '31', month: '2' },
    required: [],
    free: ['patronName', 'day', 'month'],
  },
]

const cookies: Record<string, string> = { visitor: '' }
const ids: Record<string, string> = {}

beforeAll(async () => {
  for (const who of ['carmela', 'ada', 'irene', 'emanuele', 'giorgio'] as const) cookies[who] = await cookieOf(who)
  const one = async (sql: string) => (await rows<{ id: string }>(sql))[0]?.id ?? ''
  ids.ORTO = await one(`select id from "Association" where name = 'Orto di tutti'`)
  ids.PONTE = await one(`select id from "Association" where name = 'Associazione Ponte'`)
  ids.SUBMITTED = await one(`select id from "Association" where name = 'Filo d’erba'`)
  ids.OFFICE = await one(`select id from "Office" where name = 'Welfare'`)
})

const at = (path: string) => path.replace(/[A-Z]{4,}/, (name) => ids[name] ?? name)
const submit = ({ path, who }: Form, body: BodyInit, headers = {}) => send(at(path), body, cookies[who], headers)

async function expectRefusal(response: Response, what: string) {
  const body = await response.text()
  expect(response.status, what).toBeGreaterThanOrEqual(400)
  expect(response.status, what).toBeLessThan(500)
  expect(body, what).not.toMatch(/node_modules|prisma|SELECT |at async/)
  return body
}

test.each(forms)('$path by $who: each field that is missing is named', async (form) => {
  for (const name of form.required) {
    for (const missing of [{ ...form.good, [name]: '' }, without(form.good, name)]) {
      const body = await expectRefusal(await submit(form, fields(missing)), name)
      expect(body, name).toMatch(/role="alert"|Questo (indirizzo|invito) non vale più/)
    }
  }
})

test.each(forms)('$path by $who: too long, in a wrong shape, or as a file', async (form) => {
  for (const name of form.free) {
    const long = await submit(form, fields({ ...form.good, [name]: 'ab '.repeat(40_000) }))
    await expectRefusal(long, `${name} too long`)
    const twice = fields(form.good)
    twice.append(name, 'one')
    twice.append(name, 'two')
    await expectRefusal(await submit(form, twice), `${name} twice`)
    const file = new FormData()
    for (const [key, value] of Object.entries(without(form.good, name))) file.set(key, value)
    file.set(name, new Blob(['ciao'], { type: 'text/plain' }), 'x.txt')
    await expectRefusal(await submit(form, file), `${name} as a file`)
    const nested = fields({ ...without(form.good, name), [`${name}[0]`]: 'a', [`${name}.x`]: 'b' })
    await expectRefusal(await submit(form, nested), `${name} nested`)
  }
})

test.each(forms)('$path by $who: what the form does not have is refused', async (form) => {
  for (const key of ['role', 'id', 'emailConfirmedAt', 'constructor', '__proto__', 'verification']) {
    await expectRefusal(await submit(form, fields({ ...form.good, [key]: 'x' })), key)
  }
})

test.each(forms)('$path by $who: NUL, half a sign, broken bytes', async (form) => {
  for (const name of form.free) {
    const rest = fields(without(form.good, name)).toString()
    for (const bytes of ['ciao%00mare', 'ciao%ED%A0%80mare', 'ciao%FF%FEmare', '%00']) {
      const response = await submit(form, `${rest}&${name}=${bytes}`, {
        'Content-Type': 'application/x-www-form-urlencoded',
      })
      await expectRefusal(response, `${name}=${bytes}`)
    }
  }
})

test.each(forms)('$path by $who: ten megabytes in a field, and more than the site takes', async (form) => {
  const [name = Object.keys(form.good)[0] ?? ''] = form.free
  await expectRefusal(await submit(form, fields({ ...form.good, [name]: 'x'.repeat(10_000_000) })), name)
  const all = await submit(form, fields({ [name]: 'x'.repeat(13_000_000) })).catch(() => null)
  if (all) expect(all.status).toBe(413)
})

test('what was typed is still in the page after a mistake', async () => {
  const body = await (
    await send('/register', fields({ email: 'non va', pseudonym: 'Viola <b>"&', password: secret }))
  ).text()
  expect(body).toContain('Viola &lt;b&gt;&quot;&amp;')
  expect(body).toContain('value="non va"')
  expect(body).not.toContain(secret)
})

test('and the site is well', async () => {
  expect((await read('/healthz')).status).toBe(200)
  expect((await read('/readyz')).status).toBe(200)
})

function without(values: Record<string, string>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([key]) => key !== name))
}
