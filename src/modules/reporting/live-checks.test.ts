import { describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import type { Numeral } from '#kernel/numerals.ts'
import { quarterOf } from '#kernel/period.ts'
import { quantity } from '#kernel/quantity.ts'
import { cellsOfSums, checkSums, findingKeyOf } from '#modules/figures/checks-of-sums.ts'
import type { Counted } from '#modules/figures/counted-by.ts'
import { figure, type Figure } from '#modules/figures/figure.ts'
import { cellKey, parseCellKey, type Indicator } from '#modules/figures/indicator.ts'
import type { RolledUp } from '#modules/figures/rollup.ts'
import type { UnitId, UnitVersion } from '#modules/territory/unit.ts'
import { houseRules } from '../../../tests/support/house-rules.ts'
import { contentFrom, type Ingredients } from './content-from.ts'
import type { ContentFinding } from './content.ts'
import { cellsTyped, checkWhileTyping, type LiveCheck } from './live-checks.ts'
import { liveGround } from './live-ground.ts'
import type { Template, TemplateCode, TemplateLine, TemplateVersionId } from './report.ts'

const numerals: Record<string, Numeral> = { F10: 'percent', I02: 'decimal' }
const units: Record<string, string> = {
  F10: '%',
  I02: 'tiêu chí/xã',
  I01: 'tiêu chí',
  K01: 'giấy khen',
  D05: 'cuộc',
  D03: 'cuộc',
}

function line(key: string): TemplateLine {
  const { code, dimension } = parseCellKey(key)
  const indicator: Indicator = {
    id: `${code}@1` as Indicator['id'],
    code,
    name: `Chỉ tiêu ${code}`,
    unitOfCount: units[code] ?? 'hồ sơ',
    numeral: numerals[code] ?? 'count',
    nature: 'flow',
    overTime: 'sum',
    overTerritory: 'sum',
    direction: 'context',
    sensitivity: 'public',
    numerator: [],
    denominator: [],
    denominatorKind: null,
    counts: '',
  }
  return { section: 'A', indicator, dimension }
}

const keys = [
  'F01',
  'F05',
  'F06',
  'F07',
  'F08',
  'F09',
  'F10',
  'F11',
  'I01',
  'I02',
  'K01',
  'K01:collective',
  'K01:individual',
]
const template: Template = {
  id: 'mau@1' as TemplateVersionId,
  code: 'mau' as TemplateCode,
  province: null,
  name: 'Mẫu',
  carriedBy: ['commune'],
  daysToSubmit: 5,
  owedFor: ['quarter'],
  validFrom: null,
  validUntil: null,
  sections: [],
  lines: [...keys, 'D03', 'D05'].map(line),
}
const unit: UnitVersion = {
  unit: 'u' as UnitId,
  code: 'u',
  name: 'Xã Đồi Chè',
  kind: 'commune',
  level: 'commune',
  parent: null,
  province: 'p' as UnitId,
  from: localDate('2025-07-01'),
  until: null,
}

type Texts = Record<string, string>

function report(texts: Texts, more: Partial<Ingredients> = {}): Ingredients {
  const typed = Object.entries(texts).map(([key, raw]): [string, Figure] => [
    key,
    figure(raw, numerals[parseCellKey(key).code] ?? 'count'),
  ])
  return {
    report: { period: quarterOf(2026, 3), origin: 'entered', source: null },
    template,
    unit,
    provinceName: 'Tỉnh Mây Trắng',
    typed: new Map(typed),
    counted: new Map(),
    sums: null,
    previous: null,
    divisor: { units: 24, allUnits: 26 },
    earlier: [],
    history: [],
    peers: null,
    rules: houseRules,
    explanations: new Map(),
    ...more,
  }
}

/** What a page says that was loaded with `saved`, while `texts` stand in its fields. */
function whileTyping(saved: Texts, texts: Texts, more: Partial<Ingredients> = {}): LiveCheck[] {
  const given = report(saved, more)
  return checkWhileTyping(contentFrom(given), liveGround(given), texts)
}

function briefOf(saved: Texts, texts: Texts, key = 'Q02:F01', more: Partial<Ingredients> = {}): string | undefined {
  return whileTyping(saved, texts, more).find((check) => check.key === key)?.brief
}

/** The sample articles' sum: 33,838 + 8.552 + 374 is not 43.479. */
const article: Texts = { F01: '43.479', F05: '33,838', F06: '8.552', F07: '374', F08: '0', F09: '0', F11: '0' }

describe('while numbers are typed', () => {
  test('a sum says how far it is off, with both its numbers', () => {
    expect(briefOf({ ...article, F07: '' }, { F07: '374' })).toBe('F01 cộng lại còn thiếu: 43.479 − 42.764 = 715 hồ sơ')
    expect(briefOf(article, { F01: '42.700' })).toBe('F01 cộng lại thừa: 42.764 − 42.700 = 64 hồ sơ')
    expect(briefOf(article, { F08: '715' })).toBe('F01 cộng khớp: 33.838 + 8.552 + 374 + 715 + 0 + 0 = 43.479')
  })

  test.each<[string, Texts, Texts]>([
    ['a part', article, { F08: '700' }],
    ['a part that makes it right', article, { F08: '715' }],
    ['the total', article, { F01: '1' }],
    ['the total taken out', article, { F01: '' }],
    ['a part taken out', article, { F05: '' }],
    ['a number in words', article, { F08: 'bảy trăm' }],
    ['a hedged part', article, { F06: 'trên 8.000' }],
    ['an estimate', article, { F06: 'ước 8.000' }],
    ['not applicable', article, { F06: 'không áp dụng' }],
    ['a ratio', { ...article, F10: '99,1' }, { F10: '98' }],
    ['what a ratio is made of', { ...article, F10: '99,1' }, { F07: '3740', F06: '1' }],
    ['a ratio of nothing', { F05: '3', F06: '0', F07: '0', F10: '100' }, { F05: '0' }],
    ['an average', { I01: '400', I02: '16,67' }, { I01: '412' }],
    ['a part larger than its whole', { D03: '4', D05: '3' }, { D05: '7' }],
    ['a part within its whole again', { D03: '4', D05: '7' }, { D05: '4' }],
  ])('%s: the very findings that the server then makes of it', (_, saved, texts) => {
    const after = contentFrom(report({ ...saved, ...texts })).findings
    const checks = whileTyping(saved, texts)
    expect(checks.length).toBeGreaterThan(0)
    for (const check of checks) expect(check.finding).toEqual(after.find(({ key }) => key === check.key))
    // What is left to the server's words comes to the same as before.
    const before = contentFrom(report(saved)).findings
    const rules = new Set(liveGround(report(saved)).rules.map(findingKeyOf))
    const left = (findings: ContentFinding[]): ContentFinding[] =>
      findings.filter(({ key }) => rules.has(key) && checks.every((check) => check.key !== key))
    expect(left(after)).toEqual(left(before))
  })

  test('a number that cannot be read gives no sum, and its cell is named', () => {
    const [check] = whileTyping(article, { F06: '8..5x' })
    expect(check).toMatchObject({
      key: 'Q02:F01',
      of: 'F01',
      typed: ['F06'],
      finding: null,
      brief: 'F01 chưa tính được: ô F06 ghi “8..5x”, chưa đọc được thành số',
    })
    expect(briefOf({ ...article, F06: '8.5' }, { F08: '5' })).toContain('ô F06 ghi “8.5”')
  })

  test('a hedge stays with the sum and the ratio that it is in, and nothing is held against it', () => {
    const checks = whileTyping(article, { F05: 'trên 33.000' })
    expect(checks.find(({ key }) => key === 'Q02:F01')?.finding?.verdict).toBe('not-computable')
    expect(checks.map(({ brief }) => brief)).toEqual([
      'F01: các dòng cộng được trên 41.926 hồ sơ (F05 là số ước chừng, chưa so được)',
      'F10: tính ra trên 99,11 % (ô đang trống; F05 là số ước chừng, chưa so được)',
    ])
    expect(briefOf({ ...article, F06: 'dưới 9.000' }, { F05: 'trên 33.000' })).toContain('khoảng 42.374')
  })

  test('an empty total or ratio says what it comes to, and is not filled in', () => {
    const checks = whileTyping({ ...article, F01: '', F07: '' }, { F07: '374' })
    expect(checks.map(({ brief }) => brief)).toEqual([
      'F01: các dòng cộng được 42.764 hồ sơ (ô đang trống)',
      'F10: tính ra 99,13 % (ô đang trống)',
    ])
  })

  test('a form that has just been begun is not told what it lacks', () => {
    const checks = whileTyping({}, { F01: '5' })
    expect(checks.map(({ key, brief }) => [key, brief])).toEqual([['Q02:F01', '']])
    expect(briefOf({}, { F05: '5' })).toBe('F01: các dòng cộng được 5 hồ sơ (F01 và 5 ô khác chưa có số)')
  })

  test('nothing is divided by nothing', () => {
    expect(briefOf({ F05: '0', F06: '0' }, { F07: '0' }, 'Q25:F10')).toBe('F10 không có tỷ lệ: mẫu số bằng 0')
    expect(briefOf({ F05: '0', F06: '0', F10: '100' }, { F07: '0' }, 'Q25:F10')).toBe('F10 ghi 100 % mà mẫu số bằng 0')
  })

  test('a ratio and an average say what they come to beside what is written', () => {
    expect(briefOf({ ...article, F10: '99,1' }, { F10: '98' }, 'Q25:F10')).toBe('F10 tính ra 99,13 %, mà ô ghi 98')
    expect(briefOf({ I01: '412', I02: '16' }, { I02: '17,17' }, 'Q04:I02')).toBe(
      'I02 khớp: tính ra 17,17 tiêu chí/xã, ô ghi 17,17',
    )
  })

  test('sums are exact to the last digit, however large', () => {
    const large = { K01: '999.999.999.999', 'K01:collective': '999.999.999.998' }
    expect(briefOf(large, { 'K01:individual': '1' }, 'Q06:K01')).toBe(
      'K01 cộng khớp: 999.999.999.998 + 1 = 999.999.999.999',
    )
  })

  test('what is counted from a register takes part as the unit’s own number', () => {
    const counted = new Map<string, Counted>([['D03', { kind: 'dialogue', amount: quantity(4), records: 4 }]])
    const [check] = whileTyping({ D05: '3' }, { D05: '7' }, { counted })
    expect(check?.brief).toBe('D05 lớn hơn D03: 7 > 4')
    expect(check?.finding).toEqual(
      contentFrom(report({ D05: '7' }, { counted })).findings.find(({ key }) => key === check?.key),
    )
  })

  test('an explanation stands for its numbers only, and comes back with them', () => {
    const [failing] = contentFrom(report(article)).findings
    if (!failing) throw new Error('The sum of the article holds')
    const said = { text: 'Sổ giấy ghi như vậy, tổng tính cả hồ sơ cũ.', by: 'Trần Thị Ổi', about: failing.about }
    const explanations = new Map([[failing.key, said]])
    expect(contentFrom(report(article, { explanations })).findings[0]?.explanation?.by).toBe('Trần Thị Ổi')
    expect(whileTyping(article, { F08: '1' }, { explanations })[0]?.finding?.explanation).toBeNull()
  })

  test('the same number written otherwise changes nothing', () => {
    expect(whileTyping(article, { F05: '33.838' })).toEqual([])
    expect(whileTyping(article, { F05: ' 33,838 ' })).toEqual([])
    expect(whileTyping(article, { F05: '33,838' })).toEqual([])
  })
})

describe('a province types over the sum of its communes', () => {
  const summed = (amount: number): RolledUp => ({
    value: { state: 'reported', amount: quantity(amount), qualifier: 'exact' },
    unitsCounted: 3,
  })
  const figures = new Map([
    ['K01', summed(10)],
    ['K01:collective', summed(4)],
    ['K01:individual', summed(6)],
  ])
  const more = { sums: { figures, expected: 3, counted: 3 } }

  test('and the cell is the sum again once it is emptied', () => {
    expect(briefOf({ K01: '12' }, { K01: '' }, 'Q06:K01', more)).toBe('K01 cộng khớp: 4 + 6 = 10')
    expect(briefOf({}, { K01: '12' }, 'Q06:K01', more)).toBe('K01 cộng lại còn thiếu: 12 − 10 = 2 giấy khen')
  })
})

describe('what a page brings for it', () => {
  test('only rules of which it carries two lines or more', () => {
    const ground = liveGround(report({}))
    const ids = ground.rules.map(findingKeyOf)
    expect(ids).toEqual(expect.arrayContaining(['Q02:F01', 'Q06:K01', 'Q25:F10', 'Q04:I02', 'Q03:D05-D03']))
    expect(ids).not.toContain('Q20:B01')
  })

  test('a rule’s finding is known by the same key on both sides', () => {
    const { lines } = contentFrom(report({}))
    const input = { lines, figures: new Map(lines.map((one) => [cellKey(one.cell), one.figure])), divisor: null }
    const { rules } = liveGround(report({}))
    const pairs = rules.flatMap((rule) => checkSums(rule, input).map(({ key }) => [key, findingKeyOf(rule)]))
    expect(pairs.length).toBeGreaterThan(3)
    for (const [key, own] of pairs) expect(key).toBe(own)
    for (const rule of rules) expect(new Set(cellsOfSums(rule).map(cellKey)).size).toBe(cellsOfSums(rule).length)
  })

  test('a cell counts as typed only where it says another number than the server has', () => {
    const content = contentFrom(report({ ...article, F09: 'không áp dụng', F11: '12x' }))
    const same = { F05: '33838', F06: '8.552', F09: 'kad', F10: '' }
    expect([...cellsTyped(content, same)]).toEqual([])
    const other = { F01: '', F05: 'trên 33.838', F06: '8.553', F09: '0', F10: '5', F11: '13x', F99: '1' }
    expect([...cellsTyped(content, other)]).toEqual(['F01', 'F05', 'F06', 'F09', 'F10', 'F11'])
  })
})
