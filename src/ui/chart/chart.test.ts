import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { axisOf, isCutOff, placeOn } from './axis.ts'
import { barDrawing } from './bar-drawing.ts'
import type { ChartPoint, ChartSeries, ChartWords } from './chart.ts'
import { classesOf } from './classes.ts'
import { lineDrawing } from './line-drawing.ts'
import { fillOf, tileDrawing } from './map-drawing.ts'
import { shade } from './map-words.ts'
import { panelDrawings } from './multiples.ts'
import { numberText, unitOfChange, withUnit } from './numbers.ts'
import { sentenceOfPanels } from './sentence-of-panels.ts'
import { sentenceOfLines, sentenceOfUnits } from './sentence.ts'
import { spread } from './spread.ts'
import { wrapped } from './wrap.ts'
import { newId } from '#kernel/ids.ts'

const words: ChartWords = { title: 'Hồ sơ', unit: 'hồ sơ', places: 'kỳ' }

function point(value: number | null, more: Partial<ChartPoint> = {}): ChartPoint {
  return {
    label: '',
    name: '',
    state: value === null ? 'absent' : 'known',
    value,
    text: value === null ? 'chưa có số' : numberText(value),
    why: null,
    href: '/x',
    flag: 'exact',
    hedge: null,
    part: null,
    ...more,
  }
}

function months(...values: (number | null)[]): ChartPoint[] {
  return values.map((value, index) => point(value, { name: `Tháng ${index + 1} năm 2026`, label: `T${index + 1}` }))
}

function series(points: readonly ChartPoint[], role: ChartSeries['role'] = 'main', name = 'Đúng hạn'): ChartSeries {
  return { key: name, name, role, points }
}

const amounts = fc.array(fc.double({ min: -1e12, max: 1e12, noNaN: true }), { maxLength: 30 })

describe('an axis', () => {
  test.each([
    [[31_204, 34_010], false, ['31.000', '32.000', '33.000', '34.000', '35.000']],
    [[31_204, 34_010], true, ['0', '10.000', '20.000', '30.000', '40.000']],
    [[71.4, 91.7], false, ['70', '75', '80', '85', '90', '95']],
    [[0, 0.3], true, ['0', '0,05', '0,1', '0,15', '0,2', '0,25', '0,3']],
    [[-210, 120], true, ['−300', '−200', '−100', '0', '100', '200']],
    [[0, 0], false, ['0', '0,2', '0,4', '0,6', '0,8', '1']],
    [[4_200_000, 6_700_000], false, ['4', '4,5', '5', '5,5', '6', '6,5', '7']],
  ])('of %j (from zero: %j) has ticks %j', (values, fromZero, ticks) => {
    expect(axisOf(values, { most: 7, fromZero }).ticks.map(({ text }) => text)).toEqual(ticks)
  })

  test('counts in millions and says so', () => {
    expect(axisOf([0, 6_700_000], { most: 6, fromZero: true }).scale).toBe('triệu')
    expect(axisOf([0, 600_000], { most: 6, fromZero: true }).scale).toBe('')
  })

  test('holds every number, has few ticks, all apart, and bars stand on zero', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 2, max: 8 }), fc.boolean(), (values, most, fromZero) => {
        const axis = axisOf(values, { most, fromZero })
        const slack = (axis.high - axis.low) * 1e-6
        expect(values.every((value) => value >= axis.low - slack && value <= axis.high + slack)).toBe(true)
        expect(axis.ticks.length).toBeLessThanOrEqual(Math.max(3, most))
        expect(new Set(axis.ticks.map(({ text }) => text)).size).toBe(axis.ticks.length)
        if (fromZero) expect(axis.low <= 0 && axis.high >= 0).toBe(true)
        expect(placeOn(axis, axis.low)).toBe(0)
        expect(placeOn(axis, axis.high)).toBe(1)
      }),
    )
  })

  test('that leaves zero out says so', () => {
    expect(isCutOff(axisOf([90, 95], { most: 5, fromZero: false }))).toBe(true)
    expect(isCutOff(axisOf([10, 95], { most: 5, fromZero: false }))).toBe(false)
  })
})

