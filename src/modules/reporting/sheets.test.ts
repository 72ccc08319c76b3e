import { describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { quarterOf } from '#kernel/period.ts'
import { quantity } from '#kernel/quantity.ts'
import type { Sheet, SheetCell, Workbook } from '#kernel/workbook.ts'
import { figure } from '#modules/figures/figure.ts'
import type { UnitId, UnitVersion } from '#modules/territory/unit.ts'
import type { ContentLine, ReportContent } from './content.ts'
import { rollUpWorkbook } from './rollup-sheets.ts'
import { reportWorkbook } from './sheets.ts'

const origin = {
  issuer: 'Ủy ban nhân dân xã Đồi Chè',
  address: 'https://vidu.example/desk/bao-cao/1',
  day: localDate('2026-10-20'),
  marks: { isDraft: true, isExample: true },
}

function line(code: string, raw: string, more: Partial<ContentLine> = {}): ContentLine {
  const numeral = more.numeral ?? 'count'
  return {
    section: 'E. Tiếp công dân và đơn thư',
    cell: { code, dimension: '' },
    name: `Chỉ tiêu ${code}`,
    dimensionName: null,
    unitOfCount: 'lượt',
    numeral,
    counts: '',
    isPublic: true,
    figure: figure(raw, numeral, '=1+1 theo sổ'),
    unitsCounted: null,
    countedFrom: null,
    previous: null,
    ...more,
  }
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
    line('E01', 'trên 3.200', { previous: figure('khoảng 500', 'count').value }),
    line('E02', '0'),
    line('E03', ''),
    line('E04', 'không áp dụng', { previous: { state: 'not-yet-known' } }),
    line('I02', '15,75', { numeral: 'decimal', section: 'I. Nông thôn mới', previous: figure('15', 'decimal').value }),
    line('F26', '99,2', { numeral: 'percent', section: 'I. Nông thôn mới' }),
    line('I03', '+8', { numeral: 'change', section: 'I. Nông thôn mới' }),
  ],
  findings: [],
}

describe('the workbook of a report', () => {
  const sheet = first(reportWorkbook(content, origin))

  test('has the form’s structure: sections, codes, units of count, numbered through', () => {
    expect(sheet.rows.map((row) => (row.kind === 'section' ? row.title : said(row.cells[1])))).toEqual(
      ['E. Tiếp công dân và đơn thư', 'E01', 'E02', 'E03', 'E04'].concat(['I. Nông thôn mới', 'I02', 'F26', 'I03']),
    )
    expect(cellsOf(sheet, 'E01').slice(0, 4).map(said)).toEqual(['1', 'E01', 'Chỉ tiêu E01', 'lượt'])
    expect(cellsOf(sheet, 'I03').map(said)[0]).toBe('7')
  })

  test('keeps the hedge in a column of its own beside a number that is a number', () => {
    expect(cellsOf(sheet, 'E01').slice(4, 9).map(said)).toEqual(['khoảng', '500', 'trên', '3200', 'có số'])
  })

  test.each([
    ['E02', ['', '', '', '0', 'bằng 0']],
    ['E03', ['', '', '', '', 'chưa có số']],
    ['E04', ['chưa có số', '', '', '', 'không áp dụng']],
  ])('%s: a zero is a number, what is missing is none and says so', (code, cells) => {
    expect(cellsOf(sheet, code).slice(4, 9).map(said)).toEqual(cells)
  })

  test.each([
    ['I02', { amount: quantity('15.75'), decimals: 2, signed: false }],
    ['F26', { amount: quantity('99.2'), decimals: 2, signed: false }],
    ['I03', { amount: quantity(8), decimals: 0, signed: true }],
  ])('%s is shown with the decimals of its kind', (code, cell) => {
    expect(cellsOf(sheet, code)[7]).toMatchObject(cell)
  })

  test('last period’s number has as many decimals as this one’s', () => {
    expect(cellsOf(sheet, 'I02')[5]).toMatchObject({ amount: quantity(15), decimals: 2 })
  })

  test('says that it is a draft and an example, from which page and on which day it was taken', () => {
    expect(sheet.heading.find((one) => one.look === 'mark')?.words).toBe(
      'Dự thảo: số liệu đang nhập, chưa nộp. Dữ liệu ví dụ: đơn vị và số liệu đều do phần mềm đặt ra.',
    )
    expect(sheet.heading[1]?.words).toBe('Kết quả công tác dân vận quý III năm 2026 (dự thảo)')
    expect(sheet.notes.map((note) => note.href)).toContain(origin.address)
    expect(sheet.notes.at(-1)?.words).toBe('Ngày lấy số: 20/10/2026')
  })

  test('every row fits its columns', () => {
    for (const row of sheet.rows) if (row.kind === 'cells') expect(row.cells).toHaveLength(sheet.columns.length)
  })

  test('puts what does not add up on a sheet of its own, with the unit’s words and nobody’s name', () => {
    const finding = {
      rule: 'Q02' as const,
      key: 'Q02:F01',
      verdict: 'fails' as const,
      explainable: true,
      about: '',
      missing: [],
      cells: [],
      text: { heading: 'Cộng lại còn thiếu', sentence: 'Thiếu 38 lượt.', remedy: '', sum: null },
      explanation: { text: 'Sổ giấy ghi như vậy.', by: 'Trần Thị Ổi' },
    }
    const book = reportWorkbook({ ...content, findings: [finding] }, origin)
    expect(book.sheets.map((one) => one.name)).toEqual(['Số liệu', 'Chỗ chưa khớp'])
    const [row] = book.sheets[1]?.rows ?? []
    expect(row?.kind === 'cells' && row.cells.map(said)).toEqual([
      '1',
      'không khớp',
      'Cộng lại còn thiếu',
      'Thiếu 38 lượt.',
      'Sổ giấy ghi như vậy.',
    ])
    expect(said(book)).not.toContain('Trần Thị Ổi')
  })

  test('of figures published elsewhere names the source and leaves out what it does not give', () => {
    const source = { title: 'Bài trên trang của huyện', note: 'Số của cả năm.' }
    const book = reportWorkbook({ ...content, origin: 'published-source', source }, origin)
    expect(first(book).rows.map((row) => row.kind === 'cells' && said(row.cells[1]))).not.toContain('E03')
    expect(first(book).notes[1]?.words).toBe('Nguồn đã công bố: Bài trên trang của huyện. Số của cả năm.')
    expect(first(book).heading.find((one) => one.look === 'mark')?.words).not.toContain('ví dụ')
  })
})

