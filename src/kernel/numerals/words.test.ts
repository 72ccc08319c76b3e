import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatAmount, numerals, qualifiers, readNumeral, typedForm, type Numeral } from '../numerals.ts'
import { formatQuantity, toDecimalText, type Quantity } from '../quantity.ts'
import { fold } from '../text.ts'
import { inWords } from './in-words.ts'

function said(text: string, numeral: Numeral = 'count'): string {
  const reading = readNumeral(text, numeral)
  if (reading.kind === 'amount') return `${reading.qualifier} ${formatQuantity(reading.amount)}`
  if (reading.kind !== 'asked') return reading.kind
  return `${reading.doubt}? ${reading.candidates.map(formatQuantity).join(' hay ')}`.trim()
}

describe('words', () => {
  test.each([
    ['không', '0'],
    ['bốn', '4'],
    ['mười', '10'],
    ['mười lăm', '15'],
    ['hai mươi', '20'],
    ['hai mươi mốt', '21'],
    ['hai mươi một', '21'],
    ['hai mươi tư', '24'],
    ['hai mươi bốn', '24'],
    ['hai mươi lăm', '25'],
    ['hai mươi nhăm', '25'],
    ['bẩy mươi', '70'],
    ['một trăm', '100'],
    ['một trăm linh năm', '105'],
    ['một trăm lẻ tư', '104'],
    ['ba trăm mười', '310'],
    ['ba trăm hai mươi', '320'],
    ['ba nghìn hai trăm linh năm', '3.205'],
    ['ba ngàn hai trăm lẻ năm', '3.205'],
    ['ba nghin hai tram linh nam', '3.205'],
    ['BA NGHÌN', '3.000'],
    ['ba nghìn không trăm linh hai', '3.002'],
    ['ba nghìn linh hai', '3.002'],
    ['ba nghìn hai mươi', '3.020'],
    ['mười hai nghìn ba trăm bốn mươi lăm', '12.345'],
    ['một triệu hai trăm nghìn', '1.200.000'],
    ['một triệu không nghìn hai trăm', '1.000.200'],
    ['một triệu không trăm linh năm', '1.000.005'],
    ['một triệu năm nghìn', '1.005.000'],
    ['một tỷ', '1.000.000.000'],
    ['hai tỉ ba trăm triệu', '2.300.000.000'],
    ['một nghìn tỷ', '1.000.000.000.000'],
    ['ba nghìn rưỡi', '3.500'],
    ['hai triệu rưởi', '2.500.000'],
    ['một tỷ rưỡi', '1.500.000.000'],
    ['hai trăm rưỡi', '250'],
    ['ba chục', '30'],
    ['hai tá', '24'],
    ['một phẩy hai triệu', '1.200.000'],
  ])('“%s” is %s', (text, amount) => {
    expect(said(text)).toBe(`exact ${amount}`)
  })

  test.each([
    ['mười lăm phẩy bảy mươi lăm', '15,75'],
    ['mười lăm phẩy bảy lăm', '15,75'],
    ['không phẩy không năm', '0,05'],
    ['ba rưỡi', '3,5'],
    ['ba phẩy năm', '3,5'],
  ])('“%s” measures %s', (text, amount) => {
    expect(said(text, 'decimal')).toBe(`exact ${amount}`)
  })

  test('per cent may be said', () => {
    expect(said('bảy mươi chín phẩy tám ba phần trăm', 'percent')).toBe('exact 79,83')
    expect(said('79,83 phần trăm', 'percent')).toBe('exact 79,83')
  })

  test('a change may be said with its direction', () => {
    expect(said('tăng hai mươi', 'change')).toBe('exact 20')
    expect(said('giảm ba nghìn', 'change')).toBe('exact −3.000')
  })

  test('what was understood is always shown back', () => {
    const reading = readNumeral('Ba nghìn hai trăm', 'count')
    expect(reading.kind === 'amount' && reading.echo).toBe('ba nghìn hai trăm được hiểu là 3.200')
  })
})