describe('lines', () => {
  test('a missing month is a gap, never bridged', () => {
    const [line] = lineDrawing([series(months(1, 2, null, 4, 5))], []).lines
    expect(line?.paths).toHaveLength(2)
    expect(line?.points.map(({ index }) => index)).toEqual([0, 1, 3, 4])
  })

  test('a change of definition ends the line and stands between the two months', () => {
    const drawing = lineDrawing([series(months(1, 2, 3, 4))], [{ at: 2, note: 'Cách tính mới.' }])
    expect(drawing.lines[0]?.paths).toHaveLength(2)
    expect(drawing.breaks).toEqual([{ x: 50, number: 1, note: 'Cách tính mới.' }])
  })

  test('to and from a number that is not of all units the line is broken, and it says of how many it is', () => {
    const part = 'từ 70 trên 100 đơn vị'
    const points = months(5, 6, 4, 7, 8).map((one, at) => (at === 2 ? { ...one, part } : one))
    const [line] = lineDrawing([series(points)], []).lines
    expect(line?.paths.map(({ d, isPart }) => [d.match(/[ML]/g)?.length, isPart])).toEqual([
      [2, false],
      [3, true],
      [2, false],
    ])
    expect(line?.points.map(({ isCounted }) => isCounted)).toEqual([false, false, true, false, false])
  })

  test('no path crosses a gap, every known number has its point, whatever the series', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 1e6 })), { minLength: 1, maxLength: 70 }), (values) => {
        const [line] = lineDrawing([series(months(...values))], []).lines
        const known = values.filter((value) => value !== null).length
        expect(line?.points).toHaveLength(known)
        const drawn = (line?.paths ?? []).reduce((sum, { d }) => sum + (d.match(/[ML]/g)?.length ?? 0) - 1, 0)
        const neighbours = values.filter((value, at) => at > 0 && value !== null && values[at - 1] !== null).length
        expect(drawn).toBe(neighbours)
        expect(line?.points.every(({ y }) => y >= -0.01 && y <= 240.01)).toBe(true)
      }),
    )
  })

  test('of sixty links the keyboard stops at few, the hedged one among them', () => {
    const points = Array.from({ length: 60 }, (_, at) =>
      point(at, { name: `${at}`, hedge: at === 30 ? 'khoảng' : null }),
    )
    const drawing = lineDrawing([series(points)], [])
    expect(drawing.stops).toBeLessThan(8)
    expect(drawing.lines[0]?.points[30]).toMatchObject({ isStop: true, isMarked: true })
  })

  test('a target is steps without points to open', () => {
    const drawing = lineDrawing([series(months(1, 2)), series(months(3, 4), 'target', 'Chỉ tiêu')], [])
    expect(drawing.lines[1]?.paths.map(({ d }) => d).join('')).toMatch(/^M0 [\d.]+H500V[\d.]+M500 [\d.]+H1000$/)
    expect(drawing.stops).toBe(2)
  })

  test('of labels that do not fit the last one stays', () => {
    const { labels } = lineDrawing([series(months(...Array.from({ length: 36 }, (_, at) => at)))], [])
    expect(labels.at(-1)).toMatchObject({ text: 'T36', wideOnly: false })
    expect(labels.filter(({ wideOnly }) => !wideOnly).length).toBeLessThanOrEqual(7)
  })

  test('names beside lines never cover each other', () => {
    const wish = fc.record({ at: fc.double({ min: -50, max: 300, noNaN: true }), size: fc.constantFrom(17, 34) })
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 6 }), (wishes) => {
        const places = spread(wishes, 240).map((at, index) => ({ at, to: at + (wishes[index]?.size ?? 0) }))
        const inOrder = places.toSorted((a, b) => a.at - b.at)
        expect(inOrder.every(({ at }, index) => at >= (inOrder[index - 1]?.to ?? 0) - 1e-6)).toBe(true)
        expect(inOrder.every(({ to }) => to <= 240.001)).toBe(true)
      }),
    )
  })

  test('small ones share an axis so that they compare, or each has its own', () => {
    const panel = (name: string, ...values: number[]) => {
      return { key: name, name, href: null, breaks: [], series: [series(months(...values))] }
    }
    const panels = [panel('a', 1, 2), panel('b', 100, 200)]
    const tops = (scale: 'same' | 'own') => panelDrawings(panels, scale).map(({ axis }) => axis.high)
    expect(tops('same')).toEqual([200, 200])
    expect(tops('own')).toEqual([2, 200])
  })
})

