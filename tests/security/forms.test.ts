/** Every form, with what people and programs send wrong: a sentence by the field and a 4xx, never a 5xx, nothing typed lost. */
import { readFileSync } from 'node:fs'
import type { RouteConfigEntry } from '@remix-run/route-config'
import { beforeAll, expect, test } from 'vitest'
import routes from '#app/routes'
import { mostBytesAt } from '#app/web/body-limits'
import { addressed, formSubjects } from '#tests/world/form-subjects'
import type { Form } from './form'
import { forms } from './forms-table'
import { cookieOf, fields, read, send } from './submitting'

const secret = 'una frase che nessuno usa'

const cookies: Record<string, string> = {}
let ids: Record<string, string> = {}

beforeAll(async () => {
  for (const who of new Set(forms.map((form) => form.who)))
    cookies[who] = await cookieOf(who === 'visitor' ? null : who)
  ids = await formSubjects()
  expect(Object.entries(ids).filter(([, id]) => !id)).toEqual([])
}, 300_000)

const submit = ({ path, who }: Form, body: BodyInit, headers = {}) =>
  send(addressed(path, ids), body, cookies[who], headers)

const goodIn = ({ good }: Form): Record<string, string> =>
  Object.fromEntries(Object.entries(good).map(([name, value]) => [name, addressed(value, ids)]))

async function expectRefusal(response: Response, what: string) {
  const body = await response.text()
  expect(response.status, what).toBeGreaterThanOrEqual(400)
  expect(response.status, what).toBeLessThan(500)
  expect(body, what).not.toMatch(/node_modules|prisma|SELECT |at async/)
  return body
}

test('every form of the site is in the table', () => {
  const known = forms.map(({ path }) => path)
  expect(formRoutes(routes as RouteConfigEntry[]).filter((route) => !known.some((path) => isAt(route, path)))).toEqual(
    [],
  )
})

test.each(forms)('$path by $who: each field that is missing is named', async (form) => {
  for (const name of form.required) {
    for (const missing of [{ ...goodIn(form), [name]: '' }, without(goodIn(form), name)]) {
      const body = await expectRefusal(await submit(form, fields(missing)), name)
      expect(body, name).toMatch(/role="alert"|Questo (indirizzo|invito) non vale più/)
    }
  }
})

test.each(forms)('$path by $who: too long, in a wrong shape, or as a file', async (form) => {
  for (const name of form.free) {
    const long = await submit(form, fields({ ...goodIn(form), [name]: 'ab '.repeat(40_000) }))
    await expectRefusal(long, `${name} too long`)
    const twice = fields(goodIn(form))
    twice.append(name, 'one')
    twice.append(name, 'two')
    await expectRefusal(await submit(form, twice), `${name} twice`)
    const file = new FormData()
    for (const [key, value] of Object.entries(without(goodIn(form), name))) file.set(key, value)
    file.set(name, new Blob(['ciao'], { type: 'text/plain' }), 'x.txt')
    await expectRefusal(await submit(form, file), `${name} as a file`)
    const nested = fields({ ...without(goodIn(form), name), [`${name}[0]`]: 'a', [`${name}.x`]: 'b' })
    await expectRefusal(await submit(form, nested), `${name} nested`)
  }
})

test.each(forms)('$path by $who: what the form does not have is refused', async (form) => {
  const lines = form.free.filter((name) => name.includes('.')).map((name) => name.replace(/\.[^.]*$/, ''))
  // A translation's words have names of their own
  const inLines = lines.flatMap((line) => [`${line}.constructor`, ...(line === 'words' ? [] : [`${line}.role`])])
  for (const key of ['role', 'id', 'emailConfirmedAt', 'constructor', '__proto__', 'verification', ...inLines]) {
    await expectRefusal(await submit(form, fields({ ...goodIn(form), [key]: 'x' })), key)
  }
})

test.each(forms)('$path by $who: NUL, half a sign, broken bytes', async (form) => {
  for (const name of form.free) {
    const rest = fields(without(goodIn(form), name)).toString()
    for (const bytes of ['ciao%00mare', 'ciao%ED%A0%80mare', 'ciao%FF%FEmare', '%00']) {
      const response = await submit(form, `${rest}&${name}=${bytes}`, {
        'Content-Type': 'application/x-www-form-urlencoded',
      })
      await expectRefusal(response, `${name}=${bytes}`)
    }
  }
})

test.each(forms)('$path by $who: ten megabytes in a field, and more than the site takes', async (form) => {
  const [name = Object.keys(goodIn(form))[0] ?? ''] = form.free
  await expectRefusal(await submit(form, fields({ ...goodIn(form), [name]: 'x'.repeat(10_000_000) })), name)
  const all = await submit(form, fields({ [name]: 'x'.repeat(13_000_000) })).catch(() => null)
  if (all && mostBytesAt(addressed(form.path, ids)) < 13_000_000) expect(all.status).toBe(413)
})

test.each(forms)('$path by $who: what was typed is still in its field after a mistake', async (form) => {
  const body = await expectRefusal(await submit(form, fields({ ...goodIn(form), unheardOf: 'x' })), 'unheardOf')
  // Nobody types a token: it comes with the link of a letter
  for (const name of form.free.filter((free) => goodIn(form)[free] && free !== 'token')) {
    const shown = shownIn(body, name)
    if (shown !== 'no words') expect(shown, name).toContain(goodIn(form)[name])
  }
})

test('what was typed is shown as words, and a password never', async () => {
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

/** What stands in the fields of this name, unless one chooses there or sees nothing of it. */
function shownIn(body: string, name: string): string[] | 'no words' {
  const named = `[^>]*\\bname="${name.replace(/[[\].]/g, '\\$&')}"[^>]*`
  if (new RegExp(`<select${named}>|<input${named}type="(hidden|radio|checkbox)"`).test(body)) return 'no words'
  if (new RegExp(`<input[^>]*type="(hidden|radio|checkbox)"${named}>`).test(body)) return 'no words'
  const areas = [...body.matchAll(new RegExp(`<textarea${named}>([^<]*)</textarea>`, 'g'))].map(([, words]) => words)
  const inputs = [...body.matchAll(new RegExp(`<input${named}>`, 'g'))].map(
    ([tag]) => /\bvalue="([^"]*)"/.exec(tag)?.[1],
  )
  return [...areas, ...inputs].map((words = '') => unescaped(words))
}

function unescaped(html: string) {
  const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#x27': "'", amp: '&' }
  return html.replace(/&(lt|gt|quot|#x27|amp);/g, (_, name: string) => signs[name] ?? '')
}

function formRoutes(entries: RouteConfigEntry[]): string[] {
  return entries.flatMap(({ path = '', file, children }) => {
    const takesForm = /export const action = (form|fileForm)\(/.test(readFileSync(`app/${file}`, 'utf8'))
    return [...(takesForm ? [path] : []), ...formRoutes(children ?? [])]
  })
}

const isAt = (route: string, path: string) =>
  new RegExp(`^/${route.replace(/:\w+/g, '[^/]+')}$`).test(path.replace(/\?.*/, ''))
