import { error } from '@sveltejs/kit'
import { byteOrderMark, writeCsv } from '#kernel/csv-writing.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import { quantity } from '#kernel/quantity.ts'
import { emptyCell, textCell, type SheetCell } from '#kernel/workbook.ts'
import { downloadOf } from './download.server.ts'

/** A register as a table to take home: a number stays a number. */
export type RegisterTable = {
  title: string
  creator: string
  day: LocalDate
  columns: readonly string[]
  rows: readonly (readonly (string | number | null)[])[]
}

/** The table as CSV or Excel; any other kind is no address. */
export async function registerFile(kind: string, table: RegisterTable, name: string): Promise<Response> {
  if (kind === 'csv')
    return new Response(byteOrderMark + writeCsv(table.columns, table.rows), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'cache-control': 'no-store',
        'content-disposition': `attachment; filename="${name}.csv"`,
      },
    })
  const file = kind === 'xlsx' ? await downloadOf(kind, { document: null, workbook: workbookOf(table) }, name) : null
  if (!file) error(404, 'Không có trang này')
  file.headers.set('cache-control', 'no-store')
  return file
}

function workbookOf({ title, creator, day, columns, rows }: RegisterTable) {
  return {
    ...{ title, creator, day },
    sheets: [
      {
        name: 'Sổ',
        heading: [
          { words: creator, look: 'issuer' as const },
          { words: title, look: 'title' as const },
        ],
        columns: columns.map((one) => ({ title: one, width: Math.max(12, one.length + 4), align: 'left' as const })),
        frozenColumns: 1,
        rows: rows.map((row) => ({ kind: 'cells' as const, cells: row.map(cellOf) })),
        notes: [],
      },
    ],
  }
}

function cellOf(value: string | number | null): SheetCell {
  if (value === null) return emptyCell
  if (typeof value === 'string') return textCell(value)
  return { kind: 'number', amount: quantity(value), decimals: 0, signed: false }
}
