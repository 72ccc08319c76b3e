import { describe, expect, test } from 'vitest'
import type { Numeral } from '#kernel/numerals.ts'
import {
  halfYearOf,
  nineMonthsOf,
  periodKey,
  periodName,
  quarterOf,
  rangeOf,
  yearOf,
  type Period,
} from '#kernel/period.ts'
import { localDate } from '#kernel/local-date.ts'
import type { CheckInput, CheckLine } from './check-input.ts'
import { houseRules } from '../../../tests/support/house-rules.ts'
import { checkFigures } from './checks.ts'
import { earlierPeriods } from './checks-over-time.ts'
import { figure, type Basis, type Figure } from './figure.ts'
import { fingerprintOf, isBlocking, needsExplanation, type Finding } from './finding.ts'
import { findingText } from './finding-sentence.ts'
import { parseCellKey } from './indicator.ts'

type Typed = Record<string, string>

/** What differs from a count that adds up over time. */
const lineOf: Record<string, Partial<CheckLine>> = {
  I01: { nature: 'stock', overTime: 'last', unitOfCount: 'tiêu chí' },
  I03: { nature: 'change', overTime: 'difference', numeral: 'change', unitOfCount: 'tiêu chí' },
  F01: { overTime: 'none' },
  B06: { nature: 'stock', overTime: 'last' },
}

function figuresOf(typed: Typed, basis: Basis = 'typed'): Map<string, Figure> {
  return new Map(
    Object.entries(typed).map(([key, raw]) => {
      const numeral: Numeral = lineOf[key]?.numeral ?? 'count'
      return [key, figure(raw, numeral, '', basis)]
    }),
  )
}

function found(period: Period, typed: Typed, earlier: [Period, Typed][] | null, basis: Basis = 'typed'): Finding[] {
  const lines: CheckLine[] = Object.keys(typed).map((key) => ({
    cell: parseCellKey(key),
    numeral: 'count',
    unitOfCount: 'hồ sơ',
    nature: 'flow',
    overTime: 'sum',
    ...lineOf[key],
  }))
  const input: CheckInput = {
    period,
    lines,
    figures: figuresOf(typed, basis),
    earlier: earlier && earlier.map(([one, texts]) => ({ period: one, figures: figuresOf(texts) })),
    history: [],
    divisor: null,
    peers: null,
    overUnits: new Map(),
  }
  return checkFigures(input, houseRules)
}

const of = (rule: string, findings: Finding[]): Finding[] => findings.filter((finding) => finding.rule === rule)
const verdicts = (rule: string, findings: Finding[]): string[] =>
  of(rule, findings).map((finding) => `${finding.key} ${finding.verdict}`)
const names = (cell: { code: string }): { name: string; unit: string } => ({
  name: `Chỉ tiêu ${cell.code}`,
  unit: 'cuộc',
})
function words(finding: Finding | undefined): string {
  if (!finding) return ''
  const text = findingText(finding, names)
  const sum = (text.sum ?? []).map((row) => `${row.label} ${row.amount}`)
  return [text.heading, text.sentence, text.remedy, ...sum].join(' | ')
}

const [q1, q2, q3, q4] = [quarterOf(2026, 1), quarterOf(2026, 2), quarterOf(2026, 3), quarterOf(2026, 4)]
const half = halfYearOf(2026)
const nine = nineMonthsOf(2026)
const year = yearOf(2026)

describe('which earlier periods are asked for', () => {
  test.each([
    [q3, 'quý IV năm 2025, năm 2025'],
    [half, 'quý IV năm 2025, năm 2025, quý I năm 2026, quý II năm 2026'],
    [nine, 'quý IV năm 2025, năm 2025, quý I năm 2026, quý II năm 2026, quý III năm 2026, 6 tháng đầu năm 2026'],
    [rangeOf(localDate('2025-03-01'), localDate('2026-02-28')) ?? q1, 'quý IV năm 2025, năm 2025'],
  ])('for %j: %s', (period, wanted) => {
    expect(
      earlierPeriods(period)
        .map((one) => periodName(one))
        .join(', '),
    ).toBe(wanted)
  })
  test('for a year: all its quarters, six and nine months, none of them twice', () => {
    const keys = earlierPeriods(year).map(periodKey)
    expect(keys.toSorted()).toEqual(
      ['2025', '2025-q4', '2026-6-thang', '2026-9-thang', '2026-q1', '2026-q2', '2026-q3', '2026-q4'].toSorted(),
    )
  })
})

