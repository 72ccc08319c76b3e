import { describe, expect, test } from 'vitest'
import type { WideTable } from '#kernel/document.ts'
import { localDate } from '#kernel/local-date.ts'
import { quarterOf, yearOf, type Period } from '#kernel/period.ts'
import { figure, formatValue } from '#modules/figures/figure.ts'
import { readShort, shortFigure, yearsOf, type ReportAppendix, type YearColumn } from './appendix.ts'
import { appendicesOf, inParts } from './appendix-blocks.ts'
import { appendixSheets } from './appendix-sheets.ts'
import { publicContent, type ContentLine, type ReportContent } from './content.ts'
import { reportDocument } from './documents.ts'
import { issuingBody } from './issuing-body.ts'
import { plainPaper } from './paper.ts'

const texts = ['1.240', 'trên 3.200', 'khoảng 500', 'dưới 7', 'ước 12', '0', 'không áp dụng', '']

test.each(texts)('a figure of “%s” is said alike after it was written short', (raw) => {
  const { value } = figure(raw, 'count')
  expect(readShort(shortFigure(value))).toEqual(value)
})

test.each([
  ['-8', 'change'],
  ['15,75', 'decimal'],
] as const)('so is %s', (raw, numeral) => {
  const { value } = figure(raw, numeral)
  expect(formatValue(readShort(shortFigure(value)), numeral)).toBe(formatValue(value, numeral))
})

const between = (from: string, to: string): Period => ({ regime: 'range', from: localDate(from), to: localDate(to) })

test.each([
  [quarterOf(2026, 3), []],
  [yearOf(2026), []],
  [between('2024-01-01', '2026-12-31'), ['year', 'year', 'year']],
  [between('2019-10-01', '2022-09-30'), ['quarter', 'year', 'year', 'nine-months']],
])('%j goes through the years %j', (period, regimes) => {
  expect(yearsOf(period).map(({ regime }) => regime)).toEqual(regimes)
})

test('columns are broken into parts of about one width', () => {
  const parts = inParts(Array.from({ length: 20 }, (_, at) => at))
  expect(parts.map((part) => part.length)).toEqual([7, 7, 6])
  expect(parts.flat()).toHaveLength(20)
  expect(inParts([])).toEqual([])
})

function line(code: string, raw: string, more: Partial<ContentLine> = {}): ContentLine {
  return {
    section: 'E. Tiếp công dân và đơn thư',
    cell: { code, dimension: '' },
    name: `Chỉ tiêu ${code}`,
    dimensionName: null,
    unitOfCount: 'lượt',
    numeral: 'count',
    counts: '',
    isPublic: true,
    figure: { ...figure(raw, 'count'), basis: 'counted' },
    unitsCounted: 2,
    countedFrom: null,
    previous: null,
    ...more,
  }
}

const content: ReportContent = {
  unitName: 'Tỉnh Ví Dụ',
  unitUntil: null,
  provinceName: 'Tỉnh Ví Dụ',
  templateName: 'Công tác dân vận',
  period: quarterOf(2026, 3),
  origin: 'entered',
  source: null,
  units: { expected: 4, counted: 2 },
  lines: [line('E01', 'trên 3.240'), line('E02', '0'), line('E03', '7', { unitsCounted: null })],
  findings: [],
}
const appendix: ReportAppendix = {
  cells: ['E01', 'E02', 'E03'],
  units: [
    { name: 'Xã Sông Xanh', status: 'accepted', figures: ['>3200', '0', ''] },
    { name: 'Xã Núi Vàng', status: 'published', figures: ['40', '0', '-'] },
    { name: 'Xã Đồi Chè', status: 'not-begun', gap: 'Mưa lũ nhiều ngày', figures: null },
    { name: 'Phường Chợ Mới', status: 'submitted', figures: null },
  ],
  years: null,
}
const body = issuingBody(
  {
    ...{ layout: 'state', isDefault: true, superior: '', body: 'Ủy ban nhân dân|{unit}', symbol: 'BC-UBND' },
    ...{ signsFor: 'Ủy ban nhân dân', signerTitle: 'Chủ tịch', recipients: ['Lưu: VT'], certainty: 'unverified' },
  },
  'Tỉnh Ví Dụ',
  'Tỉnh Ví Dụ',
  null,
)
const fair = { isDraft: false, isExample: false }
const origin = { issuer: 'Tỉnh Ví Dụ', address: 'https://x', day: localDate('2026-10-20'), marks: fair }

function tablesOf(of: ReportAppendix, from: ReportContent = content): WideTable[] {
  return appendicesOf(from, of, 'Ủy ban nhân dân tỉnh Ví Dụ').flatMap(({ blocks }) =>
    blocks.filter((block) => block.kind === 'wide-table'),
  )
}

