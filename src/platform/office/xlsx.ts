import { writeXlsx, type Cell, type CellStyle, type WriteSheet } from 'hucre/xlsx'
import { toDecimalText } from '#kernel/quantity.ts'
import { cellAddress, columnLetters } from '#kernel/workbook.ts'
import type { HeadingLine, Sheet, SheetCell, SheetColumn, Workbook } from '#kernel/workbook.ts'
import { printableText } from './printable-text.ts'
import { stampZip } from './zip-stamp.ts'

/** An Excel file with numbers that can be added up. The same workbook gives the same bytes, at any hour of its day. */
export async function writeWorkbook({ title, creator, day, sheets }: Workbook): Promise<Uint8Array> {
  const moment = new Date(`${day}T00:00:00Z`)
  const written = await writeXlsx({
    sheets: sheets.map(sheetInExcel),
    namedRanges: sheets.map(repeatedHead),
    properties: {
      title: printableText(title),
      creator: printableText(creator),
      created: moment,
      modified: moment,
    },
    defaultFont: { name: face, size: 11 },
  })
  return stampZip(written)
}

/** What Excel would read as the code of a letter: `_x0041_` is an A. */
const escapeLike = /_(x[0-9a-f]{4}_)/gi

/** Excel keeps a cell to this length; a longer text would make it repair the file. */
const longestText = 32_767
const face = 'Times New Roman'

type Draft = { rows: number; cells: Map<string, Partial<Cell>>; heights: Map<number, number> }

function sheetInExcel(sheet: Sheet): WriteSheet {
  for (const row of sheet.rows) {
    if (row.kind === 'cells' && row.cells.length !== sheet.columns.length)
      throw new Error(`A row of ${row.cells.length} cells in a sheet of ${sheet.columns.length} columns`)
  }
  const draft: Draft = { rows: 0, cells: new Map(), heights: new Map() }
  const wide = sheet.columns.length
  const over = sheet.wide?.wordsOver ?? wide
  const room = sheet.columns.slice(0, over).reduce((sum, column) => sum + column.width, 0)
  const merged: number[] = []
  const overAll = (words: string, style: CellStyle, href: string | null = null): void => {
    const at = draft.rows
    merged.push(at)
    addRow(draft, linesOf(words, room, style) * lineHeight(style), [
      textOf(words, style, href),
      ...Array.from({ length: over - 1 }, () => ({ value: null, style })),
    ])
  }
  for (const line of sheet.heading) overAll(line.words, headingStyles[line.look])
  const head = headRow(sheet)
  const titles = sheet.columns.map((column) => column.title)
  addRow(
    draft,
    heightOf(titles, sheet.columns, headStyle),
    titles.map((title) => textOf(title, headStyle)),
  )
  for (const row of sheet.rows) {
    if (row.kind === 'section') overAll(row.title, sectionStyle)
    else
      addRow(
        draft,
        heightOf(row.cells.map(wordsOf), sheet.columns, bodyStyles.left),
        row.cells.map((cell, at) => cellInExcel(cell, sheet.columns[at])),
      )
  }
  for (const note of sheet.notes) overAll(note.words, note.href ? linkStyle : noteStyle, note.href)
  return {
    name: sheetName(sheet.name),
    columns: sheet.columns.map(({ width, isHidden }) => ({ width, hidden: isHidden ?? false })),
    cells: draft.cells,
    rowDefs: new Map([...draft.heights].map(([at, height]) => [at, { height }])),
    merges: over > 1 ? merged.map((at) => ({ startRow: at, endRow: at, startCol: 0, endCol: over - 1 })) : [],
    freezePane: { rows: head, columns: sheet.frozenColumns },
    pageSetup: {
      paperSize: 'a4',
      orientation: sheet.wide || room > portraitRoom ? 'landscape' : 'portrait',
      ...(sheet.wide ? { scale: wideScale } : { fitToPage: true, fitToWidth: 1, fitToHeight: 0 }),
      margins: { top: 0.79, bottom: 0.79, left: 0.6, right: 0.6, header: 0.3, footer: 0.4 },
      horizontalCentered: !sheet.wide,
    },
    headerFooter: { oddFooter: footer(sheet.heading) },
    view: { showGridLines: false },
    ...filledIn(sheet),
    a11y: { headerRow: head - 1, summary: printableText(sheet.heading.map((line) => line.words).join('. ')) },
  }
}

