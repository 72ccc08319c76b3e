import { fold } from '#kernel/text.ts'
import type { ReadCell, ReadRow, ReadSheet, SheetRows } from '#kernel/workbook.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import type { ContentLine, ReportContent } from './content.ts'
import { labelOf } from './fill-in.ts'

/** The lines of a form by everything that a row of somebody's file may call them. */
export type FormLines = {
  ordered: readonly ContentLine[]
  byKey: ReadonlyMap<string, ContentLine>
  byLabel: ReadonlyMap<string, ContentLine | 'several'>
  byCode: ReadonlyMap<string, ContentLine>
}

export function linesBy({ lines }: ReportContent): FormLines {
  const byLabel = new Map<string, ContentLine | 'several'>()
  for (const line of lines) {
    const label = plainLabel(labelOf(line))
    byLabel.set(label, byLabel.has(label) ? 'several' : line)
  }
  return {
    ordered: lines,
    byKey: new Map(lines.map((line) => [cellKey(line.cell), line])),
    byLabel,
    // A code alone means the line that is not broken down.
    byCode: new Map(
      lines.filter(({ cell }) => cell.dimension === '').map((line) => [line.cell.code.toLowerCase(), line]),
    ),
  }
}

/** A label without diacritics, numbering in front, and marks of sentences. */
export function plainLabel(label: string): string {
  return fold(label)
    .replace(/^(\d+(\.\d+)*|[a-z]|[ivx]+)[.)]\s*/, '')
    .replace(/[^\p{L}\p{N}%/]+/gu, ' ')
    .trim()
}

/** Where a file keeps what; -1 for what it has not. `head` is the row of the titles. */
export type FormColumns = {
  head: number
  key: number
  code: number
  label: number
  hedge: number
  value: number
  note: number
}

const heads: Record<Exclude<keyof FormColumns, 'head'>, readonly string[]> = {
  key: ['khoa'],
  code: ['ma', 'ma so', 'ma chi tieu'],
  label: ['chi tieu', 'ten chi tieu', 'noi dung', 'noi dung bao cao'],
  hedge: ['ky nay chu'],
  value: ['ky nay', 'ky nay so', 'so lieu', 'so lieu ky nay', 'thuc hien', 'ket qua', 'so luong', 'so'],
  note: ['ghi chu'],
}

const headSearched = 40

/** Null for a sheet in which nothing of the form can be made out. */
export function columnsOf(sheet: ReadSheet, lines: FormLines): FormColumns | null {
  const search = columnSearch(lines)
  for (const row of sheet.rows) if (search.look(row)) break
  return search.found()
}

/** The same of a sheet whose rows come one at a time: they stop coming at the row of the titles. */
export async function columnsOfRows(sheet: SheetRows, lines: FormLines): Promise<FormColumns | null> {
  const search = columnSearch(lines)
  for await (const row of sheet.rows) if (search.look(row)) break
  return search.found()
}

/** Looks at rows from the top on; `look` answers whether it has seen enough. */
function columnSearch(lines: FormLines): { look: (row: ReadRow) => boolean; found: () => FormColumns | null } {
  const plain = searchWithoutHead(lines)
  let titled: FormColumns | null = null
  let at = 0
  return {
    look(row) {
      titled = at < headSearched ? titlesIn(row, at) : null
      plain.look(row)
      at += 1
      return titled !== null
    },
    found: () => titled ?? plain.found(),
  }
}

function titlesIn(row: ReadRow, at: number): FormColumns | null {
  const words = row.map((cell) => (cell.kind === 'text' ? plainLabel(cell.text) : ''))
  const find = (names: readonly string[]): number => words.findIndex((word) => names.includes(word))
  const columns = { head: at, ...mapHeads(find) }
  const names = [columns.key, columns.code, columns.label]
  return columns.value >= 0 && names.some((one) => one >= 0) ? columns : null
}

function mapHeads(find: (names: readonly string[]) => number): Omit<FormColumns, 'head'> {
  return {
    key: find(heads.key),
    code: find(heads.code),
    label: find(heads.label),
    hedge: find(heads.hedge),
    value: find(heads.value),
    note: find(heads.note),
  }
}

/** A block without titles: the column whose words are lines of the form, and the first one after it that holds a number. */
function searchWithoutHead(lines: FormLines): { look: (row: ReadRow) => void; found: () => FormColumns | null } {
  const [filled, ofLines, ofNumbers] = [new Set<number>(), new Set<number>(), new Set<number>()]
  const isLine = (cell: ReadCell): boolean =>
    cell.kind === 'text' && (lines.byLabel.has(plainLabel(cell.text)) || lines.byCode.has(fold(cell.text)))
  const holdsNumber = (cell: ReadCell): boolean =>
    cell.kind === 'number' || (cell.kind === 'text' && /\d/.test(cell.text) && !isLine(cell))
  const first = (columns: ReadonlySet<number>, after = -1): number | undefined =>
    [...columns].sort((one, other) => one - other).find((column) => column > after)
  return {
    look(row) {
      for (const [column, cell] of row.entries()) {
        if (cell.kind === 'empty') continue
        filled.add(column)
        if (!ofLines.has(column) && isLine(cell)) ofLines.add(column)
        if (!ofNumbers.has(column) && holdsNumber(cell)) ofNumbers.add(column)
      }
    },
    found() {
      const none = { head: -1, key: -1, code: -1, label: -1, hedge: -1, note: -1 }
      const only = first(filled)
      if (only === undefined) return null
      if (filled.size === 1) return { ...none, value: only }
      const label = first(ofLines)
      if (label === undefined) return null
      const value = first(ofNumbers, label)
      return value === undefined ? null : { ...none, code: label, label, value }
    },
  }
}
