import type { ReadCell, ReadSheet } from '#kernel/workbook.ts'
import { pastedSheet, textOrEmpty } from '#modules/reporting/block.ts'

/** A block on the clipboard, from Excel, LibreOffice or Word; null for a single text, which the field takes by itself. */
export function blockOn(clipboard: DataTransfer): ReadSheet | null {
  const sheet = tableOf(clipboard.getData('text/html')) ?? pastedSheet(clipboard.getData('text/plain'))
  const isSingle = sheet.rows.length <= 1 && (sheet.rows[0]?.length ?? 0) <= 1
  return isSingle ? null : sheet
}

/** The largest table of what was copied. It is only read: nothing in a parsed document runs or is fetched. */
function tableOf(html: string): ReadSheet | null {
  if (!/<table/i.test(html)) return null
  const tables = [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('table')]
  const [table] = tables.sort((one, other) => other.rows.length - one.rows.length)
  if (!table) return null
  return { name: 'Bảng dán', rows: spread([...table.rows]) }
}

/** The most columns that a merged cell is spread over: a page may claim thousands. */
const widest = 200

/** Cells that were merged stand once, where they begin; the places they cover are empty. */
function spread(lines: HTMLTableRowElement[]): ReadCell[][] {
  const rows: ReadCell[][] = lines.map(() => [])
  for (const [at, line] of lines.entries()) {
    let column = 0
    for (const cell of line.cells) {
      while (rows[at]?.[column]) column += 1
      for (let down = 0; down < Math.max(1, cell.rowSpan); down += 1)
        for (let across = 0; across < Math.min(widest, cell.colSpan); across += 1) {
          const row = rows[at + down]
          if (row) row[column + across] = down + across === 0 ? readCell(cell) : { kind: 'empty' }
        }
    }
  }
  return rows.map((row) => Array.from(row, (cell): ReadCell => cell ?? { kind: 'empty' }))
}

/**
 * LibreOffice and older Excel say beside the text which number it is, whatever the machine's own way of writing it: `1.240` of a
 * Vietnamese machine and `1,240` of an English one are then the same, and nobody has to be asked.
 */
function readCell(cell: HTMLTableCellElement): ReadCell {
  const text = (cell.textContent ?? '').replace(/\s+/g, ' ')
  const exact = cell.getAttribute('sdval') ?? cell.getAttribute('x:num')
  const isPlainNumber = /^\s*-?[\d.,\s]+$/.test(text)
  if (exact && isPlainNumber && Number.isFinite(Number(exact))) return { kind: 'number', number: Number(exact) }
  return textOrEmpty(text)
}
