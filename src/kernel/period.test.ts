import { expect, test } from 'vitest'
import { localDate, parseLocalDate } from './local-date.ts'
import {
  halfYearOf,
  nineMonthsOf,
  parsePeriodKey,
  periodBetween,
  periodKey,
  periodName,
  previousPeriod,
  quarterContaining,
  quarterOf,
  quartersWithin,
  rangeOf,
  yearOf,
} from './period.ts'

test.each([
  [quarterOf(2026, 3), '2026-q3', 'quý III năm 2026', '2026-07-01', '2026-09-30'],
  [quarterOf(2024, 1), '2024-q1', 'quý I năm 2024', '2024-01-01', '2024-03-31'],
  [halfYearOf(2026), '2026-6-thang', '6 tháng đầu năm 2026', '2026-01-01', '2026-06-30'],
  [nineMonthsOf(2026), '2026-9-thang', '9 tháng đầu năm 2026', '2026-01-01', '2026-09-30'],
  [yearOf(2025), '2025', 'năm 2025', '2025-01-01', '2025-12-31'],
])('%j is called %s in an address and “%s” by people', (period, key, name, from, to) => {
  expect(periodKey(period)).toBe(key)
  expect(periodName(period)).toBe(name)
  expect([period.from, period.to]).toEqual([from, to])
  expect(parsePeriodKey(key)).toEqual(period)
})

test('the same days have one name only: a range over a named period is that period', () => {
  expect(rangeOf(localDate('2026-01-01'), localDate('2026-06-30'))).toEqual(halfYearOf(2026))
  expect(rangeOf(localDate('2020-01-01'), localDate('2020-09-30'))).toEqual(nineMonthsOf(2020))
  expect(periodBetween(localDate('2020-01-01'), localDate('2020-09-30'))).toEqual(nineMonthsOf(2020))
  expect(parsePeriodKey('2026-01-01_2026-06-30')).toEqual(halfYearOf(2026))
  // Six months from April, or to 29 June, are no first half of a year.
  expect(rangeOf(localDate('2026-04-01'), localDate('2026-09-30'))?.regime).toBe('range')
  expect(rangeOf(localDate('2026-01-01'), localDate('2026-06-29'))?.regime).toBe('year-to-date')
  expect(rangeOf(localDate('2026-07-01'), localDate('2026-09-30'))).toEqual(quarterOf(2026, 3))
  expect(rangeOf(localDate('2026-01-01'), localDate('2026-12-31'))).toEqual(yearOf(2026))
  expect(parsePeriodKey('2026-07-01_2026-09-30')).toEqual(quarterOf(2026, 3))
})

test('a free range keeps its two days, and one that runs backwards is none', () => {
  const range = rangeOf(localDate('2019-01-01'), localDate('2022-10-13'))
  expect(range).toEqual({ regime: 'range', from: '2019-01-01', to: '2022-10-13' })
  expect(range && periodName(range)).toBe('từ 1/1/2019 đến 13/10/2022')
  expect(range && parsePeriodKey(periodKey(range))).toEqual(range)
  expect(rangeOf(localDate('2022-10-13'), localDate('2019-01-01'))).toBeNull()
})

test('six months, nine months and a year are made of the quarters from 1 January; a quarter and a range of none', () => {
  expect(quartersWithin(halfYearOf(2026))).toEqual([quarterOf(2026, 1), quarterOf(2026, 2)])
  expect(quartersWithin(nineMonthsOf(2026)).at(-1)).toEqual(quarterOf(2026, 3))
  expect(quartersWithin(yearOf(2026))).toHaveLength(4)
  expect(quartersWithin(quarterOf(2026, 2))).toEqual([])
  expect(quartersWithin(periodBetween(localDate('2026-01-01'), localDate('2026-05-31')))).toEqual([])
})

test.each([
  '',
  '0042',
  '2026-3-thang',
  '0042-6-thang',
  '0000',
  '9999-q4',
  '2026-q5',
  '2026-02-31_2026-03-01',
  '0000-01-01_0001-01-01',
  '../x',
])('“%s” is no period', (key) => {
  expect(parsePeriodKey(key)).toBeNull()
})

test('before the first quarter comes the last of the year before, beside nine months the same nine of it; a free range has no neighbour', () => {
  expect(previousPeriod(quarterOf(2026, 1))).toEqual(quarterOf(2025, 4))
  expect(previousPeriod(yearOf(2026))).toEqual(yearOf(2025))
  expect(previousPeriod(halfYearOf(2026))).toEqual(halfYearOf(2025))
  expect(previousPeriod(nineMonthsOf(2026))).toEqual(nineMonthsOf(2025))
  expect(previousPeriod({ regime: 'range', from: localDate('2019-01-01'), to: localDate('2022-10-13') })).toBeNull()
  expect(quarterContaining(localDate('2026-11-22'))).toEqual(quarterOf(2026, 4))
})

test.each([
  ['5/2/2026', '2026-02-05'],
  ['05-02-2026', '2026-02-05'],
  ['2026-02-05', '2026-02-05'],
  ['31/2/2026', null],
  ['1/1/0000', null],
  ['31-3-26', '2026-03-31'],
  ['1/1/126', null],
])('the day “%s” is %s', (text, day) => {
  expect(parseLocalDate(text)).toBe(day)
})
