import { describe, expect, test } from 'vitest'
import { on, quePlace, smallRegister, unitId, type SmallRegister } from '../../../tests/support/register.ts'
import { apportion, apportionCount } from './apportion.ts'
import { missing, quotientOf, rebaseMap } from './rebase-map.ts'
import { rebase } from './rebase-series.ts'
import { comparable, destinationOf, sourcesOf, type Standing } from './rebase.ts'
import type { UnitLevel } from './unit.ts'

const register = smallRegister(quePlace())
const today = '2026-01-01'

function seen(unit: string, day: string, level: UnitLevel, place = register) {
  const { flag, parts, reason } = destinationOf(place, unitId(unit), { day: on(day), level })
  return { flag, parts: Object.fromEntries(parts.map((part) => [part.unit, part.share])), why: reason?.why ?? null }
}

describe('where a figure stands on another map', () => {
  test.each([
    ['a unit that stands is itself', 'phuong-h', today, 'commune', { 'phuong-h': 1 }],
    ['a whole unit adds exactly, over two events', 'xa-a', today, 'commune', { 'xa-1-2025': 1 }],
    ['backward to itself', 'xa-b', '2019-06-30', 'commune', { 'xa-b': 1 }],
    [
      'a district counts towards the province that succeeded its province',
      'huyen-que',
      today,
      'province',
      { 'thanh-pho-da-2025': 1 },
    ],
    ['so does one that only its communes lead on', 'huyen-que-2025', today, 'province', { 'thanh-pho-da-2025': 1 }],
    ['a province towards its successor', 'tinh-nam', today, 'province', { 'thanh-pho-da-2025': 1 }],
    [
      'a divided commune is exact where all parts lie under one unit',
      'xa-c',
      today,
      'province',
      { 'thanh-pho-da-2025': 1 },
    ],
    [
      'a merged commune counts towards the district that held all of it',
      'xa-1-2025',
      '2025-03-01',
      'district',
      { 'huyen-que-2025': 1 },
    ],
    ['and towards the province of before', 'xa-3-2025', '2024-06-01', 'province', { 'tinh-nam': 1 }],
    ['the only source of a unit gets all of it back', 'xa-3-2025', '2025-03-01', 'commune', { 'xa-c': 1 }],
    ['a district of 2019 stands within that of 2025', 'huyen-que', '2025-03-01', 'district', { 'huyen-que-2025': 1 }],
  ] as const)('%s', (_, unit, day, level, parts) => {
    expect(seen(unit, day, level)).toEqual({ flag: 'exact', parts, why: null })
  })

  test('a division with known shares is apportioned', () => {
    expect(seen('xa-b', today, 'commune')).toEqual({
      flag: 'apportioned',
      parts: { 'xa-1-2025': 0.3, 'xa-2-2025': 0.7 },
      why: null,
    })
  })

  test.each([
    ['a division without shares', 'xa-c', today, 'commune', 'share-unknown', ['xa-2-2025', 'xa-3-2025']],
    ['a district for its communes', 'huyen-que', '2024-06-01', 'commune', 'not-divided', ['xa-a', 'xa-b']],
    [
      'a district of before for the communes of today',
      'huyen-que-2025',
      today,
      'commune',
      'not-divided',
      ['xa-1-2025', 'xa-2-2025', 'xa-3-2025'],
    ],
    [
      'today’s commune among those it was made of',
      'xa-1-2025',
      '2025-03-01',
      'commune',
      'share-unknown',
      ['xa-ad-2025', 'xa-b'],
    ],
    ['a day on which there was no such level', 'phuong-h', today, 'district', 'not-divided', []],
    ['a day before the register', 'xa-b', '2018-12-31', 'commune', 'before-register', []],
    ['a unit that nobody knows', 'xa-x', today, 'commune', 'unknown-unit', []],
  ] as const)('not comparable: %s', (_, unit, day, level, why, touched) => {
    const found = seen(unit, day, level)
    expect([found.flag, found.why, Object.keys(found.parts)]).toEqual(['not-comparable', why, touched])
    expect(Object.values(found.parts).every((share) => share === null)).toBe(true)
  })

  test('the reason names the unit that was divided and the act', () => {
    const { reason } = destinationOf(register, unitId('xa-c'), { day: on(today), level: 'commune' })
    expect(reason).toMatchObject({ why: 'share-unknown', unit: 'xa-c', act: '3/NQ', article: 'Điều 1 khoản 2' })
  })

  test('a unit that went nowhere known', () => {
    const lost = smallRegister({
      units: [
        { code: 'p', level: 'province' },
        { code: 'x', parent: 'p', until: '2020-12-31' },
        { code: 'y', parent: 'p', from: '2021-01-01' },
      ],
    })
    expect(seen('x', today, 'commune', lost)).toEqual({ flag: 'not-comparable', parts: {}, why: 'no-successor' })
    expect(seen('y', '2020-01-01', 'commune', lost).why).toBe('no-predecessor')
    expect(seen('x', today, 'province', lost)).toEqual({ flag: 'exact', parts: { p: 1 }, why: null })
  })

  test('what made up a unit of today', () => {
    const sources = sourcesOf(register, unitId('xa-1-2025'), { day: on('2024-06-01'), level: 'commune' })
    expect(sources.map(({ code }) => code)).toEqual(['xa-a', 'xa-b', 'xa-d'])
  })
})