describe('digits with a magnitude', () => {
  test.each([
    ['3 nghìn', 'exact 3.000'],
    ['3nghìn', 'exact 3.000'],
    ['1,2 triệu', 'exact 1.200.000'],
    ['1.2 triệu', 'exact 1.200.000'],
    ['2 triệu 350 nghìn', 'exact 2.350.000'],
    ['3 nghìn 200', 'exact 3.200'],
    ['1.200 tỷ', 'three? '],
    ['hơn 3 nghìn', 'over 3.000'],
    ['khoảng 1,5 triệu', 'about 1.500.000'],
    ['ước đạt 2 nghìn', 'estimate 2.000'],
    ['1,2345 nghìn', 'fraction-of-a-count?'],
    ['1,2 triệu 300 nghìn', 'not-a-number?'],
    ['3 nghìn 5 triệu', 'not-a-number?'],
    ['2 triệu 3500 nghìn', 'not-a-number?'],
    ['1.234 triệu', 'shorthand? 1.234.000.000 hay 1.234.000'],
    ['1,5 triệu rưỡi', 'not-a-number?'],
  ])('“%s” says %s', (text, expected) => {
    expect(said(text)).toBe(expected === 'three? ' ? 'shorthand? 1.200.000.000.000 hay 1.200.000.000' : expected)
  })
})

describe('what can be heard in two ways is asked', () => {
  test.each([
    ['ba nghìn hai', 'shorthand? 3.200 hay 3.002'],
    ['3 nghìn 2', 'shorthand? 3.200 hay 3.002'],
    ['3 nghìn 20', 'shorthand? 3.200 hay 3.020'],
    ['ba nghìn tư', 'not-a-number?'],
    ['ba trăm hai', 'shorthand? 320 hay 302'],
    ['ba triệu năm mươi', 'shorthand? 3.500.000 hay 3.000.050'],
    ['một triệu hai trăm', 'shorthand? 1.200.000 hay 1.000.200'],
    ['từ 20 đến 30', 'a-range? 20 hay 30'],
    ['20-30', 'a-range? 20 hay 30'],
    ['20 – 30', 'a-range? 20 hay 30'],
    ['hai mươi đến ba mươi', 'a-range? 20 hay 30'],
    ['20 hoặc 30', 'a-range? 20 hay 30'],
    ['ít nhất 20', 'a-bound? 20'],
    ['không quá 20', 'a-bound? 20'],
    ['20 trở lên', 'a-bound? 20'],
    ['nhiều nhất hai mươi', 'a-bound? 20'],
    ['≥ 20', 'a-bound? 20'],
    ['khoảng hơn 20', 'two-hedges? 20'],
    ['vài chục', 'not-how-many?'],
    ['mấy trăm', 'not-how-many?'],
    ['hàng nghìn', 'not-how-many?'],
    ['20 triệu đồng', 'money?'],
    ['ba rưỡi', 'fraction-of-a-count?'],
    ['hai mươi năm', 'not-a-number?'],
    ['mươi', 'not-a-number?'],
    ['lăm', 'not-a-number?'],
    ['hai ba', 'not-a-number?'],
    ['trăm', 'not-a-number?'],
    ['một hai trăm', 'not-a-number?'],
    ['hai triệu triệu', 'not-a-number?'],
    ['bà nghìn', 'not-a-number?'],
    ['âm ba', 'negative?'],
    ['một nghìn lẻ một tỷ', 'too-large?'],
  ])('“%s”: %s', (text, expected) => {
    expect(said(text)).toBe(expected)
  })

  test.each([
    ['1,2 triệu', 'scale-of-a-measure? 1,2 hay 1.200.000'],
    ['1,2 triệu đồng', 'scale-of-a-measure? 1,2 hay 1.200.000'],
    ['ba tỷ', 'scale-of-a-measure? 3 hay 3.000.000.000'],
  ])('in a measure, “%s” may carry the unit of the cell: %s', (text, expected) => {
    expect(said(text, 'decimal')).toBe(expected)
  })

  test.each(['5/2/2026', '2026-02-05', '5-2-2026', 'ngày 5', 'quý III', 'tháng 9', 'năm 2026', '9 tháng đầu năm'])(
    'a day or a period counts nothing: “%s”',
    (text) => expect(said(text)).toBe('a-date-or-ordinal?'),
  )
  test.each(['thứ ba', 'lần thứ hai', 'III', 'IX'])('an ordinal counts nothing: “%s”', (text) => {
    expect(said(text)).toBe('a-date-or-ordinal?')
  })
})

