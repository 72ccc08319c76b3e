export type CsvCell = string | number | boolean | null

/** What a spreadsheet looks for before it takes a file as UTF-8. */
export const byteOrderMark = '\ufeff'

/** A table as RFC 4180 writes it. An empty cell is what is not there; a text that a spreadsheet would run is shown as text. */
export function writeCsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return [header, ...rows].map((row) => `${row.map(written).join(',')}\r\n`).join('')
}

function written(cell: CsvCell): string {
  const text = cell === null ? '' : harmless(String(cell))
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

// A cell that begins like a formula is run by spreadsheets when the file is opened; a plain negative number is not one.
function harmless(text: string): string {
  return /^[=+\-@\t\r＝＋－＠]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text
}
