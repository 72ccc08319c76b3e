import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quantity } from '#kernel/quantity.ts'
import { formatValue } from './figure.ts'
import { parseCellKey, type Indicator, type IndicatorVersionId } from './indicator.ts'
import { rollUp, type CellSum, type RollUpLine } from './rollup.ts'

function indicator(code: string, more: Partial<Indicator> = {}): Indicator {
  return {
    id: `${code}@1` as IndicatorVersionId,
    code,
    name: code,
    unitOfCount: 'hồ sơ',
    numeral: 'count',
    nature: 'flow',
    overTime: 'sum',
    overTerritory: 'sum',
    direction: 'context',
    sensitivity: 'public',
    numerator: [],
    denominator: [],
    denominatorKind: null,
    counts: '',
    ...more,
  }
}

const line = (key: string, more: Partial<Indicator> = {}): RollUpLine => {
  const { code, dimension } = parseCellKey(key)
  return { indicator: indicator(code, more), dimension }
}

type Units = { reported?: number; notApplicable?: number; notYetKnown?: number } & Partial<CellSum['hedged']>

function sum(key: string, amount: number | string, units: Units = { reported: 1 }): CellSum {
  const { reported = 0, notApplicable = 0, notYetKnown = 0, ...hedged } = units
  const cell = parseCellKey(key)
  return {
    cell,
    indicator: `${cell.code}@1` as IndicatorVersionId,
    amount: String(amount),
    unitsCounted: reported,
    unitsNotApplicable: notApplicable,
    unitsNotYetKnown: notYetKnown,
    hedged: { over: 0, about: 0, under: 0, estimate: 0, ...hedged },
  }
}

function rolled(key: string, sums: CellSum[], more: Partial<Indicator> = {}, ofKind: CellSum[] = []): string {
  const figure = rollUp([line(key, more)], sums, new Map([['commune', ofKind]])).get(key)
  return figure ? `${formatValue(figure.value, more.numeral)} / ${figure.unitsCounted}` : 'stays out'
}

describe('a sum with the number of units in it', () => {
  test.each<[string, CellSum[], string]>([
    ['counts are added exactly', [sum('F01', '43479.0000', { reported: 24 })], '43.479 / 24'],
    ['money keeps its decimals', [sum('F01', '1234.5678', { reported: 3 })], '1.234,5678 / 3'],
    ['a sum of nothing but zeros is zero', [sum('F01', 0, { reported: 2 })], '0 / 2'],
    [
      'whom it does not apply to adds nothing and is not counted',
      [sum('F01', 5, { reported: 1, notApplicable: 3 })],
      '5 / 1',
    ],
    ['who has no figure yet is not counted', [sum('F01', 5, { reported: 1, notYetKnown: 3 })], '5 / 1'],
    ['when it applies to nobody it does not apply', [sum('F01', 0, { notApplicable: 3 })], 'không áp dụng / 0'],
    [
      'when one has no figure yet it is not known',
      [sum('F01', 0, { notApplicable: 3, notYetKnown: 1 })],
      'chưa có số / 0',
    ],
    ['when nobody wrote anything it is not known, not zero', [], 'chưa có số / 0'],
    ['another cell is not this cell', [sum('F06', 9), sum('F01:collective', 9)], 'chưa có số / 0'],
  ])('%s', (_, sums, text) => {
    expect(rolled('F01', sums)).toBe(text)
  })

  test('a part is summed with its part', () => {
    expect(rolled('K01:collective', [sum('K01', 15), sum('K01:collective', 5), sum('K01:individual', 10)])).toBe(
      '5 / 1',
    )
  })

  test('a change keeps its sign', () => {
    expect(rolled('I03', [sum('I03', 8, { reported: 24 })], { numeral: 'change', nature: 'change' })).toBe('+8 / 24')
    expect(rolled('I03', [sum('I03', -3, { reported: 2 })], { numeral: 'change', nature: 'change' })).toBe('−3 / 2')
  })

  test('what may not be summed over territory stays out', () => {
    expect(rolled('F13', [sum('F13', 266, { reported: 24 })], { overTerritory: 'none' })).toBe('stays out')
  })
})

describe('a sum is as sure as its least sure part', () => {
  test.each<[Units, string]>([
    [{ reported: 3 }, '500 / 3'],
    [{ reported: 3, over: 1 }, 'trên 500 / 3'],
    [{ reported: 3, under: 3 }, 'dưới 500 / 3'],
    [{ reported: 3, about: 1 }, 'khoảng 500 / 3'],
    [{ reported: 3, estimate: 1 }, 'ước 500 / 3'],
    [{ reported: 3, over: 1, under: 1 }, 'khoảng 500 / 3'],
    [{ reported: 3, over: 2, estimate: 1 }, 'khoảng 500 / 3'],
    [{ reported: 3, about: 1, under: 1 }, 'khoảng 500 / 3'],
  ])('%j: %s', (units, text) => {
    expect(rolled('F01', [sum('F01', 500, units)])).toBe(text)
  })
})

