import { expect, test } from 'vitest'
import { namedCells, readCsv } from './csv.ts'

const cells = (text: string): string[][] => readCsv('t.csv', text).rows.map((row) => row.cells)

test('plain cells, with or without a last line break, with Windows line breaks and a byte-order mark', () => {
  expect(cells('a,b\n1,2\n')).toEqual([['1', '2']])
  expect(cells('a,b\n1,2')).toEqual([['1', '2']])
  expect(cells('\ufeffa,b\r\n1,2\r\n')).toEqual([['1', '2']])
  expect(readCsv('t.csv', '\ufeffa,b\n').header).toEqual(['a', 'b'])
})

test('quoted cells keep commas, line breaks and quotation marks', () => {
  expect(cells('a,b\n"33,838","một “hai”\nba ""bốn"""\n')).toEqual([['33,838', 'một “hai”\nba "bốn"']])
})

test('an empty cell at the end of a row is a cell, an empty line is not a row', () => {
  expect(cells('a,b\n1,\n\n,\n')).toEqual([
    ['1', ''],
    ['', ''],
  ])
  expect(cells('a,b\n1,')).toEqual([['1', '']])
})

test('a row knows the line it starts on after a cell of several lines', () => {
  expect(readCsv('t.csv', 'a,b\n"x\ny\nz",1\n2,3\n').rows.map((row) => row.line)).toEqual([2, 5])
})

test.each([
  ['a,b\n1,2\n1,2,3\n', 't.csv:3: 3 cells under 2 columns'],
  ['a,b\n1,"2\n', 't.csv:2: a quotation mark or line break stands where none may'],
  ['a,b\n1,2"3\n', 't.csv:2: a quotation mark or line break stands where none may'],
  ['a,b\n"1"2,3\n', 't.csv:2: a quotation mark or line break stands where none may'],
  ['', 't.csv:1: there is no header'],
  ['a,a\n', 't.csv:1: the column a stands twice'],
  ['a\n' + 'ế'.normalize('NFD') + '\n', 't.csv:2: not NFC'],
])('%j is refused with file and line', (text, message) => {
  expect(() => readCsv('t.csv', text)).toThrow(message)
})

test('cells are asked for by name', () => {
  const table = readCsv('t.csv', 'a,b\n1,2\n')
  const [row] = table.rows
  expect(row && namedCells(table, row)('b')).toBe('2')
  expect(() => row && namedCells(table, row)('c')).toThrow('t.csv:1: there is no column c')
})
