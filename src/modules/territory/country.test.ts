import { expect, test } from 'vitest'
import { on, smallRegister } from '../../../tests/support/register.ts'
import { countryOn } from './country.ts'
import { countryPage } from './country-page.ts'
import { inAlphabet, initialOf, kindWord, ownName } from './naming.ts'

const last = '2025-06-30'
const reform = '2025-07-01'
const register = smallRegister({
  units: [
    { code: 'tinh-a', name: 'Tỉnh An', level: 'province' },
    { code: 'tinh-khong-neu-ten', name: 'Một tỉnh không nêu tên', level: 'province' },
    { code: 'vi-du', name: 'Tỉnh Ví Dụ', level: 'province' },
    { code: 'vi-du-x', name: 'Xã Ví Dụ', parent: 'vi-du' },
    { code: 'huyen-a', name: 'Huyện A', level: 'district', parent: 'tinh-a', until: last },
    { code: 'xa-1', name: 'Xã Một', parent: 'huyen-a', province: 'tinh-a', until: last },
    { code: 'xa-1', name: 'Phường Một', kind: 'ward', parent: 'tinh-a', from: reform },
    { code: 'xa-2', name: 'Xã Hai', parent: 'huyen-a', province: 'tinh-a', until: last },
  ],
})

test('what is invented and what has no name are counted nowhere', () => {
  const before = countryOn(register, on(last))
  expect(before.totals).toMatchObject({ province: 1, district: 1, commune: 2, communes: [{ word: 'xã', count: 2 }] })
  expect(before.provinces.map(({ unit }) => unit.code)).toEqual(['tinh-a'])
  expect(before.examples).toMatchObject([{ unit: { code: 'vi-du' }, counts: [{ word: 'xã', count: 1 }] }])
  expect(countryOn(register, on(reform)).totals).toMatchObject({ province: 1, district: 0, commune: 1 })
})

test('the table has a column for each telling day that has come, and today', () => {
  const page = countryPage(register, [on(last), on(reform)], on(last), on('2026-01-01'))
  expect(page.columns).toEqual(['30/6/2025', '1/7/2025', 'Hôm nay'])
  expect(page.rows.map(({ name, counts }) => [name, ...counts])).toEqual([
    ['Tỉnh, thành phố', '1', '1', '1'],
    ['Cấp huyện', '1', '0', '0'],
    ['Cấp xã', '2', '1', '1'],
    ['xã', '2', '0', '0'],
    ['phường', '0', '1', '1'],
  ])
  expect(page.provinces[0]).toMatchObject({ href: '/don-vi/tinh-a?ngay=2025-06-30', counts: '2 xã' })
  expect(countryPage(register, [on(last), on(reform)], on(last), on(last)).columns).toEqual(['Hôm nay'])
})

test.each([
  ['Xã Đại Lộc', 'Đại Lộc', 'Đ'],
  ['Phường Ấp Mới', 'Ấp Mới', 'Â'],
  ['Xã Ái Nghĩa', 'Ái Nghĩa', 'A'],
  ['Thị trấn Ơ', 'Ơ', 'Ơ'],
  ['Phường 10', '10', '0–9'],
  ['Một huyện không nêu tên', 'Một huyện không nêu tên', 'M'],
  ['Đặc khu Hoàng Sa', 'Hoàng Sa', 'H'],
])('%s stands as “%s” under %s', (name, own, letter) => {
  expect([ownName(name), initialOf(name)]).toEqual([own, letter])
})

test('by the alphabet of their own names, numbers as numbers', () => {
  const named = ['Xã Đông', 'Phường 10', 'Xã Dân', 'Phường 2', 'Thị trấn Ân', 'Xã An'].map((name) => ({
    name,
    code: name,
  }))
  expect(inAlphabet(named).map(({ name }) => ownName(name))).toEqual(['2', '10', 'An', 'Ân', 'Dân', 'Đông'])
})

test.each([
  ['Quận Thanh Khê', 'urban-district', 'district', 'quận'],
  ['Thành phố Đà Nẵng', 'city', 'province', 'thành phố trực thuộc trung ương'],
  ['Thị xã Điện Bàn', 'district-town', 'district', 'thị xã'],
  ['Một huyện không nêu tên', 'rural-district', 'district', 'huyện'],
] as const)('%s is a %s', (name, kind, level, word) => {
  expect(kindWord({ name, kind, level })).toBe(word)
})
