import { readFileSync } from 'node:fs'
import { readCsv } from '../../src/kernel/csv.ts'

export type Cells = (column: string) => string
type Cell = string | number | boolean | null

/** The rows of a table of facts, each asked by the name of a column. */
export function rowsOf(path: string): Cells[] {
  const csv = readCsv(path, readFileSync(path, 'utf8'))
  const position = new Map(csv.header.map((name, at) => [name, at]))
  return csv.rows.map((row) => (column) => {
    const at = position.get(column)
    if (at === undefined) throw new Error(`${path}: there is no column ${column}`)
    return row.cells[at] ?? ''
  })
}

/** A table as the files of `db/reference` are written: quoted only where needed, one line feed a row. */
export function csvText(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [header, ...rows].map((row) => `${row.map(written).join(',')}\n`).join('')
}

function written(cell: Cell): string {
  const text = (cell === null ? '' : String(cell)).normalize('NFC')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
