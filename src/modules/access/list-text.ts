/** Why a file could not be read as a list at all; its sentence stands in labels.ts. */
export type ListTextProblem = 'empty' | 'not-unicode' | 'spreadsheet' | 'stray-quote'

/** One line of a list with the number by which its author finds it again. */
export type ListTextRow = { line: number; cells: string[] }

/**
 * The text of a list as officers save it: UTF-8 with or without its mark, or Excel's “Unicode text” (UTF-16). Anything else is
 * an old Vietnamese code page (Windows-1258, TCVN3…): read as Unicode its names would be wrong, so it is refused in words.
 */
export function textOfBytes(bytes: Uint8Array): string | ListTextProblem {
  if (bytes.length === 0) return 'empty'
  const [first = 0, second = 0] = bytes
  // A zip or an old Excel workbook under another name.
  if ((first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf)) return 'spreadsheet'
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return 'not-unicode'
  }
}

/** Splits into rows and cells; `;`, `,` and tabs all separate, whichever the first line has most of. */
export function rowsOfText(text: string): ListTextRow[] | ListTextProblem {
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  // UTF-16 without its mark, or no text at all; the database takes no NUL either.
  if (plain.includes('\0')) return 'not-unicode'
  if (plain.trim() === '') return 'empty'
  const separator = separatorOf(plain)
  const rows: ListTextRow[] = []
  let row: ListTextRow = { line: 1, cells: [] }
  let [cell, line, quoted] = ['', 1, false]
  const endCell = (): void => {
    row.cells.push(cell.normalize('NFC').trim())
    cell = ''
  }
  const endRow = (): void => {
    endCell()
    if (row.cells.some((one) => one !== '')) rows.push(row)
    row = { line: line + 1, cells: [] }
  }
  for (let at = 0; at < plain.length; at += 1) {
    const sign = plain.charAt(at)
    if (quoted && sign === '"' && plain.charAt(at + 1) === '"') {
      cell += '"'
      at += 1
    } else if (sign === '"' && (quoted || cell.trim() === '')) {
      quoted = !quoted
    } else if (!quoted && sign === separator) {
      endCell()
    } else if (!quoted && sign === '\n') {
      endRow()
      line += 1
    } else {
      if (sign === '\n') line += 1
      cell += sign
    }
  }
  if (quoted) return 'stray-quote'
  endRow()
  return rows
}

function separatorOf(text: string): string {
  const [first = ''] = text.split('\n', 1)
  const count = (sign: string): number => first.split(sign).length
  return [';', ',', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}