describe('Q05: the change since the end of last year', () => {
  const endOf2025: [Period, Typed] = [quarterOf(2025, 4), { I01: '370' }]
  test.each([
    ['378', '+8', 'holds'],
    ['370', '0', 'holds'],
    ['367', 'giảm 3', 'holds'],
    ['378', '+7', 'fails'],
    ['378', '-8', 'fails'],
    ['ước 378', '+8', 'holds'],
    ['khoảng 378', '+8', 'not-computable'],
    ['378', 'khoảng +8', 'not-computable'],
    ['', '+8', 'not-computable'],
    ['378', '', 'not-computable'],
  ])('%s now and %s, from 370: %s', (stock, change, verdict) => {
    expect(of('Q05', found(q3, { I01: stock, I03: change }, [endOf2025]))[0]?.verdict).toBe(verdict)
  })

  test('tells both numbers and the day, and may be explained: units are merged', () => {
    const [finding] = of('Q05', found(q3, { I01: '378', I03: '+5' }, [endOf2025]))
    expect(finding && needsExplanation(finding)).toBe(true)
    expect(words(finding)).toContain('nay là 378, báo cáo đã nhận ngày 31/12/2025 là 370: thay đổi +8, mà ô I03 ghi +5')
    expect(words(finding)).toContain('Lệch 3')
  })

  test('the report of the whole year knows better than that of its fourth quarter', () => {
    const both: [Period, Typed][] = [endOf2025, [yearOf(2025), { I01: '371' }]]
    expect(of('Q05', found(q3, { I01: '378', I03: '+7' }, both))[0]?.verdict).toBe('holds')
    const silent: [Period, Typed][] = [endOf2025, [yearOf(2025), { I01: '' }]]
    expect(of('Q05', found(q3, { I01: '378', I03: '+8' }, silent))[0]?.verdict).toBe('holds')
  })

  test.each<[string, [Period, Typed][], string]>([
    [
      'nobody had the end of last year accepted',
      [],
      'chưa có báo cáo đã nhận cho biết I01 (chỉ tiêu I01) ngày 31/12/2025',
    ],
    ['only an earlier quarter was', [[quarterOf(2025, 3), { I01: '370' }]], 'ngày 31/12/2025'],
    ['it did not apply then', [[quarterOf(2025, 4), { I01: 'không áp dụng' }]], 'ngày 31/12/2025'],
    ['it was a rounded number', [[quarterOf(2025, 4), { I01: 'trên 370' }]], 'I01 ngày 31/12/2025 là số ước chừng'],
  ])('%s: it cannot be computed and says which figure it lacks', (_, earlier, said) => {
    const [finding] = of('Q05', found(q3, { I01: '378', I03: '+8' }, earlier))
    expect(finding?.verdict).toBe('not-computable')
    expect(words(finding)).toContain(said)
  })

  test('says nothing of a ward, of a counted sum, of a published source, and of a form without it', () => {
    const notApplicable = { I01: 'không áp dụng', I03: 'không áp dụng' }
    expect(of('Q05', found(q3, notApplicable, [endOf2025]))).toEqual([])
    expect(of('Q05', found(q3, { I01: '378', I03: '+5' }, [endOf2025], 'counted'))).toEqual([])
    expect(of('Q05', found(q3, { I01: '378', I03: '+5' }, null))).toEqual([])
    expect(of('Q05', found(q3, { I03: '+5' }, [endOf2025]))).toEqual([])
    expect(of('Q05', found(q3, { D03: '5' }, [endOf2025]))).toEqual([])
  })
})

