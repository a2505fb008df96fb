import { expect, test } from 'vitest'
import { formatAmount, formatDate, formatDecimal, formatFeast, formatNumber, monthNames } from './formats'

const evening = '2019-11-30T22:15:00Z'

test.each([
  ['it', 'sabato 30 novembre 2019 alle ore 23:15', '30 nov 2019', '1.234.567,5'],
  ['sq', 'e shtunë, 30 nëntor 2019 në 23:15', '30 nën 2019', '1\u00A0234\u00A0567,5'],
])('dates, hours of Italy and numbers in %s', (language, moment, short, number) => {
  expect(formatDate(evening, language, 'moment')).toBe(moment)
  expect(formatDate(evening, language, 'short')).toBe(short)
  expect(formatNumber(1234567.5, language)).toBe(number)
})

test('an hour of this year says no year', () => {
  const now = new Date()
  expect(formatDate(now, 'it', 'time')).not.toContain(String(now.getFullYear()))
  expect(formatDate(evening, 'it', 'time')).toContain('2019')
})

test('amounts of money are whole or have both their cents', () => {
  expect(formatAmount('425.1', 'it')).toBe('425,10')
  expect(formatAmount('10000.00', 'it')).toBe('10.000')
  expect(formatAmount('0.005', 'it')).toBe('0,00')
  for (const language of ['en', 'fr', 'ar']) {
    const mark = formatNumber(0.5, language)[1]
    expect(formatAmount('12.3456', language)).toBe(`12${mark}34`)
  }
})

test('Albanian needs nothing of the browser', () => {
  expect(formatDate(evening, 'sq', 'weekday')).toBe('e shtunë, 30 nëntor 2019')
  expect(formatDate(evening, 'sq')).toBe('30 nëntor 2019')
  expect(formatFeast('02-29', 'sq')).toBe('29 shkurt')
  expect(formatFeast('08-05', 'sq')).toBe('5 gusht')
  expect(monthNames('sq')[11]).toBe('dhjetor')
  expect(formatAmount('1234.567', 'sq')).toBe('1\u00A0234,56')
})

test.each([
  ['18.00000', 'it', '18'],
  ['1234.50000', 'it', '1234,5'],
  ['12345.00001', 'it', '12.345,00001'],
  ['-0.25', 'fr', '-0,25'],
  ['2.5', 'en', '2.5'],
  ['2.5', 'ar', '2.5'],
  ['1/3', 'it', '1/3'],
])('a decimal %s in %s is written %s', (text, language, written) => {
  expect(formatDecimal(text, language)).toBe(written)
})
