import { formatDay, parseLocalDate, partsOf, weekdayOf, type LocalDate } from '#kernel/local-date.ts'
import { fold, lengthOf, tidy } from '#kernel/text.ts'
import type { DayKind } from '#kernel/working-days.ts'
import type { ListTextRow } from '#modules/access/list-text.ts'
import { dayKindLabel } from './labels.ts'
import type { EnteredDay } from './year.ts'

/** One line of the form or of a pasted list, as it was typed. */
export type TypedRow = { line: number; day: string; kind: string; name: string; pair: string }
export type RowColumn = 'day' | 'kind' | 'name' | 'pair'
/** What is wrong with a line, by cell. */
export type RowErrors = Partial<Record<RowColumn, string>>
export type RowRead = { row: TypedRow; errors: RowErrors; read: EnteredDay | null }

export const longestNotice = 60

const kindWords: Record<string, DayKind> = {
  ...{ off: 'off', h: 'off', l: 'off', le: 'off', 'nghi le': 'off', 'nghi tet': 'off', tet: 'off', nghi: 'off' },
  ...{ compensation: 'compensation', b: 'compensation', bu: 'compensation', 'nghi bu': 'compensation' },
  ...{ swap: 'swap', d: 'swap', doi: 'swap', 'hoan doi': 'swap', 'nghi hoan doi': 'swap' },
  ...{ 'worked-saturday': 'worked-saturday', w: 'worked-saturday', s: 'worked-saturday', 'lam bu': 'worked-saturday' },
  ...{ 'lam viec': 'worked-saturday', 'di lam': 'worked-saturday', 'lam viec bu': 'worked-saturday' },
}

/** Reads the lines of one year; a line left blank is none, and every other is read to the end or says which cell is wrong. */
export function readNoticeRows(year: number, typed: readonly TypedRow[]): RowRead[] {
  const rows = typed.filter(({ day, name, pair }) => `${day}${name}${pair}`.trim() !== '')
  const days = rows.map((row) => dayIn(year, row.day))
  const reads = rows.map((row, at) => readRow(year, row, days.indexOf(days[at] ?? null) !== at))
  return reads.map((one) => withPair(one, reads))
}

function readRow(year: number, row: TypedRow, isTwice: boolean): RowRead {
  const day = dayIn(year, row.day)
  const kind = kindWords[fold(row.kind)] ?? null
  const name = tidy(row.name)
  const pair = row.pair.trim() === '' ? null : dayIn(year, row.pair)
  const errors: RowErrors = {}
  if (!day) errors.day = `Cần một ngày có thật của năm ${year}, ví dụ 1/1/${year}.`
  else if (isTwice) errors.day = `Ngày ${formatDay(day)} đã có ở dòng trên.`
  else if (kind) {
    const wrong = weekdayProblem(day, kind)
    if (wrong) errors.day = wrong
  }
  if (!kind) errors.kind = `Cần một trong: ${Object.values(dayKindLabel).join(', ').toLowerCase()}.`
  if (name === '') errors.name = 'Thiếu tên ngày, ví dụ Tết Nguyên đán.'
  else if (lengthOf(name) > 80) errors.name = 'Tên dài quá 80 chữ.'
  const isPaired = kind === 'swap' || kind === 'worked-saturday'
  if (isPaired && !pair) errors.pair = 'Ngày hoán đổi đi với một thứ Bảy làm bù: ghi ngày kia vào đây.'
  if (!isPaired && row.pair.trim() !== '') errors.pair = 'Chỉ ngày hoán đổi và thứ Bảy làm bù mới có ngày kia.'
  const isRight = Object.keys(errors).length === 0
  return { row, errors, read: isRight && day && kind ? { day, kind, name, pair } : null }
}

/** A swap and its Saturday name one another, or neither can be applied. */
function withPair(one: RowRead, all: readonly RowRead[]): RowRead {
  const { read } = one
  if (!read?.pair) return one
  const other = all.find((candidate) => candidate.read?.day === read.pair)?.read
  const wanted = read.kind === 'swap' ? 'worked-saturday' : 'swap'
  if (other?.kind === wanted && other.pair === read.day) return one
  const what = wanted === 'swap' ? 'ngày hoán đổi' : 'thứ Bảy làm bù'
  const sentence = `Danh sách chưa có ${formatDay(read.pair)} là ${what} đi với ${formatDay(read.day)}.`
  return { ...one, errors: { pair: sentence }, read: null }
}

function dayIn(year: number, text: string): LocalDate | null {
  const day = parseLocalDate(
    /^\d{1,2}[/-]\d{1,2}$/.test(text.trim()) ? `${text.trim()}/${year}`.replaceAll('-', '/') : text,
  )
  return day && partsOf(day).year === year ? day : null
}

function weekdayProblem(day: LocalDate, kind: DayKind): string | null {
  const isWeekend = weekdayOf(day) > 5
  if (kind === 'worked-saturday') return weekdayOf(day) === 6 ? null : `Ngày ${formatDay(day)} không phải thứ Bảy.`
  return isWeekend ? `Ngày ${formatDay(day)} là cuối tuần, vốn đã nghỉ: bỏ dòng này.` : null
}

const headings: Record<RowColumn, readonly string[]> = {
  day: ['ngay', 'ngay nghi', 'day'],
  kind: ['loai', 'loai ngay', 'kind'],
  name: ['ten', 'ten ngay', 'noi dung', 'ghi chu', 'name'],
  pair: ['doi voi', 'ngay kia', 'doi', 'ngay doi', 'lam bu', 'pair'],
}

/** The lines of a pasted list, by its headings; without a heading the columns stand as in the form. */
export function rowsOfList(rows: readonly ListTextRow[]): TypedRow[] {
  const columns = Object.keys(headings) as RowColumn[]
  const heads = (rows[0]?.cells ?? []).map((cell) => fold(cell))
  const hasHeadings = columns.some((column) => heads.some((head) => headings[column].includes(head)))
  const at = (column: RowColumn): number =>
    hasHeadings ? heads.findIndex((head) => headings[column].includes(head)) : columns.indexOf(column)
  return rows.slice(hasHeadings ? 1 : 0).map(({ line, cells }) => {
    const cell = (column: RowColumn): string => cells[at(column)] ?? ''
    return { line, day: cell('day'), kind: cell('kind'), name: cell('name'), pair: cell('pair') }
  })
}

/** The lines of a form for days that are known. */
export function typedFrom(days: readonly EnteredDay[]): TypedRow[] {
  return days.map(({ day, kind, name, pair }, at) => ({
    ...{ line: at + 1, day: formatDay(day), kind, name },
    pair: pair ? formatDay(pair) : '',
  }))
}
