import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quantity, type Quantity } from '#kernel/quantity.ts'
import { longestExpression } from './expression-doubt.ts'
import { readExpression, writeExpression } from './expression-text.ts'
import { factors, type Expression } from './expression.ts'
import { cellKey, parseCellKey } from './indicator.ts'

const at = (key: string): Expression => ({ kind: 'cell', cell: parseCellKey(key) })
const number = (amount: string): Expression => ({ kind: 'number', amount: quantity(amount) })

function read(text: string): Expression {
  const reading = readExpression(text)
  if (reading.kind === 'doubt') throw new Error(reading.sentence)
  return reading.expression
}

function doubt(text: string): string {
  const reading = readExpression(text)
  return reading.kind === 'doubt' ? reading.sentence : writeExpression(reading.expression)
}

test.each<[string, Expression]>([
  ['F05', at('F05')],
  [' f05 ', at('F05')],
  ['K01:collective', at('K01:collective')],
  ['K01:tập thể', at('K01:collective')],
  ['K01 : tap the', at('K01:collective')],
  ['K01:TẬP THỂ', at('K01:collective')],
  ['I04:under-appraisal', at('I04:under-appraisal')],
  ['F05 + F06', { kind: 'sum', of: [at('F05'), at('F06')] }],
  ['F05 - F06', { kind: 'difference', from: at('F05'), take: at('F06') }],
  ['F05 − F06', { kind: 'difference', from: at('F05'), take: at('F06') }],
  ['K01:tập thể-K02', { kind: 'difference', from: at('K01:collective'), take: at('K02') }],
  ['F05 / F01 %', { kind: 'ratio', numerator: at('F05'), denominator: at('F01'), factor: 100 }],
  ['F05/F01‰', { kind: 'ratio', numerator: at('F05'), denominator: at('F01'), factor: 1000 }],
  ['F05 / H01 × 10.000', { kind: 'ratio', numerator: at('F05'), denominator: at('H01'), factor: 10_000 }],
  ['F05 / H01 * 100000', { kind: 'ratio', numerator: at('F05'), denominator: at('H01'), factor: 100_000 }],
  [
    '(F05 + F06) / (F05 + F06 + F07) %',
    {
      kind: 'ratio',
      numerator: { kind: 'sum', of: [at('F05'), at('F06')] },
      denominator: { kind: 'sum', of: [at('F05'), at('F06'), at('F07')] },
      factor: 100,
    },
  ],
  [
    'nếu(F01 > 0; F06; 0)',
    {
      kind: 'if',
      condition: { left: at('F01'), comparison: 'more', right: number('0') },
      then: at('F06'),
      otherwise: number('0'),
    },
  ],
  [
    'NEU(F01>=1,5;F06;-2)',
    {
      kind: 'if',
      condition: { left: at('F01'), comparison: 'at-least', right: number('1.5') },
      then: at('F06'),
      otherwise: number('-2'),
    },
  ],
  ['số đơn vị(F03)', { kind: 'units', of: at('F03'), unitKind: null }],
  ['so xa(I01)', { kind: 'units', of: at('I01'), unitKind: 'commune' }],
  ['số đặc khu(I01)', { kind: 'units', of: at('I01'), unitKind: 'special-zone' }],
  ['F01 + 1240', { kind: 'sum', of: [at('F01'), number('1240')] }],
  ['F01 + 12.340.000,5', { kind: 'sum', of: [at('F01'), number('12340000.5')] }],
])('“%s” is read', (text, expected) => {
  expect(read(text)).toEqual(expected)
})

test('a minus takes away what stands right behind it, and brackets change that', () => {
  expect(read('F01 - F02 - F03')).toEqual({
    kind: 'difference',
    from: { kind: 'difference', from: at('F01'), take: at('F02') },
    take: at('F03'),
  })
  expect(writeExpression(read('F01 - (F02 - F03)'))).toBe('F01 - (F02 - F03)')
  expect(writeExpression(read('((F01 + ((F02))))'))).toBe('F01 + F02')
})

test('a part is printed in Vietnamese where people read it', () => {
  expect(writeExpression(at('K01:collective'))).toBe('K01:collective')
  expect(writeExpression(at('K01:collective'), 'words')).toBe('K01:tập thể')
})

