import { readXlsx, type Cell, type Sheet as ReadSheet, type Workbook as ReadWorkbook } from 'hucre/xlsx'
import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { quantity } from '#kernel/quantity.ts'
import { emptyCell, textCell, type Sheet, type SheetCell, type Workbook } from '#kernel/workbook.ts'
import { numberFormat, writeWorkbook } from './xlsx.ts'
import { flat, textOf, usePrints } from '../../../tests/support/prints.ts'

const { saved, throughLibreOffice } = usePrints()
const stacked = 'Ở Ữ Ặ ỗ ẫ ộ ợ ự ỵ Nguyễn Thị Ước Mơ'

function number(amount: string, decimals = 0, signed = false): SheetCell {
  return { kind: 'number', amount: quantity(amount), decimals, signed }
}

function sheetOf(words: readonly string[], more: Partial<Sheet> = {}): Sheet {
  return {
    name: 'Số liệu',
    heading: [
      { look: 'issuer', words: 'ỦY BAN NHÂN DÂN XÃ SÔNG XANH' },
      { look: 'title', words: 'Kết quả công tác dân vận quý III năm 2026' },
      { look: 'mark', words: 'Dữ liệu ví dụ & dự thảo' },
    ],
    columns: [
      { title: 'Mã', width: 8, align: 'centre' },
      { title: 'Chỉ tiêu', width: 40, align: 'left' },
      { title: 'Kỳ này: số', width: 14, align: 'right' },
    ],
    frozenColumns: 0,
    rows: [
      { kind: 'section', title: 'A. Tuyên truyền' },
      ...words.map((one, at) => ({
        kind: 'cells' as const,
        cells: [textCell(`F${at}`), textCell(one), number('33838')],
      })),
    ],
    notes: [{ words: 'Lấy từ trang: https://vidu.example/x', href: 'https://vidu.example/x?a=1&b=2' }],
    ...more,
  }
}

function bookOf(...sheets: Sheet[]): Workbook {
  return { title: 'Kết quả quý III', creator: 'Ủy ban nhân dân xã Sông Xanh', day: localDate('2026-10-05'), sheets }
}

/** What typed text might become in a spreadsheet. */
const treacherous = [
  '=1+1',
  '=HYPERLINK("http://x","y")',
  '+84',
  '-5 hộ',
  '@SUM(A1)',
  '\t=2+2',
  '#N/A',
  '#REF!',
  '#gì đó',
  '_x0041_',
  "'đầu dòng",
  '<b>&amp;</b> ]]>',
  '1/2',
  '00012',
  'TRUE',
  stacked,
]

describe('a workbook read back', () => {
  let book: ReadWorkbook
  let sheet: ReadSheet
  beforeAll(async () => {
    book = await readXlsx(await writeWorkbook(bookOf(sheetOf(treacherous))), { readStyles: true })
    sheet = present(book.sheets[0])
  })

  test('has words as words, whatever they begin with', () => {
    expect(sheet.rows.slice(5, -1).map((row) => row[1])).toEqual(treacherous)
    for (const [at] of treacherous.entries()) {
      const cell = cellAt(sheet, 5 + at, 1)
      expect(cell?.formula).toBeUndefined()
      expect(cell?.type).not.toBe('error')
    }
  })

  test('marks as text what would become a formula when somebody edits it', () => {
    for (const at of [0, 1, 2, 3, 4, 5]) expect(cellAt(sheet, 5 + at, 1)?.style?.numFmt, treacherous[at]).toBe('@')
    expect(cellAt(sheet, 5 + treacherous.length - 1, 1)?.style?.numFmt).not.toBe('@')
  })

  test('has numbers as numbers in a Vietnamese format', () => {
    expect(sheet.rows[5]?.[2]).toBe(33838)
    expect(cellAt(sheet, 5, 2)?.style?.numFmt).toBe('[$-42A]#,##0')
  })

  test('merges titles, sections and notes over all columns, and keeps the head in view and on every printed page', () => {
    expect(sheet.merges?.map((one) => [one.startRow, one.endCol])).toEqual([
      ...[0, 1, 2, 4, 5 + treacherous.length].map((row) => [row, 2]),
    ])
    expect(sheet.freezePane?.rows).toBe(4)
    expect(sheet.pageSetup).toMatchObject({ paperSize: 'a4', orientation: 'portrait', fitToWidth: 1 })
    expect(sheet.pageSetup?.printTitlesRow).toBe('$4:$4')
    expect(sheet.headerFooter?.oddFooter).toBe('&LDữ liệu ví dụ && dự thảo&RTrang &P/&N')
  })

  test('names itself and its issuer, on the day it was taken', () => {
    expect(book.properties).toMatchObject({ title: 'Kết quả quý III', creator: 'Ủy ban nhân dân xã Sông Xanh' })
    expect(book.properties?.modified?.toISOString()).toBe('2026-10-05T00:00:00.000Z')
  })

  test('leads back to the page it was taken from', () => {
    const cell = cellAt(sheet, 5 + treacherous.length, 0)
    expect(cell?.hyperlink?.target).toBe('https://vidu.example/x?a=1&b=2')
  })
})