describe('printing and reading are each other’s inverse', () => {
  const whole = fc.oneof(
    fc.integer({ min: 0, max: 12_000 }).map(BigInt),
    fc.bigInt({ min: 0n, max: 1_000_000_000_000n }),
    // Round numbers with empty places are where words go wrong.
    fc
      .tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 999 }))
      .map(([head, zeros, tail]) => BigInt(head) * 10n ** BigInt(zeros) + BigInt(tail)),
  )
  const asQuantity = (value: bigint): Quantity => (value * 10_000n) as Quantity
  const measure = fc.oneof(
    fc.bigInt({ min: 0n, max: 20_000_000n }),
    fc.bigInt({ min: 0n, max: 10_000_000_000_000n }),
  ) as fc.Arbitrary<Quantity>
  const read = (text: string, numeral: Numeral): string => {
    const reading = readNumeral(text, numeral)
    return reading.kind === 'amount' ? toDecimalText(reading.amount) : `${text}: ${JSON.stringify(reading.kind)}`
  }

  test('a count in words, with and without its marks', () => {
    fc.assert(
      fc.property(whole.map(asQuantity), (amount) => {
        expect(read(inWords(amount), 'count')).toBe(toDecimalText(amount))
        expect(read(fold(inWords(amount)), 'count')).toBe(toDecimalText(amount))
      }),
      { numRuns: 3000 },
    )
  })

  test('every count up to ten thousand in words', () => {
    for (let value = 0n; value <= 10_000n; value += 1n) {
      const amount = asQuantity(value)
      if (read(inWords(amount), 'count') !== String(value)) expect(read(inWords(amount), 'count')).toBe(String(value))
    }
    expect(inWords(asQuantity(9_999n))).toBe('chín nghìn chín trăm chín mươi chín')
  })

  test('a measure in words', () => {
    fc.assert(
      fc.property(measure, (amount) => {
        const reading = readNumeral(inWords(amount), 'decimal')
        // A whole number of thousands may carry the unit of the cell: it is asked, and the number is among what is offered.
        const values = reading.kind === 'amount' ? [reading.amount] : reading.kind === 'asked' ? reading.candidates : []
        expect(values).toContain(amount)
      }),
      { numRuns: 2000 },
    )
  })

  test('digits, as they are to be typed', () => {
    fc.assert(
      fc.property(measure, fc.constantFrom(...numerals), (amount, numeral) => {
        const isCount = numeral === 'count' || numeral === 'change'
        const value = (isCount ? amount - (amount % 10_000n) : amount) as Quantity
        expect(read(typedForm(value, numeral), numeral)).toBe(toDecimalText(value))
      }),
      { numRuns: 2000 },
    )
  })

  test('a count as it is printed, with each hedge', () => {
    fc.assert(
      fc.property(whole, fc.constantFrom(...qualifiers), (value, qualifier) => {
        fc.pre(value > 0n)
        const amount = asQuantity(value)
        expect(readNumeral(formatAmount(amount, qualifier), 'count')).toEqual({
          kind: 'amount',
          amount,
          qualifier,
          echo: null,
        })
      }),
      { numRuns: 1000 },
    )
  })

  test('a change as it is printed, up and down', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (value) => {
        const amount = asQuantity(BigInt(value))
        expect(read(formatAmount(amount, 'exact', 'change'), 'change')).toBe(toDecimalText(amount))
      }),
    )
  })
})

test('any text at all is answered, never thrown at', () => {
  const word = fc.constantFrom(
    ...[
      'không',
      'một',
      'mốt',
      'hai',
      'năm',
      'lăm',
      'tư',
      'mười',
      'mươi',
      'muoi',
      'trăm',
      'nghìn',
      'triệu',
      'tỷ',
      'linh',
    ],
    ...[
      'rưỡi',
      'phẩy',
      'chục',
      'tá',
      'từ',
      'đến',
      'trên',
      'khoảng',
      'ít nhất',
      'âm',
      '-',
      '%',
      'đồng',
      '3',
      '1,2',
      '0.5',
    ],
    ...['33.838', '1,234', '999999999999', '>', '+', 'quý', '…'],
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), fc.constantFrom(...numerals), (words, numeral) => {
      const reading = readNumeral(words.join(' '), numeral)
      if (reading.kind === 'amount' && numeral === 'count') expect(reading.amount >= 0n).toBe(true)
      expect(['amount', 'asked', 'not-applicable', 'not-yet-known']).toContain(reading.kind)
    }),
    { numRuns: 5000 },
  )
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...numerals), (text, numeral) => {
      expect(readNumeral(text, numeral).kind).toBeTypeOf('string')
    }),
  )
})

test.each([
  [0, 'không'],
  [15, 'mười lăm'],
  [21, 'hai mươi mốt'],
  [24, 'hai mươi tư'],
  [105, 'một trăm linh năm'],
  [3205, 'ba nghìn hai trăm linh năm'],
  [3020, 'ba nghìn không trăm hai mươi'],
  [1_000_200, 'một triệu không nghìn hai trăm'],
  [1_000_000_005, 'một tỷ không nghìn không trăm linh năm'],
  [1_234_567, 'một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy'],
])('%i is said “%s”', (value, words) => {
  expect(inWords((BigInt(value) * 10_000n) as Quantity)).toBe(words)
})
