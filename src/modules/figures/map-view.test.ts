import { describe, expect, test } from 'vitest'
import { on, quePlace, smallRegister, unitId } from '../../../tests/support/register.ts'
import { quantity } from '#kernel/quantity.ts'
import type { Qualifier } from '#kernel/numerals.ts'
import type { UnitLevel } from '#modules/territory/unit.ts'
import { figureFromText, formatValue } from './figure.ts'
import { parseCellKey, type Indicator, type IndicatorVersionId } from './indicator.ts'
import { flagOf, type MapFigure, type UnitFigures } from './map-figure.ts'
import { growthBetween, mayGrow } from './map-growth.ts'
import { growthText, mapReasonText, shareText, useText } from './map-labels.ts'
import { figuresOnMap, mapView } from './map-view.ts'
import type { RollUpLine } from './rollup.ts'

const register = smallRegister(quePlace())
const today = '2026-01-01'
const name = (unit: string): string => `‹${unit}›`

function line(key: string, more: Partial<Indicator> = {}): RollUpLine {
  const { code, dimension } = parseCellKey(key)
  const id = `${code}@1` as IndicatorVersionId
  const fixed = {
    id,
    code,
    name: code,
    unitOfCount: 'hồ sơ',
    overTime: 'sum',
    direction: 'context',
    counts: '',
  } as const
  const free = { numeral: 'count', nature: 'flow', overTerritory: 'sum', sensitivity: 'public' } as const
  return { indicator: { ...fixed, ...free, numerator: [], denominator: [], denominatorKind: null, ...more }, dimension }
}

const money = line('M01', { numeral: 'decimal' })
const change = line('I03', { numeral: 'change', nature: 'change' })
const score = line('F21', { numeral: 'decimal', nature: 'score', overTerritory: 'none' })
const rate = line('R01', {
  ...{ numeral: 'percent', nature: 'ratio', overTerritory: 'ratio-of-sums' },
  ...{ numerator: ['F01'], denominator: ['F02'] },
})
const average = line('I02', {
  ...{ numeral: 'decimal', nature: 'ratio', overTerritory: 'ratio-of-sums' },
  ...{ numerator: ['F01'], denominatorKind: 'commune' },
})
const lines = [line('F01'), line('F02'), line('K01:collective'), money, change, score, rate, average]
const numeralOf: Record<string, Indicator['numeral']> = { M01: 'decimal', I03: 'change', F21: 'decimal' }

function reported(unit: string, texts: Record<string, string>, xa: number | null = 1): UnitFigures {
  const values = Object.entries(texts).map(
    ([key, text]) => [key, figureFromText(text, numeralOf[key] ?? 'count')] as const,
  )
  const divisors = new Map(xa === null ? [] : [['commune', xa]])
  return { unit: unitId(unit), report: `r-${unit}`, values: new Map(values), divisors }
}

type Asked = { day?: string; end?: string; level?: UnitLevel }

function figures(
  target: string,
  sources: UnitFigures[],
  { day = today, end = '2025-03-31', level = 'commune' }: Asked = {},
) {
  const view = mapView({ register, on: on(end), to: { day: on(day), level }, sources })
  return figuresOnMap(view, unitId(target), lines)
}

function figure(target: string, key: string, sources: UnitFigures[], asked: Asked = {}): MapFigure {
  const found = figures(target, sources, asked).get(key)
  if (!found) throw new Error(`No figure of ${key}`)
  return found
}

function seen(one: MapFigure): string {
  const { standing, counted, expected } = one
  const value = standing.kind === 'known' ? formatValue(standing.value) : standing.kind
  return `${value} | ${flagOf(one) ?? '–'} | ${counted}/${expected}`
}

const da = 'thanh-pho-da-2025'
const inProvince: Asked = { level: 'province' }