describe('the workbook of a province’s sums', () => {
  const counted = { ...line('E01', '5.515'), unitsCounted: 70 }
  counted.figure = { ...counted.figure, basis: 'counted', note: '' }
  const unsummed = { ...line('F13', ''), unitsCounted: null }
  unsummed.figure = { ...unsummed.figure, basis: 'counted', note: '' }
  const unit = (id: string, name: string, until: string | null): UnitVersion => ({
    unit: id as UnitId,
    code: id,
    name,
    kind: 'commune',
    level: 'commune',
    parent: null,
    province: 'p' as UnitId,
    from: null,
    until: until === null ? null : localDate(until),
  })
  const standing = unit('a', 'Xã Đồi Chè', null)
  const amending = unit('c', 'Xã Gió Lùa', null)
  const book = rollUpWorkbook(
    {
      province: { name: 'Tỉnh Mây Trắng' },
      template: { name: 'Công tác dân vận' },
      period: quarterOf(2026, 3),
      lines: [counted, unsummed],
      expected: 100,
      counted: 70,
      units: [
        { unit: standing, status: 'submitted', since: new Date('2026-10-05T18:00:00Z') },
        { unit: unit('b', 'Xã Cũ', '2026-08-31'), status: 'unit-ended', since: null },
        { unit: amending, status: 'accepted', since: null },
      ],
      amended: [{ unit: amending.unit, name: 'Xã Gió Lùa', n: 2 }],
      gaps: [{ unit: standing.unit, name: 'Xã Đồi Chè', reason: 'Chờ xác minh số' }],
      matrix: {
        periods: [quarterOf(2026, 2), quarterOf(2026, 3)],
        cells: new Map([[standing.unit, ['published', 'submitted']]]),
      },
    },
    { ...origin, marks: { isDraft: false, isExample: true } },
  )

  test('has the number of units beside each sum, and says what is not summed', () => {
    const sheet = first(book)
    expect(cellsOf(sheet, 'E01').slice(7, 11).map(said)).toEqual(['5515', 'có số', '70', 'cộng từ cấp xã'])
    expect(cellsOf(sheet, 'F13').slice(7, 11).map(said)).toEqual(['', 'không cộng', '', ''])
    expect(sheet.columns[9]?.title).toBe('Số đơn vị đã tính (trên 100)')
    expect(sheet.heading[2]?.words).toBe('Kỳ số liệu 1/7/2026 – 30/9/2026 · cộng từ 70/100 xã, phường đã nhận báo cáo')
  })

  test('has a second sheet of units and where each stands, in Vietnamese days', () => {
    const rows = book.sheets[1]?.rows.map((row) => (row.kind === 'cells' ? row.cells.map(said) : []))
    expect(rows).toEqual([
      [
        '1',
        'Xã Đồi Chè',
        'đã nộp, chờ duyệt; chốt kỳ thiếu: Chờ xác minh số',
        '6/10/2026',
        'đã công bố',
        'đã nộp, chờ duyệt',
      ],
      ['2', 'Xã Cũ', 'kết thúc 31/8/2026', '', '', ''],
      ['3', 'Xã Gió Lùa', 'đã nhận, bản sửa đổi số 2', '', '', ''],
    ])
    expect(first(book).notes[1]?.words).toBe('Tổng gồm bản sửa đổi số 2 của Xã Gió Lùa.')
    expect(first(book).notes[0]?.words).toBe('Kỳ đã chốt, còn thiếu 1 xã, phường: Xã Đồi Chè (Chờ xác minh số).')
    expect(book.sheets[1]?.columns.map((column) => column.title).slice(4)).toEqual([
      'quý II năm 2026',
      'quý III năm 2026',
    ])
  })
})

function first(book: Workbook): Sheet {
  const [sheet] = book.sheets
  if (!sheet) throw new Error('A workbook without a sheet')
  return sheet
}

function cellsOf(sheet: Sheet, code: string): readonly SheetCell[] {
  for (const row of sheet.rows) if (row.kind === 'cells' && said(row.cells[1]) === code) return row.cells
  throw new Error(`There is no line ${code}`)
}

/** What a cell says, a number as plain digits; of anything else, all its text. */
function said(value: SheetCell | Workbook | undefined): string {
  if (value === undefined || !('kind' in value)) {
    return JSON.stringify(value, (_key, one: unknown) => (typeof one === 'bigint' ? String(one) : one))
  }
  if (value.kind === 'number') return String(Number(value.amount) / 10_000)
  return value.kind === 'text' ? value.text : ''
}
