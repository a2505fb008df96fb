import '#tests/world/database'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { Refusal } from '#app/domain/refusal'
import { answering } from './answering.server'
import { form, page } from './page.server'

const argsOf = (request: Request) => ({ request, params: {}, context: { nonce: '', address: '', memo: new Map() } })
const sent = () =>
  new Request('http://localhost/somewhere', { method: 'POST', body: new URLSearchParams({ words: 'parole mie' }) })

async function refusedForm(refusal: unknown) {
  const action = form(z.object({ words: z.string() }), async () => {
    throw refusal
  })
  const { data, init } = (await action(argsOf(sent()))) as unknown as {
    data: { initialValue: unknown }
    init: ResponseInit
  }
  return { words: data.initialValue, status: init.status, wait: new Headers(init.headers).get('Retry-After') }
}

const tooOften = new Refusal('too-often', { minutes: 2, seconds: 90 })
const words = { words: 'parole mie' }

test('a form that is sent too often says when to come back, and keeps the words', async () => {
  expect(await refusedForm(tooOften)).toEqual({ words, status: 429, wait: '90' })
  expect(await refusedForm(new Refusal('busy'))).toEqual({ words, status: 503, wait: '5' })
  expect(await refusedForm(new Refusal('poll.closed'))).toEqual({ words, status: 409, wait: null })
})

test('one about what is gone or not allowed keeps the words too', async () => {
  expect(await refusedForm(new Refusal('not-found'))).toEqual({ words, status: 404, wait: null })
  expect(await refusedForm(new Refusal('forbidden'))).toEqual({ words, status: 403, wait: null })
})

test('where something breaks that nobody foresaw, the words are kept and it is our fault', async () => {
  expect(await refusedForm(new Error('the disk is full'))).toEqual({ words, status: 500, wait: null })
})

test('pages say when to come back too, and what answers scripts', async () => {
  const refuse = async () => {
    throw tooOften
  }
  const asked = () => argsOf(new Request('http://localhost/somewhere'))
  await expect(page(refuse)(asked())).rejects.toMatchObject({ init: { status: 429, headers: { 'Retry-After': '90' } } })
  const answer = await answering(refuse)(asked())
  expect([answer.status, answer.headers.get('Retry-After')]).toEqual([429, '90'])
})
