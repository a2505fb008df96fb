import { expect, test } from 'vitest'
import { RegistersForm, WorkForm } from './forms'

test.each([
  ['www.prova.it', 'https://www.prova.it'],
  [' prova.it/chi-siamo ', 'https://prova.it/chi-siamo'],
  ['http://prova.it', 'http://prova.it'],
  ['', null],
])('the website %j is kept as %j', (website, kept) => {
  expect(WorkForm.parse({ website }).website).toBe(kept)
})

test.each(['prova', 'javascript:alert(1)', 'info@prova.it', 'non lo so', `www.${'a'.repeat(290)}.it`])(
  'the website %j is refused',
  (website) => {
    expect(WorkForm.safeParse({ website }).success).toBe(false)
  },
)

test.each([
  ['abc', false],
  ['7788', true],
  ['n. 12/BA', true],
  ['', true],
])('the RUNTS number %j is taken: %s', (runtsNumber, taken) => {
  expect(RegistersForm.safeParse({ runtsNumber }).success).toBe(taken)
})
