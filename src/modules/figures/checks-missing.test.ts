import { describe, expect, test } from 'vitest'
import { nineMonthsOf, quarterOf, type Period } from '#kernel/period.ts'
import { quantity } from '#kernel/quantity.ts'
import { isSkipped, type CheckInput } from './check-input.ts'
import { missingStrategies, type CheckRule } from './check-rule.ts'
import { houseRules } from '../../../tests/support/house-rules.ts'
import { checkFigures } from './checks.ts'
import { figure, type Figure } from './figure.ts'
import { parseCellKey } from './indicator.ts'

const at = parseCellKey

/** What a cell can say: a number, nothing, not applicable, not yet known, a rounded number. */
const states = { số: '5', không: '0', kad: 'không áp dụng', chưa: '', trên: 'trên 5' } as const
const names = Object.keys(states) as (keyof typeof states)[]

function told(rule: CheckRule, typed: Record<string, string>, more: Partial<CheckInput> = {}): string {
  const lines = Object.keys(typed).map((key) => ({
    ...{
      cell: at(key),
      numeral: 'count' as const,
      unitOfCount: 'hồ sơ',
      nature: 'flow' as const,
      overTime: 'sum' as const,
    },
  }))
  const figures = new Map<string, Figure>(Object.entries(typed).map(([key, raw]) => [key, figure(raw, 'count')]))
  const given = {
    period: quarterOf(2026, 3),
    lines,
    figures,
    earlier: null,
    history: [],
    divisor: null,
    peers: null,
    overUnits: new Map(),
    ...more,
  }
  return checkFigures(given, [rule])
    .map(({ verdict }) => ({ holds: 'khớp', fails: 'sai', asks: 'hỏi', 'not-computable': 'chưa' })[verdict])
    .join('+')
}

/** One line for each state of the first cell, one word for each state of the second. */
function table(rule: CheckRule, one: string, other: string, rest: Record<string, string> = {}): string[] {
  return names.map((row) =>
    names.map((column) => told(rule, { ...rest, [one]: states[row], [other]: states[column] }) || '–').join(' '),
  )
}

test('every rule says what it does with a missing number', () => {
  for (const rule of houseRules) expect(missingStrategies).toContain(rule.missing)
  expect(new Set(houseRules.map(({ missing }) => missing)).size).toBe(3)
})

test.each([
  ['skip-if-any', [true, true], false],
  ['skip-if-any', [true, false], true],
  ['skip-if-any', [false, false], true],
  ['skip-if-all', [true, true], false],
  ['skip-if-all', [true, false], false],
  ['skip-if-all', [false, false], true],
  ['never-skip', [true, true], false],
  ['never-skip', [false, true], false],
  ['never-skip', [false, false], false],
] as const)('%s with %j: skipped %s', (strategy, given, skipped) => {
  expect(isSkipped(strategy, given)).toBe(skipped)
})

/*
 * The tables: rows are the first cell, columns the second, both in the order
 *        số     không  kad    chưa   trên
 */
describe('a part of a whole', () => {
  const rule: CheckRule = {
    ...{ id: 'Q03', severity: 'must-match', kind: 'part-of-whole', missing: 'skip-if-any' },
    ...{ part: at('D05'), whole: at('D03') },
  }
  test('is judged where both are given, and “không áp dụng” is nothing', () => {
    expect(table(rule, 'D05', 'D03')).toEqual([
      'khớp sai sai chưa chưa',
      'khớp khớp khớp chưa chưa',
      'khớp khớp khớp chưa chưa',
      'chưa chưa chưa chưa chưa',
      'chưa chưa chưa chưa chưa',
    ])
  })
})

describe('an average and its total', () => {
  const rule: CheckRule = {
    ...{ id: 'Q04', severity: 'must-match', kind: 'average-per-unit', missing: 'skip-if-any' },
    ...{ average: at('I02'), total: at('I01') },
  }
  test('need both as numbers: an average that does not apply has no total', () => {
    const divisor = { units: 1, allUnits: 1 }
    expect(
      names.map((row) =>
        names.map((column) => told(rule, { I02: states[row], I01: states[column] }, { divisor })).join(' '),
      ),
    ).toEqual([
      'khớp sai chưa chưa chưa',
      'sai khớp chưa chưa chưa',
      'chưa chưa chưa chưa chưa',
      'chưa chưa chưa chưa chưa',
      'chưa chưa chưa chưa chưa',
    ])
  })
})

