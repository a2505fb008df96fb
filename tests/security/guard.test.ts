import { expect, test } from 'vitest'
import { origin } from '#tests/world/world'

const post = (headers: Record<string, string>, body = 'language=it&to=/territories') =>
  fetch(`${origin}/language`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    body,
  })

test('a form from our own pages is accepted, from elsewhere or from nowhere it is not', async () => {
  expect((await post({ Origin: origin })).status).toBe(303)
  expect((await post({ Origin: 'https://evil.example' })).status).toBe(403)
  expect((await post({ Origin: 'null' })).status).toBe(403)
  expect((await post({})).status).toBe(403)
  expect((await post({ Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example' })).status).toBe(403)
})

test.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/\t/evil.example',
  '\\\\evil',
])('a redirect never leaves the site: %s', async (to) => {
  const response = await post({ Origin: origin }, `language=it&to=${encodeURIComponent(to)}`)
  expect(response.status).toBe(303)
  expect(response.headers.get('Location')).toBe('/')
})

test('methods that forms cannot send are refused', async () => {
  for (const method of ['PUT', 'DELETE', 'PATCH']) {
    expect((await fetch(`${origin}/language`, { method, headers: { Origin: origin } })).status).toBe(405)
  }
})

test('long addresses, deep addresses and the route manifest are refused', async () => {
  expect((await fetch(`${origin}/${'a'.repeat(3000)}`)).status).toBe(414)
  expect((await fetch(`${origin}/${'a/'.repeat(30)}`)).status).toBe(414)
  expect((await fetch(`${origin}/__manifest?p=/admin`)).status).toBe(404)
})

test('ten megabytes and unknown shapes end in a 4xx, never in a 5xx', async () => {
  const deep = `language${'[a]'.repeat(1000)}=1`
  const cases = [
    await post({ Origin: origin }, `language=it&to=${'x'.repeat(13_000_000)}`),
    await post({ Origin: origin }, deep),
    await post({ Origin: origin }, '__proto__=1&language=it'),
    await post({ Origin: origin, 'Content-Type': 'application/json' }, '{}'),
    await post({ Origin: origin, 'Content-Type': 'multipart/form-data; boundary=x' }, 'broken'),
  ]
  for (const { status } of cases) expect(status).toBeGreaterThanOrEqual(400)
  for (const { status } of cases) expect(status).toBeLessThan(500)
})

test('every page comes with a policy, a fresh nonce, and no sniffing', async () => {
  const nonces = new Set<string>()
  for (const _ of [1, 2]) {
    const { headers } = await fetch(`${origin}/`)
    const policy = headers.get('Content-Security-Policy') ?? ''
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe-inline')
    nonces.add(policy.match(/'nonce-([^']+)'/)?.[1] ?? '')
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('X-Powered-By')).toBeNull()
  }
  expect(nonces.size).toBe(2)
})

test('health and readiness answer', async () => {
  expect((await fetch(`${origin}/healthz`)).status).toBe(200)
  expect((await fetch(`${origin}/readyz`)).status).toBe(200)
})

test('addresses that nobody types are never a 5xx', async () => {
  const pages = [
    '/',
    '/proposals',
    '/associations',
    '/territories',
    '/polls',
    '/opinions',
    '/panels',
    '/standing',
    '/commitments',
  ]
  const words = [
    '%00',
    '%ED%A0%80',
    '%FF',
    'x'.repeat(1500),
    "';--",
    '-1',
    '99999999999999999999',
    '%F0%9F%98%80',
    '[]',
    '../..',
  ]
  const keys = [
    'q',
    'after',
    'before',
    'page',
    'sort',
    'stage',
    'topic',
    'territory',
    'language',
    'form',
    'due',
    'state',
    'number',
  ]
  for (const page of pages) {
    for (const word of words) {
      const query = keys.map((key) => `${key}=${word.length > 99 ? word.slice(0, 100) : word}`).join('&')
      const { status } = await fetch(`${origin}${page}?${query}`, { redirect: 'manual' })
      expect(status, `${page} ${word}`).toBeLessThan(500)
      const below = await fetch(`${origin}${page === '/' ? '' : page}/${word}`, { redirect: 'manual' })
      expect(below.status, `${page}/${word}`).toBeLessThan(500)
    }
  }
})

test('an address in a broken encoding leads nowhere, and says so', async () => {
  const broken = await fetch(`${origin}/proposals/%FF`)
  expect(broken.status).toBe(404)
  expect(await broken.text()).toContain('Questa pagina non c’è')
})