describe('a number read on another map', () => {
  test.each<[string, string, UnitFigures[], Asked, string]>([
    [
      'whole units add exactly',
      'F01',
      [
        reported('xa-b', { F01: '11' }),
        reported('xa-c', { F01: '5' }),
        reported('xa-ad-2025', { F01: '2' }),
        reported('phuong-h', { F01: '1' }),
      ],
      inProvince,
      '19 | exact | 4/4',
    ],
    [
      'a district towards the province of today',
      'F01',
      [reported('huyen-que-2025', { F01: '43.479' })],
      inProvince,
      '43.479 | exact | 1/2',
    ],
    [
      'a province towards its successor, the other one missing',
      'F01',
      [reported('tinh-nam', { F01: '7' })],
      inProvince,
      '7 | exact | 1/2',
    ],
    [
      'both',
      'F01',
      [reported('tinh-nam', { F01: '7' }), reported('thanh-pho-da', { F01: '8' })],
      inProvince,
      '15 | exact | 2/2',
    ],
    ['nobody gave it', 'F02', [reported('tinh-nam', { F01: '7' })], inProvince, 'absent | – | 0/2'],
    [
      'all zero is zero',
      'F01',
      [reported('tinh-nam', { F01: '0' }), reported('thanh-pho-da', { F01: '0' })],
      inProvince,
      '0 | exact | 2/2',
    ],
    [
      'who has no such thing is not expected',
      'F01',
      [reported('tinh-nam', { F01: '3' }), reported('thanh-pho-da', { F01: 'không áp dụng' })],
      inProvince,
      '3 | exact | 1/1',
    ],
    [
      'nobody has such a thing',
      'F01',
      [reported('tinh-nam', { F01: 'không áp dụng' }), reported('thanh-pho-da', { F01: 'không áp dụng' })],
      inProvince,
      'không áp dụng | exact | 0/0',
    ],
    [
      'a hedge stays with the sum',
      'F01',
      [reported('tinh-nam', { F01: 'trên 3.200' }), reported('thanh-pho-da', { F01: '10' })],
      inProvince,
      'trên 3.210 | exact | 2/2',
    ],
    [
      'hedges of two kinds make it about',
      'F01',
      [reported('tinh-nam', { F01: 'trên 3.200' }), reported('thanh-pho-da', { F01: 'dưới 10' })],
      inProvince,
      'khoảng 3.210 | exact | 2/2',
    ],
  ])('%s', (_, key, sources, asked, expected) => {
    expect(seen(figure(da, key, sources, asked))).toBe(expected)
  })

  test.each<[string, string, string, UnitFigures[], string]>([
    [
      'a divided unit by its shares, in whole people',
      'xa-1-2025',
      'F01',
      [reported('xa-b', { F01: '11' }), reported('xa-ad-2025', { F01: '100' })],
      '103 | apportioned | 2/2',
    ],
    [
      'a hedge stays with the part',
      'xa-1-2025',
      'F01',
      [reported('xa-b', { F01: 'trên 300' })],
      'trên 90 | apportioned | 1/2',
    ],
    [
      'money in the precision it has',
      'xa-1-2025',
      'M01',
      [reported('xa-b', { M01: '12,5' }), reported('xa-ad-2025', { M01: '0' })],
      '3,8 | apportioned | 2/2',
    ],
    [
      'a fall is divided as a rise',
      'xa-1-2025',
      'I03',
      [reported('xa-b', { I03: '-11' }), reported('xa-ad-2025', { I03: '0' })],
      '−3 | apportioned | 2/2',
    ],
    [
      'without shares it is not comparable',
      'xa-3-2025',
      'F01',
      [reported('xa-c', { F01: '9' })],
      'not-comparable | not-comparable | 0/0',
    ],
    ['nothing divided is nothing', 'xa-3-2025', 'F01', [reported('xa-c', { F01: '0' })], '0 | exact | 1/1'],
    [
      'but a change of nothing may hide two',
      'xa-3-2025',
      'I03',
      [reported('xa-c', { I03: '0' })],
      'not-comparable | not-comparable | 0/0',
    ],
    [
      'one unknown share is enough',
      'xa-2-2025',
      'F01',
      [reported('xa-b', { F01: '11' }), reported('xa-c', { F01: '9' })],
      'not-comparable | not-comparable | 1/1',
    ],
    [
      'a district for its communes',
      'xa-3-2025',
      'F01',
      [reported('huyen-que-2025', { F01: '9' })],
      'not-comparable | not-comparable | 0/1',
    ],
    [
      'a unit that only became a ward keeps its number',
      'phuong-h',
      'F01',
      [reported('phuong-h', { F01: '4' })],
      '4 | exact | 1/1',
    ],
  ])('%s', (_, target, key, sources, expected) => {
    expect(seen(figure(target, key, sources))).toBe(expected)
  })

  test('backward: what is of one unit alone goes back whole', () => {
    const back: Asked = { day: '2025-03-01', end: '2025-12-31' }
    expect(seen(figure('xa-c', 'F01', [reported('xa-3-2025', { F01: '6' })], back))).toBe('6 | exact | 1/2')
    expect(
      seen(figure('huyen-que-2025', 'F01', [reported('xa-3-2025', { F01: '6' })], { ...back, level: 'district' })),
    ).toBe('6 | exact | 1/3')
  })

  test('the flag opens to the reason, with the unit and the act', () => {
    const { standing, parts } = figure('xa-3-2025', 'F01', [reported('xa-c', { F01: '9' })])
    expect(standing.kind === 'not-comparable' && mapReasonText(standing.reason, name)).toBe(
      '‹xa-c› được chia cho nhiều đơn vị, chưa có tỷ lệ chia (Điều 1 khoản 2, 3/NQ).',
    )
    expect(parts).toMatchObject([{ unit: 'xa-c', report: 'r-xa-c', value: { state: 'reported' } }])
  })

  test('the parts say what was reported and what of it counts here', () => {
    const { parts } = figure('xa-1-2025', 'F01', [
      reported('xa-b', { F01: '11' }),
      reported('xa-ad-2025', { F01: '100' }),
    ])
    expect(parts.map(({ unit, value, use }) => [unit, formatValue(value), useText(use, name)])).toEqual([
      ['xa-b', '11', 'được chia 30%'],
      ['xa-ad-2025', '100', 'cộng nguyên'],
    ])
  })
})

