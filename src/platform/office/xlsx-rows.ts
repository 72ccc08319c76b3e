import { serialToDate } from 'hucre'
import { writeXlsx } from 'hucre/xlsx'
import type { BookCell } from './xlsx-cells.ts'
import { readFirstSheet } from './xlsx-read.ts'

/** A column of a sheet to be filled in: what it is called, how wide, and the words it accepts where there are few. */
export type SheetToFill = {
  name: string
  columns: readonly { title: string; width: number; words: readonly string[]; note: string }[]
  /** Rows that show how it is filled in. */
  examples: readonly (readonly string[])[]
  /** How many rows below the head accept only the words of their column. */
  rows: number
}

/** Excel keeps the words of one list to this many letters; longer ones are asked when the file comes back. */
const longestList = 255

/** An Excel file to be filled in: cells that accept few words offer them in a list. */
export async function writeSheetToFill({ name, columns, examples, rows }: SheetToFill): Promise<Uint8Array> {
  const letterOf = (at: number): string => String.fromCharCode(65 + at)
  return writeXlsx({
    sheets: [
      {
        name,
        columns: columns.map(({ title, width }) => ({ header: title, width })),
        rows: [columns.map(({ title }) => title), ...examples.map((row) => [...row])],
        freezePane: { rows: 1 },
        dataValidations: columns.flatMap(({ words, note, title }, at) => {
          const fits =
            words.length > 0 && words.join(',').length <= longestList && !words.some((one) => one.includes(','))
          const range = `${letterOf(at)}2:${letterOf(at)}${rows + 1}`
          const shown = {
            range,
            showInputMessage: true,
            inputTitle: title.slice(0, 32),
            inputMessage: note.slice(0, 250),
          }
          if (!fits) return []
          return [
            {
              ...{ type: 'list' as const, values: [...words], allowBlank: true, showErrorMessage: true, ...shown },
              ...{ errorStyle: 'stop' as const, errorTitle: 'Chưa đúng', errorMessage: note.slice(0, 250) },
            },
          ]
        }),
      },
    ],
  })
}

/** The words in the cells of the first sheet, as many rows as are asked for; null for what is no workbook that opens. */
export async function rowsOfWorkbook(bytes: Uint8Array, most: number): Promise<string[][] | null> {
  const reading = await readFirstSheet(bytes, async (rows, { isFrom1904 }) => {
    const words: string[][] = []
    for await (const row of rows) {
      words.push(row.map((cell) => wordsIn(cell, isFrom1904)))
      if (words.length >= most) break
    }
    return words
  })
  return reading.ok ? reading.answer : null
}

function wordsIn(cell: BookCell, isFrom1904: boolean): string {
  switch (cell.kind) {
    case 'empty':
      return ''
    case 'date':
      return dayIn(cell.days, isFrom1904)
    case 'boolean':
      return cell.isTrue ? 'có' : 'không'
    case 'number':
      return String(cell.number)
    case 'text':
    case 'error':
      return cell.text.normalize('NFC').trim()
  }
}

// A number that no calendar has stays the number it is: its officer sees it and what is wrong with it.
function dayIn(days: number, isFrom1904: boolean): string {
  const date = serialToDate(days, isFrom1904)
  return Number.isNaN(date.getTime()) ? String(days) : date.toISOString().slice(0, 10)
}
