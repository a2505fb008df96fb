import { expect, test } from 'vitest'
import { password } from '#prisma/seed/town'
import { rows } from '#tests/world/browser'
import { cookieOf, fields, plain, read, send } from './submitting'

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

test('the sign-in cookie is for this site only, and not for scripts', async () => {
  const response = await send('/sign-in', fields({ email: 'luca@esempio.it', password }))
  expect(response.status).toBe(303)
  const cookies = response.headers.getSetCookie()
  expect(cookies.map((cookie) => cookie.split('=')[0]).toSorted()).toEqual(['agora', 'device'])
  for (const cookie of cookies) {
    expect(cookie).toMatch(/; ?HttpOnly/)
    expect(cookie).toMatch(/; ?SameSite=Lax/)
    expect(cookie).toMatch(/; ?Path=\//)
    expect(cookie).not.toMatch(/Domain=/)
  }
})

test('a sign-in id that we did not issue is never adopted, and each sign-in has a new one', async () => {
  const planted = 'a'.repeat(40)
  const response = await send(
    '/sign-in',
    fields({ email: 'luca@esempio.it', password }),
    `agora=${planted}; agora=${planted}`,
  )
  expect(response.headers.getSetCookie().join()).not.toContain(planted)
  const refused = await read('/account', `agora=${planted}`)
  expect(refused.headers.get('Location')).toMatch(/^\/sign-in/)
})

test('an unknown address, an unconfirmed one and a wrong password get the same answer', async () => {
  const tries = [
    ['nobody@example.org', 'una frase sbagliata'],
    ['luca@esempio.it', 'una frase sbagliata'],
    ['nora@esempio.it', password],
  ] as const
  const answers = await Promise.all(
    tries.map(async ([email, secret]) => {
      const response = await send('/sign-in', fields({ email, password: secret }))
      return { status: response.status, body: plain(await response.text(), email) }
    }),
  )
  expect(answers[0]?.status).toBe(409)
  expect(answers[0]?.body).toContain('Indirizzo o password non vanno bene')
  expect(answers[1]).toEqual(answers[0])
  expect(answers[2]).toEqual(answers[0])
})

test('and take the same time', async () => {
  const times: Record<string, number[]> = { 'luca@esempio.it': [], 'nobody@example.org': [] }
  for (let round = 0; round < 25; round++) {
    for (const [email, spent] of Object.entries(times)) {
      const start = performance.now()
      await (await send('/sign-in', fields({ email, password: 'una frase sbagliata' }))).text()
      spent.push(performance.now() - start)
    }
  }
  const [known = 0, unknown = 0] = Object.values(times).map(median)
  // A missing hash would answer in a third of the time
  expect(Math.abs(known - unknown), `${known} ms and ${unknown} ms`).toBeLessThan(Math.max(15, known * 0.3))
})

test.each([
  ['/reset', { email: 'luca@esempio.it' }, { email: 'nobody@example.org' }],
  [
    '/register',
    { email: 'marta@esempio.it', pseudonym: 'Qualcuno', password: 'una frase che nessuno usa' },
    { email: 'new-here@example.org', pseudonym: 'Qualcuno', password: 'una frase che nessuno usa' },
  ],
])('%s answers the same for a known and an unknown address', async (path, known, unknown) => {
  const [one, other] = await Promise.all([send(path, fields(known)), send(path, fields(unknown))])
  const seen = (response: Response) => [
    response.status,
    response.headers.get('Location'),
    response.headers.getSetCookie(),
  ]
  expect(seen(one)).toEqual([303, '/register/sent', []])
  expect(seen(other)).toEqual(seen(one))
})

test('an invitation says nothing of who has an account', async () => {
  const [ponte] = await rows<{ id: string }>(`select id from "Association" where name = 'Associazione Ponte'`)
  const ada = await cookieOf('ada')
  const invite = (email: string) => send(`/associations/${ponte?.id}/mandates`, fields({ email, kind: 'member' }), ada)
  const [known, unknown] = [await invite('hana@esempio.it'), await invite('nobody@example.org')]
  expect([known.status, known.headers.get('Location')]).toEqual([unknown.status, unknown.headers.get('Location')])
  expect(known.status).toBe(303)
})

test.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example/',
  '/\t/evil.example',
  'javascript:alert(1)',
  '/%5cevil.example/..//evil.example',
  '/.//evil.example',
])('after the sign-in nobody is led away: %s', async (to) => {
  for (const [path, body] of [
    ['/sign-in', { email: 'luca@esempio.it', password, to }],
    ['/sign-in/demonstration', { name: 'luca', to }],
    ['/language', { language: 'it', to }],
  ] as const) {
    const response = await send(path, fields(body))
    expect(response.status).toBe(303)
    const location = response.headers.get('Location') ?? ''
    const landed = new URL(location, 'http://here')
    expect(landed.origin, location).toBe('http://here')
    expect(location, location).not.toMatch(/^(\/\/|\/\\)/)
  }
})

test('signing out ends the sign-in on the server too', async () => {
  const cookie = await cookieOf('luca')
  expect((await read('/account', cookie)).status).toBe(200)
  const response = await send('/sign-out', fields({}), cookie)
  expect(response.headers.getSetCookie().some((line) => /^agora=;|Max-Age=0/.test(line))).toBe(true)
  expect((await read('/account', cookie)).status).toBe(302)
})

test('somebody else’s sign-in cannot be ended', async () => {
  const [marta, luca] = [await cookieOf('marta'), await cookieOf('luca')]
  const [session] = await rows<{ id: string }>(
    `select s.id from "SignInSession" s join "Person" p on p.id = s."personId"
      where p.email = 'marta@esempio.it' order by s."createdAt" desc limit 1`,
  )
  await send('/account/sign-ins/end', fields({ signIn: session?.id ?? '' }), luca)
  expect((await read('/account', marta)).status).toBe(200)
})
