import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { namedCells, readCsv } from '#kernel/csv.ts'
import { quantity, toDecimalText, type Quantity } from '#kernel/quantity.ts'
import { figureFromText } from '#modules/figures/figure.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import type { Numeral } from '#kernel/numerals.ts'
import { checkText } from './labels.ts'
import { readRows, type ProgrammeSet, type UnitCounted } from './programme-set.ts'
import { mixtureOf, sheetOf, type ProgrammeSheet } from './sheet.ts'
import type { SheetFigure, SheetSource } from './sheet-source.ts'

const table = (file: string) => {
  const csv = readCsv(file, readFileSync(`db/reference/${file}`, 'utf8'))
  return csv.rows.map((row) => namedCells(csv, row))
}
const versions = table('indicator_version.csv')
const rowsOfTable = table('programme_row.csv')
const indicatorOf = (code: string) => {
  const cell = versions.find((one) => one('indicator_code') === code)
  return cell
    ? {
        name: cell('name'),
        unitOfCount: cell('unit_of_count'),
        nature: cell('nature') as 'stock',
        sensitivity: cell('sensitivity') as 'public',
      }
    : null
}
const orNull = (text: string): string | null => (text === '' ? null : text)

function setOf(id: string): ProgrammeSet {
  const written = rowsOfTable
    .filter((cell) => cell('set_version') === id)
    .map((cell) => ({
      key: cell('key'),
      kind: cell('kind'),
      ofRow: orNull(cell('of_row')),
      relation: orNull(cell('relation')),
      name: cell('name'),
      unitOfCount: cell('unit_of_count'),
      cell: cell('indicator_code') ? { code: cell('indicator_code'), dimension: cell('dimension') } : null,
      changeCode: orNull(cell('change_code')),
      unitKind: orNull(cell('unit_kind')),
      note: cell('note'),
    }))
  const words = { code: id, version: 1, from: null, until: null, name: id, about: '', source: '' }
  return { id, ...words, rows: readRows(id, written, indicatorOf) }
}

const absent: SheetFigure = {
  state: 'absent',
  amount: null,
  qualifier: 'exact',
  flag: 'exact',
  counted: 0,
  expected: 1,
  reason: null,
}

/** A number as it is typed into a report. */
function typed(raw: string, cell: string, counted = 1): SheetFigure {
  const numeral = (versions.find((one) => one('indicator_code') === cell.split(':')[0])?.('numeral') ??
    'count') as Numeral
  const value = figureFromText(raw, numeral)
  if (value.state === 'not-yet-known') return absent
  const amount = value.state === 'reported' ? value.amount : value.state === 'zero' ? quantity(0) : null
  return {
    state: amount === null ? 'not-applicable' : 'known',
    amount,
    qualifier: value.state === 'reported' ? value.qualifier : 'exact',
    flag: 'exact',
    counted,
    expected: counted,
    reason: null,
  }
}

type Given = {
  now: Record<string, string>
  before?: Record<string, string>
  xã?: number
  units?: Record<UnitCounted, number> | null
}

function source({ now, before = {}, xã, units = null }: Given): SheetSource {
  return {
    now: (cell) => (cell in now ? typed(now[cell] ?? '', cell) : absent),
    before: (cell) => (cell in before ? typed(before[cell] ?? '', cell) : null),
    written: (cell) => {
      const figure = cell in now ? typed(now[cell] ?? '', cell) : absent
      return figure.amount === null ? null : { amount: figure.amount, qualifier: figure.qualifier }
    },
    divisor: () => (xã === undefined ? null : quantity(xã)),
    units,
  }
}

/** Every figure that was published of Lệ Thủy in 2023, as it was printed. */
const published: Record<string, string> = Object.fromEntries(
  table('published_figure.csv')
    .filter((cell) => cell('report_key') === 'le-thuy-2023')
    .map((cell) => [
      cellKey({ code: cell('indicator_version').replace('@1', ''), dimension: cell('dimension') }),
      cell('raw'),
    ]),
)
const lệThủy: Given = { now: published, xã: 24, units: { commune: 24, 'commune-level': 26 } }

const at = (sheet: ProgrammeSheet, key: string) => sheet.rows.find(({ row }) => row.key === key)
const told = (amount: Quantity | null | undefined): string | null => (amount ? toDecimalText(amount) : null)
const columns = (sheet: ProgrammeSheet, key: string) => {
  const row = at(sheet, key)
  return [row?.counted, row?.estimate, row?.change].map((one) => told(one?.state === 'known' ? one.amount : null))
}
const checked = (sheet: ProgrammeSheet, kind: string) => sheet.checks.filter((check) => check.kind === kind)
function sentences(set: ProgrammeSet, sheet: ProgrammeSheet): string[] {
  const rows = new Map(set.rows.map((row) => [row.key, row]))
  return sheet.checks.map((check) => checkText(check, rows)).map(({ heading, sentence }) => `${heading}: ${sentence}`)
}

