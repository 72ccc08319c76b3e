import { describe, expect, test } from 'vitest'
import type { Qualifier } from '#kernel/numerals.ts'
import { halfYearOf, monthOf, nineMonthsOf, periodKey, quarterOf, yearOf } from '#kernel/period.ts'
import { quantity } from '#kernel/quantity.ts'
import type { CubeCell } from './cube-answer.ts'
import { reachedSentence, stateWords } from './reached-sentence.ts'
import { againstTarget, type SoFar } from './reached.ts'
import { targetRefusalText } from './target-labels.ts'
import { partsOfPeriod, progressOf, type PartCells } from './target-progress.ts'
import { readTarget, usualAim, type TargetAim } from './target.ts'

const count = { numeral: 'count', unitOfCount: 'mô hình' } as const
const percent = { numeral: 'percent', unitOfCount: '%' } as const

function known(amount: number | string, qualifier: Qualifier = 'exact', more: Partial<CubeCell> = {}): CubeCell {
  const base = { state: 'known' as const, amount: quantity(amount), qualifier, flag: 'exact' as const }
  return { ...base, counted: 1, expected: 1, reason: null, version: null, ...more }
}

function absent(more: Partial<CubeCell> = {}): CubeCell {
  return { ...known(0), state: 'absent', amount: null, counted: 0, ...more }
}

function target(aim: TargetAim, amount: number | string) {
  return { aim, amount: quantity(amount) }
}

