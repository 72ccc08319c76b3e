import { describe, expect, test } from 'vitest'
import { halfYearOf, quarterOf, yearOf, type Period } from '#kernel/period.ts'
import { quantity } from '#kernel/quantity.ts'
import { houseRulesByKey } from '../../../tests/support/house-rules.ts'
import type { CheckInput, CheckLine, OverUnits } from './check-input.ts'
import { readCheckRule, writtenParameters } from './check-rule-reader.ts'
import type { CheckRule } from './check-rule.ts'
import { checkFigures } from './checks.ts'
import { periodsBefore } from './checks-over-time.ts'
import { figure } from './figure.ts'
import { findingText } from './finding-sentence.ts'
import { traceGap } from './gap-trace.ts'
import { parseCellKey } from './indicator.ts'

type Typed = Record<string, string>

const stocks = ['I05', 'B06', 'I01', 'F08']
const figuresOf = (typed: Typed) =>
  new Map(Object.entries(typed).map(([key, raw]) => [key, figure(raw, 'count', '', 'typed')]))

type More = Partial<Pick<CheckInput, 'overUnits' | 'divisor'>> & { before?: Typed[]; period?: Period }

function input(typed: Typed, more: More = {}): CheckInput {
  const period = more.period ?? quarterOf(2026, 3)
  const lines = Object.keys(typed).map((key): CheckLine => {
    const isStock = stocks.includes(key)
    const over = { nature: isStock ? 'stock' : 'flow', overTime: isStock ? 'last' : 'sum' } as const
    return { cell: parseCellKey(key), numeral: 'count', unitOfCount: 'cuộc', ...over }
  })
  const history = periodsBefore(period).flatMap((one, at) => {
    const figures = more.before?.[at]
    return figures ? [{ period: one, figures: figuresOf(figures) }] : []
  })
  const overUnits = more.overUnits ?? new Map<string, OverUnits>()
  return { period, lines, figures: figuresOf(typed), earlier: [], history, peers: null, divisor: null, overUnits }
}

function rule(key: string): CheckRule {
  const found = houseRulesByKey.get(key)
  if (!found) throw new Error(`No rule ${key}`)
  return found
}

const names = (cell: { code: string }) => ({ name: `Chỉ tiêu ${cell.code}`, unit: 'cuộc' })

/** What an officer reads: the verdict, then heading, sentence and remedy of each finding. */
function told(which: CheckRule | string, typed: Typed, more: More = {}): string[] {
  const one = typeof which === 'string' ? rule(which) : which
  return checkFigures(input(typed, more), [one]).map((finding) => {
    const { heading, sentence, remedy } = findingText(finding, names)
    return `${finding.verdict}: ${heading}. ${sentence} ${remedy}`
  })
}

const verdicts = (which: CheckRule | string, typed: Typed, more: More = {}): string[] =>
  told(which, typed, more).map((text) => text.split(':')[0] ?? '')

describe('Q13: what a unit has does not become less without a reason', () => {
  test('95 gardens after 99 is asked about, with both numbers', () => {
    expect(told('Q13', { I05: '95' }, { before: [{ I05: '99' }] })).toEqual([
      'asks: I05 giảm 4 cuộc. I05 (chỉ tiêu I05) ghi 95, mà đến hết 30/6/2026 đã có 99 cuộc. Số đang có chỉ giảm khi có cái bị dừng, thu hồi hay bàn giao; có thể ô này mới ghi phần tăng thêm trong kỳ. Xin ghi tổng số đang có đến cuối kỳ; giảm thật thì nêu lý do ở ghi chú.',
    ])
  })
  test.each([
    ['as many as before', '99', '99'],
    ['more', '100', '99'],
    ['a rounded number before', '95', 'trên 99'],
    ['a rounded number now', 'khoảng 95', '99'],
    ['no number before', '95', ''],
  ])('%s: nothing is said', (_, now, before) => {
    expect(told('Q13', { I05: now }, { before: [{ I05: before }] })).toEqual([])
  })
  test('dossiers in progress may become fewer', () => {
    expect(told('Q13', { F08: '2' }, { before: [{ F08: '90' }] })).toEqual([])
  })
})

describe('Q17: half as much again as in the same period last year', () => {
  // The threshold of the house is a hundred; numbers that are easy to follow are smaller.
  const small = { ...rule('Q17'), least: 20 } as CheckRule
  const lastYear = (typed: Typed): Typed[] => [{}, {}, {}, typed]
  test('90 after 40 is asked about', () => {
    expect(told(small, { D02: '90' }, { before: lastYear({ D02: '40' }) })[0]).toContain(
      'asks: D02 tăng 50 cuộc so với cùng kỳ. D02 (chỉ tiêu D02) ghi 90, mà quý III năm 2025 là 40: tăng 50, tức 125 %.',
    )
  })
  test('many changes are one question', () => {
    const before = lastYear({ D02: '40', E01: '100', D03: '0', B01: '90', C01: '1' })
    expect(told(small, { D02: '90', E01: '20', D03: '30', B01: '20', C01: '80' }, { before })[0]).toContain(
      'asks: 5 ô thay đổi nhiều so với cùng kỳ. So với quý III năm 2025: D02 40 → 90 (tăng 125 %); E01 100 → 20 (giảm 80 %); D03 0 → 30 (tăng); B01 90 → 20 (giảm 78 %) và 1 ô khác.',
    )
  })
  test.each([
    ['half as much again', '60', '40', 0],
    ['less than half', '19', '40', 1],
    ['twice as many of very few', '4', '2', 0],
    ['many where there were none', '25', '0', 1],
    ['the period before is not last year', '90', '', 0],
  ])('%s', (_, now, before, findings) => {
    expect(told(small, { D02: now }, { before: lastYear({ D02: before }) })).toHaveLength(findings)
  })
})

