import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { monthOf, quarterOf, yearOf, type Period } from '#kernel/period.ts'
import { quantity } from '#kernel/quantity.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { answerCsv, answerWorkbook } from './answer-files.ts'
import { headsOf, layoutOf } from './answer-heads.ts'
import { answerTable, rowsMissing, rowsOnPage, tableText } from './answer-table.ts'
import { widened, withinAnswer } from './beside.ts'
import type { CubeAnswer, CubeCell } from './cube-answer.ts'
import type { CubeQuestion, Measure } from './cube-question.ts'
import type { IndicatorVersionId } from './indicator.ts'

const measure = (key: string, name: string): Measure => ({
  ...{ key, name, unitOfCount: 'hồ sơ', numeral: 'count', direction: 'context' },
  expression: { kind: 'cell', cell: { code: key, dimension: '' } },
})
const cell = (amount: number | null, more: Partial<CubeCell> = {}): CubeCell => ({
  state: amount === null ? 'absent' : 'known',
  amount: amount === null ? null : quantity(amount),
  ...{ qualifier: 'exact', flag: 'exact', counted: 1, expected: 1, reason: null, version: null },
  ...more,
})

const units = ['Tỉnh Mây Trắng', 'Xã Bến Đò', 'Xã Cầu Gỗ', 'Xã Đồi Chè'].map((name) => ({ name, id: newId<'Unit'>() }))
const [whole] = units

function asked(measures: Measure[], periods: Period[], most = units.length): CubeQuestion {
  const map = { kind: 'reported' } as const
  return {
    measures,
    units: units.slice(0, most).map(({ id }) => id),
    periods,
    map,
    counts: 'accepted',
    from: 'communes',
  }
}

function answering(question: CubeQuestion, cells: (place: [number, number, number]) => CubeCell): CubeAnswer {
  return { question, cell: (...place) => cells(place), breaks: () => [], noted: () => [] }
}

const nameOf = (unit: UnitId): string => units.find(({ id }) => id === unit)?.name ?? ''
const heads = (question: CubeQuestion) =>
  headsOf(question, {
    nameOf: (unit) => ({ code: nameOf(unit), name: nameOf(unit), note: null }),
    wholes: new Set(whole ? [whole.id] : []),
  })

const question = asked([measure('F01', 'Tổng hồ sơ')], [quarterOf(2026, 1), quarterOf(2026, 2)])
const numbers: (number | null)[] = [60, 10, null, 50]
const answer = answering(question, ([, unit]) => cell(numbers[unit] ?? null))
const wishes = {
  ...{ heads: heads(question), layout: layoutOf(heads(question), null), sort: null, page: 1, nameOf, beside: null },
}
const rowsOf = (sort: string | null) =>
  answerTable(answer, { ...wishes, sort }).groups.flatMap(({ rows }) => rows.map(({ head }) => head.label))

describe('what stands in rows and columns', () => {
  const two = [measure('F01', 'Một'), measure('F02', 'Hai')]
  const quarters = [quarterOf(2026, 1), quarterOf(2026, 2)]
  test.each([
    ['periods of units', asked(two.slice(0, 1), quarters), { rows: 'unit', columns: 'period' }],
    ['measures of units in one period', asked(two, quarters.slice(0, 1)), { rows: 'unit', columns: 'measure' }],
    ['measures of one unit in one period', asked(two, quarters.slice(0, 1), 1), { rows: 'measure', columns: 'period' }],
    ['measures of one unit through periods', asked(two, quarters, 1), { rows: 'measure', columns: 'period' }],
    ['all three', asked(two, quarters), { rows: 'unit', columns: 'period', groups: 'measure' }],
  ])('%s', (_, one, layout) => {
    expect(layoutOf(heads(one), null)).toMatchObject(layout)
  })

  test('is turned by whoever reads it', () => {
    expect(layoutOf(heads(question), 'unit')).toMatchObject({ columns: 'unit', rows: 'period' })
  })
})