test.each([
  ['1000000000000', 0, false, 1_000_000_000_000, '[$-42A]#,##0'],
  ['15.75', 2, false, 15.75, '[$-42A]#,##0.00'],
  ['0.1', 1, false, 0.1, '[$-42A]#,##0.0'],
  ['99.2', 2, false, 99.2, '[$-42A]#,##0.00'],
  ['-8', 0, true, -8, '[$-42A]+#,##0;[$-42A]-#,##0;[$-42A]0'],
  ['0', 0, false, 0, '[$-42A]#,##0'],
])('the amount %s with %i decimals is a number with its format', async (amount, decimals, signed, value, format) => {
  const rows = [{ kind: 'cells' as const, cells: [emptyCell, emptyCell, number(amount, decimals, signed)] }]
  const book = await readXlsx(await writeWorkbook(bookOf(sheetOf([], { rows }))), { readStyles: true })
  const sheet = present(book.sheets[0])
  expect(sheet.rows[4]?.[2]).toBe(value)
  expect(cellAt(sheet, 4, 2)?.style?.numFmt).toBe(format)
  expect(numberFormat(decimals, signed)).toBe(format)
})

test('decomposed letters are composed and what no file can hold is left out', async () => {
  const typed = `${stacked.normalize('NFD')}\u0000\ud800\u000b`
  const sheet = sheetOf([typed], { name: `${'Tổ dân phố'.normalize('NFD')}: [1]/*?\\${'dài'.repeat(20)}` })
  const book = await readXlsx(await writeWorkbook(bookOf(sheet)))
  expect(book.sheets[0]?.rows[5]?.[1]).toBe(stacked)
  expect(book.sheets[0]?.name).toMatch(/^Tổ dân phố {3}1/)
  expect(book.sheets[0]?.name.length).toBeLessThanOrEqual(31)
})

test('a text longer than a cell may hold is cut at its edge and does not break the file', async () => {
  const book = await readXlsx(await writeWorkbook(bookOf(sheetOf(['Ặ'.repeat(40_000)]))))
  expect(String(book.sheets[0]?.rows[5]?.[1])).toHaveLength(32_767)
})

test('a row that does not fit its columns is refused before there is a file', async () => {
  const rows = [{ kind: 'cells' as const, cells: [emptyCell] }]
  await expect(writeWorkbook(bookOf(sheetOf([], { rows })))).rejects.toThrow('A row of 1 cells in a sheet of 3 columns')
})

test('the same workbook is the same bytes, whatever the clock says', async () => {
  const before = await writeWorkbook(bookOf(sheetOf([stacked])))
  await new Promise((later) => setTimeout(later, 2_100)) // a zip tells time in steps of two seconds
  expect(Buffer.compare(await writeWorkbook(bookOf(sheetOf([stacked]))), before)).toBe(0)
})