/** Only what is to be written in is open; columns may still be made wider. */
function filledIn(sheet: Sheet): Pick<WriteSheet, 'protection' | 'dataValidations'> {
  if (!sheet.fillIn) return {}
  const said = { showInputMessage: true, inputTitle: sheet.fillIn.title, inputMessage: sheet.fillIn.words }
  const blanks = sheet.rows.flatMap((row, at) =>
    row.kind === 'section'
      ? []
      : row.cells.flatMap((cell, column) =>
          cell.kind === 'blank' ? [{ longest: cell.longest, at: [at + headRow(sheet), column] as const }] : [],
        ),
  )
  return {
    protection: { sheet: true, formatColumns: false, formatRows: false, selectLockedCells: false },
    dataValidations: blanks.map(({ longest, at: [row, column] }) => ({
      ...{ type: 'textLength' as const, operator: 'lessThanOrEqual' as const, formula1: String(longest) },
      ...{ allowBlank: true, showErrorMessage: true, errorStyle: 'stop' as const, ...said },
      errorTitle: 'Dài quá',
      errorMessage: `Ô này ghi nhiều nhất ${longest} chữ.`,
      range: cellAddress(row, column),
    })),
  }
}

/** The library writes this name too, but without quotes: a tab of two words would make Excel repair the file. */
function repeatedHead(sheet: Sheet): { name: string; range: string; scope: string } {
  const name = sheetName(sheet.name)
  const head = headRow(sheet)
  const tab = `'${name.replaceAll("'", "''")}'!`
  const columns = sheet.wide ? `${tab}$A:$${columnLetters(sheet.wide.repeatedColumns - 1)},` : ''
  return { name: '_xlnm.Print_Titles', range: `${columns}${tab}$${head}:$${head}`, scope: name }
}

function headRow(sheet: Sheet): number {
  return sheet.heading.length + 1
}

/** More letters than this over an upright page would be too small to read; over several pages they are still eight points high. */
const portraitRoom = 100
const wideScale = 70

function addRow(draft: Draft, height: number, cells: readonly Partial<Cell>[]): void {
  draft.heights.set(draft.rows, height)
  for (const [column, cell] of cells.entries()) draft.cells.set(`${draft.rows},${column}`, cell)
  draft.rows += 1
}

function cellInExcel(cell: SheetCell, column: SheetColumn | undefined): Partial<Cell> {
  const align = column?.align ?? 'left'
  if (cell.kind === 'empty') return { value: null, style: bodyStyles[align] }
  if (cell.kind === 'text') return textOf(cell.text, bodyStyles[align])
  if (cell.kind === 'blank') return blankOf(cell.text, bodyStyles[align])
  const numFmt = numberFormat(cell.decimals, cell.signed, cell.hedge)
  return { value: Number(toDecimalText(cell.amount)), type: 'number', style: numberStyle(align, numFmt) }
}

/** Text whatever is typed: Excel of another country would make 1,24 of the thousand two hundred and forty in 1.240. */
function blankOf(text: string, style: CellStyle): Partial<Cell> {
  const open: CellStyle = { ...style, numFmt: '@', protection: { locked: false }, fill: blankFill }
  return text === '' ? { value: null, style: open } : textOf(text, open)
}

/**
 * Vietnamese separators (42A is vi-VN) where the program knows them by the format; Excel takes those of the machine. The value
 * is the same number for both.
 */
export function numberFormat(decimals: number, signed: boolean, hedge = ''): string {
  const digits = `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`
  // A hedge is shown with the number and is no part of it: “trên 3.200” is still added up as 3200.
  const word = hedge === '' ? '' : `"${hedge} "`
  return signed ? `[$-42A]${word}+${digits};[$-42A]${word}-${digits};[$-42A]0` : `[$-42A]${word}${digits}`
}

/**
 * Words stay words. A text that begins like a formula is marked as text too, or it would become one when somebody edits the
 * cell; one that is spelled like an error (#N/A) has to go in as a run of rich text, or the library writes the error itself.
 */
