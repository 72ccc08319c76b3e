import { expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { periodKey } from '#kernel/period.ts'
import { endedCumulative, owedPeriods } from './obligation.ts'

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
  [[], []],
] as const)('a unit whose template is owed for %j is reminded of %j', (owedFor, keys) => {
  expect(owedPeriods(localDate('2026-11-22'), owedFor).map(periodKey)).toEqual(keys)
})
