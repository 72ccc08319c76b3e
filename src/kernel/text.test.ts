import { expect, test } from 'vitest'
import { fold, holdsPersonalNumber, lengthOf, tidy } from './text.ts'

test('text is kept composed, without control characters and trailing blanks', () => {
  expect(tidy(' Đơn\u0007 v\u0069\u0323 \r\nthứ hai  \n')).toBe('Đơn vị\nthứ hai')
})

test('search goes without diacritics, đ as d', () => {
  expect(fold('Xã Thượng Đỗ  Quỳnh Ngữ')).toBe('xa thuong do quynh ngu')
})

test('a stacked letter is one character', () => {
  expect(lengthOf('Ở Ữ Ặ ỗ'.normalize('NFD'))).toBe(7)
})

test.each([
  ['gọi 0912 345 678', true],
  ['+84 912.345.678', true],
  ['căn cước 012345678901', true],
  ['máy bàn 0232 3 882 123', true],
  ['33.838 hồ sơ, 43.479 tổng', false],
  ['kỳ 15/12/2025 đến 14/9/2026', false],
  ['1.832.541 lượt', false],
  ['số 15/BC-UBND ngày 20/11/2026', false],
  ['họp năm 2026\n0912345678 là số để hỏi', true],
  ['2026\n12345678', false],
])('“%s” holds somebody’s number: %s', (text, holds) => {
  expect(holdsPersonalNumber(text)).toBe(holds)
})