describe('the figures of each unit behind a sum', () => {
  test('say every number with its hedge, and the last row is the total of the report', () => {
    const [table] = tablesOf(appendix)
    expect(table?.columns.map(({ title }) => title)).toEqual(
      ['TT', 'Đơn vị'].concat(['E01', 'E02', 'E03'].map((code, at) => `${at + 1}. Chỉ tiêu ${code} (lượt)`)),
    )
    expect(table?.rows.slice(0, 2).map(({ cells }) => cells)).toEqual([
      ['1', 'Xã Sông Xanh', 'trên 3.200', '0', 'chưa có số'],
      ['2', 'Xã Núi Vàng', '40', '0', 'không áp dụng'],
    ])
    expect(table?.rows.at(-1)).toEqual({
      cells: ['', 'Toàn tỉnh, như trong báo cáo', 'trên 3.240', '0', '7'],
      bold: true,
    })
  })

  test('a unit that is missing has a reason and no number, never a zero', () => {
    const [table] = tablesOf(appendix)
    expect(table?.rows.slice(2, 4)).toEqual([
      { cells: ['3', 'Xã Đồi Chè'], over: 'chưa nộp (chưa bắt đầu); chốt kỳ thiếu: Mưa lũ nhiều ngày' },
      { cells: ['4', 'Phường Chợ Mới'], over: 'đã nộp, chờ duyệt' },
    ])
  })

  test('a total of the province’s own hand is said to be no sum', () => {
    expect(tablesOf(appendix)[0]?.note).toMatch(/^Số toàn tỉnh ở cột 3 do tỉnh ghi/)
  })

  test('a hundred and sixty indicators stand in parts that each name every unit', () => {
    const cells = Array.from({ length: 160 }, (_, at) => `X${at}`)
    const wide = tablesOf(
      {
        cells,
        units: [{ name: 'Xã Sông Xanh', status: 'accepted', figures: cells.map((_, at) => String(at + 1)) }],
        years: null,
      },
      { ...content, lines: cells.map((code) => line(code, '1')) },
    )
    expect(wide).toHaveLength(18)
    for (const part of wide) expect(part.rows[0]?.cells[1]).toBe('Xã Sông Xanh')
    expect(wide.flatMap((part) => part.rows[0]?.cells.slice(2) ?? [])).toEqual(cells.map((_, at) => String(at + 1)))
  })

  test('in Excel a hedged number is still a number, and a missing unit has a word in every cell', () => {
    const [sheet] = appendixSheets(content, appendix, origin)
    const cells = sheet?.rows.map((row) => (row.kind === 'cells' ? row.cells.slice(3) : [])) ?? []
    expect(cells[0]?.[0]).toMatchObject({ kind: 'number', hedge: 'trên' })
    expect(cells[0]?.[2]).toEqual({ kind: 'text', text: 'chưa có số' })
    expect(cells[2]).toEqual(Array.from({ length: 3 }, () => ({ kind: 'text', text: 'chưa nộp' })))
    expect(cells.at(-1)?.[0]).toMatchObject({ kind: 'number', hedge: 'trên' })
    expect(sheet?.wide).toEqual({ repeatedColumns: 2, wordsOver: 6 })
  })

  test('the report points to its appendix, and what everybody takes home has none', () => {
    const paper = { ...plainPaper, number: '38', appendix }
    const words = JSON.stringify(reportDocument(content, body, null, fair, paper).blocks)
    expect(words).toContain('Kèm theo báo cáo có phụ lục: số liệu của từng xã, phường.')
    const open = reportDocument(publicContent(content), body, null, fair)
    expect(open).not.toHaveProperty('appendices')
    expect(JSON.stringify(open)).not.toContain('phụ lục')
  })
})

describe('the years of a review', () => {
  const year = (of: number, figures: string[] | null, more: Partial<YearColumn> = {}): YearColumn => ({
    period: yearOf(of),
    figures,
    isOtherVersion: false,
    anew: [],
    units: null,
    ...more,
  })
  const reviewed: ReportContent = { ...content, period: between('2023-01-01', '2026-12-31') }
  const years: ReportAppendix = {
    cells: ['E01', 'E02', 'E03'],
    units: [],
    years: {
      columns: [
        year(2023, null),
        year(2024, ['100', '0', '-']),
        year(2025, ['150', '', '5'], { isOtherVersion: true, anew: ['E03'] }),
        year(2026, ['125', '3', '7'], { units: { counted: 2, expected: 4 } }),
      ],
      growth: { from: yearOf(2024), to: yearOf(2026), percent: ['25', null, null] },
    },
  }

  test('stand beside the total, with growth only where it may be told', () => {
    const [table] = tablesOf(years, reviewed)
    expect(table?.columns.slice(3).map(({ title }) => title)).toEqual([
      'Năm 2023',
      'Năm 2024',
      'Năm 2025',
      'Năm 2026',
      'Cả kỳ',
      'Năm 2026 so với năm 2024',
    ])
    expect(table?.rows.map(({ cells }) => cells.slice(3))).toEqual([
      ['chưa có báo cáo', '100', '150', '125', 'trên 3.240', '+25%'],
      ['chưa có báo cáo', '0', 'chưa có số', '3', '0', '–'],
      ['chưa có báo cáo', 'không áp dụng', '5 *', '7', '7', '–'],
    ])
  })

  test('a missing year, another version and a part of the units are said in sentences', () => {
    const [first] = appendicesOf(reviewed, years, 'Ủy ban nhân dân tỉnh Ví Dụ')
    const said = JSON.stringify(first?.blocks.filter((block) => block.kind === 'paragraph'))
    expect(said).toContain('Năm 2023: chưa có báo cáo được nhận')
    expect(said).toContain('Năm 2025: báo cáo theo phiên bản khác của mẫu, 1 chỉ tiêu khi ấy tính theo cách khác')
    expect(said).toContain('Năm 2026: số cộng từ 2 trên 4 xã, phường.')
  })
})
