import { expect, test } from 'vitest'
import {
  absolute,
  add,
  divide,
  formatQuantity,
  isWhole,
  parseQuantity,
  quantity,
  roundTo,
  subtract,
  toDecimalText,
} from './quantity.ts'

test.each([
  ['33838', '33.838'],
  ['15.75', '15,75'],
  ['-8', '−8'],
  ['0', '0'],
  ['1832541.5', '1.832.541,5'],
  ['0.0001', '0,0001'],
])('%s is written %s and comes back whole', (text, shown) => {
  const amount = quantity(text)
  expect(formatQuantity(amount)).toBe(shown)
  expect(toDecimalText(amount)).toBe(text)
})

test.each(['', '1,5', '1.23456', 'abc', '1e5', '99999999999999999'])('“%s” is no quantity', (text) => {
  expect(parseQuantity(text)).toBeNull()
})

test('a hundred thousand tenths add up to ten thousand exactly, as floating numbers would not', () => {
  expect(add(...Array.from({ length: 100_000 }, () => quantity('0.1')))).toBe(quantity(10_000))
})

test.each([
  ['378', '24', '15.75'],
  ['378', '26', '14.5385'],
  ['1', '3', '0.3333'],
  ['-2', '3', '-0.6667'],
])('%s divided by %s is %s', (top, bottom, quotient) => {
  expect(divide(quantity(top), quantity(bottom))).toBe(quantity(quotient))
})

test('a quotient of two decimals is rounded once: 72,34496 is 72,34, though its four decimals would round to 72,35', () => {
  const [top, bottom] = [quantity(7_234_496), quantity(100_000)]
  expect(divide(top, bottom, 2)).toBe(quantity('72.34'))
  expect(roundTo(divide(top, bottom) ?? quantity(0), 2)).toBe(quantity('72.35'))
  expect(divide(quantity(-1), quantity(8), 2)).toBe(quantity('-0.13'))
  expect(divide(quantity(5), quantity(2), 0)).toBe(quantity(3))
})

test('nothing is divided by zero', () => {
  expect(divide(quantity(1), quantity(0))).toBeNull()
})

test('halves round away from zero', () => {
  expect(roundTo(quantity('14.5385'), 2)).toBe(quantity('14.54'))
  expect(roundTo(quantity('-0.5'), 0)).toBe(quantity(-1))
  expect(isWhole(quantity('2'))).toBe(true)
  expect(absolute(subtract(quantity(1), quantity(3)))).toBe(quantity(2))
})