describe('Lệ Thủy 2023, new rural development', () => {
  const set = setOf('nong-thon-moi@1')
  const sheet = sheetOf(set, source(lệThủy))

  test('an estimate stands in the column of estimates, what was counted in its own, the change beside them', () => {
    expect(columns(sheet, 'tieu-chi')).toEqual([null, '378', '8'])
    expect(columns(sheet, 'vuon')).toEqual([null, '99', null])
    expect(columns(sheet, 'vuon-dat-chuan')).toEqual(['34', null, null])
    expect(columns(sheet, 'doan-duong')).toEqual(['3', null, null])
    expect(columns(sheet, 'hop-tac-xa')).toEqual(['1', null, null])
  })

  test('378 criteria are divided by 24 xã; the average is as much an estimate as they are', () => {
    expect(columns(sheet, 'binh-quan')).toEqual([null, '15.75', null])
    expect(told(at(sheet, 'binh-quan')?.divisor)).toBe('24')
    expect(checked(sheet, 'average')).toMatchObject([{ verdict: 'holds', allUnits: 26 }])
    expect(sentences(set, sheet)).toContain(
      '378 ÷ 24 xã = 15,75: Báo cáo ghi 15,75, đúng như vậy. Không chia cho cả 26 đơn vị cấp xã.',
    )
  })

  test('a trap: divided by all 26 units the average would be 14,54, and is told not to be what was written', () => {
    const wrong = sheetOf(set, source({ ...lệThủy, xã: 26 }))
    expect(columns(wrong, 'binh-quan')[1]).toBe('14.54')
    expect(checked(wrong, 'average')).toMatchObject([{ verdict: 'fails', implied: quantity(24) }])
    expect(sentences(set, wrong)).toContain('378 ÷ 26 xã = 14,54: Báo cáo ghi 15,75; số ấy là bình quân của 24 đơn vị.')
  })

  test('a trap: 7 recognised and 1 under appraisal stay two numbers; 8 stands nowhere', () => {
    expect(columns(sheet, 'khu-dan-cu-cong-nhan')).toEqual(['7', null, null])
    expect(columns(sheet, 'khu-dan-cu-tham-dinh')).toEqual(['1', null, null])
    expect(columns(sheet, 'khu-dan-cu')).toEqual([null, null, null])
    const printed = sheet.rows
      .filter(({ row }) => row.kind !== 'stock' || !row.change)
      .flatMap(({ row }) => columns(sheet, row.key))
    expect(printed).not.toContain('8')
    expect(sentences(set, sheet).join(' ')).toContain('7 và 1: không cộng')
    expect(
      JSON.stringify(checked(sheet, 'states'), (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value)),
    ).not.toContain('80000')
  })

  test('34 of 99 gardens are some of the whole', () => {
    expect(checked(sheet, 'part')).toMatchObject([{ verdict: 'holds', part: { amount: quantity(34) } }])
    const more = sheetOf(set, source({ ...lệThủy, now: { ...published, I06: '134' } }))
    expect(checked(more, 'part')).toMatchObject([{ verdict: 'fails' }])
  })

  test('the change says 370 at the end of 2022, which nobody reported', () => {
    expect(checked(sheet, 'change')).toMatchObject([
      { verdict: 'not-computable', derived: quantity(370), before: null },
    ])
    expect(sentences(set, sheet)).toContain(
      '378, +8 trong năm: Suy ra cuối năm trước là 370; chưa có số cuối năm trước để đối chiếu.',
    )
  })

  test.each([
    ['370', 'holds', '378 − 370 = +8: Mức tăng, giảm ghi +8, khớp với hai số cuối năm.'],
    ['372', 'fails', '378 − 372 = +6: Mức tăng, giảm lại ghi +8.'],
    [
      'khoảng 370',
      'not-computable',
      '378, +8 trong năm: Suy ra cuối năm trước là 370; chưa có số cuối năm trước để đối chiếu.',
    ],
  ])('with %s at the end of the year before the change %s', (before, verdict, sentence) => {
    const with2022 = sheetOf(set, source({ ...lệThủy, before: { I01: before } }))
    expect(checked(with2022, 'change')).toMatchObject([{ verdict }])
    expect(sentences(set, with2022)).toContain(sentence)
  })
})

