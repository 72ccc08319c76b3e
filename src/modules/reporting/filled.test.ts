import { describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { quarterOf } from '#kernel/period.ts'
import { cellAddress, topOf, type ReadCell, type ReadSheet } from '#kernel/workbook.ts'
import { readWorkbook } from '#platform/office/xlsx-read.ts'
import { writeWorkbook } from '#platform/office/xlsx.ts'
import { figure } from '#modules/figures/figure.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import type { ContentLine, ReportContent } from './content.ts'
import { pastedSheet } from './block.ts'
import { readFilled, readFilledRows } from './filled.ts'
import { fillInWorkbook } from './fill-in.ts'

function line(code: string, name: string, raw = '', more: Partial<ContentLine> = {}): ContentLine {
  const numeral = more.numeral ?? 'count'
  return {
    section: 'E. Tiếp công dân và đơn thư',
    cell: { code, dimension: '' },
    name,
    dimensionName: null,
    unitOfCount: 'lượt',
    numeral,
    counts: '',
    isPublic: true,
    figure: figure(raw, numeral, ''),
    unitsCounted: null,
    countedFrom: null,
    previous: null,
    ...more,
  }
}

/** Given in another report of the unit and period. */
function readElsewhere(raw: string): Pick<ContentLine, 'figure'> {
  return { figure: { ...figure(raw, 'count', ''), basis: 'read' } }
}

const content: ReportContent = {
  unitName: 'Xã Đồi Chè',
  unitUntil: null,
  provinceName: 'Tỉnh Mây Trắng',
  templateName: 'Công tác dân vận',
  period: quarterOf(2026, 3),
  origin: 'entered',
  source: null,
  units: null,
  lines: [
    line('E01', 'Số lượt tiếp công dân', '780'),
    line('E02', 'Số người được tiếp'),
    line('K01', 'Giấy khen', '3'),
    line('K01', 'Giấy khen', '', { cell: { code: 'K01', dimension: 'collective' }, dimensionName: 'tập thể' }),
    line('I02', 'Bình quân tiêu chí mỗi xã', '', { numeral: 'decimal' }),
    line('D03', 'Cuộc đối thoại của xã', '4', { countedFrom: { kind: 'dialogue', records: 4 } }),
  ],
  findings: [],
}
const origin = {
  issuer: 'Xã Đồi Chè',
  address: 'https://vidu.example/desk/bao-cao/1',
  day: localDate('2026-10-07'),
  marks: { isDraft: false, isExample: false },
}

const sheetOf = (...rows: (string | number | Date | null)[][]): ReadSheet => ({
  name: 'Trang 1',
  rows: rows.map((row) =>
    row.map((value): ReadCell => {
      if (value === null) return { kind: 'empty' }
      if (value instanceof Date) return { kind: 'date' }
      return typeof value === 'number' ? { kind: 'number', number: value } : { kind: 'text', text: value }
    }),
  ),
})
const read = (sheet: ReadSheet, startAt: string | null = null) => readFilled([sheet], content, startAt)
const changed = (sheet: ReadSheet, startAt: string | null = null) =>
  read(sheet, startAt).changes.map(({ cell, now }) => [cellKey(cell), now.raw])

describe('the form to be filled in', () => {
  async function written() {
    const reading = await readWorkbook(await writeWorkbook(fillInWorkbook(content, origin)), (sheets) =>
      Promise.all(sheets.map((sheet) => topOf(sheet, 100))),
    )
    if (!reading.ok) throw new Error('Our own workbook cannot be read')
    return reading.answer
  }

  test('sent back untouched changes nothing', async () => {
    const filled = readFilled(await written(), content, null)
    expect(filled).toMatchObject({ changes: [], faults: [], aside: [], isUnderstood: true })
    expect(filled.same).toBe(content.lines.length)
  })

  test('brings back what was written in, under the hidden keys, whatever happened to labels and order', async () => {
    const [sheet] = await written()
    const rows = (sheet?.rows ?? []).map((row) => [...row])
    const at = rows.findIndex((row) => row.some((cell) => cell.kind === 'text' && cell.text === 'K01:collective'))
    const value = rows.find((row) => row.some((cell) => cell.kind === 'text' && cell.text === 'Kỳ này'))
    const column = (value ?? []).findIndex((cell) => cell.kind === 'text' && cell.text === 'Kỳ này')
    const row = rows[at] ?? []
    row[column] = { kind: 'text', text: 'trên 12' }
    row[2] = { kind: 'text', text: 'Đổi tên mất rồi' }
    const filled = readFilled([{ name: 'Biểu nhập', rows: rows.toReversed().toReversed() }], content, null)
    expect(filled.changes).toMatchObject([
      {
        cell: { code: 'K01', dimension: 'collective' },
        now: { raw: 'trên 12', note: '' },
        at: `Biểu nhập!${cellAddress(at, column)}`,
      },
    ])
  })
})

describe('somebody else’s table', () => {
  test('is matched by labels without diacritics, numbered and in another order', () => {
    const sheet = sheetOf(
      ['BÁO CÁO QUÝ III', null],
      ['STT', 'Noi dung', 'Thực hiện'],
      [1, '2. SO NGUOI DUOC TIEP', 1240],
      [2, '- Số lượt  tiếp công dân', '781'],
      [3, 'Giấy khen, tập thể', 2],
    )
    expect(changed(sheet)).toEqual([
      ['E02', '1240'],
      ['E01', '781'],
      ['K01:collective', '2'],
    ])
  })

  test('keeps what it leaves empty', () => {
    const filled = read(sheetOf(['Mã', 'Kỳ này'], ['E01', null], ['E02', 5]))
    expect(filled).toMatchObject({ changes: [{ cell: { code: 'E02' } }], same: 1, faults: [] })
  })

  test('may bring a number that another report gave as it stands there, and no other', () => {
    const other = { ...content, lines: [line('D09', 'Cuộc tiếp xúc cử tri', '1.200', readElsewhere('1.200'))] }
    const of = (...rows: (string | number | null)[][]) =>
      readFilled([sheetOf(['Mã', 'Kỳ này', 'Ghi chú'], ...rows)], other, null)
    expect(of(['D09', 1200, null])).toMatchObject({ changes: [], same: 1, faults: [] })
    const { changes, faults } = of(['D09', 1300, null], ['D09', null, 'mới'])
    expect(changes).toEqual([])
    expect(faults.map(({ sentence }) => sentence)).toEqual([
      expect.stringMatching(/^Ô này đã ghi ở một báo cáo khác của cùng kỳ, đang là 1.200;/),
      expect.stringMatching(/^Ô này đã ghi ở một báo cáo khác/),
    ])
  })

  test('puts rows aside that are no line of the form, and says where they stand', () => {
    const filled = read(sheetOf(['Chỉ tiêu', 'Kỳ này'], ['Số con trâu', 12], ['Số người được tiếp', 3]))
    expect(filled.aside).toEqual([{ at: 'Trang 1!B2', label: 'Số con trâu' }])
    expect(filled.changes).toHaveLength(1)
  })

  test.each([
    ['a date', [['E02', new Date()]], 'ngày tháng'],
    ['a broken number of a count', [['E02', 1.24]], 'số nguyên'],
    ['a text that is no number', [['E02', 'nhiều lắm']], 'số'],
    [
      'two rows that disagree',
      [
        ['E02', 5],
        ['E02', 6],
      ],
      'đã có ở Trang 1!B2',
    ],
    ['a cell that a register counts', [['D03', 9]], 'sổ tự đếm, đang là 4'],
  ])('is told of %s in its own coordinates', (_, rows, words) => {
    const filled = read(sheetOf(['Mã', 'Kỳ này'], ...(rows as (string | number | Date)[][])))
    expect(filled.faults).toHaveLength(1)
    expect(filled.faults[0]?.at).toBe(`Trang 1!B${rows.length + 1}`)
    expect(filled.faults[0]?.sentence).toContain(words)
  })

  test('may repeat a row that says the same, and what a register counts', () => {
    expect(read(sheetOf(['Mã', 'Kỳ này'], ['E02', 5], ['E02', 5], ['D03', 4]))).toMatchObject({
      faults: [],
      changes: [{ now: { raw: '5' } }],
    })
  })

  test('asks for a code where two lines bear one name', () => {
    const twins = { ...content, lines: [line('E01', 'Số vụ'), line('E02', 'Số vụ')] }
    const filled = readFilled([sheetOf(['Chỉ tiêu', 'Kỳ này'], ['Số vụ', 3])], twins, null)
    expect(filled.faults[0]?.sentence).toContain('hai chỉ tiêu cùng tên')
  })

  test('with nothing that could be a column of figures is not understood', () => {
    expect(read(sheetOf(['Kính gửi'], ['Phòng Nội vụ'])).changes).toEqual([])
    expect(read(sheetOf(['Kính gửi', 'ngày'], ['Phòng', 'Nội vụ'])).isUnderstood).toBe(false)
  })
})

describe('a sheet whose rows come one at a time', () => {
  const rowsOf = ({ name, rows }: ReadSheet) => ({
    name,
    rows: {
      async *[Symbol.asyncIterator]() {
        for (const row of rows) yield await Promise.resolve(row)
      },
    },
  })

  test.each([
    ['titles', sheetOf(['Biểu', null], ['Mã', 'Kỳ này'], ['E01', 781], ['X', 3], ['E02', 1.24])],
    ['no titles', sheetOf(['Số lượt tiếp công dân', 'lượt', 781], ['Số người được tiếp', null, '12'])],
    ['figures alone', sheetOf([null], [1240], [5])],
    ['nothing of the form', sheetOf(['Kính gửi', 'ngày'], ['Phòng', 'Nội vụ'])],
  ])('says what it says when it is held: %s', async (_, sheet) => {
    expect(await readFilledRows([rowsOf(sheet)], content, 'E01')).toEqual(readFilled([sheet], content, 'E01'))
  })

  test('says how many rows it put aside, and how many cells are wrong, and holds the first of them', async () => {
    const strange = Array.from({ length: 500 }, (_, at): (string | number)[] => [`Số con trâu ${at}`, at + 1])
    const wrong = Array.from({ length: 500 }, (_, at): (string | number)[] => ['E02', `độ ${at} mấy`])
    const filled = await readFilledRows(
      [rowsOf(sheetOf(['Chỉ tiêu', 'Mã', 'Kỳ này'])), rowsOf(sheetOf(['Mã', 'Kỳ này'], ...strange, ...wrong))],
      content,
      null,
    )
    expect([filled.aside.length + filled.asideMore, filled.faults.length + filled.faultsMore]).toEqual([500, 500])
    expect([filled.aside.length, filled.faults.length]).toEqual([20, 200])
  })
})

describe('a pasted block', () => {
  test('of labels and figures needs no titles', () => {
    const block = pastedSheet('Số lượt tiếp công dân\tlượt\t781\r\nBình quân tiêu chí mỗi xã\ttiêu chí\t15,75\r\n')
    expect(changed(block)).toEqual([
      ['E01', '781'],
      ['I02', '15,75'],
    ])
  })

  test('of figures alone is laid down from the chosen line on, and what is left over is put aside', () => {
    const filled = read(pastedSheet('1.240\n5\n\n7'), 'E02')
    expect(filled.changes.map(({ cell, now }) => [cellKey(cell), now.raw])).toEqual([
      ['E02', '1.240'],
      ['K01', '5'],
      ['I02', '7'],
    ])
    expect(read(pastedSheet('1\n2\n3'), 'I02').aside).toHaveLength(1)
  })
})

test.each([
  [0, 0, 'A1'],
  [11, 5, 'F12'],
  [0, 25, 'Z1'],
  [0, 26, 'AA1'],
  [99, 701, 'ZZ100'],
  [0, 702, 'AAA1'],
])('row %i, column %i is %s', (row, column, address) => {
  expect(cellAddress(row, column)).toBe(address)
})
