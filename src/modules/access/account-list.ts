import type { Id } from '#kernel/ids.ts'
import { formatDay, parseLocalDate, type LocalDate } from '#kernel/local-date.ts'
import { fold, lengthOf, tidy } from '#kernel/text.ts'
import { dutyKinds, type DutyKind } from './actor.ts'
import { fitsLevel } from './duty.ts'
import { signInNameProblem, readSignInName } from './forms.ts'
import { dutyLabel } from './labels.ts'
import type { ListTextRow } from './list-text.ts'

/** A unit that a duty may be given in, as the list may name it. */
export type ListUnit = { id: Id<'Unit'>; name: string; code: string; level: string }

/** One person of the list: what was typed, what it was read as, and what is wrong with it. */
export type ListRow = {
  line: number
  typed: { displayName: string; signInName: string; duty: string; unit: string; from: string }
  displayName: string
  signInName: string
  kind: DutyKind | null
  unit: ListUnit | null
  from: LocalDate
  problems: string[]
}

/** A list whose every row is right: what is applied. */
export type AccountListEntry = {
  signInName: string
  displayName: string
  kind: DutyKind
  unit: Id<'Unit'>
  from: LocalDate
}

export const longestList = 300

type Column = keyof ListRow['typed']

/** How people head these columns; compared without diacritics, blanks and signs. */
const headings: Record<Column, readonly string[]> = {
  displayName: ['ho va ten', 'ho ten', 'ten can bo', 'can bo', 'ho ten can bo'],
  signInName: ['ten dang nhap', 'tai khoan', 'dang nhap', 'ten tai khoan', 'user', 'username'],
  duty: ['nhiem vu', 'vai tro', 'chuc vu', 'chuc danh'],
  unit: ['don vi', 'xa', 'xa phuong', 'ten don vi', 'co quan', 'ma don vi'],
  from: ['tu ngay', 'ngay bat dau', 'ngay nhan viec', 'tu'],
}

const columnName: Record<Column, string> = {
  displayName: 'Họ và tên',
  signInName: 'Tên đăng nhập',
  duty: 'Nhiệm vụ',
  unit: 'Đơn vị',
  from: 'Từ ngày',
}

const otherDutyWords: Partial<Record<string, DutyKind>> = {
  'can bo xa': 'commune-officer',
  'lanh dao phuong': 'commune-leader',
  'can bo dan van phuong': 'commune-officer',
  'can bo phuong': 'commune-officer',
  'can bo tinh': 'province-officer',
  'quan tri vien': 'administrator',
  'kiem soat': 'auditor',
  'giam sat': 'auditor',
  'nguoi giam sat': 'auditor',
}

/** Which column stands where; the names of those that are missing. */
export function columnsOf(header: ListTextRow): { at: Partial<Record<Column, number>>; missing: string[] } {
  const heads = header.cells.map(plain)
  const at: Partial<Record<Column, number>> = {}
  for (const column of Object.keys(headings) as Column[]) {
    const found = heads.findIndex((head) => headings[column].includes(head))
    if (found >= 0) at[column] = found
  }
  const needed = (['displayName', 'signInName', 'duty', 'unit'] as const).filter((column) => at[column] === undefined)
  return { at, missing: needed.map((column) => columnName[column]) }
}

/** Reads every row against the units and the names that are taken; nothing is guessed where two units fit. */
export function readList(
  rows: readonly ListTextRow[],
  at: Partial<Record<Column, number>>,
  known: { units: readonly ListUnit[]; taken: ReadonlySet<string>; today: LocalDate },
): ListRow[] {
  const read = rows.map((row) => readRow(row, at, known))
  const lines = Map.groupBy(read, (row) => row.signInName)
  for (const row of read) {
    const twice = lines.get(row.signInName)?.find((other) => other.line !== row.line)
    if (row.signInName && twice) row.problems.push(`Tên đăng nhập này cũng ở dòng ${twice.line}.`)
  }
  return read
}