test.each([
  ['', 'Chưa có công thức. Xin ghi, ví dụ F05 / F01 % hoặc K01:tập thể + K01:cá nhân.'],
  ['   ', 'Chưa có công thức. Xin ghi, ví dụ F05 / F01 % hoặc K01:tập thể + K01:cá nhân.'],
  ['F05 +', 'Ở cuối công thức: ở đây thiếu một mã chỉ tiêu hoặc một số.'],
  ['F05 + * F06', 'Ở chữ thứ 7, “*”: ở đây thiếu một mã chỉ tiêu hoặc một số.'],
  ['F05 F06', 'Ở chữ thứ 5, “F06”: ở đây cần một dấu nối với phần trước.'],
  ['F05 # F06', 'Ở chữ thứ 5, “#”: ký tự này không dùng trong công thức.'],
  ['(F05 + F06', 'Ở chữ thứ 1, “(”: ngoặc mở này chưa được đóng.'],
  ['F05 + F06)', 'Ở chữ thứ 10, “)”: ngoặc đóng này không có ngoặc mở.'],
  ['F05 * F06', 'Ở chữ thứ 5, “*”: công thức không nhân số với số'],
  ['F05 %', 'Ở chữ thứ 5, “%”: dấu này chỉ đứng sau một phép chia'],
  ['F05 / F01 × 7', 'Ở chữ thứ 13, “7”: sau dấu × chỉ ghi 100, 1.000, 10.000 hoặc 100.000'],
  ['F05 / F01 / F02', 'Ở chữ thứ 11, “/”: hai dấu chia liền nhau'],
  ['K01:hoan hô', 'Ở chữ thứ 1, “K01:hoan hô”: chưa rõ là phần nào của K01.'],
  ['hồ sơ đúng hạn / F01', 'Ở chữ thứ 1, “hồ sơ đúng hạn”: chưa hiểu chữ này.'],
  ['nếu F01 > 0', 'Ở chữ thứ 1, “nếu”: sau chữ này phải là ngoặc.'],
  ['nếu(F01; F06; 0)', 'Ở chữ thứ 8, “;”: điều kiện cần một dấu so sánh.'],
  ['nếu(F01 > 0; F06)', 'Ở chữ thứ 1, “nếu”: “nếu” cần ba phần, ở đây mới có 2.'],
  ['nếu(F01 > 0, F06, 0)', 'Ở chữ thứ 12, “,”: dấu phẩy chỉ dùng trong số lẻ'],
  ['số xã(5)', 'Ở chữ thứ 1, “số xã”: trong ngoặc phải có một chỉ tiêu'],
  ['F01 + 1.234', 'Ở chữ thứ 7, “1.234”: có thể hiểu hai cách. Xin ghi 1234 hoặc 1,2340.'],
  ['F01 + 1.2.3', 'Ở chữ thứ 7, “1.2.3”: chưa đọc được thành số.'],
  ['F01 + 0,12345', 'Ở chữ thứ 7, “0,12345”: chưa đọc được thành số.'],
])('“%s” is asked about at its place', (text, begins) => {
  expect(doubt(text).startsWith(begins), doubt(text)).toBe(true)
})

test('a formula has a longest length and a deepest bracket, and both are said', () => {
  expect(doubt(`F01${' + F01'.repeat(100)}`)).toBe(
    `Công thức dài 603 chữ, nhiều nhất là ${longestExpression}. Xin tách thành nhiều công thức rồi dùng mã của chúng.`,
  )
  expect(doubt(`${'('.repeat(21)}F01${')'.repeat(21)}`)).toContain('ngoặc lồng nhau quá 20 lớp')
  expect(doubt(`${'('.repeat(20)}F01${')'.repeat(20)}`)).toBe('F01')
})

const cells = ['F01', 'F05', 'K01', 'K01:collective', 'I04:under-appraisal', 'CT07', 'E03:ad-hoc'].map(at)
const amounts = fc.integer({ min: -20_000_000_000, max: 20_000_000_000 }).map((units) => BigInt(units) as Quantity)

const { expression } = fc.letrec<{ expression: Expression }>((tie) => {
  const two = fc.array(tie('expression'), { minLength: 2, maxLength: 4 })
  return {
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(...cells),
      amounts.map((amount): Expression => ({ kind: 'number', amount })),
      two.map((of): Expression => ({ kind: 'sum', of })),
      fc.tuple(tie('expression'), tie('expression')).map(([from, take]): Expression => ({
        kind: 'difference',
        from,
        take,
      })),
      fc
        .tuple(tie('expression'), tie('expression'), fc.constantFrom(...factors))
        .map(([numerator, denominator, factor]): Expression => ({ kind: 'ratio', numerator, denominator, factor })),
      fc
        .tuple(tie('expression'), tie('expression'), tie('expression'), tie('expression'))
        .chain(([left, right, then, otherwise]) =>
          fc
            .constantFrom('less', 'at-most', 'equal', 'at-least', 'more')
            .map((comparison): Expression => ({ kind: 'if', condition: { left, comparison, right }, then, otherwise })),
        ),
      fc
        .tuple(fc.constantFrom(...cells), tie('expression'), fc.constantFrom(null, 'commune', 'ward', 'province'))
        .map(([cell, more, unitKind]): Expression => ({
          kind: 'units',
          of: { kind: 'sum', of: [cell, more] },
          unitKind,
        })),
    ),
  }
})

test('what is written is read back as it was', () => {
  let compared = 0
  fc.assert(
    fc.property(expression, fc.constantFrom('codes', 'words'), (written, names) => {
      const text = writeExpression(written, names)
      const reading = readExpression(text)
      if (reading.kind === 'doubt') return ['too-long', 'too-deep'].includes(reading.doubt.code)
      expect(reading.expression).toEqual(written)
      compared += 1
    }),
    { numRuns: 5000 },
  )
  expect(compared).toBeGreaterThan(3000)
})

test('whatever is typed is read or asked about, inside the text', () => {
  const pieces = [
    'F05',
    'K01',
    ':',
    'tập thể',
    '+',
    '-',
    '/',
    '%',
    '(',
    ')',
    ';',
    'nếu',
    'số xã',
    '>',
    '1.234',
    ',',
    ' ',
    'ế',
    '🙂',
  ]
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((some) => some.join('')),
  )
  fc.assert(
    fc.property(typed, (text) => {
      const reading = readExpression(text)
      if (reading.kind === 'expression') return writeExpression(reading.expression).length > 0
      const { at: from, length } = reading.doubt
      expect(from + length).toBeLessThanOrEqual(text.normalize('NFC').length)
      expect(reading.sentence).toMatch(/[Xx]in /)
    }),
    { numRuns: 5000 },
  )
})

test('every cell of a key is written as its key', () => {
  for (const cell of cells) expect(writeExpression(cell)).toBe(cell.kind === 'cell' ? cellKey(cell.cell) : '')
})