test('10,000 rows are written and read in seconds', { timeout: 240_000 }, async () => {
  const rows = Array.from({ length: 10_000 }, (_, at) => ({
    kind: 'cells' as const,
    cells: [textCell(`F${at}`), textCell(`${stacked} ${at}`), number(String(at))],
  }))
  const started = performance.now()
  const bytes = await writeWorkbook(bookOf(sheetOf([], { rows })))
  const written = performance.now() - started
  const book = await readXlsx(bytes)
  expect(book.sheets[0]?.rows[10_003]?.[2]).toBe(9_999)
  expect(written).toBeLessThan(20_000)
})

describe('LibreOffice', () => {
  test(
    'prints it with Vietnamese numbers, the head on every page and the mark below',
    { timeout: 240_000 },
    async () => {
      const rows = Array.from({ length: 90 }, (_, at) => ({
        kind: 'cells' as const,
        cells: [textCell(`F${at}`), textCell(stacked), number(at === 0 ? '1234567.5' : '33838', at === 0 ? 2 : 0)],
      }))
      const bytes = await writeWorkbook(bookOf(sheetOf([], { rows })))
      const pages = (await textOf(await throughLibreOffice('so.xlsx', bytes))).split('\f').filter((one) => one.trim())
      expect(pages.length).toBeGreaterThan(1)
      const all = pages.join('')
      expect(all).toBe(all.normalize('NFC'))
      expect(all).toContain('1.234.567,50')
      expect(all).toContain('33.838')
      for (const [at, page] of pages.entries()) {
        expect(page).toContain('Chỉ tiêu')
        expect(page).toContain('Dữ liệu ví dụ & dự thảo')
        expect(flat(page)).toContain(`Trang${at + 1}/${pages.length}`)
      }
      expect(flat(all)).toContain(flat(stacked))
    },
  )

  test('reads every typed text as it was typed', { timeout: 240_000 }, async () => {
    const typed = treacherous.filter((one) => !one.startsWith('\t'))
    const path = await saved('typed.xlsx', await writeWorkbook(bookOf(sheetOf(typed))))
    const csv = await readFile(
      await throughLibreOffice('typed-again.xlsx', await readFile(path), 'csv:Text - txt - csv (StarCalc):9,34,76,1'),
      'utf8',
    )
    const cells = csv.split('\n').map((line) => line.split('\t')[1]?.replace(/^"|"$/g, '').replaceAll('""', '"'))
    for (const words of typed) expect(cells).toContain(words)
  })
})

function cellAt(sheet: ReadSheet, row: number, column: number): Cell | undefined {
  return sheet.cells?.get(`${row},${column}`)
}

function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('There is no sheet')
  return value
}

describe('a sheet that is wider than a page', () => {
  const hedged: SheetCell = { kind: 'number', amount: quantity('3200'), decimals: 0, signed: false, hedge: 'trên' }
  const wide = sheetOf([], {
    name: 'Từng xã, phường',
    columns: [
      { title: 'TT', width: 5, align: 'centre' },
      { title: 'Đơn vị', width: 26, align: 'left' },
      ...Array.from({ length: 40 }, (_, at) => ({ title: `Cột ${at}`, width: 15, align: 'right' as const })),
    ],
    rows: [{ kind: 'cells', cells: [number('1'), textCell('Xã Ỗng'), ...Array.from({ length: 40 }, () => hedged)] }],
    wide: { repeatedColumns: 2, wordsOver: 6 },
  })

  test(
    'shows the hedge with a number that stays one, and prints the units on every page',
    { timeout: 240_000 },
    async () => {
      const bytes = await writeWorkbook(bookOf(wide))
      const read = await readXlsx(bytes, { readStyles: true })
      const cell = read.sheets[0]?.cells?.get('4,2')
      expect(cell?.value).toBe(3200)
      expect(cell?.style?.numFmt).toBe(numberFormat(0, false, 'trên'))
      const pages = (await textOf(await throughLibreOffice('wide.xlsx', bytes))).split('\f').slice(0, -1)
      expect(pages.length).toBeGreaterThan(3)
      for (const page of pages) expect(page).toContain('Xã Ỗng')
      expect(flat(pages.join(''))).toContain('trên3.200')
      expect(pages.map((page) => /Cột \d+/.test(page))).not.toContain(false)
    },
  )
})
