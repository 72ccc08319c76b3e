import { expect, test } from 'vitest'
import { localDate, parseLocalDate } from './local-date.ts'
import {
  parsePeriodKey,
  periodKey,
  periodName,
  previousPeriod,
  quarterContaining,
  quarterOf,
  rangeOf,
  yearOf,
} from './period.ts'

test.each([
  [quarterOf(2026, 3), '2026-q3', 'quý III năm 2026', '2026-07-01', '2026-09-30'],
  [quarterOf(2024, 1), '2024-q1', 'quý I năm 2024', '2024-01-01', '2024-03-31'],
  [yearOf(2025), '2025', 'năm 2025', '2025-01-01', '2025-12-31'],
])('%j is called %s in an address and “%s” by people', (period, key, name, from, to) => {
  expect(periodKey(period)).toBe(key)
  expect(periodName(period)).toBe(name)
  expect([period.from, period.to]).toEqual([from, to])
  expect(parsePeriodKey(key)).toEqual(period)
})

test('the same days have one name only: a range over a quarter or a year is that quarter or year', () => {
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

test.each(['', '0042', '0000', '9999-q4', '2026-q5', '2026-02-31_2026-03-01', '0000-01-01_0001-01-01', '../x'])(
  '“%s” is no period',
  (key) => {
    expect(parsePeriodKey(key)).toBeNull()
  },
)

test('before the first quarter comes the last of the year before; a free range has no neighbour', () => {
  expect(previousPeriod(quarterOf(2026, 1))).toEqual(quarterOf(2025, 4))
  expect(previousPeriod(yearOf(2026))).toEqual(yearOf(2025))
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
