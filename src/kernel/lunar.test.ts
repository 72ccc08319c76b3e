import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, localDate } from './local-date.ts'
import { firstOfLunarMonth, leapMonthOf, lunarDayOf, tetOf } from './lunar.ts'

/** Mùng Một Tết as it was or will be kept in Vietnam; 1968 (North), 1985, 2007 and 2030 are not the Chinese days. */
const tets = [
  ...['1968-01-29', '1985-01-21'],
  ...['2000-02-05', '2001-01-24', '2002-02-12', '2003-02-01', '2004-01-22', '2005-02-09', '2006-01-29', '2007-02-17'],
  ...['2008-02-07', '2009-01-26', '2010-02-14', '2011-02-03', '2012-01-23', '2013-02-10', '2014-01-31', '2015-02-19'],
  ...['2016-02-08', '2017-01-28', '2018-02-16', '2019-02-05', '2020-01-25', '2021-02-12', '2022-02-01', '2023-01-22'],
  ...['2024-02-10', '2025-01-29', '2026-02-17', '2027-02-06', '2028-01-26', '2029-02-13', '2030-02-02'],
]

test.each(tets)('mùng Một Tết is %s', (day) => {
  expect(tetOf(Number(day.slice(0, 4)))).toBe(day)
  expect(lunarDayOf(localDate(day))).toEqual({ day: 1, month: 1, year: Number(day.slice(0, 4)), isLeap: false })
  expect(lunarDayOf(addDays(localDate(day), -1))).toMatchObject({ month: 12, year: Number(day.slice(0, 4)) - 1 })
})

test.each<[number, number | null]>([
  [2001, 4],
  [2004, 2],
  [2006, 7],
  [2009, 5],
  [2012, 4],
  [2014, 9],
  [2017, 6],
  [2020, 4],
  [2023, 2],
  [2025, 6],
  [2028, 5],
  [2000, null],
  [2024, null],
  [2026, null],
  [2027, null],
  [2031, 3],
  [2033, 11],
])('the leap month of %i is %s', (year, month) => {
  expect(leapMonthOf(year)).toBe(month)
})

test.each([
  ['2023-04-29', 2023],
  ['2024-04-18', 2024],
  ['2025-04-07', 2025],
  ['2026-04-26', 2026],
  ['2027-04-16', 2027],
])('Giỗ Tổ, mùng mười tháng Ba, is %s', (day, year) => {
  expect(lunarDayOf(localDate(day))).toEqual({ day: 10, month: 3, year, isLeap: false })
})

test('every day is the one after the day before, and a month is found again by its first day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 65_000 }), (days) => {
      const day = addDays(localDate('1920-01-01'), days)
      const [lunar, next] = [lunarDayOf(day), lunarDayOf(addDays(day, 1))]
      expect(next.day === lunar.day + 1 || (next.day === 1 && lunar.day >= 29)).toBe(true)
      expect(lunar.day).toBeLessThanOrEqual(30)
      const first = firstOfLunarMonth(lunar.year, lunar.month, lunar.isLeap)
      expect(first && addDays(first, lunar.day - 1)).toBe(day)
    }),
    { numRuns: 2000 },
  )
})

test('a leap month that is none has no first day', () => {
  expect(firstOfLunarMonth(2025, 6, true)).toBe('2025-07-25')
  expect(firstOfLunarMonth(2025, 5, true)).toBeNull()
  expect(firstOfLunarMonth(2026, 6, true)).toBeNull()
})
