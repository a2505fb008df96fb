import '#tests/world/database'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '#app/db/client.server'
import { visitor } from '#app/domain/authorization'
import { password as castPassword } from '#prisma/seed/town'
import { lettersTo, tokenIn } from '#tests/world/letters'
import { actor, bari, journalOf, monopoli } from '#tests/world/people'
import { askForNewAddress, takeNewAddress } from './change-address.server'
import { actorFromCookie, closeSignIn } from './lucia.server'
import { isPassword } from './password-hash.server'
import { changeProfile, endOtherSignIns, endSignIn, ownSignIns } from './profile.server'
import { confirmAddress, register } from './register.server'
import { askForReset, changePassword, resetPassword } from './reset-password.server'
import { type Browser, cookiesFor, deviceName, signIn } from './sign-in.server'

vi.mock('./password-hash.server', { spy: true })

const password = 'tre gatti rossi sul tetto'
const browser: Browser = { address: '10.0.0.1', agent: 'Mozilla/5.0 (Android 14) Firefox/140.0', cookies: null }
const page = { language: 'fr', address: '10.0.0.1' }
const asHeader = (cookies: string[]) => cookies.map((cookie) => cookie.split(';')[0]).join('; ')

beforeEach(async () => {
  await db.attempt.deleteMany({})
})

async function registered(email: string) {
  await register({ email, pseudonym: 'Zed', password, homeTerritoryId: (await monopoli()).id }, page)
  return db.person.findUniqueOrThrow({
    where: { email },
    select: { id: true, emailConfirmedAt: true, passwordHash: true },
  })
}

describe('registering', () => {
  test('writes a letter in the language of the page; the address is confirmed by link and password', async () => {
    const { id, emailConfirmedAt, passwordHash } = await registered('zed@esempio.org')
    expect(emailConfirmedAt).toBeNull()
    expect(passwordHash).toMatch(/^\$argon2id\$/)
    const [letter] = await lettersTo('zed@esempio.org')
    expect(letter?.language).toBe('fr')
    const token = await tokenIn('zed@esempio.org')
    await expect(confirmAddress(visitor, token, 'una password sbagliata')).rejects.toThrow('identity.wrong-password')
    await expect(confirmAddress(visitor, token, undefined)).rejects.toThrow('identity.password-to-confirm')
    expect(await confirmAddress(visitor, token, password)).toEqual({ personId: id })
    await expect(confirmAddress(visitor, token, password)).rejects.toThrow('identity.link-used')
    expect(await journalOf(id)).toEqual(['person.registered', 'person.confirmed'])
    expect((await signIn('zed@esempio.org', password, browser)).personId).toBe(id)
  })

  test('with a known address answers the same, changes nothing, and tells its owner', async () => {
    const before = await db.person.findUniqueOrThrow({ where: { email: 'ada@esempio.it' } })
    await register({ email: 'ada@esempio.it', pseudonym: 'Falsa', password }, page)
    expect(await db.person.findUniqueOrThrow({ where: { email: 'ada@esempio.it' } })).toEqual(before)
    const [letter] = await lettersTo('ada@esempio.it')
    expect(letter?.text).toContain('Tu hai già un profilo')
    expect(letter?.text).not.toContain('token=')
  })

  test('an address registered before its owner came: the first password opens nothing', async () => {
    const { id } = await registered('vittima@esempio.org')
    const stolen = await tokenIn('vittima@esempio.org')
    await register({ email: 'vittima@esempio.org', pseudonym: 'Vera', password: 'la mia lunga frase segreta' }, page)
    await expect(confirmAddress(visitor, stolen, password)).rejects.toThrow('identity.link-used')
    const token = await tokenIn('vittima@esempio.org')
    await expect(confirmAddress(visitor, token, password)).rejects.toThrow('identity.wrong-password')
    await confirmAddress(visitor, token, 'la mia lunga frase segreta')
    expect(await db.person.findUnique({ where: { id }, select: { pseudonym: true } })).toEqual({ pseudonym: 'Vera' })
  })

  test('ten times at once makes one person', async () => {
    await db.attempt.deleteMany({})
    const form = { email: 'doppio@esempio.org', pseudonym: 'Doppio', password }
    await Promise.allSettled(Array.from({ length: 10 }, () => register(form, page)))
    expect(await db.person.count({ where: { email: form.email } })).toBe(1)
    expect(await db.mailToken.count({ where: { person: { email: form.email } } })).toBe(1)
  })

  test.each([
    [{ password: 'password123' }, 'identity.password-too-common'],
    [{ pseudonym: 'Comune di Ваri' }, 'identity.name-pretends'],
    [{ homeTerritoryId: 'nowhere' }, 'identity.home-is-a-comune'],
  ])('%j is refused', async (wrong, reason) => {
    const form = { email: 'rifiutato@esempio.org', pseudonym: 'Rifiutato', password, ...wrong }
    await expect(register(form, page)).rejects.toThrow(reason)
    expect(await db.person.count({ where: { email: form.email } })).toBe(0)
  })
})