describe('whether an event lets figures across', () => {
  const twoWays = (aggregation: 'both' | 'forward' | 'backward' | 'neither', links: string[]): SmallRegister => ({
    units: [
      { code: 'p', level: 'province' },
      { code: 'a', parent: 'p', until: '2020-12-31' },
      { code: 'b', parent: 'p', until: '2020-12-31' },
      { code: 'c', parent: 'p', from: '2021-01-01' },
      { code: 'd', parent: 'p', from: '2021-01-01' },
    ],
    events: [{ id: 'e', on: '2021-01-01', aggregation, links }],
  })
  const merge = ['a c 1000000 400000', 'b c 1000000 600000']
  const division = ['a c 250000', 'a d 750000']

  test.each([
    ['both', merge, 'a', today, 'exact'],
    ['forward', merge, 'a', today, 'exact'],
    ['backward', merge, 'a', today, 'not-comparable'],
    ['neither', merge, 'a', today, 'not-comparable'],
    ['both', merge, 'c', '2020-01-01', 'apportioned'],
    ['forward', merge, 'c', '2020-01-01', 'not-comparable'],
    ['backward', merge, 'c', '2020-01-01', 'apportioned'],
    ['both', division, 'a', today, 'apportioned'],
    ['backward', division, 'a', today, 'not-comparable'],
    ['backward', division, 'c', '2020-01-01', 'exact'],
    ['forward', division, 'c', '2020-01-01', 'not-comparable'],
  ] as const)('%s, %j: %s on %s is %s', (aggregation, links, unit, day, flag) => {
    expect(seen(unit, day, 'commune', smallRegister(twoWays(aggregation, [...links]))).flag).toBe(flag)
  })

  test('the province holds both sides, so only an event that forbids every reading stands in its way', () => {
    expect(seen('a', today, 'province', smallRegister(twoWays('backward', merge))).flag).toBe('exact')
    expect(seen('a', today, 'province', smallRegister(twoWays('neither', merge)))).toMatchObject({
      flag: 'not-comparable',
      why: 'event-forbids',
    })
  })

  test('shares that do not add up to the whole divide nothing', () => {
    const short = smallRegister(twoWays('both', ['a c 250000', 'a d 700000']))
    expect(seen('a', today, 'commune', short)).toMatchObject({ flag: 'not-comparable', why: 'shares-incomplete' })
    const alone = smallRegister(twoWays('both', ['a c ?']))
    expect(seen('a', today, 'commune', alone)).toMatchObject({ flag: 'not-comparable', why: 'shares-incomplete' })
  })

  test('shares of two events multiply exactly, and parts that meet again are one', () => {
    const thirds = smallRegister({
      units: [
        { code: 'p', level: 'province' },
        { code: 'a', parent: 'p', until: '2020-12-31' },
        { code: 'b', parent: 'p', from: '2021-01-01', until: '2021-12-31' },
        { code: 'c', parent: 'p', from: '2021-01-01', until: '2021-12-31' },
        { code: 'd', parent: 'p', from: '2022-01-01' },
        { code: 'e', parent: 'p', from: '2022-01-01' },
      ],
      events: [
        { id: 'e1', on: '2021-01-01', aggregation: 'both', links: ['a b 333333', 'a c 666667'] },
        {
          id: 'e2',
          on: '2022-01-01',
          aggregation: 'both',
          links: ['b d 333333', 'b e 666667', 'c d 500001', 'c e 499999'],
        },
      ],
    })
    const { parts, whole } = destinationOf(thirds, unitId('a'), { day: on(today), level: 'commune' })
    const shareOfD = 333_333n * 333_333n + 666_667n * 500_001n
    expect(parts[0]?.weight === null ? null : (parts[0]?.weight ?? 0n) * 10n ** 12n).toBe(shareOfD * whole)
    expect(parts.reduce((sum, { weight }) => sum + (weight ?? 0n), 0n)).toBe(whole)
    expect(seen('a', '2021-06-01', 'commune', thirds).parts).toEqual({ b: 0.333333, c: 0.666667 })
  })
})

