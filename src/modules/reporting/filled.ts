import { readNumeral } from '#kernel/numerals.ts'
import { fold, holdsPersonalNumber, lengthOf, tidy } from '#kernel/text.ts'
import { cellAddress, type ReadCell, type ReadRow, type ReadSheet, type SheetRows } from '#kernel/workbook.ts'
import { figure, formatValue } from '#modules/figures/figure.ts'
import { cellKey, type CellRef } from '#modules/figures/indicator.ts'
import { doubtText } from '#modules/figures/labels.ts'
import type { ContentLine, ReportContent } from './content.ts'
import { labelOf } from './fill-in.ts'
import { columnsOf, columnsOfRows, linesBy, plainLabel, type FormColumns, type FormLines } from './filled-columns.ts'
import { longest } from './forms.ts'
import { heldFault } from './held-cells.ts'

/** A cell that will hold something else, with where that was read. */
export type FilledChange = {
  cell: CellRef
  code: string
  label: string
  unit: string
  at: string
  was: { raw: string; note: string }
  now: { raw: string; note: string }
  /** How a number was understood, where that is worth a look. */
  echo: string | null
}

/** What is wrong with a cell of the file, in the file's own coordinates. */
export type FilledFault = { at: string; label: string; sentence: string }

/** A file or a pasted block set against the report: what would change, what is wrong, and what was left aside. */
export type Filled = {
  changes: FilledChange[]
  faults: FilledFault[]
  /** Lines found in the file that say what stands there already, or nothing. */
  same: number
  /** The first rows with something written that is no line of this form, and how many more there are. */
  aside: { at: string; label: string }[]
  asideMore: number
  /** How many more cells are wrong than those that are listed. */
  faultsMore: number
  /** False when no column could be made out at all. */
  isUnderstood: boolean
}

/** Nobody reads more of them; a file of twenty thousand wrong rows is not held to say so. */
const mostTold = { aside: 20, faults: 200 }

/** Nothing read yet. */
export function noneFilled(isUnderstood: boolean): Filled {
  return { changes: [], faults: [], faultsMore: 0, same: 0, aside: [], asideMore: 0, isUnderstood }
}

/** What one more sheet says, added to what the others said. */
export function addFilled(filled: Filled, more: Filled): void {
  filled.changes.push(...more.changes)
  for (const fault of more.faults) addFault(filled, fault)
  for (const row of more.aside) addAside(filled, row)
  filled.faultsMore += more.faultsMore
  filled.asideMore += more.asideMore
  filled.same += more.same
}

function addFault(filled: Filled, fault: FilledFault): void {
  if (filled.faults.length < mostTold.faults) filled.faults.push(fault)
  else filled.faultsMore += 1
}

function addAside(filled: Filled, row: Filled['aside'][number]): void {
  if (filled.aside.length < mostTold.aside) filled.aside.push(row)
  else filled.asideMore += 1
}

/**
 * Reads a filled form: rows are matched by their hidden keys, else by code, else by label, in any order and without minding
 * diacritics; columns by their titles. A block without titles is read as label and figure, or as figures alone from the line
 * `startAt` on.
 */
export function readFilled(sheets: readonly ReadSheet[], content: ReportContent, startAt: string | null): Filled {
  const filled = noneFilled(false)
  const whole = { lines: linesBy(content), startAt, seen: new Map() }
  for (const sheet of sheets) {
    const columns = columnsOf(sheet, whole.lines)
    if (!columns) continue
    filled.isUnderstood = true
    const read = rowReader({ ...whole, sheet: sheet.name, columns }, filled)
    for (const row of sheet.rows) read(row)
  }
  return filled
}

/** The same of sheets whose rows come one at a time: what matches no line of the form is not held. */
export async function readFilledRows(
  sheets: readonly SheetRows[],
  content: ReportContent,
  startAt: string | null,
): Promise<Filled> {
  const filled = noneFilled(false)
  const whole = { lines: linesBy(content), startAt, seen: new Map() }
  for (const sheet of sheets) {
    const columns = await columnsOfRows(sheet, whole.lines)
    if (!columns) continue
    filled.isUnderstood = true
    const read = rowReader({ ...whole, sheet: sheet.name, columns }, filled)
    for await (const row of sheet.rows) read(row)
  }
  return filled
}

/** The same where somebody has said which column holds what. */
export function readColumns(
  sheet: ReadSheet,
  content: ReportContent,
  startAt: string | null,
  columns: FormColumns,
): Filled {
  const filled = noneFilled(true)
  const read = rowReader({ sheet: sheet.name, columns, lines: linesBy(content), startAt, seen: new Map() }, filled)
  for (const row of sheet.rows) read(row)
  return filled
}

export async function readColumnRows(sheet: SheetRows, content: ReportContent, columns: FormColumns): Promise<Filled> {
  const filled = noneFilled(true)
  const whole = { lines: linesBy(content), startAt: null, seen: new Map() }
  const read = rowReader({ ...whole, sheet: sheet.name, columns }, filled)
  for await (const row of sheet.rows) read(row)
  return filled
}

/** Takes the rows of a sheet from the top on, and puts down what each of them says. */
function rowReader(given: Omit<RowAt, 'at' | 'row'>, filled: Filled): (row: ReadRow) => void {
  let at = 0
  return (row) => {
    if (at > given.columns.head) readRow({ ...given, at, row }, filled)
    at += 1
  }
}

type RowAt = {
  sheet: string
  at: number
  row: ReadRow
  columns: FormColumns
  lines: FormLines
  startAt: string | null
  seen: Map<string, { raw: string; at: string }>
}

