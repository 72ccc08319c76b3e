import { parseLocalDate, type LocalDate } from '#kernel/local-date.ts'
import { fold, tidy } from '#kernel/text.ts'
import type { ListTextRow } from '#modules/access/list-text.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { NamedUnit } from './target-list.ts'
import { readPeople, type UnitSize } from './unit-size.ts'

export const longestSizeList = 2000

/** The columns of the file: one line a unit. Source and certainty are said once for all of it. */
export const sizeColumns = { code: 'Mã đơn vị', name: 'Đơn vị', people: 'Số dân', on: 'Tính đến ngày' } as const
export type SizeColumn = keyof typeof sizeColumns

type At = Partial<Record<SizeColumn, number>>

/** One line of a file as it was read, and what is wrong with which cell of it (dòng số dân trong tệp). */
export type SizeListRow = {
  line: number
  typed: Record<SizeColumn, string>
  unit: NamedUnit | null
  size: UnitSize | null
  problems: { column: SizeColumn; sentence: string }[]
}

export function sizeColumnsOf(header: ListTextRow): { at: At; missing: string[] } {
  const heads = header.cells.map((cell) => fold(cell))
  const at: At = {}
  for (const [column, said] of Object.entries(sizeColumns) as [SizeColumn, string][]) {
    const found = heads.indexOf(fold(said))
    if (found >= 0) at[column] = found
  }
  const needed = (['people', 'on'] as const).filter((column) => at[column] === undefined)
  const hasUnit = at.code !== undefined || at.name !== undefined
  return { at, missing: [...(hasUnit ? [] : [sizeColumns.code]), ...needed.map((column) => sizeColumns[column])] }
}

/** Reads every line with a number; a unit without one keeps its line empty. */
export function readSizeList(
  rows: readonly ListTextRow[],
  at: At,
  units: readonly NamedUnit[],
  said: Pick<UnitSize, 'source' | 'certainty'>,
): SizeListRow[] {
  const seen = new Map<string, number>()
  return rows
    .map(({ line, cells }) => ({ line, typed: typedOf(cells, at) }))
    .filter(({ typed }) => typed.people !== '')
    .map(({ line, typed }) => {
      const problems: SizeListRow['problems'] = []
      const unit = unitMeant(typed, units)
      if (typeof unit === 'string') problems.push({ column: typed.code ? 'code' : 'name', sentence: unit })
      const people = readPeople(typed.people)
      if (people === null)
        problems.push({ column: 'people', sentence: `Không rõ số “${typed.people}”. Ghi như 12.345.` })
      const on = parseLocalDate(typed.on)
      if (!on) problems.push({ column: 'on', sentence: `Không rõ ngày “${typed.on}”. Ghi như 31/12/2025.` })
      const found = typeof unit === 'string' ? null : unit
      if (found && on) markTwice(seen, line, { unit: found.unit, on }, problems)
      const size = found && on && people !== null ? { unit: found.unit, on, people, ...said } : null
      return { line, typed, unit: found, size, problems }
    })
}

function markTwice(
  seen: Map<string, number>,
  line: number,
  { unit, on }: { unit: UnitId; on: LocalDate },
  problems: SizeListRow['problems'],
): void {
  const before = seen.get(`${unit} ${on}`)
  if (before === undefined) seen.set(`${unit} ${on}`, line)
  else problems.push({ column: 'name', sentence: `Đơn vị và ngày này đã có ở dòng ${before}.` })
}

function typedOf(cells: readonly string[], at: At): Record<SizeColumn, string> {
  const cell = (place: number | undefined): string => tidy(cells[place ?? -1] ?? '').slice(0, 200)
  return { code: cell(at.code), name: cell(at.name), people: cell(at.people), on: cell(at.on) }
}

function unitMeant({ code, name }: { code: string; name: string }, units: readonly NamedUnit[]): NamedUnit | string {
  if (code === '' && name === '') return 'Thiếu đơn vị.'
  // Excel drops the zeros before a number.
  const isIt = (one: NamedUnit): boolean =>
    one.code === code.toLowerCase() || one.officialCode === code.padStart(5, '0')
  const among = code === '' ? units : units.filter(isIt)
  if (among.length === 0) return `Không có mã “${code}” trong tỉnh.`
  const found = name === '' ? among : among.filter((one) => fold(one.name) === fold(name))
  const [first, second] = found
  if (!first) return code === '' ? `Không có “${name}” trong tỉnh hôm nay.` : `Mã ${code} không phải là “${name}”.`
  return second ? `Có ${found.length} đơn vị tên “${name}”. Ghi thêm mã.` : first
}