function readRow(
  row: ListTextRow,
  at: Partial<Record<Column, number>>,
  known: { units: readonly ListUnit[]; taken: ReadonlySet<string>; today: LocalDate },
): ListRow {
  const cell = (column: Column): string => {
    const position = at[column]
    return position === undefined ? '' : tidy(row.cells[position] ?? '')
  }
  const typed = {
    displayName: cell('displayName'),
    signInName: cell('signInName'),
    duty: cell('duty'),
    unit: cell('unit'),
    from: cell('from'),
  }
  const signInName = readSignInName(typed.signInName)
  const kind = dutyOf(typed.duty)
  const units = unitsNamed(typed.unit, known.units)
  const from = typed.from === '' ? known.today : parseLocalDate(typed.from)
  const nameProblem = signInNameProblem(signInName)
  const problems = [
    ...(typed.displayName === '' ? ['Thiếu họ và tên.'] : []),
    ...(lengthOf(typed.displayName) > 80 ? ['Họ và tên dài quá 80 ký tự.'] : []),
    ...(nameProblem ? [nameProblem] : []),
    ...(!nameProblem && known.taken.has(signInName) ? ['Tên đăng nhập này đã có người dùng.'] : []),
    ...(kind ? [] : [dutyProblem(typed.duty)]),
    ...unitProblems(typed.unit, units, kind),
    ...(from ? [] : [`Không rõ ngày “${typed.from}”. Ghi như ${formatDay(known.today)}.`]),
    ...(from && from < known.today ? ['Nhiệm vụ chỉ giao từ hôm nay trở đi.'] : []),
  ]
  const unit = units.length === 1 ? (units[0] ?? null) : null
  return {
    line: row.line,
    typed,
    displayName: typed.displayName,
    signInName,
    kind,
    unit,
    from: from ?? known.today,
    problems,
  }
}

function dutyOf(text: string): DutyKind | null {
  const word = plain(text)
  return (
    dutyKinds.find((kind) => plain(dutyLabel[kind]) === word || plain(kind) === word) ?? otherDutyWords[word] ?? null
  )
}

function dutyProblem(text: string): string {
  const all = dutyKinds.map((kind) => dutyLabel[kind]).join('; ')
  return text === '' ? `Thiếu nhiệm vụ. Có: ${all}.` : `Không rõ nhiệm vụ “${text}”. Có: ${all}.`
}

/** By code, by the whole name, or by the name without “xã”, “phường”: with its diacritics first, then without. */
function unitsNamed(text: string, units: readonly ListUnit[]): readonly ListUnit[] {
  if (text === '') return []
  const ways: ((unit: ListUnit) => boolean)[] = [
    (unit) => unit.code === text.toLowerCase(),
    (unit) => unit.name.toLowerCase() === text.toLowerCase(),
    (unit) => bare(unit.name.toLowerCase()) === bare(text.toLowerCase()),
    (unit) => plain(unit.name) === plain(text),
    (unit) => plain(bare(unit.name.toLowerCase())) === plain(bare(text.toLowerCase())),
  ]
  for (const way of ways) {
    const found = units.filter(way)
    if (found.length > 0) return found
  }
  return []
}

function unitProblems(text: string, units: readonly ListUnit[], kind: DutyKind | null): string[] {
  if (text === '') return ['Thiếu đơn vị.']
  const [unit, second] = units
  if (!unit) return [`Không có đơn vị “${text}” trong tỉnh hôm nay.`]
  if (second)
    return [`“${text}” có thể là ${units.map((one) => `${one.name} (mã ${one.code})`).join(' hoặc ')}. Ghi mã.`]
  if (kind && !fitsLevel(kind, unit.level)) return [`${dutyLabel[kind]} không giao ở ${unit.name}.`]
  return []
}

/** What is applied, when nothing is wrong any more; null while something is. */
export function entriesOf(rows: readonly ListRow[]): AccountListEntry[] | null {
  const entries = rows.flatMap(({ signInName, displayName, kind, unit, from, problems }) =>
    kind && unit && problems.length === 0 ? [{ signInName, displayName, kind, unit: unit.id, from }] : [],
  )
  return entries.length === rows.length ? entries : null
}

/** The list to start from, as Excel opens it: with the mark that says UTF-8. */
export function templateText(unitName: string, today: LocalDate): string {
  const header = Object.values(columnName).join(',')
  const example = ['Nguyễn Thị Mẫu', 'xa.vidu', dutyLabel['commune-officer'], unitName, formatDay(today)]
  return `\ufeff${header}\r\n${example.join(',')}\r\n`
}

function plain(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

function bare(name: string): string {
  return name.replace(/^(xã|xa|phường|phuong|đặc khu|dac khu|tỉnh|tinh|thành phố|thanh pho)\s+/, '')
}
