import { expect, test } from 'vitest'
import { readCsv } from './csv.ts'
import { writeCsv } from './csv-writing.ts'

test.each([
  ['Xã Sông Xanh', 'Xã Sông Xanh'],
  ['một, hai', '"một, hai"'],
  ['nói “thế”, rồi "thôi"', '"nói “thế”, rồi ""thôi"""'],
  ['dòng một\ndòng hai', '"dòng một\ndòng hai"'],
  [null, ''],
  [0, '0'],
  ['-8', '-8'],
  ['-12.5', '-12.5'],
])('%j is written as %j', (cell, written) => {
  expect(writeCsv(['a'], [[cell]])).toBe(`a\r\n${written}\r\n`)
})

test.each(['=1+1', '+84', '-8+9', '@SUM(A1)', '\tx', '＝1', '-'])('%j is shown by a spreadsheet, not run', (cell) => {
  expect(writeCsv(['a'], [[cell]])).toBe(`a\r\n'${cell}\r\n`)
})

test('what is written is read back', () => {
  const rows = [
    ['một, hai', 'ba "bốn"'],
    ['năm\nsáu', ''],
  ]
  expect(readCsv('x.csv', writeCsv(['a', 'b'], rows)).rows.map((row) => row.cells)).toEqual(rows)
})
