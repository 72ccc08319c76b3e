import { describe, expect, test } from 'vitest'
import { formatQuantity } from '#kernel/quantity.ts'
import { readLand, readMoney, readOutput, readWhole, type ReadNumber } from './follow-numbers.ts'

const said = (read: ReadNumber): string | null => (read.ok ? formatQuantity(read.amount) : null)

describe('money is kept in million đồng', () => {
  test.each([
    ['45,5', 'trieu', '45,5'],
    ['45,5 triệu', 'dong', '45,5'],
    ['45 triệu đồng', 'dong', '45'],
    ['12.500.000', 'dong', '12,5'],
    ['12.500.000 đồng', 'trieu', '12,5'],
    ['12500000đ', 'trieu', '12,5'],
    ['850 nghìn', 'trieu', '0,85'],
    ['1,2 tỷ', 'trieu', '1.200'],
    ['2 tỷ đồng', 'dong', '2.000'],
    ['khoảng 45', 'trieu', null],
    ['1.500', 'trieu', null],
    ['0', 'trieu', null],
    ['nhiều', 'trieu', null],
    ['5 đồng', 'trieu', null],
    ['', 'trieu', null],
  ] as const)('“%s” (%s) is %s', (text, unit, expected) => {
    expect(said(readMoney(text, unit))).toBe(expected)
  })
})

test.each([
  ['1.240', '1.240'],
  ['1.240 m2', '1.240'],
  ['1240 m²', '1.240'],
  ['0,5 ha', '5.000'],
  ['0,12345 ha', null],
  ['2 sào', null],
  ['12,5', null],
  ['-4', null],
])('land “%s” is %s m²', (text, expected) => {
  expect(said(readLand(text))).toBe(expected)
})

test.each([
  ['36', '36'],
  ['1,5', '1,5'],
  ['1.284', '1.284'],
  ['trên 20', null],
])('an output “%s” is %s', (text, expected) => {
  expect(said(readOutput(text, 'Số đạt'))).toBe(expected)
})

test('households are whole', () => {
  expect(said(readWhole('1.204', 'Số hộ'))).toBe('1.204')
  expect(readWhole('2,5', 'Số hộ')).toEqual({ ok: false, problem: 'Số hộ: ghi bằng chữ số, ví dụ 120.' })
})