describe('turns and persons', () => {
  const rule: CheckRule = {
    ...{ id: 'Q08', severity: 'asks', kind: 'turns-and-persons', missing: 'skip-if-any' },
    ...{ turns: at('E01'), persons: at('E02'), suspiciousFrom: 20 },
  }
  test('are judged where both are given', () => {
    expect(table(rule, 'E01', 'E02')).toEqual([
      'khớp khớp khớp chưa chưa',
      'hỏi khớp khớp chưa chưa',
      'hỏi khớp khớp chưa chưa',
      'chưa chưa chưa chưa chưa',
      'chưa chưa chưa chưa chưa',
    ])
  })
})

describe('a percentage and its numbers', () => {
  const rule: CheckRule = {
    ...{ id: 'Q25', severity: 'must-match', kind: 'percent-of-sums', missing: 'skip-if-any' },
    ...{ percent: at('B14'), numerator: [at('B13')], denominator: [at('B01')] },
  }
  test('are judged where all are given; nothing divides by nothing', () => {
    expect(table(rule, 'B13', 'B01', { B14: '100' })).toEqual([
      'khớp sai sai chưa chưa',
      'sai sai sai chưa chưa',
      'sai sai sai chưa chưa',
      'chưa chưa chưa chưa chưa',
      'chưa chưa chưa chưa chưa',
    ])
    expect(table(rule, 'B14', 'B13', { B01: '5' })).toEqual([
      'sai sai sai chưa chưa',
      'sai khớp khớp chưa chưa',
      '– – – – –',
      'chưa chưa chưa chưa chưa',
      'chưa chưa chưa chưa chưa',
    ])
  })
})

describe('a total of two parts', () => {
  const rule = (missing: 'skip-if-any' | 'skip-if-all'): CheckRule => ({
    ...{ id: 'Q06', severity: 'must-match', kind: 'total-of-parts', missing },
    ...{ total: at('K01'), parts: [at('K01:collective'), at('K01:individual')] },
  })
  const parts = ['K01:collective', 'K01:individual'] as const

  test('of 5: what is there already may fill it, exceed it, or leave it open', () => {
    expect(table(rule('skip-if-all'), ...parts, { K01: '5' })).toEqual([
      'sai khớp khớp khớp chưa',
      'khớp sai sai chưa chưa',
      'khớp sai sai chưa chưa',
      'khớp chưa chưa chưa chưa',
      'chưa chưa chưa chưa chưa',
    ])
  })

  test('that is missing, or rounded: nothing to hold the parts against', () => {
    for (const K01 of ['', 'trên 5']) {
      expect(
        new Set(
          table(rule('skip-if-all'), ...parts, { K01 })
            .join(' ')
            .split(' '),
        ),
      ).toEqual(new Set(['chưa']))
    }
  })

  test('of nothing, or that does not apply: any number exceeds it', () => {
    for (const K01 of ['0', 'không áp dụng']) {
      expect(table(rule('skip-if-all'), ...parts, { K01 })).toEqual([
        'sai sai sai sai chưa',
        'sai khớp khớp khớp chưa',
        'sai khớp khớp khớp chưa',
        'sai khớp khớp chưa chưa',
        'chưa chưa chưa chưa chưa',
      ])
    }
  })

  test('under the stricter strategy waits for every part', () => {
    expect(table(rule('skip-if-any'), ...parts, { K01: '5' })).toEqual([
      'sai khớp khớp chưa chưa',
      'khớp sai sai chưa chưa',
      'khớp sai sai chưa chưa',
      'chưa chưa chưa chưa chưa',
      'chưa chưa chưa chưa chưa',
    ])
  })
})

describe('scopes that are never summed', () => {
  const rule: CheckRule = {
    ...{ id: 'Q23', severity: 'must-match', kind: 'scopes-never-summed', missing: 'skip-if-all' },
    ...{ total: at('B01'), scopes: [at('B02'), at('B05')] },
  }
  test('are asked about where they come to the total, and a rounded one proves nothing', () => {
    expect(table(rule, 'B02', 'B05', { B01: '10' })).toEqual([
      'hỏi – – – chưa',
      '– – – – –',
      '– – – – –',
      '– – – – –',
      'chưa – – – chưa',
    ])
    expect(table(rule, 'B02', 'B05', { B01: '12' })).toEqual([
      'khớp – – – khớp',
      '– – – – –',
      '– – – – –',
      '– – – – –',
      'khớp – – – khớp',
    ])
    expect(told(rule, { B01: 'trên 10', B02: '5', B05: '5' })).toBe('chưa')
  })
})

