import { readXlsx, type Cell } from 'hucre/xlsx'
import type { ReadCell, ReadSheet } from '#kernel/workbook.ts'

/** No table that people fill in is wider or longer; what lies beyond is not read, and the answer says so. */
const most = { rows: 5000, columns: 200 }

export type ReadWorkbook = { ok: true; sheets: ReadSheet[]; isCut: boolean } | { ok: false }

/**
 * The shown sheets of a workbook that `takeIn` let through: no macros, no password, nothing that unpacks without end. A formula
 * is read as what it last came to. `ok: false` for one that cannot be read, whatever it says of itself.
 */
export async function readWorkbook(content: Uint8Array): Promise<ReadWorkbook> {
  let workbook: Awaited<ReturnType<typeof readXlsx>>
  try {
    workbook = await readXlsx(content, { maxRows: most.rows + 1, sheets: (info) => !info.hidden && !info.veryHidden })
  } catch {
    // Whatever is wrong with somebody's file, it is a file that cannot be read; nothing of ours failed.
    return { ok: false }
  }
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
  return { ok: true, sheets, isCut }
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
