import { readXlsx, type Cell } from 'hucre/xlsx'
import type { ReadCell, ReadSheet } from '#kernel/workbook.ts'

/**
 * A workbook read whole by the package, as the program did before its rows came one at a time: what the reader is held against,
 * cell for cell (xlsx-read.test.ts) and in memory (bench). Null for one that cannot be read.
 */
export async function readWhole(
  content: Uint8Array,
  most = { rows: 20_000, columns: 200 },
): Promise<{ sheets: ReadSheet[]; isCut: boolean } | null> {
  const shown = {
    maxRows: most.rows + 1,
    sheets: (info: { hidden?: boolean; veryHidden?: boolean }) => !info.hidden && !info.veryHidden,
  }
  const workbook = await readXlsx(content, shown).catch(() => null)
  if (!workbook) return null
  let isCut = false
  const sheets = workbook.sheets.map((sheet): ReadSheet => {
    isCut ||= sheet.rows.length > most.rows || sheet.rows.some((row) => row.length > most.columns)
    const rows = sheet.rows
      .slice(0, most.rows)
      .map((row, at) =>
        row.slice(0, most.columns).map((value, column) => readCell(value, sheet.cells?.get(`${at},${column}`))),
      )
    return { name: sheet.name, rows }
  })
  return { sheets, isCut }
}

function readCell(value: unknown, cell: Cell | undefined): ReadCell {
  if (cell?.type === 'error') return { kind: 'broken', text: String(value ?? '') }
  const result = cell?.type === 'formula' ? (cell.formulaResult ?? value) : value
  if (result === null || result === undefined) return { kind: 'empty' }
  if (result instanceof Date) return { kind: 'date' }
  if (typeof result === 'number') return Number.isFinite(result) ? { kind: 'number', number: result } : broken(result)
  if (typeof result === 'boolean') return { kind: 'text', text: result ? 'đúng' : 'sai' }
  const text = String(result).normalize('NFC').trim()
  if (/^#(REF|VALUE|DIV\/0|NAME|N\/A|NUM|NULL|SPILL|CALC)[!?]?$/.test(text)) return broken(text)
  return text === '' ? { kind: 'empty' } : { kind: 'text', text }
}

function broken(value: unknown): ReadCell {
  return { kind: 'broken', text: String(value) }
}