describe('a table', () => {
  test('puts the whole first, whatever it is sorted by, and what has no number last', () => {
    expect(rowsOf(null)).toEqual(['Tỉnh Mây Trắng', 'Xã Bến Đò', 'Xã Cầu Gỗ', 'Xã Đồi Chè'])
    expect(rowsOf('-2026-q1')).toEqual(['Tỉnh Mây Trắng', 'Xã Đồi Chè', 'Xã Bến Đò', 'Xã Cầu Gỗ'])
    expect(rowsOf('2026-q1')).toEqual(['Tỉnh Mây Trắng', 'Xã Bến Đò', 'Xã Đồi Chè', 'Xã Cầu Gỗ'])
    expect(rowsOf('-name')).toEqual(['Tỉnh Mây Trắng', 'Xã Đồi Chè', 'Xã Cầu Gỗ', 'Xã Bến Đò'])
    expect(rowsOf('no such column')).toEqual(rowsOf(null))
  })

  test('says what is missing, hedged or not of all, and a shared sentence once', () => {
    const said = answering(question, ([, unit]) =>
      unit === 1
        ? cell(3200, { qualifier: 'over', counted: 1, expected: 4 })
        : cell(null, { state: 'undefined', reason: { why: 'divided-by-zero' } }),
    )
    const table = answerTable(said, wishes)
    const cells = table.groups.flatMap(({ rows }) => rows.flatMap((row) => row.cells))
    expect(cells[2]).toMatchObject({ hedge: 'trên', amount: '3.200', from: 'từ 1 trên 4 đơn vị', notes: [] })
    expect(cells[0]).toMatchObject({ amount: null, absent: 'không xác định', notes: [1] })
    expect(table.notes).toEqual(['Mẫu số bằng 0 nên không xác định.'])
  })

  test('marks the period from which the definition is another one', () => {
    const [from, to] = ['F01@1', 'F01@2'] as IndicatorVersionId[]
    const broken = {
      ...answer,
      breaks: () => [{ period: 1, from: from as never, to: to as never, comparable: false, note: '' }],
    }
    expect(answerTable(broken, wishes).notes).toEqual([
      'Từ Quý II/2026, “Tổng hồ sơ” đếm theo cách khác: số trước và sau không so trực tiếp được.',
    ])
  })

  test('is one page of a bounded size; a page beyond the last is the last', () => {
    expect([rowsOnPage(1), rowsOnPage(12), rowsOnPage(100), rowsOnPage(500)]).toEqual([50, 50, 15, 10])
    expect(answerTable(answer, { ...wishes, page: 99 })).toMatchObject({ page: 1, pages: 1, rows: 4 })
  })

  test('is text that a spreadsheet takes', () => {
    expect(tableText(answerTable(answer, wishes)).split('\n').slice(0, 3)).toEqual([
      '\tQuý I/2026\tQuý II/2026',
      'Tỉnh Mây Trắng\t60\t60',
      'Xã Bến Đò\t10\t10',
    ])
  })

  test('names the rows without numbers, but not the whole', () => {
    expect(rowsMissing(answer, heads(question))).toMatchObject([{ unit: { label: 'Xã Cầu Gỗ' }, missing: 2, of: 2 }])
  })
})

describe('a file', () => {
  const file = {
    ...{
      sentence: 'Tổng hồ sơ, Tỉnh Mây Trắng',
      answer,
      heads: heads(question),
      nameOf,
      beside: null,
      countryNote: null,
    },
    ...{ asOf: '8h05 ngày 7/10/2026', address: 'http://vi-du.vn/kham-pha?indicators=F01' },
  }
  test('as CSV has the question above one number a line', () => {
    const lines = answerCsv(file).split('\r\n')
    expect(lines[0]).toBe('\ufeff"Tổng hồ sơ, Tỉnh Mây Trắng"')
    expect(lines[4]).toBe('F01,Tổng hồ sơ,hồ sơ,Tỉnh Mây Trắng,Tỉnh Mây Trắng,Quý I/2026,,60,,1,1,,')
    expect(lines.filter((line) => line.startsWith('F01,'))).toHaveLength(8)
  })

  test('as a workbook keeps numbers numbers, and what is none in words', () => {
    const workbook = answerWorkbook(file, wishes.layout, { issuer: 'Tỉnh Mây Trắng', day: quarterOf(2026, 3).to })
    const [table] = workbook.sheets
    const rows = table?.rows.flatMap((row) => (row.kind === 'cells' ? [row.cells[1]] : []))
    expect(rows).toMatchObject([
      { kind: 'number', amount: quantity(60) },
      { kind: 'number' },
      { kind: 'text', text: 'chưa có số' },
      { kind: 'number' },
    ])
  })
})

describe('a question asked with what it is compared with', () => {
  const besides = {
    periods: [monthOf(2025, 3), yearOf(2024)],
    units: [],
    note: null,
    drawn: [],
    words: () => ({ text: null, reason: null }),
  }
  test('is one question in the order of time, and its answer is read back by its own places', () => {
    const wide = widened(question, besides)
    expect(wide.periods.map(({ from }) => from)).toEqual(['2024-01-01', '2025-03-01', '2026-01-01', '2026-04-01'])
    const narrow = withinAnswer(
      answering(wide, ([, , period]) => cell(period)),
      question,
    )
    expect([narrow.cell(0, 0, 0).amount, narrow.cell(0, 0, 1).amount]).toEqual([quantity(2), quantity(3)])
  })

  test('a break before the first period that is shown breaks nothing', () => {
    const wide = widened(question, besides)
    const breaks = [1, 3].map((period) => ({
      period,
      from: 'a' as never,
      to: 'b' as never,
      comparable: false,
      note: '',
    }))
    const narrow = withinAnswer({ ...answering(wide, () => cell(1)), breaks: () => breaks }, question)
    expect(narrow.breaks(0).map(({ period }) => period)).toEqual([1])
  })
})
