import { describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { quarterOf } from '#kernel/period.ts'
import { quantity } from '#kernel/quantity.ts'
import { differenceText, noComparisonText, shareText } from './compare-labels.ts'
import {
  differenceBetween,
  growsByRate,
  isAddedOverUnits,
  isOverTheChange,
  shareOfWhole,
  type NoComparison,
} from './compare.ts'
import type { CubeCell } from './cube-answer.ts'
import type { Expression } from './expression.ts'
import type { IndicatorVersionId } from './indicator.ts'

const known = (amount: number, more: Partial<CubeCell> = {}): CubeCell => ({
  state: 'known',
  amount: quantity(amount),
  qualifier: 'exact',
  flag: 'exact',
  counted: 3,
  expected: 3,
  reason: null,
  version: 'F01@1' as IndicatorVersionId,
  ...more,
})
const absent = known(0, { state: 'absent', amount: null, counted: 0 })
const usual = { grows: true, isOverTheChange: false, isDefinedAnew: false }
const nameOf = (): string => 'Xã Đồi Chè'

describe('a difference', () => {
  test.each([
    ['more', known(100), known(112), 'tăng 12 (+12%)'],
    ['less', known(200), known(150), 'giảm 50 (-25%)'],
    ['the same', known(7), known(7), 'không đổi'],
    ['from nothing', known(0), known(5), 'tăng 5 (từ 0, không tính tỷ lệ)'],
  ])('is told: %s', (_, before, now, text) => {
    expect(differenceText(differenceBetween(before, now, usual), false)?.replace('−', '-')).toBe(text)
  })

  test('is told over two definitions that compare', () => {
    const now = known(112, { version: 'F01@2' as IndicatorVersionId })
    expect(differenceBetween(known(100), now, usual).kind).toBe('told')
  })

  test('of percentages is told in points, without a rate', () => {
    const difference = differenceBetween(known(97.5), known(98.2), { ...usual, grows: false })
    expect(differenceText(difference, true)).toBe('tăng 0,7 điểm phần trăm')
  })

  test.each<[string, CubeCell, CubeCell, Partial<typeof usual>, NoComparison['why']]>([
    ['of a number that nobody gave', absent, known(5), {}, 'no-figure'],
    ['of a period without a number', known(5), absent, {}, 'no-figure'],
    ['of a number that is not of all', known(5), known(5, { counted: 2 }), {}, 'incomplete'],
    ['of a rounded number', known(5, { qualifier: 'over' }), known(6), {}, 'rounded'],
    ['of an estimate', known(5), known(6, { qualifier: 'estimate' }), {}, 'rounded'],
    ['over a break of the series', known(5), known(6), { isDefinedAnew: true }, 'definition-changed'],
    ['over 1 July 2025 as reported', known(5), known(6), { isOverTheChange: true }, 'another-map'],
    [
      'of a number that is none on this map',
      known(0, { state: 'not-comparable', amount: null, reason: { why: 'not-additive' } }),
      known(6),
      {},
      'not-comparable',
    ],
    [
      'of a division by zero',
      known(5),
      known(0, { state: 'undefined', amount: null, reason: { why: 'divided-by-zero' } }),
      {},
      'not-comparable',
    ],
  ])('is refused with a sentence: %s', (_, before, now, about, why) => {
    const difference = differenceBetween(before, now, { ...usual, ...about })
    if (difference.kind === 'told') throw new Error('It was told')
    expect(difference.reason.why).toBe(why)
    expect(noComparisonText(difference.reason, nameOf)).toMatch(/^Không so được.*\.$/u)
  })

  test('is apportioned where one side is', () => {
    expect(differenceBetween(known(5, { flag: 'apportioned' }), known(6), usual)).toMatchObject({ flag: 'apportioned' })
  })
})

test('the two sides of 1 July 2025 are two maps only as reported', () => {
  const [before, now] = [quarterOf(2025, 2), quarterOf(2025, 3)]
  expect(isOverTheChange({ kind: 'reported' }, before, now)).toBe(true)
  expect(isOverTheChange({ kind: 'day', day: localDate('2026-01-01') }, before, now)).toBe(false)
  expect(isOverTheChange({ kind: 'reported' }, now, quarterOf(2026, 3))).toBe(false)
  expect(isOverTheChange({ kind: 'reported' }, quarterOf(2024, 2), before)).toBe(false)
})

describe('a share of the whole', () => {
  test('is told of what is added over units', () => {
    expect(shareText(shareOfWhole(known(1), known(8), true), 'Tỉnh Ví Dụ')).toBe('12,5% của Tỉnh Ví Dụ')
  })

  test.each<[string, CubeCell, CubeCell, boolean, NoComparison['why']]>([
    ['of a ratio', known(1), known(8), false, 'no-shares'],
    ['in a whole that is not known in full', known(1), known(8, { counted: 1 }), true, 'incomplete'],
    ['in nothing', known(0), known(0), true, 'whole-is-zero'],
    ['of nothing known', absent, known(8), true, 'no-figure'],
    ['in a rounded whole', known(1), known(8, { qualifier: 'about' }), true, 'rounded'],
  ])('is refused: %s', (_, part, whole, isAdded, why) => {
    const share = shareOfWhole(part, whole, isAdded)
    expect(share.kind === 'none' && share.reason.why).toBe(why)
    expect(share.kind === 'none' && noComparisonText(share.reason, nameOf)).toMatch(/\.$/)
  })
})

describe('what a measure may be compared by', () => {
  const cell = (code: string): Expression => ({ kind: 'cell', cell: { code, dimension: '' } })
  const indicators = new Map([
    ['F01', { nature: 'flow' as const, overTerritory: 'sum' as const }],
    ['B06', { nature: 'stock' as const, overTerritory: 'sum' as const }],
    ['B99', { nature: 'change' as const, overTerritory: 'sum' as const }],
    ['F10', { nature: 'ratio' as const, overTerritory: 'none' as const }],
  ])
  test.each<[string, Expression, boolean, boolean]>([
    ['a flow', cell('F01'), true, true],
    ['a sum of flows', { kind: 'sum', of: [cell('F01'), cell('B06')] }, true, true],
    ['a change', cell('B99'), false, false],
    ['a share', cell('F10'), false, false],
    ['a ratio', { kind: 'ratio', numerator: cell('F01'), denominator: cell('B06'), factor: 100 }, false, false],
    ['a difference', { kind: 'difference', from: cell('F01'), take: cell('B06') }, false, false],
    ['what nobody knows', cell('Z99'), false, false],
  ])('%s', (_, expression, grows, added) => {
    expect([growsByRate({ expression }, indicators), isAddedOverUnits({ expression }, indicators)]).toEqual([
      grows,
      added,
    ])
  })
})
