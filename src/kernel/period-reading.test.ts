import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, localDate } from './local-date.ts'
import {
  monthOf,
  parsePeriod,
  parsePeriodKey,
  periodBetween,
  periodContaining,
  periodKey,
  periodName,
  periodOf,
  periodTitle,
  periodsWithin,
  predecessorOf,
  quarterOf,
  quartersWithin,
  rangeOf,
  ruledRegimes,
  samePeriodLastYear,
  successorOf,
  type Period,
  type PeriodBook,
  type RuledRegime,
} from './period.ts'
import { shippedRules } from './period-rule.ts'
import { fold } from './text.ts'

const book: PeriodBook = {
  rules: shippedRules,
  named: [
    { regime: 'term', name: 'nhiệm kỳ 2015-2020', from: localDate('2015-10-15'), to: localDate('2020-10-13') },
    { regime: 'term', name: 'nhiệm kỳ 2020-2025', from: localDate('2020-10-14'), to: localDate('2025-09-30') },
    {
      regime: 'campaign',
      name: 'đợt thi đua “90 ngày đêm” năm 2026',
      from: localDate('2026-03-03'),
      to: localDate('2026-05-31'),
    },
  ],
}
const tiling = ruledRegimes.filter((one) => !one.startsWith('nine-months'))

const anyDay = fc.integer({ min: 0, max: 72_000 }).map((days) => addDays(localDate('1902-01-01'), days))
const ruled = fc
  .record({ regime: fc.constantFrom(...ruledRegimes), year: fc.integer({ min: 1901, max: 2099 }), index: fc.nat(11) })
  .map(({ regime, year, index }) => periodOf(regime, year, index))
  .filter((period): period is Period => period !== null)
const sinceJanuary = anyDay.map((day) => periodBetween(localDate(`${day.slice(0, 4)}-01-01`), day, book))
const stages = fc
  .tuple(fc.integer({ min: 1901, max: 2080 }), fc.integer({ min: 1, max: 19 }))
  .map(([year, more]) => periodBetween(localDate(`${year}-01-01`), localDate(`${year + more}-12-31`), book))
const ranges = fc
  .tuple(anyDay, fc.nat(4000))
  .map(([from, days]) => periodBetween(from, addDays(from, days) > '2100-12-31' ? from : addDays(from, days), book))
const ofTerms = fc.oneof(
  fc.constantFrom(...book.named).map((one) => periodBetween(one.from, one.to, book)),
  fc.nat(1800).map((days) => periodBetween(localDate('2020-10-14'), addDays(localDate('2020-10-14'), days), book)),
)
const any = fc.oneof(ruled, sinceJanuary, stages, ranges, ofTerms)
const thousands = { numRuns: 3000 }

