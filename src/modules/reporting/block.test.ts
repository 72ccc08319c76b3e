import { describe, expect, test } from 'vitest'
import type { ContentLine, ReportContent } from './content.ts'
import { blockAsTable, blockAsText, pastedSheet, readBlock } from './block.ts'
import { sumOfCells } from './chosen-cells.ts'

function line(code: string, name: string, more: Partial<ContentLine> = {}): ContentLine {
  return {
    ...{ section: 'Một', cell: { code, dimension: '' }, name, dimensionName: null, unitOfCount: 'lượt' },
    ...{ numeral: 'count', counts: '', isPublic: true, unitsCounted: null, countedFrom: null, previous: null },
    figure: { value: { state: 'not-yet-known' }, raw: '', note: '', basis: 'typed' },
    ...more,
  }
}

const lines = [
  line('E01', 'Tiếp công dân'),
  line('E02', 'Người được tiếp', { unitOfCount: 'người' }),
  line('E03', 'Đơn nhận', { countedFrom: { kind: 'dialogue', records: 2 } }),
  line('E04', 'Bình quân', { numeral: 'decimal' }),
]
// What a block is set against is the lines alone.
const content = { lines, findings: [] } as unknown as ReportContent
const keys = ['E01', 'E02', 'E03', 'E04']
const texts = (text: string) =>
  pastedSheet(text).rows.map((row) => row.map((cell) => ('text' in cell ? cell.text : '')))

describe('a block from the clipboard', () => {
  test('rows by line and cells by tab; quotes hold a tab, a line break and a doubled quote', () => {
    expect(texts('1.240\tghi\r\n5\t')).toEqual([
      ['1.240', 'ghi'],
      ['5', ''],
    ])
    expect(texts('"hai\ndòng"\t"có ""nháy"""\n7')).toEqual([['hai dòng', 'có "nháy"'], ['7']])
    expect(texts('"Dân vận khéo" 12\t3')).toEqual([['"Dân vận khéo" 12', '3']])
  })

  test('figures go down the rows as they are shown, notes beside them; empty ones change nothing', () => {
    const read = readBlock(pastedSheet('31\ttheo sổ\n\t\n'), content, { keys, start: 'E01', column: 'value' })
    expect(read).toMatchObject({ rows: 2, columns: 2, byName: false, faults: [] })
    expect(read.changes.map(({ code, now }) => [code, now.raw, now.note])).toEqual([['E01', '31', 'theo sổ']])
    const filtered = readBlock(pastedSheet('31\n15,75'), content, {
      keys: ['E02', 'E04'],
      start: 'E02',
      column: 'value',
    })
    expect(filtered.changes.map(({ code, now }) => [code, now.raw])).toEqual([
      ['E02', '31'],
      ['E04', '15,75'],
    ])
  })

  test('what cannot be read is said of its own cell, and a counted cell takes no other number', () => {
    const read = readBlock(pastedSheet('12,34\n5\n9'), content, { keys, start: 'E01', column: 'value' })
    expect(read.faults.map(({ at, label }) => [at, label])).toEqual([
      ['Bảng dán!A1', 'Tiếp công dân'],
      ['Bảng dán!A3', 'Đơn nhận'],
    ])
    expect(read.changes.map(({ code }) => code)).toEqual(['E02'])
  })

  test('more columns than the grid has from that cell on are a fault, and rows past the end are set aside', () => {
    const wide = readBlock(pastedSheet('1\t2\t3'), content, { keys, start: 'E01', column: 'value' })
    expect(wide.faults[0]?.sentence).toContain('3 cột')
    const long = readBlock(pastedSheet('1,5\n2'), content, { keys, start: 'E04', column: 'value' })
    expect(long.aside).toHaveLength(1)
  })

  test('a column of notes goes into the notes', () => {
    const read = readBlock(pastedSheet('theo sổ\nước tính'), content, { keys, start: 'E01', column: 'note' })
    expect(read.changes.map(({ code, now }) => [code, now.raw, now.note])).toEqual([
      ['E01', '', 'theo sổ'],
      ['E02', '', 'ước tính'],
    ])
  })

  test('a block with names goes where they say, whatever cell it was pasted into', () => {
    const read = readBlock(pastedSheet('Người được tiếp\t4\nTiep cong dan\t3'), content, {
      keys,
      start: 'E04',
      column: 'value',
    })
    expect(read.byName).toBe(true)
    expect(read.changes.map(({ code, now }) => [code, now.raw])).toEqual([
      ['E02', '4'],
      ['E01', '3'],
    ])
  })

  test('what is copied out is read back as it was', () => {
    const rows = [
      ['1.240', 'có "nháy"'],
      ['5', 'a\tb'],
    ]
    expect(texts(blockAsText(rows))).toEqual([
      ['1.240', 'có "nháy"'],
      ['5', 'a b'],
    ])
    expect(blockAsTable([['<b>1</b>']])).toBe('<table><tr><td>&lt;b&gt;1&lt;/b&gt;</td></tr></table>')
  })
})

describe('what is said of chosen cells', () => {
  test.each([
    [
      'numbers of one unit are added',
      [
        { key: 'E01', text: '1.240' },
        { key: 'E03', text: '5' },
      ],
      'cộng lại 1.245 lượt',
    ],
    [
      'people are not added to visits',
      [
        { key: 'E01', text: '4' },
        { key: 'E02', text: '5' },
      ],
      'khác đơn vị tính',
    ],
    [
      'a hedged number is no summand',
      [
        { key: 'E01', text: 'trên 40' },
        { key: 'E03', text: '5' },
      ],
      'nên không cộng',
    ],
    [
      'empty cells add nothing',
      [
        { key: 'E01', text: '4' },
        { key: 'E03', text: '' },
      ],
      'Đang chọn 2 ô.',
    ],
  ])('%s', (_, cells, words) => {
    expect(sumOfCells(cells, lines)).toContain(words)
  })
})
