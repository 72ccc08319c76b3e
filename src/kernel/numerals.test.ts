import { describe, expect, test } from 'vitest'
import { formatAmount, readNumeral, type Numeral } from './numerals.ts'
import { toDecimalText } from './quantity.ts'

function said(text: string, numeral: Numeral): string {
  const reading = readNumeral(text, numeral)
  if (reading.kind === 'amount')
    return `${reading.qualifier} ${toDecimalText(reading.amount)}${reading.echo ? ' echoed' : ''}`
  return reading.kind === 'asked' ? `asked: ${reading.doubt}` : reading.kind
}

describe('a count', () => {
  test.each([
    ['33.838', 'exact 33838'],
    ['33,838', 'exact 33838 echoed'],
    ['8.552', 'exact 8552'],
    ['43,479', 'exact 43479 echoed'],
    ['1.832.541', 'exact 1832541'],
    ['1,832,541', 'exact 1832541 echoed'],
    ['33 838', 'exact 33838'],
    ['33\u00a0838', 'exact 33838'],
    ['07', 'exact 7'],
    ['0', 'exact 0'],
    ['trên 3.200', 'over 3200'],
    ['hơn 600', 'over 600'],
    ['Khoảng 500', 'about 500'],
    ['khoang 500', 'about 500'],
    ['gần 90', 'under 90'],
    ['dự ước 378', 'estimate 378'],
    ['ước 99', 'estimate 99'],
    ['', 'not-yet-known'],
    ['chưa có số', 'not-yet-known'],
    ['không áp dụng', 'not-applicable'],
    ['12,34', 'asked: fraction-of-a-count'],
    ['15.75', 'asked: fraction-of-a-count'],
    ['0.838', 'asked: fraction-of-a-count'],
    ['1.2.3', 'asked: mixed-separators'],
    ['1.234,567', 'asked: mixed-separators'],
    ['33.83', 'asked: fraction-of-a-count'],
    ['-', 'asked: a-dash'],
    ['-5', 'asked: negative'],
    ['hai mươi người', 'asked: not-a-number'],
    ['3 nghìn', 'exact 3000 echoed'],
    ['99999999999999999999', 'asked: too-large'],
  ])('“%s” says %s', (text, expected) => {
    expect(said(text, 'count')).toBe(expected)
  })

  test('the comma form is shown back, so that the officer sees what was understood', () => {
    const reading = readNumeral('33,838', 'count')
    expect(reading.kind === 'amount' && reading.echo).toBe('33,838 được hiểu là 33.838')
  })
})

describe('a measure with decimals', () => {
  test.each([
    ['15,75', 'exact 15.75'],
    ['15.75', 'exact 15.75 echoed'],
    ['15', 'exact 15'],
    ['1.234,5', 'exact 1234.5'],
    ['1.234.567', 'exact 1234567'],
    ['1.234', 'asked: three-decimals-or-thousands'],
    ['1,234', 'asked: three-decimals-or-thousands'],
    ['1,234.5', 'asked: mixed-separators'],
  ])('“%s” says %s', (text, expected) => {
    expect(said(text, 'decimal')).toBe(expected)
  })

  test('two possible readings are both offered', () => {
    const reading = readNumeral('1.234', 'decimal')
    expect(reading.kind === 'asked' && reading.candidates.map(toDecimalText)).toEqual(['1234', '1.234'])
  })

  test('a percentage may carry its sign', () => {
    expect(said('79,83 %', 'percent')).toBe('exact 79.83')
    expect(said('79,83%', 'percent')).toBe('exact 79.83')
  })
})

describe('a change', () => {
  test.each([
    ['+8', 'exact 8'],
    ['8', 'exact 8'],
    ['-3', 'exact -3'],
    ['−3', 'exact -3'],
    ['tăng 8', 'exact 8'],
    ['giảm 3', 'exact -3'],
  ])('“%s” says %s', (text, expected) => {
    expect(said(text, 'change')).toBe(expected)
  })
})

test('a number is written back as Vietnamese writes it, with its hedge', () => {
  const reading = readNumeral('trên 3,200', 'count')
  expect(reading.kind === 'amount' && formatAmount(reading.amount, reading.qualifier)).toBe('trên 3.200')
  const change = readNumeral('tăng 8', 'change')
  expect(change.kind === 'amount' && formatAmount(change.amount, 'exact', 'change')).toBe('+8')
})