function readRow(given: RowAt, filled: Filled): void {
  const { sheet, at, row, columns, seen } = given
  const place = (column: number): string => `${sheet}!${cellAddress(at, column)}`
  const noteCell = columns.note >= 0 ? row[columns.note] : undefined
  const note = tidy(
    noteCell?.kind === 'text' ? noteCell.text : noteCell?.kind === 'number' ? numberText(noteCell.number) : '',
  )
  const text = valueText(row, columns)
  const line = lineAt(given)
  const label = line && line !== 'several' ? labelOf(line) : shownLabel(row, columns)
  const main = columns.value >= 0 ? columns.value : columns.note
  const fault = (sentence: string, column = main): void => addFault(filled, { at: place(column), label, sentence })
  const says = text.kind !== 'text' || text.text !== '' || note !== ''
  if (!line) {
    if (text.kind !== 'text' || text.text !== '') addAside(filled, { at: place(main), label })
    return
  }
  if (!says) return void (filled.same += 1)
  if (line === 'several') return fault('Có hai chỉ tiêu cùng tên. Xin thêm cột “Mã” để biết là chỉ tiêu nào.')
  if (text.kind === 'date')
    return fault('Excel đã đổi ô này thành ngày tháng. Xin định dạng ô là “Văn bản” (Text) rồi ghi lại số.')
  if (text.kind === 'broken') return fault(`Công thức ở ô này ra lỗi ${text.text}. Xin ghi lại bằng số.`)
  const was = { raw: line.figure.raw, note: line.figure.note }
  const standing = formatValue(line.figure.value, line.numeral)
  if (line.countedFrom && text.text !== '' && fold(text.text) !== fold(standing))
    return fault(`Ô này do sổ tự đếm, đang là ${standing}; không nhập từ tệp. Xin sửa ở sổ, hoặc để nguyên trong tệp.`)
  const isSame = text.text === '' || formatValue(figure(text.text, line.numeral).value, line.numeral) === standing
  const held = heldFault(line, { isSame, note })
  if (held) return fault(held)
  const isOthers = line.countedFrom !== null || line.figure.basis === 'read'
  const now = { raw: isOthers || text.text === '' ? was.raw : text.text, note: note === '' ? was.note : note }
  if (lengthOf(now.raw) > longest.raw)
    return fault(`Ô này ghi nhiều nhất ${longest.raw} chữ. Lời dài xin để ở ghi chú.`)
  if (lengthOf(now.note) > longest.note) return fault(`Ghi chú nhiều nhất ${longest.note} chữ.`, columns.note)
  if (holdsPersonalNumber(now.note))
    return fault('Ghi chú có dãy số giống số điện thoại hoặc số căn cước. Xin bỏ dãy số đó.', columns.note)
  const reading = readNumeral(now.raw, line.numeral)
  if (now.raw !== was.raw && reading.kind === 'asked')
    return fault(doubtText(reading.doubt, reading.candidates, line.numeral))
  const key = cellKey(line.cell)
  const before = seen.get(key)
  if (before && before.raw !== now.raw) return fault(`Chỉ tiêu này đã có ở ${before.at} với số khác. Xin giữ một dòng.`)
  if (before) return
  seen.set(key, { raw: now.raw, at: place(main) })
  if (now.raw === was.raw && now.note === was.note) return void (filled.same += 1)
  const echo = reading.kind === 'amount' ? (reading.echo ?? null) : null
  filled.changes.push({
    ...{ cell: line.cell, code: line.cell.code, label, unit: line.unitOfCount },
    ...{ at: place(main), was, now, echo },
  })
}

function lineAt({ row, at, columns, lines, startAt }: RowAt): ContentLine | 'several' | null {
  const word = (column: number): string => {
    const cell = column >= 0 ? row[column] : undefined
    return cell?.kind === 'text' ? cell.text : ''
  }
  const byKey = lines.byKey.get(word(columns.key))
  if (byKey) return byKey
  if (columns.code < 0 && columns.label < 0 && columns.key < 0) {
    const first = lines.ordered.findIndex((line) => cellKey(line.cell) === startAt)
    return first < 0 ? null : (lines.ordered[first + at] ?? null)
  }
  const byLabel = lines.byLabel.get(plainLabel(word(columns.label)))
  const byCode = lines.byCode.get(fold(word(columns.code)))
  // A line that is broken down carries the code of the whole: its label says which part it is.
  if (byLabel && byLabel !== 'several') return byLabel
  return byCode ?? byLabel ?? null
}

function shownLabel(row: ReadRow, columns: FormColumns): string {
  const cell = row[columns.label >= 0 ? columns.label : columns.code]
  return cell?.kind === 'text' ? cell.text : ''
}

function valueText(
  row: ReadRow,
  columns: FormColumns,
): { kind: 'text'; text: string } | Extract<ReadCell, { kind: 'date' | 'broken' }> {
  const cell = row[columns.value] ?? { kind: 'empty' }
  if (cell.kind === 'date' || cell.kind === 'broken') return cell
  const hedge = columns.hedge >= 0 ? row[columns.hedge] : undefined
  const before = hedge?.kind === 'text' ? `${hedge.text} ` : ''
  if (cell.kind === 'empty') return { kind: 'text', text: '' }
  return { kind: 'text', text: tidy(before + (cell.kind === 'number' ? numberText(cell.number) : cell.text)) }
}

/** A number of a cell as an officer would type it: no grouping, a comma before at most four decimals. */
function numberText(number: number): string {
  const text = number.toFixed(4).replace(/\.?0+$/, '')
  const [units = '', decimals] = text.split('.')
  // Three decimals would be asked about, for typed like that they may be thousands; a cell that holds a number leaves no doubt.
  return decimals === undefined ? units : `${units},${decimals.length === 3 ? `${decimals}0` : decimals}`
}