describe('a larger unit and its parts are never added twice', () => {
  const district = reported('huyen-que-2025', { F01: '100' })
  const communes = [reported('xa-b', { F01: '40', F02: '1' }), reported('xa-c', { F01: '50' })]

  test('the larger unit’s own figure wins where it can stand on the map', () => {
    const one = figure(da, 'F01', [district, ...communes], inProvince)
    expect(seen(one)).toBe('100 | exact | 1/2')
    expect(one.parts.map(({ unit, use }) => [unit, useText(use, name)])).toEqual([
      ['huyen-que-2025', 'cộng nguyên'],
      ['xa-b', 'không cộng, vì đã nằm trong số của ‹huyen-que-2025›'],
      ['xa-c', 'không cộng, vì đã nằm trong số của ‹huyen-que-2025›'],
    ])
  })

  test('of three the topmost', () => {
    const all = [reported('tinh-nam', { F01: '200' }), district, ...communes]
    expect(seen(figure(da, 'F01', all, inProvince))).toBe('200 | exact | 1/2')
  })

  test('where it gave no number its parts speak, and who is missing is named', () => {
    const one = figure(da, 'F02', [district, ...communes], inProvince)
    expect(seen(one)).toBe('1 | exact | 1/4')
    expect([...one.missing].sort()).toEqual(['thanh-pho-da', 'xa-ad-2025', 'xa-c'])
  })

  test('“không áp dụng” of the larger unit silences nobody', () => {
    const said = [reported('huyen-que-2025', { F01: 'không áp dụng' }), ...communes]
    expect(seen(figure(da, 'F01', said, inProvince))).toBe('90 | exact | 2/4')
  })

  test('where it cannot be divided, the communes’ own figures count and it is set aside', () => {
    const one = figure('xa-1-2025', 'F01', [district, ...communes])
    expect(seen(one)).toBe('12 | apportioned | 1/2')
    expect(one.parts.map(({ unit, use }) => [unit, useText(use, name)])).toEqual([
      ['huyen-que-2025', 'không cộng, vì các đơn vị bên trong đã có số riêng'],
      ['xa-b', 'được chia 30%'],
    ])
  })

  test('two reports of one unit for one period are a bug', () => {
    expect(() => figures(da, [district, district], inProvince)).toThrow('added twice')
  })
})

