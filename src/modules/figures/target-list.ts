import { parsePeriod, periodKey, type Period } from '#kernel/period.ts'
import { fold, tidy } from '#kernel/text.ts'
import type { ListTextRow } from '#modules/access/list-text.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { cellKey, parseCellKey, type CellRef } from './indicator.ts'
import { targetAims, type TargetAim } from './target.ts'
import { aimLabel } from './target-labels.ts'

export const longestTargetList = 2000

/** The columns of a list of targets: one line a target. */
export const targetColumns = {
  unitCode: 'Mã đơn vị',
  unit: 'Đơn vị',
  cell: 'Mã chỉ tiêu',
  period: 'Kỳ',
  amount: 'Mức',
  aim: 'Cách tính',
} as const
export type TargetColumn = keyof typeof targetColumns

const columns = Object.keys(targetColumns) as TargetColumn[]

/** What one line says, as it was typed. */
export type TypedTargetRow = { line: number; typed: Record<TargetColumn, string> }

/** A unit that a list may name: by the statistics office's code, by its own, or by its name. */
export type NamedUnit = { unit: UnitId; name: string; code: string; officialCode: string | null }

/** One line as it was read, and what is wrong with which cell of it (dòng chỉ tiêu trong tệp). */
export type TargetListRow = TypedTargetRow & {
  unit: NamedUnit | null
  cell: CellRef | null
  period: Period | null
  aim: TargetAim | null
  problems: { column: TargetColumn; sentence: string }[]
}

type At = Partial<Record<TargetColumn, number>>

/** Which column stands where; a list of one's own unit needs no column of units. */
export function targetColumnsOf(header: ListTextRow, needsUnit: boolean): { at: At; missing: string[] } {
  const heads = header.cells.map((cell) => fold(cell))
  const at: At = {}
  for (const column of columns) {
    const found = heads.indexOf(fold(targetColumns[column]))
    if (found >= 0) at[column] = found
  }
  const missing = (['cell', 'period', 'amount'] as const).filter((column) => at[column] === undefined)
  const hasUnit = at.unit !== undefined || at.unitCode !== undefined
  return {
    at,
    missing: [
      ...(needsUnit && !hasUnit ? [targetColumns.unit] : []),
      ...missing.map((column) => targetColumns[column]),
    ],
  }
}

/** The lines with an amount; in the file that is filled in, a unit without a target keeps its line empty. */
export function filledRows(rows: readonly ListTextRow[], at: At): TypedTargetRow[] {
  return rows.map(({ line, cells }) => ({ line, typed: typedOf(cells, at) })).filter(({ typed }) => typed.amount !== '')
}

function typedOf(cells: readonly string[], at: At): Record<TargetColumn, string> {
  return {
    ...{ unitCode: cellAt(cells, at.unitCode), unit: cellAt(cells, at.unit), cell: cellAt(cells, at.cell) },
    ...{ period: cellAt(cells, at.period), amount: cellAt(cells, at.amount), aim: cellAt(cells, at.aim) },
  }
}

function cellAt(cells: readonly string[], place: number | undefined): string {
  return tidy(cells[place ?? -1] ?? '').slice(0, 200)
}

/** Reads every line by itself and against the others; `own` stands where a line names no unit. */
export function readTargetRows(
  rows: readonly TypedTargetRow[],
  units: readonly NamedUnit[],
  own: NamedUnit | null,
): TargetListRow[] {
  const seen = new Map<string, number>()
  return rows.map((row) => {
    const read = readRow(row, units, own)
    if (read.unit && read.cell && read.period) {
      const place = `${read.unit.unit} ${cellKey(read.cell)} ${periodKey(read.period)}`
      const line = seen.get(place)
      if (line === undefined) seen.set(place, row.line)
      else read.problems.push({ column: 'cell', sentence: `Chỉ tiêu này đã có ở dòng ${line}.` })
    }
    return read
  })
}

function readRow(row: TypedTargetRow, units: readonly NamedUnit[], own: NamedUnit | null): TargetListRow {
  const { typed } = row
  const problems: TargetListRow['problems'] = []
  const unit = unitMeant(typed, units, own)
  if (typeof unit === 'string') problems.push({ column: typed.unitCode ? 'unitCode' : 'unit', sentence: unit })
  const cell = /^[a-z]\d{2}(:[a-z-]+)?$/i.test(typed.cell) ? cellOf(typed.cell) : null
  if (!cell) problems.push({ column: 'cell', sentence: `Không rõ mã “${typed.cell}”. Ghi mã như F10.` })
  const period = parsePeriod(typed.period)
  if (!period)
    problems.push({
      column: 'period',
      sentence: `Không rõ kỳ “${typed.period}”. Ghi như “năm 2026” hoặc “quý III/2026”.`,
    })
  const aim = aimMeant(typed.aim)
  if (aim === undefined)
    problems.push({ column: 'aim', sentence: `Không rõ “${typed.aim}”. Ghi “ít nhất”, “không quá” hoặc “đúng”.` })
  return { ...row, unit: typeof unit === 'string' ? null : unit, cell, period, aim: aim ?? null, problems }
}

function cellOf(text: string): CellRef {
  const { code, dimension } = parseCellKey(text)
  return { code: code.toUpperCase(), dimension: dimension.toLowerCase() }
}

function unitMeant(
  typed: TypedTargetRow['typed'],
  units: readonly NamedUnit[],
  own: NamedUnit | null,
): NamedUnit | string {
  const { unitCode, unit: name } = typed
  if (unitCode === '' && name === '') return own ?? 'Thiếu đơn vị.'
  const byCode = units.filter(
    // Excel drops the zeros before a number.
    ({ code, officialCode }) => code === unitCode.toLowerCase() || officialCode === unitCode.padStart(5, '0'),
  )
  if (unitCode !== '' && byCode.length === 0) return `Không có mã “${unitCode}” trong tỉnh.`
  const among = unitCode === '' ? units : byCode
  const found = name === '' ? among : among.filter((one) => fold(one.name) === fold(name))
  const [first, second] = found
  if (!first)
    return unitCode === ''
      ? `Không có “${name}” trong tỉnh hôm nay.`
      : `Mã ${unitCode} là ${byCode[0]?.name ?? ''}, không phải “${name}”.`
  return second ? `Có ${found.length} đơn vị tên “${name}”. Ghi thêm mã.` : first
}

/** `undefined` for a word that says none of them; null where nothing is said. */
function aimMeant(text: string): TargetAim | null | undefined {
  if (text === '') return null
  return targetAims.find((aim) => fold(aimLabel[aim]) === fold(text))
}
