import { describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import type { Measure } from './draft.ts'
import { bareName, fullName, slugFor } from './names.ts'
import { sharesByAmount } from '#modules/territory/stated.ts'
import { readPercent, sayPercent, sharesOf } from './shares.ts'

const of = (measure: Measure, source = 'đề án') => ({ measure, source })
const share = (millionths: number): Measure => ({ by: 'share', share: millionths })
const people = (count: number): Measure => ({ by: 'people', people: count })
const unknown: Measure = { by: 'unknown' }

describe('the parts of one unit', () => {
  test.each([
    [
      [share(250_000), share(750_000)],
      [250_000, 750_000],
    ],
    [
      [unknown, unknown],
      [null, null],
    ],
    [
      [share(400_000), unknown],
      [400_000, null],
    ],
    [
      [people(1), people(1), people(1)],
      [333_334, 333_333, 333_333],
    ],
    [
      [people(12_450), people(0)],
      [1_000_000, 0],
    ],
  ])('%j are %j', (measures, expected) => {
    expect(sharesOf(measures.map((one) => of(one)))).toEqual({ ok: true, shares: expected })
  })

  test.each([
    [[share(250_000), share(700_000)], { code: 'shares-not-whole', sum: 950_000 }],
    [[share(700_000), share(700_000), unknown], { code: 'shares-not-whole', sum: 1_400_000 }],
    [[share(500_000), people(3)], { code: 'shares-mixed' }],
    [[people(3), unknown], { code: 'shares-mixed' }],
    [[people(0), people(0)], { code: 'nobody-in-parts' }],
  ])('%j are refused: %j', (measures, fault) => {
    expect(sharesOf(measures.map((one) => of(one)))).toEqual({ ok: false, fault })
  })

  test('a share says where it comes from', () => {
    expect(sharesOf([of(share(1_000_000), '')])).toEqual({ ok: false, fault: { code: 'share-without-source' } })
  })

  test('whatever the counts are, their shares add up to the whole', () => {
    let seed = 7
    const next = (): number => (seed = (seed * 48_271) % 2_147_483_647)
    for (let round = 0; round < 2000; round += 1) {
      const counts = Array.from({ length: 1 + (next() % 9) }, () => next() % 100_000)
      if (counts.every((count) => count === 0)) continue
      expect(sharesByAmount(counts.map(BigInt)).reduce((sum, one) => sum + one, 0)).toBe(1_000_000)
    }
  })
})

test.each([
  ['62,5', 625_000],
  ['62.5 %', 625_000],
  ['100', 1_000_000],
  ['0,0001', 1],
  ['100,1', null],
  ['62,55555', null],
  ['nửa', null],
  ['-5', null],
])('%s is read as %j millionths', (text, expected) => {
  expect(readPercent(text)).toBe(expected)
  if (expected !== null) expect(readPercent(sayPercent(expected))).toBe(expected)
})

test.each([
  ['commune', 'Sông Xanh', 'Xã Sông Xanh'],
  ['ward', 'xã  Sông Xanh', 'Phường Sông Xanh'],
  ['special-zone', 'Đặc khu Đảo Xa', 'Đặc khu Đảo Xa'],
  ['commune', '  ', ''],
] as const)('a %s typed as “%s” is %s', (kind, typed, expected) => {
  expect(fullName(kind, typed)).toBe(expected)
  expect(fullName(kind, bareName(expected))).toBe(expected)
})

describe('the address of a unit that is born', () => {
  const day = localDate('2027-07-01')
  const taken = { codes: new Set(['xa-song-nui-20001', 'xa-suoi-2027']), officialCodes: new Set(['20009']) }
  test.each([
    ['Xã Sông Núi', '20002', 'xa-song-nui-20002'],
    ['Xã Sông Núi', '20001', 'xa-song-nui-20001-2027'],
    ['Xã Đồi Chè', '20009', 'xa-doi-che-20009-2027'],
    ['Phường Ba Đình', null, 'phuong-ba-dinh-2027'],
    ['Xã Suối', null, 'xa-suoi-2027-2'],
  ])('%s with the code %j is %s', (name, officialCode, expected) => {
    expect(slugFor({ name, officialCode, day }, taken)).toBe(expected)
  })
})