describe('signing in', () => {
  test('opens a sign-in with a new id, known by its hash alone', async () => {
    const first = await signIn('carmela@esempio.it', castPassword, browser)
    const second = await signIn('carmela@esempio.it', castPassword, { ...browser, cookies: asHeader(first.cookies) })
    expect(first.cookies[0]).not.toBe(second.cookies[0])
    expect(first.cookies[0]).toMatch(/^agora=\w+; HttpOnly.*SameSite=Lax/)
    const known = await actorFromCookie(asHeader(second.cookies))
    expect(known.actor).toMatchObject({ kind: 'person', id: first.personId, name: 'Carmela' })
    const id = /agora=(\w+)/.exec(asHeader(second.cookies))?.[1] ?? ''
    expect(await db.signInSession.count({ where: { id } })).toBe(0)
    expect(await db.signInSession.count({ where: { id: known.sessionHash ?? '' } })).toBe(1)
  })

  test('a value that we did not issue is nobody, and is taken away', async () => {
    const { actor: nobody, setCookie } = await actorFromCookie('agora=chosenbytheattacker')
    expect(nobody).toEqual(visitor)
    expect(setCookie).toMatch(/^agora=;/)
    expect(await actorFromCookie(null)).toMatchObject({ actor: visitor, setCookie: null })
  })

  test('is refused alike for a wrong password, an unknown address and an unconfirmed one', async () => {
    for (const [email, secret] of [
      ['carmela@esempio.it', 'sbagliata sbagliata'],
      ['nessuno@esempio.org', castPassword],
      ['nora@esempio.it', castPassword],
    ] as const) {
      await expect(signIn(email, secret, browser)).rejects.toThrow('identity.not-recognised')
    }
  })

  test('the sixth guess waits, each later one longer, and the known browser goes on', async () => {
    const home = await signIn('bilal@esempio.it', castPassword, browser)
    const waits: number[] = []
    for (let tries = 0; tries < 8; tries += 1) {
      const from = { ...browser, address: `10.1.0.${tries}` }
      const error = await signIn('bilal@esempio.it', 'sbagliata sbagliata', from).catch((refusal) => refusal)
      if (error.reason === 'too-often') waits.push(error.values.seconds)
      else expect(error.reason).toBe('identity.not-recognised')
    }
    expect(waits).toEqual([60, 120, 240])
    await expect(signIn('bilal@esempio.it', castPassword, browser)).rejects.toThrow('too-often')
    const known = { ...browser, cookies: asHeader(home.cookies) }
    expect((await signIn('bilal@esempio.it', castPassword, known)).personId).toBe(home.personId)
  })

  test('one network address guesses for thirty accounts an hour, not more', async () => {
    const from = { ...browser, address: '10.2.0.1' }
    const reasons: string[] = []
    for (let n = 0; n < 32; n += 1) {
      reasons.push(await signIn(`p${n}@esempio.org`, 'sbagliata sbagliata', from).catch((refusal) => refusal.reason))
    }
    expect(reasons.indexOf('too-often')).toBe(30)
  })

  test('twenty right passwords at once are all let in', async () => {
    const people = Array.from({ length: 20 }, () => signIn('carmela@esempio.it', castPassword, browser))
    expect((await Promise.all(people)).length).toBe(20)
  })

  test('works through a password hash for an unknown address too, so that it does not answer sooner', async () => {
    const work = vi.mocked(isPassword)
    for (const email of ['carmela@esempio.it', 'nessuno@esempio.org']) {
      work.mockClear()
      await expect(signIn(email, 'sbagliata sbagliata', browser)).rejects.toThrow()
      expect(work).toHaveBeenCalledTimes(1)
    }
    expect(await isPassword('nessuna', null)).toBe(false)
  })

  test('signing out ends it', async () => {
    const { cookies } = await signIn('carmela@esempio.it', castPassword, browser)
    await closeSignIn(asHeader(cookies))
    expect((await actorFromCookie(asHeader(cookies))).actor).toEqual(visitor)
  })
})

describe('a forgotten password', () => {
  test('a link once, for half an hour, ends every sign-in', async () => {
    const { cookies, personId } = await signIn('drita@esempio.it', castPassword, browser)
    await askForReset('drita@esempio.it', '10.0.0.9')
    const older = await tokenIn('drita@esempio.it')
    await askForReset('drita@esempio.it', '10.0.0.9')
    const token = await tokenIn('drita@esempio.it')
    const fresh = 'una frase del tutto nuova'
    await expect(resetPassword(older, fresh)).rejects.toThrow('identity.link-used')
    await expect(resetPassword(token, fresh, new Date(Date.now() + 31 * 60_000))).rejects.toThrow('identity.link-used')
    await expect(resetPassword(`${token.slice(0, -1)}x`, fresh)).rejects.toThrow('identity.link-used')
    await expect(resetPassword(token, 'drita@esempio.it')).rejects.toThrow('identity.password-repeats-you')
    const uses = await Promise.allSettled([resetPassword(token, fresh), resetPassword(token, fresh)])
    expect(uses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await actorFromCookie(asHeader(cookies))).actor).toEqual(visitor)
    await expect(signIn('drita@esempio.it', castPassword, browser)).rejects.toThrow('identity.not-recognised')
    expect((await signIn('drita@esempio.it', fresh, browser)).personId).toBe(personId)
    expect(await db.mailToken.findMany({ where: { hash: token } })).toEqual([])
  })

  test('for an unknown address nothing is written, and nothing is said', async () => {
    await askForReset('nessuno@esempio.org', '10.0.0.9')
    expect(await lettersTo('nessuno@esempio.org')).toEqual([])
  })

  test('five letters an hour to one address', async () => {
    for (let n = 0; n < 5; n += 1) await askForReset('hana@esempio.it', '10.0.0.9')
    await expect(askForReset('hana@esempio.it', '10.0.0.9')).rejects.toThrow('too-often')
  })
})

