import type { LocalDate } from './local-date.ts'
import type { Quantity } from './quantity.ts'

/** A spreadsheet as plain facts: what stands in which cell and of what kind it is. A writer makes a file of it. */
export type Workbook = {
  title: string
  /** The body that gives it out. */
  creator: string
  /** The day it was taken out of the program. */
  day: LocalDate
  sheets: readonly Sheet[]
}

/** One table with a block of lines above it and notes below it. */
export type Sheet = {
  /** On the tab; at most 31 letters. */
  name: string
  heading: readonly HeadingLine[]
  columns: readonly SheetColumn[]
  /** How many columns stay in view when the sheet is moved sideways. */
  frozenColumns: number
  rows: readonly SheetRow[]
  notes: readonly Note[]
  /** Wider than a page: printed over several, the first columns on each; the words above and below stretch over so many columns. */
  wide?: { repeatedColumns: number; wordsOver: number }
  /** A sheet to be filled in: what is said beside every cell that is written in. All other cells are locked, without a password. */
  fillIn?: { title: string; words: string }
}

/** `mark` is what a draft or an example says of itself; it is repeated at the foot of every printed page. */
export type HeadingLine = { words: string; look: 'issuer' | 'title' | 'fact' | 'mark' }

/** `width` is in letters of the sheet's type. A hidden column holds what the program reads the rows back by. */
export type SheetColumn = { title: string; width: number; align: 'left' | 'centre' | 'right'; isHidden?: boolean }

/** A section row carries its title over all columns. */
export type SheetRow = { kind: 'section'; title: string } | { kind: 'cells'; cells: readonly SheetCell[] }

/** A number stays a number that can be added up; `decimals` is how many of it are shown, `hedge` the word shown before it. */
export type SheetCell =
  | { kind: 'text'; text: string }
  | { kind: 'number'; amount: Quantity; decimals: number; signed: boolean; hedge?: string }
  | { kind: 'empty' }
  /** A place to write in, with what stands there now; kept as the text that is typed, at most so many letters. */
  | { kind: 'blank'; text: string; longest: number }

/** A line under the table, leading to an address where there is one. */
export type Note = { words: string; href: string | null }

export const emptyCell: SheetCell = { kind: 'empty' }

export function textCell(words: string): SheetCell {
  return words === '' ? emptyCell : { kind: 'text', text: words }
}

/** What a cell of somebody's workbook holds; a `broken` one is a formula that came to an error. */
export type ReadCell =
  | { kind: 'text'; text: string }
  | { kind: 'number'; number: number }
  | { kind: 'date' }
  | { kind: 'broken'; text: string }
  | { kind: 'empty' }

export type ReadRow = readonly ReadCell[]

/** A sheet as it was read: cells by row and column from the top left, and its name on the tab. */
export type ReadSheet = { name: string; rows: readonly ReadRow[] }

/** A sheet whose rows come one at a time, from the top again as often as they are asked for. One that is held is one too. */
export type SheetRows = { name: string; rows: Iterable<ReadRow> | AsyncIterable<ReadRow> }

/** The first rows of a sheet, held. */
export async function topOf({ name, rows }: SheetRows, count: number): Promise<ReadSheet> {
  const top: ReadRow[] = []
  for await (const row of rows) {
    top.push(row)
    if (top.length >= count) break
  }
  return { name, rows: top }
}

/** Why somebody's workbook is not read, although it may come in. */
export type WorkbookProblem = 'unreadable' | 'too-much-text'

export function workbookProblemText(problem: WorkbookProblem): string {
  return problem === 'unreadable'
    ? 'Không đọc được tệp Excel này. Xin mở bằng Excel, lưu lại thành .xlsx rồi gửi.'
    : 'Tệp Excel này chứa quá nhiều chữ, không phải một biểu số liệu. Xin chép riêng bảng cần gửi sang một tệp mới rồi gửi.'
}

/** `F12` of the third row and so on, as Excel calls the cell; both count from nothing. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`
}

/** `A` of the first column, `AB` of the twenty-eighth. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}