describe('Lệ Thủy 2023, OCOP', () => {
  const set = setOf('ocop@1')

  test('31 = 23 + 8, and no product of five stars by subtraction, said as such', () => {
    const sheet = sheetOf(set, source(lệThủy))
    expect(columns(sheet, 'san-pham')).toEqual(['31', null, null])
    expect(at(sheet, 'nam-sao')).toMatchObject({ counted: { state: 'absent' }, byDifference: quantity(0) })
    expect(at(sheet, 'bon-sao')?.byDifference).toBeNull()
    expect(checked(sheet, 'sum')).toMatchObject([{ verdict: 'holds', gap: quantity(0) }])
    expect(sentences(set, sheet).join()).toContain('Không ai báo sản phẩm OCOP 5 sao; theo phép trừ còn 0.')
  })

  test.each([
    [{ I12: '0' }, 'holds', null],
    [{ I12: '2' }, 'fails', null],
    [{ I09: '34' }, 'not-computable', quantity(3)],
    [{ I09: 'ước 34' }, 'not-computable', null],
    [{ I09: 'trên 31' }, 'not-computable', null],
    [{ I09: '30' }, 'fails', null],
    [{ I12: 'không áp dụng' }, 'holds', null],
  ])('with %j the sum %s', (more, verdict, remainder) => {
    const sheet = sheetOf(set, source({ ...lệThủy, now: { ...published, ...more } }))
    expect(checked(sheet, 'sum')).toMatchObject([{ verdict }])
    expect(at(sheet, 'nam-sao')?.byDifference ?? null).toBe(remainder)
  })

  test('what remains is not told of sums over different units', () => {
    const uneven: SheetSource = {
      ...source(lệThủy),
      now: (cell) => (cell === 'I12' ? absent : typed(published[cell] ?? '', cell, cell === 'I09' ? 10 : 9)),
    }
    expect(checked(sheetOf(set, uneven), 'sum')).toMatchObject([{ verdict: 'not-computable', remainder: null }])
  })
})

describe('Lệ Thủy 2023, friendly government', () => {
  const set = setOf('chinh-quyen-than-thien@1')

  test('13 offices, 5 units and 26 communes are 44 places; 26 of the 26 communes there are', () => {
    const sheet = sheetOf(set, source(lệThủy))
    expect(['phong', 'don-vi', 'xa', 'tat-ca'].map((key) => columns(sheet, key)[0])).toEqual(['13', '5', '26', '44'])
    expect(checked(sheet, 'units')).toMatchObject([{ verdict: 'holds', units: 26 }])
    expect(sentences(set, sheet)[0]).toMatch(/^44 = 13 \+ 5 \+ 26: /)
  })

  test('the total waits for every part, and is as sure as the least sure of them', () => {
    expect(columns(sheetOf(set, source({ now: { F22: '13', F23: '5' } })), 'tat-ca')).toEqual([null, null, null])
    const hedged = at(sheetOf(set, source({ now: { F22: '13', F23: 'ước 5', F24: '26' } })), 'tat-ca')
    expect(hedged).toMatchObject({ counted: null, estimate: { amount: quantity(44), qualifier: 'estimate' } })
  })

  test('more communes than there are is told', () => {
    const sheet = sheetOf(set, source({ ...lệThủy, now: { ...published, F24: '27' } }))
    expect(checked(sheet, 'units')).toMatchObject([{ verdict: 'fails' }])
  })
})

describe('over several units', () => {
  test('what was counted and what is an estimate are told apart', () => {
    const mixed = mixtureOf([typed('10', 'I05'), typed('ước 5', 'I05'), typed('7', 'I05'), absent, null])
    expect(mixed).toEqual({
      counted: { amount: quantity(17), units: 2 },
      estimate: { amount: quantity(5), units: 1 },
    })
    expect(mixtureOf([typed('10', 'I05'), typed('7', 'I05')])).toBeNull()
  })

  test('nothing given is nothing said', () => {
    for (const id of ['nong-thon-moi@1', 'ocop@1', 'chinh-quyen-than-thien@1']) {
      const set = setOf(id)
      const sheet = sheetOf(set, source({ now: {} }))
      expect(
        sheet.checks.every(({ verdict }) => verdict === 'not-computable'),
        id,
      ).toBe(true)
      expect(sheet.rows.every(({ row }) => columns(sheet, row.key).every((one) => one === null))).toBe(true)
    }
  })
})

describe('a set that cannot mean anything is refused with its row', () => {
  const row = { ofRow: null, relation: null, name: '', unitOfCount: '', changeCode: null, unitKind: null, note: '' }
  const stock = { ...row, kind: 'stock', key: 'a', cell: { code: 'I05', dimension: '' } }
  const group = { ...row, kind: 'group', key: 'g', name: 'Nhóm', cell: null }
  test.each([
    ['an unknown indicator', [{ ...stock, cell: { code: 'I99', dimension: '' } }], 'there is no indicator I99'],
    ['what is not public', [{ ...stock, cell: { code: 'H08', dimension: '' } }], 'H08 is not public'],
    ['a flow', [{ ...stock, cell: { code: 'F01', dimension: '' } }], 'F01 is no stock'],
    ['a change that is none', [{ ...stock, changeCode: 'I05' }], 'I05 is no change'],
    ['a group of nothing', [group], 'every row under a group is its state'],
    [
      'a state of a number',
      [stock, { ...stock, key: 'b', ofRow: 'a', relation: 'state' }],
      'it cannot be a state of a stock',
    ],
    [
      'parts under a group',
      [group, { ...stock, ofRow: 'g', relation: 'part' }],
      'every row under a group is its state',
    ],
    [
      'an average of nothing',
      [{ ...stock, kind: 'average', ofRow: 'x', unitKind: 'commune' }],
      'an average is of a stock of the set, per commune',
    ],
  ])('%s', (_, rows, why) => {
    expect(() => readRows('thu@1', rows, indicatorOf)).toThrow(why)
  })
})