describe('a number against its target', () => {
  test.each<[TargetAim, number, Qualifier, string]>([
    ['at-least', 400, 'exact', 'met'],
    ['at-least', 399, 'exact', 'missed'],
    ['at-least', 400, 'over', 'met'],
    ['at-least', 399, 'over', 'unclear'],
    ['at-least', 400, 'under', 'missed'],
    ['at-least', 401, 'under', 'unclear'],
    ['at-least', 900, 'about', 'unclear'],
    ['at-least', 400, 'estimate', 'met'],
    ['at-most', 400, 'exact', 'met'],
    ['at-most', 401, 'exact', 'missed'],
    ['at-most', 400, 'over', 'missed'],
    ['at-most', 399, 'over', 'unclear'],
    ['at-most', 400, 'under', 'met'],
    ['at-most', 401, 'under', 'unclear'],
    ['exactly', 400, 'exact', 'met'],
    ['exactly', 401, 'exact', 'missed'],
    ['exactly', 400, 'over', 'missed'],
    ['exactly', 390, 'over', 'unclear'],
    ['exactly', 400, 'under', 'missed'],
    ['exactly', 410, 'under', 'unclear'],
  ])('%s 400 with %d (%s): %s', (aim, amount, qualifier, state) => {
    expect(againstTarget(target(aim, 400), known(amount, qualifier)).state).toBe(state)
  })

  const half: SoFar = { given: 2, of: 4, part: 'quarter', onlyGrows: true, upTo: halfYearOf(2026).to }

  test.each<[TargetAim, number, boolean, string]>([
    ['at-least', 400, true, 'met'],
    ['at-least', 399, true, 'under-way'],
    ['at-most', 401, true, 'missed'],
    ['at-most', 10, true, 'under-way'],
    ['exactly', 401, true, 'missed'],
    ['exactly', 400, true, 'under-way'],
    ['at-least', 500, false, 'under-way'],
    ['at-most', 500, false, 'under-way'],
  ])('half of the period: %s 400 with %d, only grows %s: %s', (aim, amount, onlyGrows, state) => {
    expect(againstTarget(target(aim, 400), known(amount), { ...half, onlyGrows }).state).toBe(state)
  })

  test('a stock above its most is told so before the period is over: it may still come down', () => {
    const limit = target('at-most', 10)
    const above = againstTarget(limit, known(84), { ...half, onlyGrows: false })
    expect(stateWords(limit, above)).toBe('Đang vượt mức')
    expect(stateWords(limit, { ...above, amount: known(10).amount })).toBe('Đang thực hiện')
  })

  test('units that are still out leave it open, as a part of the period does', () => {
    const some = known(350, 'exact', { counted: 80, expected: 124 })
    expect(againstTarget(target('at-least', 400), some).state).toBe('under-way')
  })

  test('a target of nothing has no share, and is met by nothing', () => {
    const reached = againstTarget(target('at-most', 0), known(0))
    expect([reached.state, reached.share]).toEqual(['met', null])
  })

  test.each<[string, CubeCell]>([
    ['Chưa có số.', absent()],
    ['Không áp dụng.', absent({ state: 'not-applicable' })],
    ['Không so sánh được.', absent({ state: 'not-comparable' })],
    ['Không xác định: mẫu số bằng 0.', absent({ state: 'undefined', reason: { why: 'divided-by-zero' } })],
    ['Ông/bà không được xem số này.', absent({ reason: { why: 'may-not-see' } })],
    ['Chưa có số của cả kỳ; chỉ tiêu này không cộng từ các kỳ ngắn hơn.', absent({ reason: { why: 'not-over-time' } })],
  ])('without a number: %s', (sentence, cell) => {
    expect(reachedSentence(target('at-least', 400), againstTarget(target('at-least', 400), cell), count)).toBe(sentence)
  })

  test.each<[string, TargetAim, CubeCell, SoFar | null]>([
    ['Đạt: 412 so với ít nhất 400 mô hình (103%).', 'at-least', known(412), null],
    ['Chưa đạt: 350 so với ít nhất 400 mô hình (87,5%).', 'at-least', known(350), null],
    ['Vượt mức: 425 so với không quá 400 mô hình (106,3%).', 'at-most', known(425), null],
    ['Trong mức: 100 so với không quá 400 mô hình (25%).', 'at-most', known(100), null],
    ['Chưa đúng mức: 425 so với đúng 400 mô hình (106,3%).', 'exactly', known(425), null],
    ['Chưa kết luận được: trên 350 so với ít nhất 400 mô hình (87,5%).', 'at-least', known(350, 'over'), null],
    [
      'Đang thực hiện: 210 so với ít nhất 400 mô hình (52,5%); mới có 2 trên 4 quý.',
      'at-least',
      known(210),
      { ...half },
    ],
    [
      'Đang thực hiện: 210 so với ít nhất 400 mô hình (52,5%); số đến 30/6/2026.',
      'at-least',
      known(210),
      { ...half, onlyGrows: false },
    ],
    [
      'Đang thực hiện: 210 so với ít nhất 400 mô hình (52,5%); mới có 80 trên 124 đơn vị.',
      'at-least',
      known(210, 'exact', { counted: 80, expected: 124 }),
      null,
    ],
  ])('%s', (sentence, aim, cell, soFar) => {
    expect(reachedSentence(target(aim, 400), againstTarget(target(aim, 400), cell, soFar), count)).toBe(sentence)
  })

  test('a percentage is told in points, not in a share of the share', () => {
    const goal = target('at-least', 90)
    expect(reachedSentence(goal, againstTarget(goal, known('85.5')), percent)).toBe(
      'Chưa đạt: 85,5% so với ít nhất 90%, thấp hơn 4,5 điểm phần trăm.',
    )
    expect(reachedSentence(goal, againstTarget(goal, known(90)), percent)).toBe('Đạt: 90% so với ít nhất 90%.')
  })
})

