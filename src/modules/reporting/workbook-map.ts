import type { Id } from '#kernel/ids.ts'
import type { ReadSheet } from '#kernel/workbook.ts'
import { plainLabel, type FormColumns } from './filled-columns.ts'

export type WorkbookMapId = Id<'WorkbookMap'>

/** Where a province's own workbook keeps what; rows and columns count from nothing, -1 for what it has not. */
export type MapLayout = {
  head: number
  /** The column of codes or names of indicators. */
  names: number
  /** One column for the unit that sends it, or one for each unit under its name. */
  values: { kind: 'one'; column: number } | { kind: 'by-unit' }
  note: number
}

/** Biểu riêng của tỉnh: a workbook that is not our form, described once and recognised by its titles from then on. */
export type WorkbookMap = { id: WorkbookMapId; name: string; shape: string; layout: MapLayout }

/** No head row of a form lies deeper, and no column further. */
export const mapMost = { head: 30, columns: 60, name: 80, shape: 4000 } as const

/** The titles of a row as a mark of its kind: without diacritics, numbering and order of spaces; empty when it has too few. */
export function shapeOf(sheet: ReadSheet, head: number): string {
  const words = (sheet.rows[head] ?? []).map((cell) => (cell.kind === 'text' ? plainLabel(cell.text) : ''))
  // One word alone stands in every table.
  return words.filter((word) => word !== '').length < 2
    ? ''
    : words.join('|').replace(/\|+$/, '').slice(0, mapMost.shape)
}

/** Which of the province's workbooks this sheet is; null when none. */
export function recognise(sheet: ReadSheet, maps: readonly WorkbookMap[]): WorkbookMap | null {
  return maps.find((map) => shapeOf(sheet, map.layout.head) === map.shape) ?? null
}

/** The columns to read for one unit; null when the sheet has one for each unit and none for this one, or two. */
export function columnsFor(
  sheet: ReadSheet,
  { head, names, values, note }: MapLayout,
  unitName: string,
): FormColumns | null {
  const own = plainLabel(unitName)
  const places = (sheet.rows[head] ?? []).flatMap((cell, at) =>
    cell.kind === 'text' && plainLabel(cell.text) === own ? [at] : [],
  )
  const value = values.kind === 'one' ? values.column : places.length === 1 ? places[0] : undefined
  if (value === undefined) return null
  return { head, key: -1, code: names, label: names, hedge: -1, value, note }
}

/** What is wrong with a description; null when nothing is. */
export type MapFault = 'no-name' | 'no-titles' | 'same-column'

/** Why a description is not kept. */
export type MapRefusal = { code: MapFault } | { code: 'known-already'; name: string }

export function faultOf(name: string, shape: string, { names, values, note }: MapLayout): MapFault | null {
  if (name === '') return 'no-name'
  if (shape === '') return 'no-titles'
  const used = [names, ...(values.kind === 'one' ? [values.column] : []), ...(note < 0 ? [] : [note])]
  return new Set(used).size < used.length ? 'same-column' : null
}
