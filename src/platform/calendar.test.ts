import { expect, test } from 'vitest'
import { useDatabase } from '../../tests/support/database.ts'
import { localDate } from '#kernel/local-date.ts'
import { addWorkingDays, isWorkingDay } from '#kernel/working-days.ts'
import { workingCalendar } from './calendar.ts'
import { inScope } from './database.ts'
import { loadReference } from './reference.ts'

const database = useDatabase()
const between = (from: string, to: string) =>
  inScope(database.db, { reach: 'public' }, (tx) =>
    workingCalendar(tx, localDate(from), localDate(to), { province: null, today: localDate(from) }),
  )

test('a count that rolls over the new year finds the next year’s days off', async () => {
  await loadReference(database.url)
  const calendar = await between('2025-12-20', '2025-12-31')
  expect([...calendar.years.keys()]).toEqual([2025, 2026])
  expect(addWorkingDays(calendar, localDate('2025-12-31'), 1)).toEqual({
    known: true,
    value: '2026-01-05',
    estimate: false,
  })
})

test('a year without a row is not known', async () => {
  expect(isWorkingDay(await between('2029-05-01', '2029-05-31'), localDate('2029-05-02'))).toEqual({
    known: false,
    unknownYear: 2029,
  })
})

test.each([
  ['2026-03-01', 'off', /weekday/],
  ['2026-03-02', 'worked-saturday', /weekday/],
  ['2026-03-02', 'feast', /kind/],
])('the table refuses %s as %s', async (day, kind, reason) => {
  await expect(
    database.asOwner(`insert into calendar_day values ($1, 2026, $2, 'thử', 'thử', true)`, [day, kind]),
  ).rejects.toThrow(reason)
})
