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
}

/** `mark` is what a draft or an example says of itself; it is repeated at the foot of every printed page. */
export type HeadingLine = { words: string; look: 'issuer' | 'title' | 'fact' | 'mark' }

/** `width` is in letters of the sheet's type. */
export type SheetColumn = { title: string; width: number; align: 'left' | 'centre' | 'right' }

/** A section row carries its title over all columns. */
export type SheetRow = { kind: 'section'; title: string } | { kind: 'cells'; cells: readonly SheetCell[] }

/** A number stays a number that can be added up; `decimals` is how many of it are shown. */
export type SheetCell =
  | { kind: 'text'; text: string }
  | { kind: 'number'; amount: Quantity; decimals: number; signed: boolean }
  | { kind: 'empty' }

/** A line under the table, leading to an address where there is one. */
export type Note = { words: string; href: string | null }

export const emptyCell: SheetCell = { kind: 'empty' }

export function textCell(words: string): SheetCell {
  return words === '' ? emptyCell : { kind: 'text', text: words }
}
