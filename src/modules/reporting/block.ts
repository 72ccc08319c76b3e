import { tidy } from '#kernel/text.ts'
import type { ReadCell, ReadSheet } from '#kernel/workbook.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import type { ReportContent } from './content.ts'
import { columnsOf, linesBy } from './filled-columns.ts'
import { readColumns, readFilled, type Filled } from './filled.ts'

/** Where a block is let down: the rows of the grid as they are shown, the first one it covers, and in which column. */
export type BlockPlace = { keys: readonly string[]; start: string; column: 'value' | 'note' }

/** A block set against the report before anything is written (khối dán): how large it is, and what it would change. */
export type PlacedBlock = Filled & { rows: number; columns: number; byName: boolean }

/** A block as it comes from the clipboard of Excel or Word: rows by line, cells by tab, a cell in quotes may hold both. */
export function pastedSheet(text: string): ReadSheet {
  const rows: string[][] = [['']]
  const marks = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '')
  let isQuoted = false
  for (let at = 0; at < marks.length; at += 1) {
    const mark = marks[at] ?? ''
    const row = rows.at(-1) ?? []
    const written = row.at(-1) ?? ''
    if (isQuoted && mark === '"' && marks[at + 1] === '"') {
      row[row.length - 1] = `${written}"`
      at += 1
    } else if (mark === '"' && isQuoted) isQuoted = false
    // A quote opens only at the start of a cell that it also ends: “"Dân vận khéo" 12” is a text like any other.
    else if (mark === '"' && written === '' && /^"(?:[^"]|"")*"(?:[\t\n]|$)/.test(marks.slice(at))) isQuoted = true
    else if (mark === '\t' && !isQuoted) row.push('')
    else if (mark === '\n' && !isQuoted) rows.push([''])
    else row[row.length - 1] = written + mark
  }
  return { name: 'Bảng dán', rows: rows.map((row) => row.map(textOrEmpty)) }
}

export function textOrEmpty(text: string): ReadCell {
  const cell = tidy(text).replace(/\s+/g, ' ')
  return cell === '' ? { kind: 'empty' } : { kind: 'text', text: cell }
}

/**
 * Reads a pasted block. One that carries names, codes or titles goes where those say, in any order; one of figures alone goes
 * down from the cell it was pasted into, over the rows as they are shown, and notes beside them.
 */
export function readBlock(sheet: ReadSheet, content: ReportContent, place: BlockPlace): PlacedBlock {
  const columns = Math.max(...sheet.rows.map((row) => lastFilled(row) + 1), 0)
  const size = { rows: sheet.rows.length, columns }
  const named = columnsOf(sheet, linesBy(content))
  if (named && (named.key >= 0 || named.code >= 0 || named.label >= 0))
    return { ...readFilled([sheet], content, null), ...size, byName: true }
  const shown = place.keys.flatMap((key) => content.lines.find((line) => cellKey(line.cell) === key) ?? [])
  const none = { head: -1, key: -1, code: -1, label: -1, hedge: -1 }
  const filled = readColumns(sheet, { ...content, lines: shown }, place.start, {
    ...none,
    ...(place.column === 'value' ? { value: 0, note: columns > 1 ? 1 : -1 } : { value: -1, note: 0 }),
  })
  const room = place.column === 'value' ? 2 : 1
  if (columns > room)
    filled.faults.unshift({
      at: sheet.name,
      label: '',
      sentence: `Bảng dán có ${columns} cột, từ ô này chỉ còn ${room} cột (${room === 2 ? 'số và ghi chú' : 'ghi chú'}). Xin chép lại đúng cột, hoặc chép cả cột tên chỉ tiêu.`,
    })
  return { ...filled, ...size, byName: false }
}

function lastFilled(row: readonly ReadCell[]): number {
  return row.findLastIndex((cell) => cell.kind !== 'empty')
}

/** A block as the clipboard takes it to Excel: what would break a row is put in quotes. */
export function blockAsText(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return rows.map((row) => row.map(cell).join('\t')).join('\r\n')
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** The same as a table, for Word. */
export function blockAsTable(rows: readonly (readonly string[])[]): string {
  const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => escapes[mark] ?? mark)
  const lines = rows.map((row) => `<tr>${row.map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`)
  return `<table>${lines.join('')}</table>`
}
