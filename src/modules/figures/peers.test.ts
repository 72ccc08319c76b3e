import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import type { Qualifier } from '#kernel/numerals.ts'
import { quantity } from '#kernel/quantity.ts'
import { registerOf } from '#modules/territory/register.ts'
import type { RegisterVersion, UnitId, UnitKind } from '#modules/territory/unit.ts'
import type { CubeCell } from './cube-answer.ts'
import { bandSentence, peersSentence } from './peer-words.ts'
import { peerBand, peersOf } from './peers.ts'
import { readPeople, sizeOn, type UnitSize } from './unit-size.ts'

const day = localDate('2026-06-30')
const [province, elsewhere] = [newId<'Unit'>(), newId<'Unit'>()]

function version(unit: UnitId, kind: UnitKind, of: UnitId, until: string | null = null): RegisterVersion {
  const level = kind === 'province' ? ('province' as const) : ('commune' as const)
  return {
    ...{ unit, code: unit, name: unit, kind, level, parent: level === 'province' ? null : of, province: of },
    ...{ from: localDate('2025-07-01'), until: until === null ? null : localDate(until), tree: 'state' },
    ...{ officialCode: null, untilIsKnown: true, act: null, article: null },
  }
}

const communes = Array.from({ length: 12 }, () => newId<'Unit'>())
const [ward, ended, far] = [newId<'Unit'>(), newId<'Unit'>(), newId<'Unit'>()]
const [own = province] = communes
const register = registerOf({
  begins: localDate('2019-01-01'),
  versions: [
    ...[version(province, 'province', province), version(elsewhere, 'province', elsewhere)],
    ...communes.map((unit) => version(unit, 'commune', province)),
    ...[version(ward, 'ward', province), version(ended, 'commune', province, '2026-01-01')],
    version(far, 'commune', elsewhere),
  ],
  ...{ events: [], links: [], acts: [] },
})

function size(unit: UnitId, people: number, on = '2026-01-01'): UnitSize {
  return { unit, people, on: localDate(on), source: 'niên giám', certainty: 'document' }
}

describe('units like one', () => {
  test('are of its level and kind, in its province, there on that day, half to twice as large', () => {
    // 1.000, 2.000, … 12.000 people; the unit itself has 6.000.
    const sizes = [size(own, 6000), ...communes.slice(1).map((unit, at) => size(unit, (at + 1) * 1000))]
    const peers = peersOf(register, [...sizes, size(ward, 6000), size(ended, 6000), size(far, 6000)], own, day)
    expect(peers).toMatchObject({ by: 'size', sized: 9, unknown: 0, band: { from: 3000, to: 12000 } })
    expect(peers?.units).toHaveLength(9)
    expect(peers && peersSentence(peers)).toBe('So với 9 xã trong tỉnh có 3.000 đến 12.000 dân (bằng nửa đến gấp đôi).')
  })

  test('are all of its kind where its size is not known, and it says so', () => {
    const peers = peersOf(register, [size(communes[1] ?? own, 900)], own, day)
    expect(peers).toMatchObject({ by: 'kind', own: null, sized: null, unknown: 10 })
    expect(peers && peersSentence(peers)).toBe(
      'So với tất cả 11 xã khác trong tỉnh: chưa ghi số dân của đơn vị này nên không chọn được nơi cùng cỡ.',
    )
  })

  test('are all of its kind where fewer than five are of its size, and it says how many', () => {
    const peers = peersOf(
      register,
      [size(own, 1000), ...communes.slice(1, 4).map((unit) => size(unit, 1500))],
      own,
      day,
    )
    expect(peers).toMatchObject({ by: 'kind', sized: 3 })
    expect(peers && peersSentence(peers)).toBe(
      'So với tất cả 11 xã khác trong tỉnh: chỉ có 3 xã cùng cỡ, 8 xã chưa ghi số dân.',
    )
  })

  test('of the country are looked for everywhere; of a unit that was not there, nowhere', () => {
    expect(peersOf(register, [], own, day, 'country')?.units).toContain(far)
    expect(peersOf(register, [], ended, day)).toBeNull()
  })

  test('are found by the newest count until the day, or the first one after it', () => {
    const sizes = [size(own, 1, '2024-01-01'), size(own, 2, '2025-01-01'), size(own, 3, '2027-01-01')]
    expect(sizeOn(sizes, own, day)?.people).toBe(2)
    expect(sizeOn(sizes, own, localDate('2020-01-01'))?.people).toBe(1)
    expect(sizeOn(sizes, ward, day)).toBeNull()
  })
})

function known(amount: number | string, qualifier: Qualifier = 'exact'): CubeCell {
  const rest = { flag: 'exact' as const, counted: 1, expected: 1, reason: null, version: null }
  return { state: 'known', amount: quantity(amount), qualifier, ...rest }
}
const absent: CubeCell = { ...known(0), state: 'absent', amount: null, counted: 0 }
const count = { numeral: 'count', unitOfCount: 'cuộc' } as const

describe('where a unit stands among its peers', () => {
  const eight = [8, 3, 1, 6, 4, 7, 2, 5].map((amount) => known(amount))

  test('quartiles fall between two numbers where there is no one in the middle', () => {
    expect(peerBand(known(4), eight)).toMatchObject({
      ...{ kind: 'band', counted: 8, lower: quantity('2.75'), median: quantity('4.5'), upper: quantity('6.25') },
      own: { above: 4, below: 3, place: 'middle' },
    })
    expect(bandSentence(peerBand(known(4), eight), count)).toBe(
      'Đơn vị này có 4, trong nửa ở giữa: cao hơn 3, bằng 1, thấp hơn 4 nơi. Một nửa số nơi nằm giữa 2,75 và 6,25, ở giữa là 4,5; tính trên 8 nơi có số.',
    )
  })

  test.each([
    [0, 'below-all'],
    [1, 'lowest-quarter'],
    [7, 'highest-quarter'],
    [9, 'above-all'],
  ])('with %d: %s', (amount, place) => {
    expect(peerBand(known(amount), eight)).toMatchObject({ own: { place } })
  })

  test('what is rounded, missing or does not apply is left out and counted', () => {
    const band = peerBand(known(4), [
      ...eight,
      known(9, 'over'),
      absent,
      absent,
      { ...absent, state: 'not-applicable' },
    ])
    expect(band).toMatchObject({ counted: 8, leftOut: { hedged: 1, missing: 2, notApplicable: 1 } })
    expect(bandSentence(band, count)).toContain('không kể 2 nơi chưa có số, 1 nơi có số làm tròn, 1 nơi không áp dụng.')
  })

  test('fewer than five make no quartiles', () => {
    const band = peerBand(known(4), [...eight.slice(0, 4), absent])
    expect(band).toEqual({ kind: 'too-few', counted: 4, leftOut: { hedged: 0, missing: 1, notApplicable: 0 } })
    expect(bandSentence(band, count)).toBe(
      'Chỉ có 4 nơi cùng loại có số, ít hơn 5 nên không tính khoảng giữa, không kể 1 nơi chưa có số.',
    )
  })

  test('a unit with a rounded number of its own is not ranked', () => {
    expect(peerBand(known(4, 'about'), eight)).toMatchObject({ kind: 'band', own: null })
  })

  test('a sum that some units are missing from is no number to compare', () => {
    expect(peerBand({ ...known(4), expected: 2 }, eight)).toMatchObject({ own: null })
  })
})

test.each([
  ['12.345', 12345],
  ['0', null],
  ['khoảng 9.000', null],
  ['99.999.999', null],
  ['', null],
])('people typed as “%s”', (text, people) => {
  expect(readPeople(text)).toBe(people)
})
