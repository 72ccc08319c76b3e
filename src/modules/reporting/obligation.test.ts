import { expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { periodKey, quarterOf, rangeOf } from '#kernel/period.ts'
import { calendarOf } from '#kernel/working-days.ts'
import { dueNote, dueWord, endedCumulative, owedPeriods, punctuality, timingOf } from './obligation.ts'

test.each([
  ['2026-11-22', ['2026-9-thang', '2026-6-thang', '2025']],
  ['2026-10-01', ['2026-9-thang', '2026-6-thang', '2025']],
  ['2026-09-30', ['2026-6-thang', '2025', '2025-9-thang']],
  ['2026-06-30', ['2025', '2025-9-thang', '2025-6-thang']],
  ['2027-01-01', ['2026', '2026-9-thang', '2026-6-thang']],
])('on %s the periods counted from 1 January that ended last are %j', (today, keys) => {
  expect(endedCumulative(localDate(today)).map(periodKey)).toEqual(keys)
})

test.each([
  [['quarter'], ['2026-q3', '2026-q2']],
  [
    ['quarter', 'year'],
    ['2026-q3', '2026-q2', '2025'],
  ],
  [
    ['quarter', 'half-year', 'nine-months', 'year'],
    ['2026-q3', '2026-9-thang', '2026-q2', '2026-6-thang', '2025'],
  ],
  [['nine-months'], ['2026-9-thang']],
  [['month'], ['2026-t10', '2026-t09']],
  [['quarter-15'], ['2026-q3-n15', '2026-q2-n15']],
  [
    ['month-15', 'half-year-15', 'year-15'],
    ['2026-t11-n15', '2026-t10-n15', '2026-6-thang-n15', '2025-n15'],
  ],
  [[], []],
] as const)('a unit whose template is owed for %j is reminded of %j', (owedFor, keys) => {
  expect(owedPeriods(localDate('2026-11-22'), owedFor).map(periodKey)).toEqual(keys)
})

const holiday = (day: string, name: string, official = true) => ({
  day: localDate(day),
  kind: 'off' as const,
  name,
  basis: 'thông báo thử',
  official,
})
const calendar = calendarOf([
  holiday('2026-01-01', 'Tết Dương lịch'),
  holiday('2026-11-24', 'Ngày Văn hóa Việt Nam'),
  holiday('2027-01-01', 'Tết Dương lịch', false),
])
const days = 10

test.each([
  ['2026-10-05', 'Còn 5 ngày làm việc (hạn thứ Hai 12/10/2026)'],
  ['2026-10-09', 'Còn 1 ngày làm việc (hạn thứ Hai 12/10/2026)'],
  ['2026-10-11', 'Còn 1 ngày làm việc (hạn thứ Hai 12/10/2026)'],
  ['2026-10-12', 'Hạn hôm nay, thứ Hai 12/10/2026'],
  ['2026-10-15', 'Quá 3 ngày (hạn thứ Hai 12/10/2026)'],
])('on %s the report of the third quarter says: %s', (today, word) => {
  const timing = timingOf(quarterOf(2026, 3), days, localDate(today), calendar)
  expect(dueWord(timing)).toBe(word)
  expect(dueNote(timing)).toBe('Hạn chuyển sang thứ Hai 12/10/2026 vì thứ Bảy 10/10/2026 là ngày nghỉ cuối tuần.')
})

test('a holiday is called by its name', () => {
  const period = rangeOf(localDate('2026-11-01'), localDate('2026-11-14'))
  if (!period) throw new Error('no period')
  const timing = timingOf(period, days, localDate('2026-11-20'), calendar)
  expect(timing).toMatchObject({ due: '2026-11-25', workingDaysLeft: 2, calendar: 'official' })
  expect(dueNote(timing)).toBe(
    'Hạn chuyển sang thứ Tư 25/11/2026 vì thứ Ba 24/11/2026 là ngày nghỉ (Ngày Văn hóa Việt Nam).',
  )
})

test('a due day that is a working day needs no sentence', () => {
  expect(dueNote(timingOf(quarterOf(2026, 2), 9, localDate('2026-07-01'), calendar))).toBeNull()
})

test('a year that is only estimated is said to be so', () => {
  const timing = timingOf(quarterOf(2026, 4), days, localDate('2026-12-20'), calendar)
  expect(timing).toMatchObject({
    ...{ due: '2027-01-11', calendar: 'estimate' },
    estimated: [{ year: 2027, confirmed: false }],
  })
  expect(dueWord(timing)).toContain('(hạn thứ Hai 11/1/2027, tính theo lịch ước tính 2027)')
  expect(dueNote(timing)).toContain('Lịch nghỉ năm 2027 còn là ước tính')
  expect(dueNote(timing)).toContain('hạn có thể đổi')
})

test('an estimate that was confirmed for now is still said to be one, and by whom it is let', () => {
  const confirmed = calendarOf([...calendar.days.values()], new Set([2027]))
  const timing = timingOf(quarterOf(2026, 4), days, localDate('2026-12-20'), confirmed)
  expect(timing).toMatchObject({ calendar: 'estimate', estimated: [{ year: 2027, confirmed: true }] })
  expect(dueNote(timing)).toContain('đã xác nhận dùng tạm')
})

test('a count within an announced year names no estimate, though the next year is one', () => {
  expect(timingOf(quarterOf(2026, 3), days, localDate('2026-10-05'), calendar).estimated).toEqual([])
})

test('the report of the third quarter to the 14th is due ten days after that day', () => {
  const [quarter] = owedPeriods(localDate('2026-09-16'), ['quarter-15'])
  expect(quarter).toEqual({ regime: 'quarter-15', from: '2026-06-15', to: '2026-09-14' })
  expect(quarter && timingOf(quarter, days, localDate('2026-09-16'), calendar).due).toBe('2026-09-24')
})

test('without a calendar of that year the counted day stands, in plain days, and says so', () => {
  const timing = timingOf(quarterOf(2029, 1), days, localDate('2029-04-01'), calendar)
  expect(timing).toEqual({
    due: '2029-04-10',
    daysLeft: 9,
    workingDaysLeft: null,
    movedFrom: null,
    calendar: 'not-known',
    estimated: [],
  })
  expect(dueWord(timing)).toBe('Còn 9 ngày (hạn thứ Ba 10/4/2029)')
  expect(dueNote(timing)).toContain('Chưa có lịch nghỉ')
})

test('handing in on the day it moved to is in time', () => {
  const { due } = timingOf(quarterOf(2026, 3), days, localDate('2026-10-12'), calendar)
  expect(punctuality(localDate('2026-10-12'), due)).toBe('nộp đúng hạn 12/10/2026')
  expect(punctuality(localDate('2026-10-13'), due)).toBe('nộp muộn 1 ngày (hạn 12/10/2026)')
})
