import { describe, expect, test } from 'vitest'
import {
  citationsIn,
  markOf,
  paragraphsOfSection,
  publicParagraphs,
  readProse,
  wordsOf,
  writeProse,
  type Citation,
} from './narrative.ts'

const cells = new Set(['F01', 'D03', 'K01:collective'])

describe('a section as it is typed', () => {
  test.each([
    ['Có [[F01]] hồ sơ.', ['F01 now']],
    ['[[ f01 : cùng kỳ ]]', []],
    ['[[ f01 : cungky ]] và [[F01:cung-ky]]', ['F01 same-period']],
    ['[[K01:collective]], [[k01:Collective:chitieu]]', ['K01:collective now', 'K01:collective target']],
    [
      '[[D03:tanggiam]] [[D03:dat]] [[D03:cungloai]] [[D03:chitieutren]]',
      ['D03 change', 'D03 reached', 'D03 peers', 'D03 superior-target'],
    ],
    ['Không có số nào.', []],
  ])('“%s” cites %j', (text, cited) => {
    const found = citationsIn(readProse(text, cells).parts)
    expect(found.map(({ cell, view }) => `${cell.code}${cell.dimension ? `:${cell.dimension}` : ''} ${view}`)).toEqual(
      cited,
    )
  })

  test('what names no cell of the report is named back, and the words around it are kept', () => {
    const read = readProse('Có [[ZZ9]] và [[F01]] hồ sơ, [[K01:khac]].', cells)
    expect(read.unknown).toEqual(['[[ZZ9]]', '[[K01:khac]]'])
    expect(writeProse(read.parts)).toBe('Có [[ZZ9]] và [[F01]] hồ sơ, [[K01:khac]].')
  })

  test('what is written is read back as the same', () => {
    const text = 'Tiếp nhận [[F01]] hồ sơ,\n[[F01:tanggiam]].\n\nGiấy khen: [[K01:collective]].'
    expect(writeProse(readProse(text, cells).parts)).toBe(text)
  })
})

describe('a section as it is printed', () => {
  const print = (citation: Citation): string => `<${markOf(citation).slice(2, -2)}>`
  const section = { code: 'ket-qua', title: '2. Kết quả' }

  test('a line is a paragraph, an empty one is none, and a number stands where it was cited', () => {
    const { parts } = readProse('Một [[F01]] hồ sơ.\n\n  \nHai.\n[[D03]]', cells)
    const printed = paragraphsOfSection(section, parts, print)
    expect(printed.map(wordsOf)).toEqual(['Một <F01> hồ sơ.', 'Hai.', '<D03>'])
    expect(new Set(printed.map(({ title }) => title))).toEqual(new Set(['2. Kết quả']))
  })

  test('a paragraph that prints a number kept inside is not for everybody', () => {
    const { parts } = readProse('Công khai [[F01]].\nNội bộ [[D03]], nói thêm.', cells)
    const printed = paragraphsOfSection(section, parts, print)
    expect(publicParagraphs(printed, new Set(['D03'])).map(wordsOf)).toEqual(['Công khai <F01>.'])
  })
})
