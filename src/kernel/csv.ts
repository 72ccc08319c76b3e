/** A row with the line it starts on, so that an error can say where to look. */
export type CsvRow = { line: number; cells: string[] }
export type CsvTable = { file: string; header: string[]; rows: CsvRow[] }

/**
 * Reads a table as RFC 4180 writes it: quoted cells may hold commas, line breaks and doubled quotation marks.
 * Throws `file:line: …` for a stray quotation mark, a row of another width and text that is not NFC.
 */
export function readCsv(file: string, text: string): CsvTable {
  const [first, ...rows] = readRows(file, text.replace(/^\ufeff/, ''))
  if (!first) throw new Error(`${file}:1: there is no header`)
  const twice = first.cells.find((name, position) => first.cells.indexOf(name) !== position)
  if (twice !== undefined) throw new Error(`${file}:${first.line}: the column ${twice} stands twice`)
  for (const row of rows) {
    if (row.cells.length !== first.cells.length) {
      throw new Error(`${file}:${row.line}: ${row.cells.length} cells under ${first.cells.length} columns`)
    }
    // A decomposed “ế” looks the same and is found by no search.
    const odd = row.cells.find((cell) => cell !== cell.normalize('NFC'))
    if (odd !== undefined) throw new Error(`${file}:${row.line}: not NFC: ${odd}`)
  }
  return { file, header: first.cells, rows }
}

function readRows(file: string, text: string): CsvRow[] {
  const cell = /"([^"]*(?:""[^"]*)*)"(,|\r?\n|$)|([^",\r\n]*)(,|\r?\n|$)/y
  const rows: CsvRow[] = []
  let row: CsvRow = { line: 1, cells: [] }
  let line = 1
  while (cell.lastIndex < text.length || row.cells.length > 0) {
    const match = cell.exec(text)
    if (!match) throw new Error(`${file}:${line}: a quotation mark or line break stands where none may`)
    const quoted = match[1]
    row.cells.push(quoted === undefined ? (match[3] ?? '') : quoted.replaceAll('""', '"'))
    line += match[0].split('\n').length - 1
    if ((match[2] ?? match[4]) === ',') continue
    if (row.cells.length > 1 || row.cells[0] !== '') rows.push(row)
    row = { line, cells: [] }
  }
  return rows
}

/** The cells of a row by the names of its columns. */
export function namedCells(table: CsvTable, row: CsvRow): (column: string) => string {
  return (column) => {
    const cell = row.cells[table.header.indexOf(column)]
    if (cell === undefined) throw new Error(`${table.file}:1: there is no column ${column}`)
    return cell
  }
}