describe('bars', () => {
  test('begin at zero, also those below it', () => {
    const { rows, zero } = barDrawing([series([point(100), point(-100), point(null)])])
    expect(zero).toBe(50)
    expect(rows.map(({ bars }) => [bars[0]?.x, bars[0]?.width])).toEqual([
      [50, 50],
      [0, 50],
      [50, 0],
    ])
  })

  test('lengths are to each other as the numbers are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 1e6 }), (a, b) => {
        const { rows } = barDrawing([series([point(a), point(b)])])
        const [one = 0, other = 0] = rows.map(({ bars }) => bars[0]?.width ?? 0)
        expect(Math.abs(one * b - other * a)).toBeLessThanOrEqual(0.02 * Math.max(a, b))
      }),
    )
  })
})

describe('what a chart says', () => {
  test('latest, highest, lowest, change, what is missing', () => {
    expect(sentenceOfLines([series(months(31_204, 34_010, null, 33_001))], words)).toBe(
      'Mới nhất: 33.001 hồ sơ (tháng 4 năm 2026). Cao nhất: 34.010 hồ sơ (tháng 2 năm 2026). Thấp nhất: 31.204 hồ sơ (tháng 1 năm 2026). ' +
        'Từ tháng 1 năm 2026 đến tháng 4 năm 2026 tăng 1.797 hồ sơ. Trong 4 kỳ, 1 chưa có số.',
    )
  })

  test.each([
    ['a rounded number', [point(3_000, { hedge: 'trên', name: 'Quý I' }), point(3_200, { name: 'Quý II' })], []],
    ['no longer exact numbers', [point(1e12, { name: 'Quý I' }), point(2e12, { name: 'Quý II' })], []],
  ])('no change from %s', (_, points, breaks) => {
    expect(sentenceOfLines([series(points)], words, breaks)).not.toMatch(/tăng|giảm/)
  })

  test('a number that is not of all units is no lowest one, no change leads to it, and the reason is told', () => {
    const part = 'từ 70 trên 100 đơn vị'
    const points = months(33_838, 34_010, 23_054).map((one, at) => (at === 2 ? { ...one, part } : one))
    expect(sentenceOfLines([series(points)], words)).toBe(
      'Mới nhất: 23.054 hồ sơ (tháng 3 năm 2026, từ 70 trên 100 đơn vị). Cao nhất: 34.010 hồ sơ (tháng 2 năm 2026). ' +
        'Thấp nhất: 33.838 hồ sơ (tháng 1 năm 2026). Từ tháng 1 năm 2026 đến tháng 3 năm 2026 không so được: ' +
        'số của tháng 3 năm 2026 mới từ 70 trên 100 đơn vị. Có 1 kỳ chưa đủ số của các đơn vị nên không xếp cao thấp.',
    )
    const only = sentenceOfLines([series([point(98.37, { name: 'Quý III', part })])], { ...words, unit: '%' })
    expect(only).toBe('Chỉ có một số: 98,37% (quý III, từ 70 trên 100 đơn vị).')
    expect(sentenceOfUnits(points, words)).toContain('Thấp nhất: 33.838 hồ sơ')
  })

  test('no change across another definition, and why', () => {
    const said = sentenceOfLines([series(months(1, 2, 3))], words, [{ at: 1, note: '' }])
    expect(said).toContain('cách tính đã thay đổi nên không so được')
    expect(said).not.toMatch(/tăng|giảm/)
  })

  test.each([
    [[], 'Chưa có gì để vẽ.'],
    [[null, null], 'Chưa có số nào trong 2 kỳ.'],
    [[5], 'Chỉ có một số: 5 hồ sơ (tháng 1 năm 2026).'],
    [[5, 5], 'Mọi số đều là 5 hồ sơ.'],
  ])('of %j: %s', (values, said) => {
    expect(sentenceOfLines([series(months(...values))], words)).toBe(said)
  })

  test('a difference of percentages is in percentage points', () => {
    expect(withUnit('72,35', '%')).toBe('72,35%')
    expect(unitOfChange('%')).toBe('điểm phần trăm')
  })

  test('of units: ties are told, a name keeps its capital', () => {
    const units = [point(5, { name: 'Xã A' }), point(9, { name: 'Xã B' }), point(9, { name: 'Xã C' })]
    expect(sentenceOfUnits(units, { ...words, places: 'xã' })).toBe(
      'Cao nhất: 9 hồ sơ (Xã B) và 1 nơi khác bằng vậy. Thấp nhất: 5 hồ sơ (Xã A).',
    )
  })

  test('of panels: the last period that any of them knows', () => {
    const panel = (name: string, ...values: (number | null)[]) => {
      return { key: name, name, href: null, breaks: [], series: [series(months(...values))] }
    }
    expect(sentenceOfPanels([panel('Xã A', 1, 2, null), panel('Xã B', 4, null, null)], words)).toBe(
      'Tháng 2 năm 2026. Chỉ Xã A có số: 2 hồ sơ. Trong 2 kỳ, 1 chưa có số.',
    )
  })
})