describe('printing and reading are inverse', () => {
  test('the sentence form, the heading and the address of any period read back as that period', () => {
    fc.assert(
      fc.property(any, (period) => {
        expect(parsePeriod(periodName(period, book), book)).toEqual(period)
        expect(parsePeriod(periodTitle(period, book), book)).toEqual(period)
        expect(parsePeriod(periodKey(period), book)).toEqual(period)
        const { from, to } = parsePeriodKey(periodKey(period)) ?? {}
        expect([from, to]).toEqual([period.from, period.to])
      }),
      thousands,
    )
  })

  test('so do they without diacritics, in capitals and decomposed', () => {
    fc.assert(
      fc.property(any, (period) => {
        const name = periodName(period, book)
        expect(parsePeriod(fold(name), book)).toEqual(period)
        expect(parsePeriod(` ${name.toUpperCase()} `, book)).toEqual(period)
        expect(parsePeriod(name.normalize('NFD').replace(/\//g, ' / '), book)).toEqual(period)
      }),
      thousands,
    )
  })

  test('no two periods have one name or one address', () => {
    fc.assert(
      fc.property(any, any, (one, other) => {
        const isSame = one.from === other.from && one.to === other.to
        expect(periodName(one, book) === periodName(other, book)).toBe(isSame)
        expect(periodKey(one) === periodKey(other)).toBe(isSame)
      }),
      thousands,
    )
  })
})

test.each([
  [quarterOf(2026, 3), 'quý III năm 2026', 'Quý III/2026', '2026-q3'],
  [monthOf(2026, 3), 'tháng 3/2026', 'Tháng 3/2026', '2026-t03'],
  [ruledPeriod('half-year', 2026, 1), '6 tháng cuối năm 2026', '6 tháng cuối năm 2026', '2026-6-thang-cuoi'],
  [ruledPeriod('nine-months', 2020, 0), '9 tháng đầu năm 2020', '9 tháng đầu năm 2020', '2020-9-thang'],
  [ruledPeriod('month-15', 2026, 2), ...both('tháng 3/2026 (từ 15/2/2026 đến 14/3/2026)'), '2026-t03-n15'],
  [
    ruledPeriod('quarter-15', 2026, 2),
    'quý III năm 2026 (từ 15/6/2026 đến 14/9/2026)',
    'Quý III/2026 (từ 15/6/2026 đến 14/9/2026)',
    '2026-q3-n15',
  ],
  [
    ruledPeriod('half-year-15', 2026, 0),
    ...both('6 tháng đầu năm 2026 (từ 15/12/2025 đến 14/6/2026)'),
    '2026-6-thang-n15',
  ],
  [
    ruledPeriod('nine-months-15', 2026, 0),
    ...both('9 tháng đầu năm 2026 (từ 15/12/2025 đến 14/9/2026)'),
    '2026-9-thang-n15',
  ],
  [ruledPeriod('year-15', 2026, 0), ...both('năm 2026 (từ 15/12/2025 đến 14/12/2026)'), '2026-n15'],
  [between('2019-01-01', '2022-12-31'), ...both('giai đoạn 2019-2022'), '2019-01-01_2022-12-31'],
  [between('2026-01-01', '2026-08-31'), ...both('8 tháng đầu năm 2026'), '2026-01-01_2026-08-31'],
  [between('2026-01-01', '2026-10-15'), ...both('từ đầu năm đến 15/10/2026'), '2026-01-01_2026-10-15'],
  [between('2020-10-14', '2025-09-30'), ...both('nhiệm kỳ 2020-2025'), '2020-10-14_2025-09-30'],
  [between('2020-10-14', '2023-03-31'), ...both('từ đầu nhiệm kỳ 2020-2025 đến 31/3/2023'), '2020-10-14_2023-03-31'],
  [between('2026-03-03', '2026-05-31'), ...both('đợt thi đua “90 ngày đêm” năm 2026'), '2026-03-03_2026-05-31'],
  [between('2019-01-01', '2022-10-13'), ...both('từ 1/1/2019 đến 13/10/2022'), '2019-01-01_2022-10-13'],
])('%j is “%s” in a sentence, “%s” as a heading and %s in an address', (period, name, title, key) => {
  expect([periodName(period, book), periodTitle(period, book), periodKey(period)]).toEqual([name, title, key])
})

test.each([
  ['quy 3 2020', '2020-q3'],
  ['Q3/2020', '2020-q3'],
  ['Q3.2020', '2020-q3'],
  ['III/2020', '2020-q3'],
  ['iii - 2020', '2020-q3'],
  ['Quý Ⅲ năm 2020', '2020-q3'],
  ['quý ba năm 2020', '2020-q3'],
  ['kỳ báo cáo quý IV/2020', '2020-q4'],
  ['2020-Q3', '2020-q3'],
  ['3 tháng đầu năm 2026', '2026-q1'],
  ['3 tháng cuối năm 2026', '2026-q4'],
  ['9T 2020', '2020-9-thang'],
  ['9 thang 2020', '2020-9-thang'],
  ['9T/2020', '2020-9-thang'],
  ['chín tháng đầu năm 2020', '2020-9-thang'],
  ['6t2026', '2026-6-thang'],
  ['sáu tháng cuối năm 2026', '2026-6-thang-cuoi'],
  ['nửa đầu năm 2026', '2026-6-thang'],
  ['thang 3-2026', '2026-t03'],
  ['T3/2026', '2026-t03'],
  ['03/2026', '2026-t03'],
  ['tháng 12 năm 2026', '2026-t12'],
  ['12 tháng năm 2026', '2026'],
  ['cả năm 2025', '2025'],
  ['2019-2022', '2019-01-01_2022-12-31'],
  ['2019 – 2022', '2019-01-01_2022-12-31'],
  ['từ năm 2019 đến năm 2022', '2019-01-01_2022-12-31'],
  ['1/1/2019 - 13/10/2022', '2019-01-01_2022-10-13'],
  ['từ ngày 1-1-2019 đến hết ngày 13-10-2022', '2019-01-01_2022-10-13'],
  ['1/4 - 30/9/2026', '2026-04-01_2026-09-30'],
  ['1/1/2026 đến 30/6/2026', '2026-6-thang'],
  ['từ đầu năm đến ngày 15/10/2026', '2026-01-01_2026-10-15'],
  ['quý III/2026 15-14', '2026-q3-n15'],
  ['tháng 1/2026 (15-14)', '2026-t01-n15'],
  ['nhiem ky 2020-2025', '2020-10-14_2025-09-30'],
])('“%s” is understood as %s', (text, key) => {
  const period = parsePeriod(text, book)
  expect(period && periodKey(period)).toBe(key)
})

test.each([
  '',
  'quý 5/2026',
  'tháng 13/2026',
  '13 tháng 2026',
  '0 tháng 2026',
  'quý III',
  '2022-2019',
  '13/10/2022 - 1/1/2019',
  '31/2/2026 - 1/3/2026',
  'quý III/1800',
  'nhiệm kỳ 2031-2036',
  // The days are those of another quarter than the name says.
  'quý III năm 2026 (từ 15/3/2026 đến 14/6/2026)',
  'giai đoạn 2019-2022 15-14',
  'hôm qua',
])('“%s” is not understood, and nothing is guessed', (text) => {
  expect(parsePeriod(text, book)).toBeNull()
})

describe('within a regime', () => {
  test.each(tiling)('%s: every day lies in exactly one period, without gap or overlap', (regime) => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const period = held(periodContaining(regime, day))
        expect(period.from <= day && day <= period.to).toBe(true)
        const [before, after] = [held(predecessorOf(period)), held(successorOf(period))]
        expect([addDays(before.to, 1), addDays(period.to, 1)]).toEqual([period.from, after.from])
        expect([held(successorOf(before)), held(predecessorOf(after))]).toEqual([period, period])
        expect([before.regime, after.regime]).toEqual([regime, regime])
      }),
      { numRuns: 1000 },
    )
  })

  test.each(['nine-months', 'nine-months-15'] as const)(
    '%s: one a year, which a day of its last months is not in',
    (regime) => {
      fc.assert(
        fc.property(anyDay, (day) => {
          const period = periodContaining(regime, day)
          const year = held(periodContaining(regime === 'nine-months' ? 'year' : 'year-15', day))
          const quarters = periodsWithin(year, regime === 'nine-months' ? 'quarter' : 'quarter-15')
          expect(period === null).toBe(day > held(quarters[2]).to)
          if (period) expect(quartersWithin(period)).toEqual(quarters.slice(0, 3))
        }),
      )
    },
  )

  test('what has a neighbour is the neighbour of its neighbour', () => {
    fc.assert(
      fc.property(any, (period) => {
        const before = predecessorOf(period, book)
        if (before) expect(successorOf(before, book)).toEqual(period)
        const after = successorOf(period, book)
        if (after) expect(predecessorOf(after, book)).toEqual(period)
      }),
      thousands,
    )
  })

  test('a longer period is made of the shorter ones of its regime', () => {
    const days = (periods: Period[]): string[] => periods.flatMap((one) => [one.from, one.to])
    for (const suffix of ['', '-15'] as const) {
      for (const [whole, part, count] of [
        ['year', 'month', 12],
        ['year', 'quarter', 4],
        ['year', 'half-year', 2],
        ['quarter', 'month', 3],
      ] as const) {
        fc.assert(
          fc.property(anyDay, (day) => {
            const outer = held(periodContaining(`${whole}${suffix}`, day))
            const inner = periodsWithin(outer, `${part}${suffix}`)
            expect(inner).toHaveLength(count)
            const ends = days(inner)
            expect([ends[0], ends.at(-1)]).toEqual([outer.from, outer.to])
          }),
        )
      }
    }
  })
})

