/** Every form, with what people and programs send wrong: a sentence by the field and a 4xx, never a 5xx, nothing typed lost. */
import { beforeAll, expect, test } from 'vitest'
import { type Form, forms, idsInAddresses } from './forms-table'
import { cookieOf, fields, read, send } from './submitting'

const secret = 'una frase che nessuno usa'

const cookies: Record<string, string> = { visitor: '' }
let ids: Record<string, string> = {}

beforeAll(async () => {
  for (const who of ['carmela', 'ada', 'irene', 'emanuele', 'fatou', 'giorgio'] as const)
    cookies[who] = await cookieOf(who)
  ids = await idsInAddresses()
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