describe('a map', () => {
  const known = (values: readonly number[]) => values.map((value) => point(value))

  test('five classes for many units, fewer for few, one for one', () => {
    const count = (values: readonly number[]) => classesOf(known(values), 'quantiles').most
    expect(count(Array.from({ length: 34 }, (_, at) => at))).toBe(5)
    expect(count([1, 2, 3, 4, 5, 6, 7, 8, 9])).toBe(3)
    expect(count([1, 2])).toBe(2)
    expect(count([7, 7, 7])).toBe(1)
    expect(classesOf([point(null)], 'equal').classes).toEqual([])
  })

  test('classes rise with the numbers, equal numbers share one, every unit is counted once', () => {
    const way = fc.constantFrom('quantiles' as const, 'equal' as const)
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 80 }), way, (values, kind) => {
        const found = classesOf(known(values), kind)
        const inOrder = values.toSorted((a, b) => a - b).map(found.classOf)
        expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b))
        expect(found.most).toBeLessThanOrEqual(5)
        expect(inOrder.every((number) => number >= 1 && number <= found.most)).toBe(true)
        expect(found.classes.reduce((sum, { count }) => sum + count, 0)).toBe(values.length)
        const gaps = found.classes
          .slice(1)
          .map((one, at) => Number(one.from.value) > Number(found.classes[at]?.to.value))
        expect(gaps.every(Boolean)).toBe(true)
      }),
    )
  })

  test('what has no number is in no class, and says which kind of nothing it is', () => {
    const classes = classesOf([point(1), point(2)], 'equal')
    expect(fillOf(point(null), classes)).toEqual({ kind: 'absent' })
    expect(fillOf(point(null, { state: 'not-comparable' }), classes)).toEqual({ kind: 'not-comparable' })
    expect(fillOf(point(2), classes)).toEqual({ kind: 'class', number: 2 })
  })

  test('few classes take shades far apart', () => {
    expect([1, 2].map((number) => shade(number, 2))).toEqual([1, 5])
    expect([1, 2, 3].map((number) => shade(number, 3))).toEqual([1, 3, 5])
    expect(shade(1, 1)).toBe(3)
  })

  test('squares begin at the edge and leave room for what is named beside them', () => {
    const [a, b] = [newId<'Unit'>(), newId<'Unit'>()]
    const tiles = [
      { unit: a, column: 3, row: 2, label: 'Đà Nẵng', note: 'Quần đảo Hoàng Sa' },
      { unit: b, column: 2, row: 3, label: 'Huế', note: null },
    ]
    const units = [a, b].map((unit) => ({ unit, point: point(1, { name: unit }) }))
    const drawing = tileDrawing({ kind: 'tiles', tiles }, units, classesOf([point(1)], 'equal'))
    expect(drawing.tiles.map(({ x, y }) => [x, y])).toEqual([
      [64, 0],
      [0, 64],
    ])
    expect(drawing.notes[0]?.lines).toEqual(['Quần đảo', 'Hoàng Sa'])
    expect(drawing.width).toBeGreaterThan(128 + 64)
  })

  test('a long name wraps between words and says that it is longer', () => {
    expect(wrapped('Bà Rịa Vũng Tàu', 6, 3)).toEqual(['Bà Rịa', 'Vũng', 'Tàu'])
    expect(wrapped('Ủy ban Mặt trận Tổ quốc Việt Nam', 8, 2)).toEqual(['Ủy ban', 'Mặt trận …'])
  })
})