describe('a total divided by the largest remainder', () => {
  test.each([
    [10, [1, 1, 1], [4, 3, 3]],
    [-10, [1, 1, 1], [-4, -3, -3]],
    [0, [3, 7], [0, 0]],
    [1, [3, 7], [0, 1]],
    [5, [0, 1], [0, 5]],
    [9, [333_333, 666_667], [3, 6]],
    [9_007_199_254_740_991, [1, 2], [3_002_399_751_580_330, 6_004_799_503_160_661]],
  ])('%d by %j is %j', (total, shares, parts) => {
    const weights = shares.map(BigInt)
    expect(apportionCount(total, weights)).toEqual(parts)
    expect(apportion(BigInt(total), weights).map(Number)).toEqual(parts)
  })

  test('in whole steps where the number is one, in its own precision where it is not', () => {
    expect(apportion(100_000n, [1n, 1n, 1n], 10_000n)).toEqual([40_000n, 30_000n, 30_000n])
    expect(apportion(15_0001n, [1n, 1n], 10_000n)).toEqual([75_001n, 75_000n])
  })

  test('nothing is divided by nothing, and no fraction of a person', () => {
    expect(() => apportion(5n, [])).toThrow(RangeError)
    expect(() => apportionCount(5, [0n])).toThrow(RangeError)
    expect(() => apportionCount(1.5, [1n, 1n])).toThrow(RangeError)
  })
})

describe('many series at once', () => {
  const sources = ['phuong-h', 'xa-ad-2025', 'xa-b', 'xa-c'].map(unitId)
  const map = rebaseMap(register, sources, { day: on(today), level: 'commune' })
  const inProvince = rebaseMap(register, sources, { day: on(today), level: 'province' })

  test('a target is worth what its worst source is worth', () => {
    expect(map.targets).toEqual(['phuong-h', 'xa-1-2025', 'xa-2-2025', 'xa-3-2025'])
    expect(map.flags).toEqual(['exact', 'apportioned', 'not-comparable', 'not-comparable'])
    expect(map.reasons.map((reason) => reason?.why ?? null)).toEqual([null, null, 'share-unknown', 'share-unknown'])
    expect([...map.expected]).toEqual([1, 2, 2, 1])
    expect(inProvince.flags).toEqual(['exact'])
  })

  test('whole numbers add, divided ones apportion, and nothing is lost', () => {
    const values = Int32Array.from([5, 100, 11, 7, 0, 0, -3, 0])
    const { values: found, counted, unplaced } = rebase(map, { nature: 'flow', values })
    expect([...found]).toEqual([5, 103, Number.NaN, Number.NaN, 0, -1, Number.NaN, Number.NaN])
    expect([...counted]).toEqual([1, 2, 1, 0, 1, 2, 1, 0])
    expect([...unplaced]).toEqual([15, -2])
    expect([...rebase(inProvince, { nature: 'flow', values }).values]).toEqual([123, -3])
  })

  test('what was not reported stays so: a sum says of how many, and a target of nobody is missing', () => {
    const some = rebase(map, { nature: 'flow', values: Int32Array.from([missing.inInt32, missing.inInt32, 11, 7]) })
    expect([...some.values.subarray(0, 2)]).toEqual([Number.NaN, 3])
    expect([...some.counted.subarray(0, 2)]).toEqual([0, 1])
    const floats = rebase(map, { nature: 'stock', values: Float64Array.from([Number.NaN, 2, Number.NaN, 1]) })
    expect([...floats.values.subarray(0, 2)]).toEqual([Number.NaN, 2])
  })

  test('a ratio is divided last, and only where both sides come from the same units', () => {
    const above = rebase(inProvince, {
      nature: 'flow',
      values: Int32Array.from([1, 1, 1, 1, 1, missing.inInt32, 0, 0, 0, 0, 0, 0]),
    })
    const below = rebase(inProvince, { nature: 'flow', values: Int32Array.from([2, 2, 2, 10, 1, 1, 1, 1, 0, 0, 0, 0]) })
    expect([...quotientOf(above, below)]).toEqual([0.25, Number.NaN, Number.NaN])
  })

  test('values that are not whole series are a bug', () => {
    expect(() => rebase(map, { nature: 'flow', values: Int32Array.from([1, 2, 3]) })).toThrow(RangeError)
    expect(rebase(rebaseMap(register, [], map.to), { nature: 'flow', values: new Int32Array(0) }).values).toHaveLength(
      0,
    )
  })
})

describe('a growth', () => {
  const full: Standing = { flag: 'exact', reason: null, counted: 3, expected: 3 }
  test('is worked out only where both sides are known in full', () => {
    expect(comparable(full, full)).toEqual({ isComparable: true, flag: 'exact' })
    expect(comparable(full, { ...full, flag: 'apportioned' })).toEqual({ isComparable: true, flag: 'apportioned' })
    expect(comparable({ ...full, counted: 2 }, full)).toEqual({
      isComparable: false,
      reason: { why: 'incomplete', counted: 2, expected: 3 },
    })
    const reason = { why: 'unknown-unit', unit: unitId('x') } as const
    expect(comparable(full, { ...full, flag: 'not-comparable', reason })).toEqual({ isComparable: false, reason })
  })
})