test.each([
  ['2026-q3', '2025-q3'],
  ['2026-t02', '2025-t02'],
  ['2026-q3-n15', '2025-q3-n15'],
  ['2026-6-thang-cuoi', '2025-6-thang-cuoi'],
  ['2024-01-01_2024-02-29', '2023-01-01_2023-02-28'],
  ['2026-01-01_2026-08-31', '2025-01-01_2025-08-31'],
  ['2026-03-03_2026-05-31', '2025-03-03_2025-05-31'],
  ['2024-02-29_2024-03-15', '2023-02-28_2023-03-15'],
  ['2019-01-01_2022-12-31', null],
  ['2020-10-14_2025-09-30', null],
])('%s a year earlier is %s', (key, wanted) => {
  const found = samePeriodLastYear(held(parsePeriodKey(key)), book)
  expect(found && periodKey(found)).toBe(wanted)
})

test('terms follow one another by their days, stages by their length', () => {
  expect(predecessorOf(between('2020-10-14', '2025-09-30'), book)).toEqual(between('2015-10-15', '2020-10-13'))
  expect(predecessorOf(between('2015-10-15', '2020-10-13'), book)).toBeNull()
  expect(predecessorOf(between('2019-01-01', '2022-12-31'))).toEqual(between('2015-01-01', '2018-12-31'))
})

test('nothing lies before 1900 or after 2100', () => {
  expect(periodOf('year-15', 1900)).toBeNull()
  expect(predecessorOf(quarterOf(1900, 1))).toBeNull()
  expect(successorOf(quarterOf(2100, 4))).toBeNull()
  expect(quarterOf(2100, 4).to).toBe('2100-12-31')
  expect(rangeOf(localDate('1900-01-01'), localDate('1900-12-31'))?.regime).toBe('year')
})

function ruledPeriod(regime: RuledRegime, year: number, index: number): Period {
  return held(periodOf(regime, year, index))
}

function between(from: string, to: string): Period {
  return periodBetween(localDate(from), localDate(to), book)
}

function both(name: string): [string, string] {
  return [name, name.charAt(0).toUpperCase() + name.slice(1)]
}

function held(period: Period | null | undefined): Period {
  if (!period) throw new Error('There is such a period')
  return period
}