describe('a total over units', () => {
  const rule: CheckRule = { id: 'Q12', severity: 'may-explain', kind: 'total-over-units', missing: 'skip-if-any' }
  test('is judged where it is given, and both sides are exact', () => {
    const below = (isHedged: boolean): Partial<CheckInput> => ({
      overUnits: new Map([['F01', { summed: quantity('5'), unitsCounted: 3, isHedged }]]),
    })
    const verdicts = (isHedged: boolean): string =>
      names.map((name) => told(rule, { F01: states[name] }, below(isHedged))).join(' ')
    expect(verdicts(false)).toBe('khớp sai sai chưa chưa')
    expect(verdicts(true)).toBe('chưa chưa chưa chưa chưa')
  })
})

describe('against earlier periods', () => {
  const earlier = (of: [Period, Record<string, string>][]): Partial<CheckInput> => ({
    earlier: of.map(([period, typed]) => ({
      period,
      figures: new Map(Object.entries(typed).map(([key, raw]) => [key, figure(raw, 'count')])),
    })),
  })

  test('a change since last year needs the change and both stocks', () => {
    const rule: CheckRule = {
      ...{ id: 'Q05', severity: 'may-explain', kind: 'change-since-last-year', missing: 'skip-if-any' },
      ...{ change: at('I03'), stock: at('I01') },
    }
    const then = earlier([[quarterOf(2025, 4), { I01: '0' }]])
    const verdicts = names.map((row) =>
      names.map((column) => told(rule, { I03: states[row], I01: states[column] }, then) || '–').join(' '),
    )
    expect(verdicts).toEqual([
      'khớp sai sai chưa chưa',
      'sai khớp khớp chưa chưa',
      'sai khớp – chưa chưa',
      'chưa chưa chưa chưa chưa',
      'chưa chưa chưa chưa chưa',
    ])
    for (const I01 of ['', 'trên 5']) {
      const lacking = earlier([[quarterOf(2025, 4), { I01 }]])
      expect(told(rule, { I03: '5', I01: '5' }, lacking)).toBe('chưa')
    }
  })

  test('what is cumulative needs both, and a number that does not apply is not compared', () => {
    const rule: CheckRule = {
      id: 'Q14',
      severity: 'must-match',
      kind: 'cumulative-never-falls',
      missing: 'skip-if-any',
    }
    const verdicts = (before: string): string =>
      names
        .map((name) =>
          told(
            rule,
            { F01: states[name] },
            { period: nineMonthsOf(2026), ...earlier([[quarterOf(2026, 1), { F01: before }]]) },
          ),
        )
        .map((verdict) => verdict || '–')
        .join(' ')
    expect(verdicts('5')).toBe('khớp sai – chưa chưa')
    expect(verdicts('0')).toBe('khớp khớp – chưa chưa')
    expect(verdicts('')).toBe('– – – – –')
    expect(verdicts('trên 5')).toBe('chưa chưa – chưa chưa')
  })

  test('quarters that are there can already exceed the sum, and are else waited for', () => {
    const rule: CheckRule = {
      id: 'Q15',
      severity: 'may-explain',
      kind: 'flow-is-sum-of-quarters',
      missing: 'skip-if-all',
    }
    const [one, two, three] = [1, 2, 3].map((number) => quarterOf(2026, number as 1 | 2 | 3))
    if (!one || !two || !three) throw new Error('three quarters')
    const verdicts = (quarters: string): string =>
      names
        .map((name) => {
          const of = quarters
            .split('/')
            .map((raw, index): [Period, Record<string, string>] => [[one, two, three][index] ?? one, { F01: raw }])
          return told(rule, { F01: states[name] }, { period: nineMonthsOf(2026), ...earlier(of) }) || '–'
        })
        .join(' ')
    expect(verdicts('0/5/0')).toBe('khớp sai – chưa chưa')
    expect(verdicts('0/5/không áp dụng')).toBe('khớp sai – chưa chưa')
    expect(verdicts('0/5/')).toBe('chưa sai – chưa chưa')
    expect(verdicts('//')).toBe('– – – – –')
    expect(verdicts('0/5/trên 1')).toBe('chưa chưa – chưa chưa')
  })
})

describe('what is read as it was written', () => {
  test('is read whatever it is: a number, nothing, or words', () => {
    const rule: CheckRule = { id: 'Q16', severity: 'must-match', kind: 'plausible-number', missing: 'never-skip' }
    expect(names.map((name) => told(rule, { F01: states[name] }) || '–').join(' ')).toBe('– – – – –')
    expect([told(rule, { F01: 'độ chừng' }), told(rule, { F01: '1,5' })]).toEqual(['sai', 'sai'])
  })
})
