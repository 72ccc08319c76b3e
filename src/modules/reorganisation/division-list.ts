import { fold, tidy } from '#kernel/text.ts'
import { formatQuantity, type Quantity } from '#kernel/quantity.ts'
import type { ListTextRow } from '#modules/access/list-text.ts'
import type { DivisionBasis } from '#modules/territory/stated.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { readAmount } from './division-forms.ts'
import type { DividedUnit } from './division.ts'
import type { CellProblem } from './step-list.ts'

/** The columns of the file: one line a part. */
export const divisionColumns = {
  fromCode: 'Mã cũ',
  fromName: 'Tên cũ',
  toCode: 'Mã mới',
  toName: 'Tên mới',
  amount: 'Số',
} as const
type DivisionColumn = keyof typeof divisionColumns
type At = Partial<Record<DivisionColumn, number>>

/** What stands beyond them in the file of all divisions; left alone when it comes back. */
export const divisionMore = ['Tỷ lệ', 'Tính theo', 'Nguồn', 'Ngày nhập'] as const

/** One older unit of a file with a number for each of its parts. */
export type ListedDivision = { unit: DividedUnit; amounts: ReadonlyMap<UnitId, Quantity> }

/** A file as it would be stated, and every cell that has to be mended (tệp tỷ lệ chia). */
export type DivisionList = { divisions: ListedDivision[]; problems: CellProblem[] }

export function divisionColumnsOf(header: ListTextRow): { at: At; missing: string[] } {
  const heads = header.cells.map((cell) => fold(cell))
  const at: At = {}
  for (const [column, said] of Object.entries(divisionColumns) as [DivisionColumn, string][]) {
    const found = heads.indexOf(fold(said))
    if (found >= 0) at[column] = found
  }
  const needed = (['fromCode', 'toCode', 'amount'] as const).filter((column) => at[column] === undefined)
  return { at, missing: needed.map((column) => divisionColumns[column]) }
}

/** Reads every line; a unit whose numbers are all empty is left as it is, one with some of them empty is not. */
export function readDivisionList(
  rows: readonly ListTextRow[],
  at: At,
  units: readonly DividedUnit[],
  basis: DivisionBasis,
): DivisionList {
  const problems: CellProblem[] = []
  const read = new Map<DividedUnit, Map<UnitId, { line: number; amount: Quantity | null }>>()
  for (const row of rows) {
    const text = (column: DivisionColumn): string => tidy(row.cells[at[column] ?? -1] ?? '')
    const wrong = (column: DivisionColumn, problem: string): void => {
      problems.push({ line: row.line, column: divisionColumns[column], problem })
    }
    const unit = meant(units, text('fromCode'), text('fromName'))
    if (typeof unit === 'string') {
      wrong('fromCode', unit)
      continue
    }
    const part = meant(unit.parts, text('toCode'), text('toName'))
    if (typeof part === 'string') {
      wrong('toCode', part)
      continue
    }
    const own = read.get(unit) ?? new Map<UnitId, { line: number; amount: Quantity | null }>()
    read.set(unit, own)
    const amount = text('amount') === '' ? null : readAmount(text('amount'), basis)
    if (typeof amount === 'string') wrong('amount', amount)
    const twice = own.get(part.to)
    if (twice) wrong('toCode', `Phần này đã có ở dòng ${twice.line}.`)
    else own.set(part.to, { line: row.line, amount: typeof amount === 'string' ? null : amount })
  }
  const divisions = [...read].flatMap(([unit, own]) => wholeOf(unit, own, problems))
  return { divisions, problems: problems.sort((one, other) => one.line - other.line) }
}

/** The unit that a code names, or what is wrong with the line; a name that says another unit is no slip to pass over. */
function meant<Unit extends { name: string; code: string; officialCode: string }>(
  units: readonly Unit[],
  code: string,
  name: string,
): Unit | string {
  if (code === '') return 'Thiếu mã.'
  // Excel drops the zeros before a number.
  const found = units.filter((unit) => unit.officialCode === code.padStart(5, '0') || unit.code === code.toLowerCase())
  const [first, second] = found
  const one = second ? found.find((unit) => fold(unit.name) === fold(name)) : first
  if (!one) return second ? `Mã ${code} là của nhiều đơn vị. Ghi thêm tên.` : `Mã ${code} không có trong danh sách.`
  return name === '' || fold(one.name) === fold(name) ? one : `Mã ${code} là ${one.name}, không phải “${name}”.`
}

type ReadParts = ReadonlyMap<UnitId, { line: number; amount: Quantity | null }>

function wholeOf(unit: DividedUnit, own: ReadParts, problems: CellProblem[]): ListedDivision[] {
  const lines = [...own.values()]
  const [first] = lines
  const wasWrong = problems.some(({ line }) => lines.some((one) => one.line === line))
  if (!first || wasWrong || lines.every(({ amount }) => amount === null)) return []
  const say = (line: number, column: DivisionColumn, problem: string): ListedDivision[] => {
    problems.push({ line, column: divisionColumns[column], problem })
    return []
  }
  const empty = lines.find(({ amount }) => amount === null)
  if (empty) return say(empty.line, 'amount', 'Thiếu số; các phần khác của đơn vị cũ này đã có. Không có ai thì ghi 0.')
  const missing = unit.parts.find(({ to }) => !own.has(to))
  if (missing) return say(first.line, 'toCode', `${unit.name} thiếu dòng của phần về ${missing.name}.`)
  const amounts = new Map([...own].map(([to, { amount }]) => [to, amount ?? (0n as Quantity)]))
  if ([...amounts.values()].every((amount) => amount === 0n))
    return say(first.line, 'amount', `Các phần của ${unit.name} đều bằng 0 nên không ra tỷ lệ.`)
  return [{ unit, amounts }]
}

/** A number as the file has it: no dots, so that Excel reads a number. */
export function amountInFile(amount: Quantity | null): string {
  return amount === null ? '' : formatQuantity(amount).replaceAll('.', '')
}