describe('Q14: nine months ≥ six months ≥ quarter I', () => {
  test.each([
    ['5', 'Q14:khop holds'],
    ['6', 'Q14:khop holds'],
    ['4', 'Q14:D03 fails'],
    ['0', 'Q14:D03 fails'],
    ['', 'Q14:chua-ro not-computable'],
    ['khoảng 4', 'Q14:chua-ro not-computable'],
  ])('%s in nine months after 5 in six: %s', (now, said) => {
    expect(verdicts('Q14', found(nine, { D03: now }, [[half, { D03: '5' }]]))).toEqual([said])
  })

  test('a line that does not apply any more, and a hedged six months, accuse nobody', () => {
    expect(verdicts('Q14', found(nine, { D03: 'không áp dụng' }, [[half, { D03: '5' }]]))).toEqual([])
    expect(verdicts('Q14', found(nine, { D03: '4' }, [[half, { D03: 'trên 5' }]]))).toEqual([
      'Q14:chua-ro not-computable',
    ])
  })

  test('a fall must be corrected; the sentence has both numbers and the likely cause', () => {
    const [finding] = of('Q14', found(nine, { D03: '2' }, [[half, { D03: '5' }]]))
    expect(finding && isBlocking(finding)).toBe(true)
    expect(words(finding)).toContain('của 9 tháng đầu năm 2026 ghi 2, mà 6 tháng đầu năm 2026 đã là 5')
    expect(words(finding)).toContain('có thể ô này chỉ ghi số của riêng một quý')
  })

  test.each<[string, Period, [Period, Typed][], string]>([
    [
      'six months are held to quarter I',
      half,
      [[q1, { D03: '5' }]],
      '6 tháng đầu năm 2026 ghi 4, mà quý I năm 2026 đã là 5',
    ],
    [
      'a year is held to nine months',
      year,
      [
        [half, { D03: '2' }],
        [nine, { D03: '9' }],
      ],
      'năm 2026 ghi 4, mà 9 tháng đầu năm 2026 đã là 9',
    ],
    [
      'to quarter I where six months left it open',
      nine,
      [
        [half, { D03: '' }],
        [q1, { D03: '5' }],
      ],
      'mà quý I năm 2026 đã là 5',
    ],
  ])('%s', (_, period, earlier, said) => {
    expect(words(of('Q14', found(period, { D03: '4' }, earlier))[0])).toContain(said)
  })

  test('lines that agree are told together, and only what adds up over time is compared', () => {
    const now = { D03: '9', D05: '3', F01: '10', B06: '1', I01: '2' }
    const before: [Period, Typed] = [half, { D03: '5', D05: '3', F01: '900', B06: '8', I01: '9' }]
    const findings = of('Q14', found(nine, now, [before]))
    expect(findings.map(({ key, verdict }) => `${key} ${verdict}`)).toEqual(['Q14:khop holds'])
    expect(words(findings[0])).toContain('2 dòng cộng dồn không thấp hơn 6 tháng đầu năm 2026')
  })

  test('a quarter, a free range and a report without any accepted one before it are left alone', () => {
    expect(of('Q14', found(q3, { D03: '1' }, [[q2, { D03: '9' }]]))).toEqual([])
    const range = rangeOf(localDate('2026-01-01'), localDate('2026-08-31')) ?? q1
    expect(of('Q14', found(range, { D03: '1' }, [[half, { D03: '9' }]]))).toEqual([])
    expect(of('Q14', found(nine, { D03: '1' }, []))).toEqual([])
    expect(of('Q14', found(nine, { D03: '1' }, null))).toEqual([])
    expect(of('Q14', found(nine, { D03: '1' }, [[halfYearOf(2025), { D03: '9' }]]))).toEqual([])
  })

  test('a sum that was counted is checked where it was typed', () => {
    expect(of('Q14', found(nine, { D03: '1' }, [[half, { D03: '9' }]], 'counted'))).toEqual([])
  })
})

