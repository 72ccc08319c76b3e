import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import { quarterOf, type Period } from '#kernel/period.ts'
import { periodsBefore } from '#modules/figures/checks-over-time.ts'
import { comparablePeriod, periodsCompared, stoodThrough } from './peer-period.ts'

const units = Array.from({ length: 30 }, () => newId<'Unit'>())
const [third, second, first] = [quarterOf(2026, 3), quarterOf(2026, 2), quarterOf(2026, 1)]
const published = (period: Period, count: number) => units.slice(0, count).map((unit) => ({ unit, period }))
const compared = periodsCompared(third, periodsBefore(third))

describe('the period that peers are compared in', () => {
  test('is this one and four of its kind before it', () => {
    expect(compared.map(({ from }) => from)).toEqual([
      ...['2026-07-01', '2026-04-01', '2026-01-01', '2025-10-01', '2025-07-01'],
    ])
  })

  test.each([
    ['this one once half of them have published', [...published(third, 15), ...published(second, 30)], third],
    ['the one before while fewer have', [...published(third, 14), ...published(second, 10)], second],
    ['the newest for which ten have', [...published(second, 9), ...published(first, 30)], first],
    ['none where nobody has', [], null],
    [
      'one unit that published twice is one',
      [...published(third, 14), ...published(third, 14), ...published(first, 12)],
      first,
    ],
  ])('%s', (_, given, period) => {
    expect(comparablePeriod(compared, given, 30)).toEqual(period)
  })

  test('of few units ten are needed all the same', () => {
    expect(comparablePeriod(compared, published(third, 9), 12)).toBeNull()
    expect(comparablePeriod(compared, published(third, 10), 12)).toEqual(third)
  })

  test('leaves out who was another unit at its beginning', () => {
    const [unit = newId<'Unit'>()] = units
    const since = (day: string) => new Map([[unit, localDate(day)]])
    expect(stoodThrough(since('2026-05-01'), unit, second)).toBe(false)
    expect(stoodThrough(since('2026-04-01'), unit, second)).toBe(true)
    expect(stoodThrough(since('2026-07-01'), unit, second)).toBe(true)
    expect(stoodThrough(new Map(), unit, second)).toBe(true)
  })
})
