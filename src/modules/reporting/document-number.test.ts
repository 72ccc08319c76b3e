import { expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { gapsOf, nextNumber, paperNumbering, parseNumber, seriesOf } from './document-number.ts'

test.each([
  ['state', '', '2026'],
  ['state', '2025-2030', '2026'],
  ['front', '', '2026'],
  ['party', '2025-2030', '2025-2030'],
  ['party', '', '2026'],
] as const)('numbers of the %s layout with the term “%s” run within %s', (layout, term, series) => {
  expect(seriesOf({ layout, term }, localDate('2026-10-07'))).toBe(series)
})

test('the next number goes on from the paper register in its own year, and begins anew in the next', () => {
  const numbering = { ...paperNumbering('state'), startSeries: '2026', last: { report: 37, letter: 112 } }
  expect(nextNumber(numbering, 'report', '2026', [])).toBe(38)
  expect(nextNumber(numbering, 'report', '2026', [38, 39])).toBe(40)
  expect(nextNumber(numbering, 'letter', '2026', [])).toBe(113)
  expect(nextNumber(numbering, 'report', '2027', [])).toBe(1)
})

test.each([
  ['7', 7],
  ['07', 7],
  [' 112 ', 112],
  ['0', null],
  ['', null],
  ['12a', null],
  ['12/BC', null],
  ['100000', null],
])('“%s” is read as %s', (text, number) => {
  expect(parseNumber(text)).toBe(number)
})

test('numbers the register does not hold are told as ranges', () => {
  expect(gapsOf([3, 4, 7, 12])).toEqual([
    { from: 1, to: 2 },
    { from: 5, to: 6 },
    { from: 8, to: 11 },
  ])
  expect(gapsOf([1, 2, 3])).toEqual([])
  expect(gapsOf([])).toEqual([])
})
