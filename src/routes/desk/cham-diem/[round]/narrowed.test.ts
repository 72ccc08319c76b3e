import { describe, expect, test } from 'vitest'
import { narrowed, queryOf, rowsOnPage } from './narrowed.ts'

type Row = Parameters<typeof narrowed>[0][number]

function row(name: string, of: { sheets?: boolean[]; total?: number } = {}): Row {
  return {
    ...{ id: name, name, unitName: 'Xã Đồi Chè', place: null, self: null, spread: null, result: null },
    total: of.total ?? null,
    appraisers: (of.sheets ?? []).map((isHandedIn) => ({ name: 'Người chấm', isHandedIn })),
  } as unknown as Row
}

const asked = (query: string) => new URLSearchParams(query)

describe('a round of many', () => {
  const rows = [
    ...Array.from({ length: 119 }, (_, index) => row(`Tổ tự quản ${index}`)),
    row('Chợ sạch', { sheets: [true, false] }),
    row('Đường hoa', { sheets: [true], total: 8700 }),
  ]

  test('comes in pages, and a page beyond the last is the last', () => {
    const first = narrowed(rows, asked(''))
    expect([first.rows.length, first.page, first.pages, first.found]).toEqual([rowsOnPage, 1, 3, 121])
    expect(narrowed(rows, asked('trang=99'))).toMatchObject({ page: 3, rows: { length: 21 } })
    expect(narrowed(rows, asked('trang=abc')).page).toBe(1)
  })

  test('is searched without diacritics, by unit too', () => {
    expect(narrowed(rows, asked('tim=duong+HOA')).rows.map(({ name }) => name)).toEqual(['Đường hoa'])
    expect(narrowed(rows, asked('tim=doi+che')).found).toBe(121)
    expect(narrowed(rows, asked('tim=khong+co'))).toMatchObject({ found: 0, page: 1, pages: 1, rows: [] })
  })

  test('is narrowed to what has nobody, what waits for a sheet, and what has points', () => {
    expect(narrowed(rows, asked('')).counts.map(({ count }) => count)).toEqual([119, 1, 1])
    expect(narrowed(rows, asked('loc=chua-nop')).rows.map(({ name }) => name)).toEqual(['Chợ sạch'])
    expect(narrowed(rows, asked('loc=co-diem')).rows.map(({ name }) => name)).toEqual(['Đường hoa'])
    expect(narrowed(rows, asked('loc=gi-do')).found).toBe(121)
  })

  test('an address says no more than it must', () => {
    expect(queryOf({ words: '', standing: null, page: 1 })).toEqual({})
    expect(queryOf({ words: 'hoa', standing: 'co-diem', page: 2 })).toEqual({ tim: 'hoa', loc: 'co-diem', trang: '2' })
  })
})
