import { UnreadableBook, type Book, type BookSheet } from './xlsx-book.ts'
import { withOfficeEscapes, xmlScan, type Attributes } from './xml-scan.ts'

/** What stands in a cell of a workbook; of a formula what it last came to, of a day its number in Excel's count of days. */
export type BookCell =
  | { kind: 'empty' }
  | { kind: 'text'; text: string }
  | { kind: 'number'; number: number }
  | { kind: 'boolean'; isTrue: boolean }
  | { kind: 'date'; days: number }
  | { kind: 'error'; text: string }

/** How much of a sheet is read, `cells` counting the empty ones too. `onCut` is told when there is more. */
export type SheetLimits = { rows: number; columns: number; cells: number; onCut: () => void }

const empty: BookCell = { kind: 'empty' }

/** The last row and column that Excel itself has. */
const last = { row: 1_048_575, column: 16_383 }

/** The rows of a sheet from the top, one at a time; rows without a cell are given as empty ones up to the last that has some. */
export async function* rowsOfSheet(
  book: Book,
  { cells }: BookSheet,
  limits: SheetLimits,
): AsyncGenerator<readonly BookCell[]> {
  let arrived: NumberedRow[] = []
  let given = 0
  let seen = 0
  const give = (row: NumberedRow): void => void arrived.push(row)
  const scan = xmlScan(sheetReader(book, limits, { give, onCell: () => void (seen += 1) }))
  const decoder = new TextDecoder()
  for await (const piece of cells) {
    scan.write(decoder.decode(piece, { stream: true }))
    for (const { at, row } of arrived) {
      if (at >= limits.rows || seen > limits.cells) {
        limits.onCut()
        return
      }
      for (; given < at; given += 1) yield []
      yield row
      given += 1
    }
    arrived = []
  }
  scan.write(decoder.decode())
  scan.end()
}

type NumberedRow = { at: number; row: readonly BookCell[] }

/** The cell that is being read. `runs`: an own text in formatted pieces; null where it is a plain one. */
type OpenCell = {
  column: number
  type: string
  style: number
  value: string
  inline: string
  run: string
  runs: string | null
}

type Told = { give: (row: NumberedRow) => void; onCell: () => void }

function sheetReader(book: Book, limits: SheetLimits, { give, onCell }: Told) {
  let at = -1
  let row: BookCell[] | null = null
  let hasCells = false
  let next = 0
  let cell: OpenCell | null = null
  let kept: 'value' | 'inline' | 'run' | null = null

  function openRow(attributes: Attributes): void {
    const named = Number(attributes.get('r') ?? at + 2) - 1
    // Rows come in order in every file that a program wrote; one out of order would be read as another row.
    if (!Number.isInteger(named) || named <= at || named > last.row) throw new UnreadableBook('rows out of order')
    at = named
    row = []
    hasCells = false
    next = 0
  }

  function openCell(attributes: Attributes): void {
    const column = columnOf(attributes.get('r'), at) ?? next
    if (column > last.column) throw new UnreadableBook('a cell out of place')
    next = column + 1
    onCell()
    const [type, style] = [attributes.get('t') ?? '', Number(attributes.get('s') ?? -1)]
    cell = { column, type, style, value: '', inline: '', run: '', runs: null }
  }

  function closeCell(): void {
    if (!cell || !row) return
    hasCells = true
    if (cell.column >= limits.columns) limits.onCut()
    else {
      while (row.length < cell.column) row.push(empty)
      row[cell.column] = read(book, cell)
    }
    cell = null
  }

  return {
    open(name: string, attributes: Attributes, within: string) {
      if (name === 'row' && within === 'sheetData') openRow(attributes)
      else if (name === 'c' && within === 'row' && row) openCell(attributes)
      else if (!cell) return
      else if (name === 'v' && within === 'c') kept = 'value'
      else if (name === 't') kept = within === 'is' ? 'inline' : within === 'r' ? 'run' : null
    },
    text(text: string) {
      if (kept && cell) cell[kept] += text
    },
    close(name: string, within: string) {
      if (name === 'v' || name === 't') kept = null
      if (name === 'r' && within === 'is' && cell) {
        cell.runs = (cell.runs ?? '') + withOfficeEscapes(cell.run)
        cell.run = ''
      }
      if (name === 'c' && within === 'row') closeCell()
      if (name === 'row' && within === 'sheetData' && row) {
        if (hasCells) give({ at, row })
        row = null
      }
    },
  }
}

/** The column in a cell's own name (`B7`); null where it has none. A name of another row is no name of this cell. */
function columnOf(name: string | undefined, row: number): number | null {
  if (name === undefined || name === '') return null
  const [, letters = '', digits = ''] = /^([A-Za-z]{1,3})([0-9]{1,7})$/.exec(name) ?? []
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  if (letters === '' || Number(digits) !== row + 1) throw new UnreadableBook('a cell out of place')
  return column - 1
}

function read(book: Book, { type, style, value, inline, runs }: OpenCell): BookCell {
  switch (type) {
    case 's': {
      const text = value.trim() === '' ? null : book.texts.at(Number(value))
      return text === null ? empty : { kind: 'text', text }
    }
    case 'str':
      return { kind: 'text', text: ownCopy(withOfficeEscapes(value)) }
    case 'inlineStr':
      return { kind: 'text', text: ownCopy(runs ?? withOfficeEscapes(inline)) }
    case 'b':
      return { kind: 'boolean', isTrue: value === '1' || value.toLowerCase() === 'true' }
    case 'e':
      return { kind: 'error', text: value }
    default:
      return numberOr(book, style, value)
  }
}

function numberOr(book: Book, style: number, value: string): BookCell {
  // A program that lays its XML out in lines leaves blanks in an empty cell, and `Number` makes a zero of them.
  if (value.trim() === '') return empty
  const number = Number(value)
  if (Number.isNaN(number)) return { kind: 'text', text: ownCopy(value) }
  return book.showsDate(style) ? { kind: 'date', days: number } : { kind: 'number', number }
}

// A part of a string holds the whole of it in memory: a word that is kept must not keep the piece of the file it came from.
function ownCopy(text: string): string {
  return Buffer.from(text).toString()
}