describe('a ratio is the ratio of sums, never the average of ratios', () => {
  const onTime: Partial<Indicator> = {
    numeral: 'percent',
    nature: 'ratio',
    overTerritory: 'ratio-of-sums',
    numerator: ['F05', 'F06'],
    denominator: ['F05', 'F06', 'F07'],
  }

  test('90 of 100 and 1 of 10 are 82,73 %, not the 50 % between 90 % and 10 %', () => {
    // Commune 1: 50 + 40 of 100. Commune 2: 0 + 1 of 10.
    const sums = [sum('F05', 50, { reported: 2 }), sum('F06', 41, { reported: 2 }), sum('F07', 19, { reported: 2 })]
    expect(rolled('F10', sums, onTime)).toBe('82,73 / 2')
  })

  test('Q24: whatever communes report, the rate of the province is Σ numerators / Σ denominators, between the least and the most', () => {
    const commune = fc.record({ settled: fc.integer({ min: 1, max: 5000 }), share: fc.integer({ min: 0, max: 100 }) })
    fc.assert(
      fc.property(fc.array(commune, { minLength: 1, maxLength: 100 }), (communes) => {
        const rows = communes.map(({ settled, share }) => {
          const onTimeHere = Math.floor((settled * share) / 100)
          return { onTime: onTimeHere, late: settled - onTimeHere }
        })
        const onTimeSum = rows.reduce((all, row) => all + row.onTime, 0)
        const lateSum = rows.reduce((all, row) => all + row.late, 0)
        const units = { reported: rows.length }
        const value = rollUp(
          [line('F10', onTime)],
          [sum('F05', 0, units), sum('F06', onTimeSum, units), sum('F07', lateSum, units)],
          new Map(),
        ).get('F10')?.value
        const rate = value?.state === 'reported' ? Number(value.amount) / 10_000 : 0
        const rates = rows.map((row) => (row.onTime * 100) / (row.onTime + row.late))
        expect(Math.abs(rate - (onTimeSum * 100) / (onTimeSum + lateSum))).toBeLessThanOrEqual(0.00501)
        expect(rate).toBeGreaterThanOrEqual(Math.min(...rates) - 0.005)
        expect(rate).toBeLessThanOrEqual(Math.max(...rates) + 0.005)
      }),
    )
  })

  test('Q24: a percentage whose numbers nobody gave stays out of the sum: percentages are not averaged', () => {
    const typed = [sum('A06', 180, { reported: 2 })]
    expect(rolled('A06', typed, { numeral: 'percent', nature: 'ratio', overTerritory: 'none' })).toBe('stays out')
    expect(rolled('F10', [sum('F10', 180, { reported: 2 })], onTime)).toBe('chưa có số / 0')
  })

  test('it is not known while a numerator or a denominator is missing, or nothing divides it', () => {
    expect(rolled('F10', [sum('F05', 50), sum('F06', 40)], onTime)).toBe('chưa có số / 0')
    expect(rolled('F10', [sum('F06', 40), sum('F07', 10)], onTime)).toBe('chưa có số / 0')
    expect(rolled('F10', [sum('F05', 0), sum('F06', 0), sum('F07', 0)], onTime)).toBe('chưa có số / 0')
    expect(rolled('F10', [sum('F05', 0, { notYetKnown: 2 }), sum('F06', 4), sum('F07', 1)], onTime)).toBe(
      'chưa có số / 0',
    )
  })

  test('none of many is zero', () => {
    expect(rolled('F10', [sum('F05', 0), sum('F06', 0), sum('F07', 9)], onTime)).toBe('0 / 1')
  })

  test.each<[Units, Units, string]>([
    [{ over: 1 }, {}, 'trên 50'],
    [{}, { over: 1 }, 'khoảng 50'],
    [{}, { estimate: 1 }, 'ước 50'],
    [{ estimate: 1 }, { estimate: 1 }, 'ước 50'],
    [{ over: 1 }, { under: 1 }, 'khoảng 50'],
  ])('hedged %j over %j: %s', (above, below, text) => {
    const share: Partial<Indicator> = { ...onTime, numerator: ['B13'], denominator: ['B01'] }
    const sums = [sum('B13', 5, { reported: 1, ...above }), sum('B01', 10, { reported: 1, ...below })]
    expect(rolled('B14', sums, share)).toBe(`${text} / 1`)
  })
})

describe('an average per xã divides by the xã that gave its total', () => {
  const perCommune: Partial<Indicator> = {
    numeral: 'decimal',
    nature: 'ratio',
    overTerritory: 'ratio-of-sums',
    numerator: ['I01'],
    denominatorKind: 'commune',
  }

  test('378 criteria of 24 xã are 15,75, whatever two wards wrote', () => {
    const all = [sum('I01', 378, { reported: 26 })]
    expect(rolled('I02', all, perCommune, [sum('I01', 378, { reported: 24 })])).toBe('15,75 / 24')
  })

  test('an estimated total makes an estimated average', () => {
    expect(rolled('I02', [], perCommune, [sum('I01', 378, { reported: 24, estimate: 24 })])).toBe('ước 15,75 / 24')
  })

  test('without a xã there is no average', () => {
    expect(rolled('I02', [sum('I01', 0, { reported: 2 })], perCommune)).toBe('chưa có số / 0')
    expect(rolled('I02', [], perCommune, [sum('I01', 0, { notYetKnown: 2 })])).toBe('chưa có số / 0')
  })
})

test('a sum that the database could not have written is a bug, not a figure', () => {
  expect(() => rolled('F01', [sum('F01', 'NaN')])).toThrow('Not a sum: NaN')
  expect(rolled('F01', [sum('F01', String(quantity(12) / 10_000n))])).toBe('12 / 1')
})