describe('a number for as much of the period as there is', () => {
  const flow = { overTime: 'sum', nature: 'flow', numeral: 'count', denominatorKind: null } as const
  const missing = absent({ expected: 1, reason: { why: 'periods-missing', given: 2, of: 4, across: null } })
  const cells = (more: Partial<PartCells>): PartCells => ({
    ...{ whole: missing, parts: [absent(), absent(), absent(), absent()], cumulative: [absent(), absent()] },
    ...{ above: [], below: [] },
    ...more,
  })
  const year = partsOfPeriod(yearOf(2026))

  test('a year has four quarters, with six and nine months counted from its first day', () => {
    expect(year.periods.map(periodKey)).toEqual(['2026-q1', '2026-q2', '2026-q3', '2026-q4'])
    expect(year.cumulative.map(({ period, given }) => [periodKey(period), given])).toEqual([
      ['2026-6-thang', 2],
      ['2026-9-thang', 3],
    ])
    expect(partsOfPeriod(nineMonthsOf(2026)).cumulative.map(({ period }) => periodKey(period))).toEqual([
      '2026-6-thang',
    ])
    expect(partsOfPeriod(quarterOf(2026, 1))).toMatchObject({ part: 'month', cumulative: [] })
    expect(partsOfPeriod(quarterOf(2026, 1)).periods).toHaveLength(3)
    expect(partsOfPeriod(monthOf(2026, 1)).periods).toEqual([])
  })

  test('the number given for the whole stands before its parts', () => {
    const whole = known(90)
    expect(progressOf(flow, year, cells({ whole, parts: [known(1), known(2), known(3), known(4)] }))).toEqual({
      cell: whole,
      soFar: null,
    })
  })

  test('what flows is added up, hedges and all, whichever quarters came', () => {
    const { cell, soFar } = progressOf(flow, year, cells({ parts: [known(10), absent(), known(7, 'about'), absent()] }))
    expect(cell).toMatchObject({ state: 'known', amount: quantity(17), qualifier: 'about' })
    expect(soFar).toEqual({ given: 2, of: 4, part: 'quarter', onlyGrows: true, upTo: '2026-09-30' })
  })

  test('nine months counted from January stand for three quarters of which only one came', () => {
    const { cell, soFar } = progressOf(
      flow,
      year,
      cells({ parts: [known(10), absent(), absent(), known(5)], cumulative: [absent(), known(40)] }),
    )
    expect(cell.amount).toBe(quantity(45))
    expect(soFar).toMatchObject({ given: 4, of: 4 })
  })

  test('of a stock the newest day holds, and nothing is added', () => {
    const stock = { ...flow, overTime: 'last', nature: 'stock' } as const
    const { cell, soFar } = progressOf(stock, year, cells({ parts: [known(10), known(12), absent(), absent()] }))
    expect([cell.amount, soFar?.upTo, soFar?.onlyGrows]).toEqual([quantity(12), '2026-06-30', false])
  })

  test('a share is the sum of the parts that gave both, divided last', () => {
    const share = { ...flow, overTime: 'ratio-of-sums', nature: 'ratio', numeral: 'percent' } as const
    const { cell, soFar } = progressOf(
      share,
      year,
      cells({
        parts: [known(50), known(100), known(75), absent()],
        above: [known(1), known(9), known(5), absent()],
        below: [known(2), known(9), absent(), known(100)],
      }),
    )
    expect([cell.amount, soFar?.given]).toEqual([quantity('90.91'), 2])
  })

  test('a share over nothing is not determined', () => {
    const share = { ...flow, overTime: 'ratio-of-sums', nature: 'ratio', numeral: 'percent' } as const
    const { cell } = progressOf(share, year, cells({ above: [known(0)], below: [known(0)] }))
    expect([cell.state, cell.reason]).toEqual(['undefined', { why: 'divided-by-zero' }])
  })

  test('what is never put together waits for the number of the whole period', () => {
    const score = { ...flow, overTime: 'none', nature: 'score' } as const
    const { cell, soFar } = progressOf(score, year, cells({ parts: [known(80), absent(), absent(), absent()] }))
    expect([cell, soFar?.given]).toEqual([missing, 1])
  })
})

describe('a target as it is typed', () => {
  test.each([
    ['1.240', { kind: 'amount', amount: quantity(1240) }],
    ['0', { kind: 'amount', amount: quantity(0) }],
    ['', { kind: 'no-number' }],
    ['không áp dụng', { kind: 'no-number' }],
    ['trên 400', { kind: 'hedged' }],
    ['ít nhất 400', { kind: 'hedged' }],
  ])('%s', (text, reading) => {
    expect(readTarget(text, 'count')).toEqual(reading)
  })

  test('what can be read in two ways is asked about', () => {
    expect(readTarget('12,34', 'count').kind).toBe('asked')
  })

  test('less of what is bad is not to be passed; all else is to be come to', () => {
    expect(usualAim({ direction: 'less-is-better' })).toBe('at-most')
    expect(usualAim({ direction: 'more-is-better' })).toBe('at-least')
    expect(usualAim({ direction: 'context' })).toBe('at-least')
  })
})

test('what was typed as a target and is no number is asked for as one number, without a hedge', () => {
  const text = targetRefusalText({ code: 'amount-unclear', doubt: 'not-how-many', candidates: [], numeral: 'count' })
  expect(text).toContain('đúng một số')
  expect(text).not.toContain('khoảng')
})
