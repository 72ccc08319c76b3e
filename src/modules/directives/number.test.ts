import { expect, test } from 'vitest'
import { issuerOfNumber, kindOfNumber, numberKey, printNumber, readNumber, type DirectiveNumber } from './number.ts'
import { issuers, letters } from './number-words.ts'

function printed(text: string): string {
  const reading = readNumber(text)
  return reading.kind === 'read'
    ? printNumber(reading.number)
    : reading.kind === 'asked'
      ? `? ${reading.guess}`
      : 'none'
}

test.each([
  ...['25-NQ/TW', '43-KL/TW', '218-QĐ/TW', '217-QĐ/TW', '21-CT/TW', '10-NQ/TU', '05-HD/VPTW', '36-HD/VPTW', '66-QĐ/TW'],
  ...['399-QĐ/TW', '31-HD/BTCTW', '29-HD/ĐUK', '08-HD/BDVTU', '05-NQ/ĐU', '05-BC/DVK', '15/BC-UBND', '766/QĐ-TTg'],
  ...['774/QĐ-TTg', '9441/TB-BNV', '6150/TB-BLĐTBXH', '2964/QĐ-UBND', '06/2022/QH15', '10/2022/QH15', '06/2026/QH16'],
  ...['01/2018/TT-VPCP', '98/2023/NĐ-CP', '59/2023/NĐ-CP', '06/2024/QĐ-UBND', '01/2026/QĐ-TTg', '14/2018/TT-BNV'],
  ...['26/2020/TT-BTTTT', '98/2021/TT-BCA', '04/2021/TT-TTCP', '65/2026/TT-BTC', '249/MTTQ-BTT', '3383/BNV-CVL'],
  ...['12729/VPCP-KGVX', '97/2025/QH15', '202/2025/QH15', '152/2025/NĐ-CP', '01/2024/TT-BNV'],
])('%s, which stands in the texts we know, is read and printed as it was', (text) => {
  expect(printed(text)).toBe(text)
})

test.each([
  ['Số 05-NQ/ĐU', '05-NQ/ĐU'],
  ['số: 25 – NQ / TW', '25-NQ/TW'],
  ['Nghị quyết số 25-NQ/TW', '25-NQ/TW'],
  ['25-nq/tw', '25-NQ/TW'],
  ['218-QD/TW', '218-QĐ/TW'],
  ['5/2025/TT-VPCP', '05/2025/TT-VPCP'],
  ['6/2022/qh15', '06/2022/QH15'],
  ['Luật 06/2022/QH15', '06/2022/QH15'],
  ['59∕2023∕NĐ—CP', '59/2023/NĐ-CP'],
  ['766/qđ-ttg', '766/QĐ-TTg'],
  ['25‑NQ⁄TW.', '25-NQ/TW'],
])('%s is %s', (text, expected) => {
  expect(printed(text)).toBe(expected)
})

test.each([
  ['25/NQ-TW', '25-NQ/TW'],
  ['15-BC/UBND', '15/BC-UBND'],
  ['2l8-QĐ/TW', '218-QĐ/TW'],
  ['1O-NQ/TU', '10-NQ/TU'],
  ['25-NQ/TVV', '25-NQ/TW'],
  ['25NQ/TW', '25-NQ/TW'],
  ['25-NQ-TW', '25-NQ/TW'],
  ['25-NQ/TƯ', '25-NQ/TW'],
])('%s is asked about, as %s, and not taken for it', (text, guess) => {
  expect(printed(text)).toBe(`? ${guess}`)
})

test.each([
  '6/Sun',
  '652855730/Phuluc1',
  '2/D',
  '03/TCD',
  '01-Q25',
  '2-YYMMDD-XXXX',
  'Nghị quyết',
  '',
  '00-NQ/TW',
  '13/F14',
])('%s is no number of a document', (text) => {
  expect(printed(text)).toBe('none')
})

test('what is not sure is said', () => {
  const doubts = (text: string) => {
    const reading = readNumber(text)
    return reading.kind === 'read' ? reading.doubts : []
  }
  expect(doubts('25-NQ/TW')).toEqual(['year-unsaid'])
  expect(doubts('218-QD/TW')).toEqual(['d-for-đ', 'year-unsaid'])
  expect(doubts('06/2022/QH15')).toEqual(['law-or-resolution'])
  expect(doubts('59/2023/NĐ-CP')).toEqual([])
  expect(doubts('Chỉ thị 25-NQ/TW')).toContain('word-differs')
  expect(doubts('12-NQ/XYZ')).toContain('issuer-unknown')
  expect(doubts('12-XY/TW')).toContain('kind-unknown')
})

test('a number tells its kind and who issued it', () => {
  const of = (text: string) => {
    const reading = readNumber(text)
    return reading.kind === 'read' ? [kindOfNumber(reading.number), issuerOfNumber(reading.number)] : []
  }
  expect(of('21-CT/TW')).toEqual(['directive', 'Trung ương Đảng'])
  expect(of('10-NQ/TU')).toEqual(['resolution', 'Tỉnh ủy, Thành ủy'])
  expect(of('06/2022/QH15')).toEqual(['law', 'Quốc hội khóa 15'])
  expect(of('249/MTTQ-BTT')).toEqual(['official-letter', 'Mặt trận Tổ quốc Việt Nam'])
  expect(of('12-NQ/XYZ')).toEqual(['resolution', null])
})

test('printing and reading are inverse, over every letter and issuer known and many numbers', () => {
  for (const number of invented()) {
    const reading = readNumber(printNumber(number))
    expect(reading.kind === 'read' ? reading.number : reading, printNumber(number)).toEqual(number)
    const untidy = printNumber(number).toLowerCase().replaceAll('-', ' – ').replaceAll('đ', 'd')
    const again = readNumber(untidy)
    expect(again.kind === 'read' ? numberKey(again.number) : again, untidy).toBe(numberKey(number))
  }
})

function invented(): DirectiveNumber[] {
  return Object.entries(issuers).flatMap(([issuer, { family }], at) =>
    Object.keys(letters).flatMap((kind, step): DirectiveNumber[] => {
      const n = 1 + ((at * 397 + step * 7919) % 99_998)
      const year = 1990 + ((at + step) % 37)
      if (family === 'party') return [{ shape: 'party', n, letters: kind, issuer, year: null }]
      const law: DirectiveNumber = { shape: 'law', n, letters: kind, issuer, year }
      return [law, { ...law, shape: 'state', year: null }, { ...law, letters: '', issuer: `QH${10 + (step % 7)}` }]
    }),
  )
}