function textOf(words: string, style: CellStyle, href: string | null = null): Partial<Cell> {
  const clean = printableText(words).slice(0, longestText).replace(escapeLike, '_x005F_$1')
  const guarded = /^[=+\-@\t\n]/.test(clean) ? { ...style, numFmt: '@' } : style
  const link = href === null ? {} : { hyperlink: { target: href, display: clean } }
  if (clean.startsWith('#'))
    return { value: clean, type: 'richText', richText: [{ text: clean }], style: guarded, ...link }
  return { value: clean, type: 'string', style: guarded, ...link }
}

/** What Excel forbids on a tab becomes a blank. */
function sheetName(words: string): string {
  return printableText(words)
    .replace(/[[\]:*?/\\]/g, ' ')
    .slice(0, 31)
    .trim()
}

/** On every printed page: what the sheet says of itself, and which page it is. `&` begins a code there. */
function footer(heading: readonly HeadingLine[]): string {
  const marks = heading.filter((line) => line.look === 'mark').map((line) => printableText(line.words))
  return `&L${marks.join(' ').replaceAll('&', '&&').slice(0, 160)}&RTrang &P/&N`
}

/** LibreOffice grows no row by itself, Excel no merged one: every row is given the height its words need. */
function heightOf(words: readonly string[], columns: readonly SheetColumn[], style: CellStyle): number {
  const inset = style.alignment?.indent === undefined ? 1 : 2
  const lines = words.map((one, at) => linesOf(one, (columns[at]?.width ?? 10) - inset, style))
  return Math.max(1, ...lines) * lineHeight(style) + 2
}

function lineHeight(style: CellStyle): number {
  return (style.font?.size ?? 11) * 1.38
}

function wordsOf(cell: SheetCell): string {
  return cell.kind === 'text' || cell.kind === 'blank' ? cell.text : ''
}

function linesOf(words: string, room: number, style: CellStyle): number {
  const letters = (room * 11 * (style.font?.bold ? 1 : 1.1)) / (style.font?.size ?? 11)
  return words.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0)
}

const sides = { left: 'left', centre: 'center', right: 'right' } as const
const hair = { style: 'thin', color: { rgb: '808080' } } as const
const borders = { top: hair, bottom: hair, left: hair, right: hair }
const font = { name: face, size: 11 }
const wrapped = { wrapText: true, vertical: 'center' } as const

const headingStyles: Record<HeadingLine['look'], CellStyle> = {
  issuer: { font: { ...font, bold: true }, alignment: { ...wrapped, horizontal: 'left' } },
  title: { font: { ...font, size: 14, bold: true }, alignment: { ...wrapped, horizontal: 'center' } },
  fact: { font: { ...font, italic: true }, alignment: { ...wrapped, horizontal: 'center' } },
  mark: { font: { ...font, bold: true, color: { rgb: '9B1C1C' } }, alignment: { ...wrapped, horizontal: 'center' } },
}
const headStyle: CellStyle = {
  font: { ...font, bold: true },
  alignment: { ...wrapped, horizontal: 'center' },
  border: borders,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EDF2' } },
}
const sectionStyle: CellStyle = {
  font: { ...font, bold: true },
  alignment: { ...wrapped, horizontal: 'left', indent: 1 },
  border: borders,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F5F5F0' } },
}
const blankFill = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFFBE6' } } as const
const noteStyle: CellStyle = { font: { ...font, italic: true }, alignment: { ...wrapped, horizontal: 'left' } }
const linkStyle: CellStyle = {
  font: { ...font, underline: true, color: { rgb: '1B4F8A' } },
  alignment: { ...wrapped, horizontal: 'left' },
}
const bodyStyles: Record<SheetColumn['align'], CellStyle> = {
  left: { font, border: borders, alignment: { ...wrapped, horizontal: 'left', indent: 1 } },
  centre: { font, border: borders, alignment: { ...wrapped, horizontal: 'center' } },
  right: { font, border: borders, alignment: { ...wrapped, horizontal: 'right', indent: 1 } },
}

function numberStyle(align: SheetColumn['align'], numFmt: string): CellStyle {
  const indent = align === 'centre' ? {} : { indent: 1 }
  return { font, border: borders, alignment: { vertical: 'center', horizontal: sides[align], ...indent }, numFmt }
}