describe('one’s own account', () => {
  test('lists sign-ins, this browser first, and ends one or the others; never somebody else’s', async () => {
    const luca = await actor('luca')
    const marta = await actor('marta')
    const headers = [
      await cookiesFor(luca.id, browser),
      await cookiesFor(luca.id, browser),
      await cookiesFor(luca.id, browser),
    ]
    const here = (await actorFromCookie(asHeader(headers[0] ?? []))).sessionHash
    const list = await ownSignIns(luca, here)
    expect(list.map(({ here }) => here)).toEqual([true, false, false])
    expect(list[0]?.device).toBe('Firefox · Android')
    await endSignIn(marta, list[1]?.signIn ?? '')
    expect(await ownSignIns(luca, here)).toHaveLength(3)
    await endSignIn(luca, list[1]?.signIn ?? '')
    expect(await ownSignIns(luca, here)).toHaveLength(2)
    await endOtherSignIns(luca, here)
    expect(await ownSignIns(luca, here)).toHaveLength(1)
  })

  test('a changed password ends the other sign-ins', async () => {
    const { cookies } = await signIn('giorgio@esempio.it', castPassword, browser)
    const { sessionHash } = await actorFromCookie(asHeader(cookies))
    const other = await signIn('giorgio@esempio.it', castPassword, browser)
    const giorgio = await actor('giorgio')
    await expect(changePassword(giorgio, { current: 'sbagliata', password }, sessionHash)).rejects.toThrow(
      'identity.wrong-password',
    )
    await changePassword(giorgio, { current: castPassword, password }, sessionHash)
    expect((await actorFromCookie(asHeader(cookies))).actor.kind).toBe('person')
    expect((await actorFromCookie(asHeader(other.cookies))).actor).toEqual(visitor)
    expect(await lettersTo('giorgio@esempio.it')).toHaveLength(1)
  })

  test('a new address holds once its letter is opened; a taken one is told, and nothing changes', async () => {
    const carmela = await actor('carmela')
    await askForNewAddress(carmela, { email: 'ada@esempio.it', password: castPassword })
    expect((await lettersTo('ada@esempio.it')).at(-1)?.text).not.toContain('token=')
    await askForNewAddress(carmela, { email: 'carmela.nuova@esempio.org', password: castPassword })
    const token = await tokenIn('carmela.nuova@esempio.org')
    await expect(takeNewAddress(await actor('luca'), token)).rejects.toThrow('identity.link-used')
    await takeNewAddress(carmela, token)
    await expect(takeNewAddress(carmela, token)).rejects.toThrow('identity.link-used')
    expect((await signIn('carmela.nuova@esempio.org', castPassword, browser)).personId).toBe(carmela.id)
    expect(await lettersTo('carmela@esempio.it')).toHaveLength(1)
  })

  test('a real name is a choice, and home is a comune', async () => {
    const fatou = await actor('fatou')
    const home = (await bari()).id
    const form = {
      pseudonym: 'Fatoumata',
      realName: null,
      showsRealName: false,
      language: 'fr' as const,
      homeTerritoryId: home,
    }
    await changeProfile(fatou, form)
    expect(await actor('fatou')).toMatchObject({ name: 'Fatoumata', homePath: '/puglia/bari/bari/' })
    await expect(changeProfile(fatou, { ...form, showsRealName: true })).rejects.toThrow('identity.no-real-name')
    await changeProfile(fatou, { ...form, realName: 'Fatou Diop', showsRealName: true })
    expect((await actor('fatou')).name).toBe('Fatou Diop')
    const province = await db.territory.findUniqueOrThrow({ where: { path: '/puglia/bari/' }, select: { id: true } })
    await expect(changeProfile(fatou, { ...form, homeTerritoryId: province.id })).rejects.toThrow(
      'identity.home-is-a-comune',
    )
  })
})

test.each([
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_0) AppleWebKit/605 Version/17.0 Mobile Safari/604.1', 'Safari · iPhone'],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537 Chrome/140.0 Safari/537 Edg/140.0', 'Edge · Windows'],
  [null, ''],
])('%s is %s', (agent, name) => {
  expect(deviceName(agent)).toBe(name)
})
