import { describe, expect, test } from 'vitest'
import { type RoleKind, type SignedIn, visitor } from '#app/domain/authorization'
import { digestOf, lotteryText } from '#app/domain/voting/sortition/tickets'
import { canAdd, featuresFrom, isSound } from './features'
import { FeatureForm } from './forms'
import { canChangeQuotas, canDraw, canEdit, canLeave, canRead, canVolunteer, type Stage, type Weighed } from './policy'
import { draw, ticketsFrom, ticketsOfCode } from './tickets'

const here = '/puglia/bari/monopoli/'
const day = (text: string) => new Date(`2026-05-${text}T10:00:00Z`)
const panelAt = (stage: Stage, impossible = false): Weighed => ({
  stage,
  territoryPath: here,
  gathersTo: day('10'),
  drawsAt: day('20'),
  impossible,
})
const person = (kind: RoleKind | null = null, homePath: string | null = here, confirmed = true): SignedIn => ({
  kind: 'person',
  id: 'x',
  name: 'X',
  language: 'it',
  confirmed,
  homeTerritoryId: null,
  homePath,
  roles: kind ? [{ kind, territoryPath: here }] : [],
  mandates: [],
  seats: [],
  attested: false,
})
const officer = person('officer')

describe('who may', () => {
  test.each<[Stage, string, true | string]>([
    ['draft', '01', 'not-found'],
    ['gathering', '01', true],
    ['gathering', '10', 'panel.not-gathering'],
    ['preparing', '11', 'panel.not-gathering'],
    ['published', '12', 'panel.not-gathering'],
    ['drawn', '21', 'panel.not-gathering'],
  ])('offer oneself: %s on day %s is %s', (stage, on, verdict) => {
    expect(canVolunteer(person(), panelAt(stage), day(on))).toBe(verdict)
    expect(canLeave(person(), panelAt(stage), day(on))).toBe(verdict === true || 'panel.not-gathering')
  })

  test('only residents with a confirmed address offer themselves', () => {
    const gathering = panelAt('gathering')
    expect(canVolunteer(visitor, gathering, day('01'))).toBe('sign-in-required')
    expect(canVolunteer(person(null, '/puglia/lecce/lecce/'), gathering, day('01'))).toBe('panel.residents-only')
    expect(canVolunteer(person(null, null), gathering, day('01'))).toBe('panel.residents-only')
    expect(canVolunteer(person(null, here, false), gathering, day('01'))).toBe('identity.confirm-address-first')
  })

  test.each<[Stage, string, true | string]>([
    ['published', '19', 'panel.too-early-to-draw'],
    ['published', '20', true],
    ['preparing', '20', 'panel.not-published'],
    ['drawn', '21', 'panel.already-drawn'],
  ])('draw: %s on day %s is %s', (stage, on, verdict) => {
    expect(canDraw(officer, panelAt(stage), day(on))).toBe(verdict)
    expect(canDraw(person(), panelAt(stage), day(on))).toBe('panel.officers-only')
  })

  test.each<[Stage, boolean, boolean]>([
    ['draft', false, false],
    ['gathering', false, true],
    ['preparing', false, false],
    ['preparing', true, true],
    ['published', false, false],
    ['drawn', false, false],
  ])('move seats: %s, impossible %s: %s', (stage, impossible, may) => {
    expect(canChangeQuotas(officer, panelAt(stage, impossible)) === true).toBe(may)
  })

  test('a draft exists for those who prepare it alone', () => {
    expect(canRead(person(), panelAt('draft'))).toBe('not-found')
    expect(canEdit(person(), panelAt('draft'))).toBe('not-found')
    expect(canEdit(officer, panelAt('draft'))).toBe(true)
    expect(canEdit(officer, panelAt('gathering'))).toBe('panel.already-open')
    expect(canRead(visitor, panelAt('gathering'))).toBe(true)
  })
})

describe('features', () => {
  const gender = {
    name: 'Genere',
    quotas: [
      { value: 'donna', min: 4, max: 6 },
      { value: 'uomo', min: 4, max: 6 },
    ],
  }

  test.each([
    [gender, 10, true],
    [gender, 7, 'panel.minimums-too-high'],
    [gender, 13, 'panel.maximums-too-low'],
    [{ ...gender, quotas: gender.quotas.slice(1) }, 10, 'panel.two-values'],
    [{ ...gender, quotas: [...gender.quotas, { value: 'Donna', min: 0, max: 1 }] }, 10, 'panel.value-twice'],
    [{ ...gender, quotas: [...gender.quotas, { value: 'altro', min: 2, max: 1 }] }, 10, 'panel.min-above-max'],
  ])('%o with %i seats: %s', (feature, seats, verdict) => {
    expect(isSound(feature, seats)).toBe(verdict)
  })

  test('a feature is there once, and there are at most six', () => {
    expect(canAdd([gender], { ...gender, name: 'GENERE' }, 10)).toBe('panel.feature-twice')
    const six = Array.from({ length: 6 }, (_, index) => ({ ...gender, name: `F${index}` }))
    expect(canAdd(six, gender, 10)).toBe('panel.too-many-features')
  })

  test('what is kept is read back; anything else is none', () => {
    expect(featuresFrom([gender])).toEqual([gender])
    expect(featuresFrom({ name: 'x' })).toEqual([])
  })

  test('lines without a value are left out, bounds that are no numbers are refused', () => {
    const given = {
      name: 'Età',
      values: [{ value: '18–34', min: '1', max: '3' }, { value: '' }, { value: '35+', max: '9' }],
    }
    expect(FeatureForm.parse(given).values).toEqual([
      { value: '18–34', min: 1, max: 3 },
      { value: '35+', min: 0, max: 9 },
    ])
    expect(FeatureForm.safeParse({ name: 'Età', values: [{ value: 'x', min: 'due' }] }).success).toBe(false)
  })
})

describe('the draw', () => {
  const tickets = [
    ['AAAAAA', 'BBBBBB'],
    ['CCCCCC', 'AAAAAA'],
    ['DDDDDD', 'BBBBBB'],
  ]
  const lottery = lotteryText(tickets)

  test('the published text gives back the tickets that the digest was made of', () => {
    expect(ticketsFrom(lottery)).toEqual(tickets)
    expect(digestOf(ticketsFrom(lottery))).toBe(digestOf(tickets))
    expect(ticketsOfCode(lottery, 'AAAAAA')).toBe(2)
    expect(ticketsOfCode(lottery, 'ZZZZZZ')).toBe(0)
  })

  test('a seed draws one ticket, as anybody can redo with sha256sum', () => {
    // printf 'panel-draw\n23-4-88-17-61\n0' | sha256sum, as a number, modulo 3
    const drawn = draw(lottery, '23-4-88-17-61')
    expect(drawn.ticket).toBe(2)
    expect(drawn.codes).toEqual(tickets[drawn.ticket - 1])
  })

  test('every ticket can be drawn', () => {
    const drawn = Array.from({ length: 60 }, (_, seed) => draw(lottery, `seed ${seed}`).ticket)
    expect(new Set(drawn)).toEqual(new Set([1, 2, 3]))
  })
})
