import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { namedCells, readCsv } from './csv.ts'
import { estimateYear } from './holidays.ts'
import { weekdayOf } from './local-date.ts'

const csv = readCsv('calendar_day.csv', readFileSync('db/reference/calendar_day.csv', 'utf8'))
const announced = csv.rows.map((row) => {
  const cell = namedCells(csv, row)
  return { year: Number(cell('year')), day: cell('day'), kind: cell('kind'), name: cell('name'), basis: cell('basis') }
})

describe('the law alone gives', () => {
  test.each([
    [2023, 2],
    [2024, 2],
    [2025, 2],
    [2026, 1],
  ] as const)('%i as it was announced, but for what was swapped', (year, daysBeforeTet) => {
    const wanted = announced.filter((one) => one.year === year && !/swap|worked/.test(one.kind))
    expect(estimateYear(year, daysBeforeTet).map(({ day }) => day)).toEqual(wanted.map(({ day }) => day))
    expect(estimateYear(year, daysBeforeTet).map(({ day, kind }) => [day, kind])).toEqual(
      wanted.map(({ day, kind }) => [day, kind]),
    )
  })

  test('2027 as the estimate that comes with the program has it, word for word', () => {
    const wanted = announced.filter((one) => one.year === 2027)
    expect(estimateYear(2027).map(({ day, kind, name, basis }) => ({ year: 2027, day, kind, name, basis }))).toEqual(
      wanted,
    )
  })

  test('2028: Tết on 26 January, Quốc khánh on a Saturday, 24 November on a Friday', () => {
    expect(estimateYear(2028).map(({ day, kind }) => `${day} ${kind}`)).toEqual([
      '2028-01-03 compensation',
      '2028-01-24 off',
      '2028-01-25 off',
      '2028-01-26 off',
      '2028-01-27 off',
      '2028-01-28 off',
      '2028-04-04 off',
      '2028-05-01 off',
      '2028-05-02 compensation',
      '2028-09-01 off',
      '2028-09-04 compensation',
      '2028-11-24 off',
    ])
  })
})

test.each(Array.from({ length: 40 }, (_, at) => 2020 + at))(
  '%i: every day is a weekday, once, and never official',
  (year) => {
    for (const before of [1, 2] as const) {
      const days = estimateYear(year, before)
      expect(days.every(({ day, official }) => weekdayOf(day) <= 5 && !official && day.startsWith(String(year)))).toBe(
        true,
      )
      expect(new Set(days.map(({ day }) => day)).size).toBe(days.length)
      // Eleven days of Điều 112 come back in full; the 24th of November only when it is a weekday.
      const culture = year >= 2026 && weekdayOf(`${year}-11-24` as (typeof days)[number]['day']) <= 5 ? 1 : 0
      expect(days).toHaveLength(11 + culture)
    }
  },
)