describe('Q15: a year is the sum of its quarters', () => {
  const quarters = (one: string, two: string, three: string, four: string): [Period, Typed][] => [
    [q1, { D03: one }],
    [q2, { D03: two }],
    [q3, { D03: three }],
    [q4, { D03: four }],
  ]

  test.each([
    ['10', quarters('1', '2', '3', '4'), 'Q15:khop holds'],
    ['11', quarters('1', '2', '3', '4'), 'Q15:D03 fails'],
    ['9', quarters('1', '2', '3', '4'), 'Q15:D03 fails'],
    ['0', quarters('0', '0', '0', '0'), 'Q15:khop holds'],
    ['6', quarters('1', '2', '3', 'không áp dụng'), 'Q15:khop holds'],
    ['', quarters('1', '2', '3', '4'), 'Q15:chua-ro not-computable'],
    ['10', quarters('1', '2', '3', 'khoảng 4'), 'Q15:chua-ro not-computable'],
    ['trên 10', quarters('1', '2', '3', '4'), 'Q15:chua-ro not-computable'],
    ['10', quarters('1', '2', '3', ''), 'Q15:chua-ro not-computable'],
    ['5', quarters('1', '2', '3', ''), 'Q15:D03 fails'],
  ])('%s against %j: %s', (total, earlier, said) => {
    expect(verdicts('Q15', found(year, { D03: total }, earlier))).toEqual([said])
  })

  test('a difference may be explained, with every quarter in the sum', () => {
    const [finding] = of('Q15', found(year, { D03: '12' }, quarters('1', '2', '3', '4')))
    expect(finding && needsExplanation(finding)).toBe(true)
    expect(words(finding)).toContain('ghi 12, mà các quý đã được nhận cộng lại là 10')
    expect(words(finding)).toContain('Quý III năm 2026 3')
    expect(words(finding)).toContain('Nhiều hơn 2')
  })

  test('an explanation falls when a quarter turns out to be another number', () => {
    const [one] = of('Q15', found(year, { D03: '12' }, quarters('1', '2', '3', '4')))
    const [other] = of('Q15', found(year, { D03: '12' }, quarters('1', '2', '4', '3')))
    expect(one && other && fingerprintOf(one) === fingerprintOf(other)).toBe(false)
  })

  test('quarters that were not accepted are named; what the others exceed already is wrong', () => {
    const two: [Period, Typed][] = [
      [q1, { D03: '5', D05: '1' }],
      [q2, { D03: '5', D05: '1' }],
    ]
    const findings = of('Q15', found(nine, { D03: '8', D05: '4' }, two))
    expect(findings.map(({ key, verdict }) => `${key} ${verdict}`)).toEqual([
      'Q15:D03 fails',
      'Q15:chua-ro not-computable',
    ])
    expect(words(findings[1])).toContain('quý III năm 2026 chưa có báo cáo được nhận')
  })

  test('a line that the earlier form did not carry waits by name', () => {
    const earlier: [Period, Typed][] = [
      [q1, {}],
      [q2, {}],
      [q3, { B13: '2' }],
    ]
    const [finding] = of('Q15', found(nine, { B13: '5' }, earlier))
    expect(finding?.verdict).toBe('not-computable')
    expect(words(finding)).toContain('B13 chưa có số ở một quý')
  })

  test('no quarter accepted, no quarter with a number, a stock: nothing is said', () => {
    expect(of('Q15', found(year, { D03: '12' }, []))).toEqual([])
    expect(
      of(
        'Q15',
        found(year, { D03: '12' }, [
          [q1, {}],
          [q2, {}],
          [q3, {}],
          [q4, {}],
        ]),
      ),
    ).toEqual([])
    expect(of('Q15', found(year, { B06: '12' }, [[q1, { B06: '1' }]]))).toEqual([])
    expect(of('Q15', found(q4, { D03: '12' }, quarters('1', '2', '3', '4')))).toEqual([])
  })

  test('what Q14 already says is not said twice', () => {
    const earlier: [Period, Typed][] = [
      [q1, { D03: '5' }],
      [q2, { D03: '5' }],
      [half, { D03: '10' }],
    ]
    expect(found(nine, { D03: '7' }, earlier).map((finding) => finding.key)).toEqual(['Q14:D03'])
  })
})

test('forty lines without a number are a number and a few codes, not forty names', () => {
  const cells = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`D${String(index + 10)}`, '']))
  const before = Object.fromEntries(Object.keys(cells).map((key) => [key, '1']))
  const [finding] = of('Q14', found(nine, cells, [[half, before]]))
  expect(words(finding)).toContain('D10, D11, D12, D13, D14, D15 và 34 ô khác chưa có số')
})
