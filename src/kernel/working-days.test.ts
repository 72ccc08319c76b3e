import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { namedCells, readCsv } from './csv.ts'
import { addDays, formatDayOfWeek, localDate, weekdayOf } from './local-date.ts'
import {
  addWorkingDays,
  calendarOf,
  dayKinds,
  endOfCalendarClock,
  estimatedYears,
  isWorkingDay,
  legally,
  workingDaysBetween,
  type CalendarDay,
} from './working-days.ts'

const csv = readCsv('calendar_day.csv', readFileSync('db/reference/calendar_day.csv', 'utf8'))
const days = csv.rows.map((row): CalendarDay => {
  const cell = namedCells(csv, row)
  const kind = dayKinds.find((one) => one === cell('kind'))
  if (!kind) throw new Error(`no such kind: ${cell('kind')}`)
  return {
    day: localDate(cell('day')),
    kind,
    name: cell('name'),
    basis: cell('basis'),
    official: cell('official') === 'true',
  }
})
const calendar = calendarOf(days)
const exact = <Value>(value: Value) => ({ known: true, value, estimate: false })

describe('the golden cases', () => {
  test.each([
    ['thứ Năm 1/2/2024', '2024-02-01', 5, '2024-02-15'],
    ['thứ Hai 9/2/2026', '2026-02-09', 5, '2026-02-23'],
    ['thứ Sáu 9/1/2026', '2026-01-09', 1, '2026-01-10'],
    ['thứ Sáu 20/11/2026', '2026-11-20', 3, '2026-11-26'],
    ['thứ Sáu 20/11/2026', '2026-11-20', 1, '2026-11-23'],
    ['thứ Sáu 20/11/2026', '2026-11-20', 2, '2026-11-25'],
    ['thứ Sáu 24/4/2026', '2026-04-24', 1, '2026-04-28'],
    ['thứ Sáu 21/8/2026', '2026-08-21', 1, '2026-08-22'],
    ['thứ Sáu 28/8/2026', '2026-08-28', 1, '2026-09-03'],
    ['thứ Sáu 25/4/2025', '2025-04-25', 1, '2025-04-26'],
    ['Chủ nhật 22/11/2026', '2026-11-22', 0, '2026-11-22'],
  ])('counted from %s, the day itself left out: %s + %i working days is %s', (said, from, count, end) => {
    expect(formatDayOfWeek(localDate(from))).toBe(said)
    expect(addWorkingDays(calendar, localDate(from), count)).toEqual(exact(end))
  })

  test('five working days before Tết 2024 are told one by one', () => {
    const ends = [1, 2, 3, 4, 5].map((count) => addWorkingDays(calendar, localDate('2024-02-01'), count))
    expect(ends).toEqual(['2024-02-02', '2024-02-05', '2024-02-06', '2024-02-07', '2024-02-15'].map(exact))
  })

  test.each([
    ['2026-07-24', 30, '2026-08-23', '2026-08-24', { day: '2026-08-23', why: 'weekend' }],
    ['2026-04-01', 30, '2026-05-01', '2026-05-04', { day: '2026-05-01', why: 'notice', name: 'Ngày Quốc tế Lao động' }],
    ['2026-11-14', 10, '2026-11-24', '2026-11-25', { day: '2026-11-24', why: 'notice', name: 'Ngày Văn hóa Việt Nam' }],
    ['2025-12-31', 10, '2026-01-10', '2026-01-10', null],
    ['2026-09-30', 10, '2026-10-10', '2026-10-12', { day: '2026-10-10', why: 'weekend' }],
    ['2026-02-04', 10, '2026-02-14', '2026-02-23', { day: '2026-02-14', why: 'weekend' }],
  ])('%s + %i calendar days is %s, so %s', (from, count, nominal, day, because) => {
    expect(endOfCalendarClock(calendar, localDate(from), count)).toEqual(exact({ day, nominal, because }))
  })
})