describe('Q18: numbers carried over from the period before', () => {
  const before = { D01: '2', D02: '51', D03: '7', E01: '33', E02: '29', B01: '4' }
  test('a report that is the last one again', () => {
    expect(told('Q18', before, { before: [before] })[0]).toContain(
      'asks: 6 ô giống hệt quý II năm 2026. D01, D02, D03, E01, E02 và B01 ghi đúng từng số của quý II năm 2026, trong 6 ô có số lớn hơn 0.',
    )
  })
  test('one large number to the last digit', () => {
    expect(told('Q18', { D02: '1.240', D01: '3' }, { before: [{ D02: '1.240', D01: '2' }] })[0]).toContain(
      'D02 giống hệt quý II năm 2026. D02 (chỉ tiêu D02) ghi 1.240, đúng từng chữ số của quý II năm 2026.',
    )
  })
  test('two small numbers that came again say nothing, and neither do zeros', () => {
    expect(told('Q18', { ...before, D02: '60', D03: '8', E01: '30', E02: '28' }, { before: [before] })).toEqual([])
    const zeros = Object.fromEntries(Object.keys(before).map((key) => [key, '0']))
    expect(told('Q18', zeros, { before: [zeros] })).toEqual([])
  })
})

describe('Q19: nothing at all, and only round numbers', () => {
  const cells = ['D01', 'D02', 'D03', 'E01', 'E02', 'B01', 'B02', 'C01', 'C02', 'C03', 'K04']
  const all = (raw: string): Typed => Object.fromEntries(cells.map((cell) => [cell, raw]))
  test('eleven cells of zero', () => {
    expect(told('Q19-zero', all('0'))[0]).toContain(
      'asks: Cả báo cáo toàn số 0. 11 ô đếm việc trong kỳ đều ghi 0. Có thể ghi 0 để nộp cho kịp trong khi chưa có số.',
    )
    expect(told('Q19-zero', { ...all('0'), D01: '1' })).toEqual([])
    expect(told('Q19-zero', all(''))).toEqual([])
  })
  test('five large numbers that all end in 0', () => {
    const round = { D01: '120', D02: '4.000', D03: '300', E01: '150', E02: '640' }
    expect(told('Q19-round', round)[0]).toContain(
      'asks: 5 trong 5 số lớn là số tròn chục. D01, D02, D03, E01 và E02 đều ghi số tròn chục',
    )
    expect(told('Q19-round', { ...round, E01: '151', E02: '647' })).toEqual([])
    expect(told('Q19-round', { ...round, D01: 'khoảng 120' })).toEqual([])
  })
})

describe('Q26: a count outside what its own earlier periods leave', () => {
  const quarters = (counts: number[]): Typed[] => counts.map((count) => ({ D03: String(count) }))
  const eight = quarters([2, 1, 3, 0, 2, 1, 2, 1])

  test('24 after eight quarters of 0 to 3, with the range that was expected', () => {
    expect(told('Q26', { D03: '24' }, { before: eight })).toEqual([
      'asks: D03 cao khác thường. D03 (chỉ tiêu D03) ghi 24, mà thường từ 0 đến 7 cuộc, theo 8 quý trước. Có thể thừa, thiếu một chữ số, ghi nhầm ô, hoặc kỳ này có việc khác thường. Xin xem lại sổ; đúng thì ghi chú một câu cho người duyệt biết.',
    ])
  })
  test.each([
    ['an ordinary number', '4', eight, []],
    ['none after many', '0', quarters([40, 38, 44, 41, 39, 45]), ['asks']],
    ['a rounded number that is out whatever it stands for', 'trên 24', eight, ['asks']],
    ['a rounded number that may be inside', 'dưới 24', eight, []],
    ['about as many', 'khoảng 7', eight, []],
    ['five quarters only', '24', quarters([2, 1, 3, 0, 2]), []],
    ['no number', '', eight, []],
  ])('%s', (_, now, before, found) => {
    expect(verdicts('Q26', { D03: now }, { before })).toEqual(found)
  })
  test('only periods of its own kind are looked at', () => {
    expect(periodsBefore(halfYearOf(2026)).map(({ regime }) => regime)).toEqual(
      Array.from({ length: 12 }, () => 'half-year'),
    )
  })
})