describe('what is not a sum', () => {
  test.each<[string, UnitFigures[], string]>([
    [
      'both sides are added, then divided',
      [reported('tinh-nam', { F01: '1', F02: '4' }), reported('thanh-pho-da', { F01: '5', F02: '6' })],
      '60 | exact | 2/2',
    ],
    [
      'over the units that gave both',
      [reported('tinh-nam', { F01: '1', F02: '4' }), reported('thanh-pho-da', { F01: '5' })],
      '25 | exact | 1/2',
    ],
    ['a hedge above stays', [reported('tinh-nam', { F01: 'trên 1', F02: '4' })], 'trên 25 | exact | 1/2'],
    [
      'hedges above and below make it about',
      [reported('tinh-nam', { F01: 'trên 1', F02: 'dưới 4' })],
      'khoảng 25 | exact | 1/2',
    ],
    ['nothing divides', [reported('tinh-nam', { F01: '1', F02: '0' })], 'absent | – | 1/2'],
  ])('a ratio: %s', (_, sources, expected) => {
    expect(seen(figure(da, 'R01', sources, inProvince))).toBe(expected)
  })

  test('a ratio of a divided unit: both sides by the same shares', () => {
    expect(seen(figure('xa-1-2025', 'R01', [reported('xa-b', { F01: '10', F02: '100' })]))).toBe(
      '10 | apportioned | 1/2',
    )
    expect(seen(figure('xa-3-2025', 'R01', [reported('xa-c', { F01: '10', F02: '100' })]))).toContain('not-comparable')
  })

  test.each<[string, UnitFigures[], string]>([
    [
      'by all units of the kind',
      [reported('huyen-que-2025', { F01: '378' }, 24), reported('quan-hai', { F01: '9' }, 0)],
      '15,75 | exact | 1/1',
    ],
    [
      'of a unit whose number is not known',
      [reported('huyen-que-2025', { F01: '378' }, null)],
      'not-comparable | not-comparable | 0/1',
    ],
  ])('an average divides %s', (_, sources, expected) => {
    expect(seen(figure(da, 'I02', sources, inProvince))).toBe(expected)
  })

  test('half a commune divides nothing', () => {
    const { standing } = figure('xa-1-2025', 'I02', [reported('xa-b', { F01: '10' })])
    expect(standing).toMatchObject({ kind: 'not-comparable', reason: { why: 'divisor-divided', unit: 'xa-b' } })
  })

  test('a score is kept where the area is the same and added nowhere', () => {
    expect(seen(figure('phuong-h', 'F21', [reported('phuong-h', { F21: '88,5' })]))).toBe('88,5 | exact | 1/1')
    const { standing } = figure('xa-1-2025', 'F21', [reported('xa-ad-2025', { F21: '88,5' })])
    expect(standing).toEqual({ kind: 'not-comparable', reason: { why: 'not-additive' } })
    expect(seen(figure('xa-ad-2025', 'F21', [reported('xa-ad-2025', { F21: '70' })], { day: '2025-06-30' }))).toBe(
      '70 | exact | 1/1',
    )
  })
})

describe('a growth', () => {
  const whole = (text: string): MapFigure => figure('phuong-h', 'F01', [reported('phuong-h', { F01: text })])
  const part = figure('xa-1-2025', 'F01', [reported('xa-b', { F01: '100' })])
  const unknown = figure('xa-3-2025', 'F01', [reported('xa-c', { F01: '9' })])
  const divided = figure('xa-1-2025', 'F01', [reported('xa-b', { F01: '100' }), reported('xa-ad-2025', { F01: '70' })])

  test.each<[string, MapFigure, MapFigure, string]>([
    ['both whole', whole('8'), whole('10'), '+25%'],
    ['a fall', whole('3'), whole('2'), '−33,3%'],
    ['no change', whole('8'), whole('8'), 'không đổi'],
    ['divided, known in full', divided, whole('110'), '+10%'],
    [
      'one side not comparable',
      unknown,
      whole('8'),
      'Không tính tăng, giảm. Kỳ trước: ‹xa-c› được chia cho nhiều đơn vị, chưa có tỷ lệ chia (Điều 1 khoản 2, 3/NQ).',
    ],
    [
      'one side partly known',
      part,
      whole('8'),
      'Không tính tăng, giảm. Kỳ trước: Mới có số liệu của 1 trong 2 đơn vị.',
    ],
    ['nobody gave it', whole('8'), whole(''), 'Không tính tăng, giảm. Kỳ này chưa có số.'],
    ['rounded', whole('trên 8'), whole('9'), 'Không tính tăng, giảm: có số làm tròn hoặc ước.'],
    ['from nothing', whole('0'), whole('9'), 'Không tính tăng, giảm: kỳ trước bằng 0.'],
  ])('%s', (_, before, now, said) => {
    expect(growthText(growthBetween(before, now), name)).toBe(said)
  })

  test('with a divided side says so', () => {
    expect(growthBetween(divided, whole('110'))).toEqual({ kind: 'rate', percent: quantity(10), flag: 'apportioned' })
  })

  test('is told of numbers of things only', () => {
    expect([line('F01'), change, score, average].map(({ indicator }) => mayGrow(indicator))).toEqual([
      true,
      false,
      false,
      false,
    ])
  })
})

test.each([
  [0.3, '30%'],
  [1, '100%'],
  [1 / 3, '33,3333%'],
  [1e-9, '<0,0001%'],
])('a share of %d reads %s', (share, text) => {
  expect(shareText(share)).toBe(text)
})

test('every hedge survives the division', () => {
  const hedges: Record<Exclude<Qualifier, 'exact'>, string> = {
    over: 'trên',
    about: 'khoảng',
    under: 'dưới',
    estimate: 'ước',
  }
  for (const word of Object.values(hedges)) {
    const one = figure('xa-1-2025', 'F01', [reported('xa-b', { F01: `${word} 100` })])
    expect(seen(one)).toBe(`${word} 30 | apportioned | 1/2`)
  }
})