describe('what nobody has announced', () => {
  test('is said to be unknown, not counted as if there were no holidays', () => {
    expect(isWorkingDay(calendar, localDate('2028-01-03'))).toEqual({ known: false, unknownYear: 2028 })
    expect(addWorkingDays(calendar, localDate('2027-12-31'), 1)).toEqual({ known: false, unknownYear: 2028 })
    expect(endOfCalendarClock(calendar, localDate('2022-12-20'), 10)).toEqual({ known: false, unknownYear: 2022 })
    expect(workingDaysBetween(calendar, localDate('2022-12-30'), localDate('2023-01-03'))).toMatchObject({
      known: false,
    })
  })

  test('a count that touches an estimated year says so, also when it only passes through', () => {
    expect(addWorkingDays(calendar, localDate('2026-12-31'), 1)).toEqual({
      known: true,
      value: '2027-01-04',
      estimate: true,
    })
    expect(addWorkingDays(calendar, localDate('2026-12-30'), 1)).toEqual(exact('2026-12-31'))
    expect(isWorkingDay(calendar, localDate('2027-02-08'))).toEqual({ known: true, value: false, estimate: true })
  })

  test('one row that is not official makes its year an estimate, wherever it stands', () => {
    const row = (day: string, official: boolean): CalendarDay => ({
      day: localDate(day),
      kind: 'off',
      name: 'nghỉ',
      basis: 'thử',
      official,
    })
    expect(calendarOf([row('2030-01-01', true), row('2030-05-01', false)]).years.get(2030)).toBe('estimate')
    expect(calendarOf([row('2030-01-01', false), row('2030-05-01', true)]).years.get(2030)).toBe('estimate')
  })

  test('a number of days that is none is a mistake of the program', () => {
    expect(() => addWorkingDays(calendar, localDate('2026-01-01'), -1)).toThrow(/-1/)
    expect(() => addWorkingDays(calendar, localDate('2026-01-01'), 1.5)).toThrow(/1\.5/)
  })
})

describe('for a legal deadline', () => {
  const confirmed = calendarOf(days, new Set([2027]))
  const inTen = (from: string) => (years: typeof calendar) => addWorkingDays(years, localDate(from), 10)

  test('an announced year answers as ever', () => {
    expect(legally(calendar, inTen('2026-11-20'))).toEqual({ lawful: true, value: '2026-12-07', estimate: false })
  })

  test('a count that touches an unofficial year is refused, with the year', () => {
    const refused = { lawful: false, because: 'unofficial-year', year: 2027 }
    expect(legally(calendar, inTen('2026-12-25'))).toEqual(refused)
    expect(legally(calendar, (years) => endOfCalendarClock(years, localDate('2026-12-31'), 1))).toEqual(refused)
    expect(legally(calendar, inTen('2029-01-05'))).toEqual({ lawful: false, because: 'unknown-year', year: 2029 })
  })

  test('once confirmed it answers, and still says that it is an estimate', () => {
    expect(legally(confirmed, inTen('2026-12-25'))).toEqual({ lawful: true, value: '2027-01-11', estimate: true })
    expect(confirmed.years.get(2027)).toBe('confirmed-estimate')
    expect(calendarOf(days, new Set([2026])).years.get(2026)).toBe('official')
  })

  test('the estimated years between two days are told', () => {
    expect(estimatedYears(calendar, localDate('2026-12-25'), localDate('2027-01-11'))).toEqual([
      { year: 2027, standing: 'estimate' },
    ])
    expect(estimatedYears(calendar, localDate('2026-01-01'), localDate('2026-12-31'))).toEqual([])
  })
})

describe('for any day of the announced years', () => {
  const anyDay = fc.integer({ min: 0, max: 1400 }).map((offset) => addDays(localDate('2023-01-01'), offset))

  test('adding and counting are one another’s inverse', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 40 }), (day, count) => {
        const end = addWorkingDays(calendar, day, count)
        expect(end.known).toBe(true)
        if (!end.known) return
        expect(workingDaysBetween(calendar, day, end.value)).toMatchObject({ known: true, value: count })
        expect(workingDaysBetween(calendar, end.value, day)).toMatchObject({ value: 0 - count })
        if (count > 0) expect(isWorkingDay(calendar, end.value)).toMatchObject({ value: true })
      }),
    )
  })

  test('a clock of calendar days ends on the first working day that is not before its last day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (day, count) => {
        const end = endOfCalendarClock(calendar, day, count)
        if (!end.known) throw new Error('unknown')
        expect(isWorkingDay(calendar, end.value.day)).toMatchObject({ value: true })
        expect(workingDaysBetween(calendar, addDays(end.value.nominal, -1), end.value.day)).toMatchObject({ value: 1 })
        expect(end.value.because === null).toBe(end.value.day === end.value.nominal)
      }),
    )
  })
})

test('the list holds weekdays that are off and Saturdays that are worked, each with its basis, in order', () => {
  for (const { day, kind, basis } of days) {
    expect([day, kind === 'worked-saturday']).toEqual([day, weekdayOf(day) > 5])
    expect(basis.length, day).toBeGreaterThan(10)
  }
  expect(days.map((one) => one.day)).toEqual(days.map((one) => one.day).toSorted())
  expect([...calendar.years]).toEqual([
    [2023, 'official'],
    [2024, 'official'],
    [2025, 'official'],
    [2026, 'official'],
    [2027, 'estimate'],
  ])
})