describe('Q10, Q11 and a province’s own ratios: a number between two bounds', () => {
  test('a year without a dialogue', () => {
    expect(told('Q10-D03', { D03: '0' }, { period: yearOf(2026) })[0]).toContain(
      'asks: D03 / số đơn vị(D03) tính ra 0. D03 / số đơn vị(D03) = 0, mà số này phải từ 1 trở lên. Luật đòi ít nhất một cuộc mỗi năm',
    )
    expect(verdicts('Q10-D03', { D03: '1' }, { period: yearOf(2026) })).toEqual(['holds'])
    expect(told('Q10-D03', { D03: '0' })).toEqual([])
  })
  test('a province is asked about as many dialogues as communes gave a number', () => {
    const overUnits = new Map([['D03', { summed: quantity(90), unitsCounted: 100, isHedged: false }]])
    expect(verdicts('Q10-D03', { D03: '90' }, { period: yearOf(2026), overUnits })).toEqual(['asks'])
  })
  test.each([
    ['500', '2', 'holds'],
    ['4', '2', 'asks'],
    ['9000', '2', 'asks'],
    ['trên 9.000', '2', 'asks'],
    ['khoảng 9.000', '2', 'not-computable'],
    ['', '2', 'not-computable'],
  ])('%s people at %s conferences: %s', (people, conferences, verdict) => {
    expect(verdicts('Q11-D02', { D02: people, D01: conferences })).toEqual([verdict])
  })
  test('no conference, no ratio', () => {
    expect(told('Q11-D02', { D02: '0', D01: '0' })).toEqual([])
  })
})

describe('Q12: a gap is traced to the unit whose number it is', () => {
  const unit = (name: string, amount: number, isAccepted = true) => ({ name, amount: quantity(amount), isAccepted })
  const accepted = [unit('xã Một', 5), unit('xã Hai', 13), unit('xã Ba', 26)]

  test.each([
    ['a unit that waits to be accepted', 7, [...accepted, unit('xã Bốn', 7, false)], ['not-accepted', 'xã Bốn']],
    [
      'all that wait',
      9,
      [...accepted, unit('xã Bốn', 7, false), unit('xã Năm', 2, false)],
      ['not-accepted', 'xã Bốn, xã Năm'],
    ],
    ['one counted twice', 13, accepted, ['twice', 'xã Hai']],
    ['one left out', -26, accepted, ['left-out', 'xã Ba']],
    ['two left out', -18, accepted, ['left-out', 'xã Một, xã Hai']],
  ] as const)('%s', (_, gap, candidates, [how, units]) => {
    const traced = traceGap(quantity(gap), candidates)
    expect([traced?.how, traced?.units.map(({ name }) => name).join(', ')]).toEqual([how, units])
  })
  test('two units with that number: no name is said', () => {
    expect(traceGap(quantity(-5), [...accepted, unit('xã Sáu', 5)])).toBeNull()
    expect(traceGap(quantity(3), accepted)).toBeNull()
  })
  test('is said in the sentence', () => {
    const overUnits = new Map([
      ['D03', { summed: quantity(44), unitsCounted: 3, isHedged: false, candidates: accepted }],
    ])
    expect(told('Q12', { D03: '18' }, { overUnits })[0]).toContain(
      'D03 (chỉ tiêu D03) ghi 18, mà 3 xã, phường đã được nhận cộng lại là 44. Đúng bằng số của xã Ba (26): có thể tổng chưa tính đơn vị này.',
    )
  })
})

describe('a rule as it is written down', () => {
  test.each([...houseRulesByKey])('%s is read back as it was', (_, one) => {
    const { id, kind, severity, missing, words } = one
    const said = words ?? { cause: '', remedy: '' }
    expect(readCheckRule({ id, kind, severity, missing, parameters: writtenParameters(one), ...said })).toEqual(one)
  })
  test('one that is none is refused', () => {
    const row = { id: 'Q26', kind: 'outlier', severity: 'asks', missing: 'skip-if-any', cause: '', remedy: '' }
    expect(() => readCheckRule({ ...row, parameters: { cells: [], fewest: 2, perMille: 2 } })).toThrow()
    expect(() => readCheckRule({ ...row, id: 'X1', parameters: { cells: [], fewest: 6, perMille: 2 } })).toThrow()
  })
  test('one that may be explained fails where the house only asks, with whose words it was written in', () => {
    const heavier: CheckRule = {
      ...rule('Q13'),
      severity: 'may-explain',
      words: { cause: 'Vì kho.', remedy: 'Xin đếm lại.' },
    }
    expect(told(heavier, { I05: '95' }, { before: [{ I05: '99' }] })[0]).toContain(
      'fails: I05 giảm 4 cuộc. I05 (chỉ tiêu I05) ghi 95, mà đến hết 30/6/2026 đã có 99 cuộc. Vì kho. Xin đếm lại. Nếu đúng như vậy, nộp kèm lời giải thích.',
    )
  })
})
