import { readXlsx, writeXlsx } from 'hucre/xlsx'

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

/** The words in the cells of the first sheet; null for what is no workbook that opens. */
export async function rowsOfWorkbook(bytes: Uint8Array): Promise<string[][] | null> {
  try {
    const { sheets } = await readXlsx(bytes)
    return (sheets[0]?.rows ?? []).map((row) => row.map(wordsIn))
  } catch (error) {
    // Whatever is wrong inside, it is a file that does not open: its officer is told so.
    if (error instanceof Error) return null
    throw error
  }
}

function wordsIn(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (typeof cell === 'boolean') return cell ? 'có' : 'không'
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell).normalize('NFC').trim() : ''
}
