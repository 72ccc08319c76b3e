import { formatDay, parseLocalDate, type LocalDate } from '#kernel/local-date.ts'
import { fold, holdsPersonalNumber, lengthOf, tidy } from '#kernel/text.ts'
import type { ListTextRow } from '#modules/access/list-text.ts'
import { longest, readHouseholds } from './forms.ts'
import { fullName, sameName } from './sub-commune.ts'
import { offered, wordMeant, type StructureWord } from './words.ts'

export const longestSubCommuneList = 500

const columnName = {
  name: 'Tên',
  kind: 'Loại',
  from: 'Từ ngày',
  act: 'Số văn bản',
  actOn: 'Ngày văn bản',
  households: 'Số hộ',
  countedOn: 'Ngày đếm',
  source: 'Nguồn số hộ',
} as const

type Column = keyof typeof columnName

const columns = Object.keys(columnName) as Column[]

/** How people head these columns; compared without diacritics, blanks and signs. */
const headings: Record<Column, readonly string[]> = {
  name: ['ten', 'ten thon', 'ten thon to', 'thon to', 'ten to dan pho'],
  kind: ['loai', 'kieu'],
  from: ['tu ngay', 'ngay lap', 'ngay thanh lap'],
  act: ['so van ban', 'van ban', 'so quyet dinh', 'nghi quyet'],
  actOn: ['ngay van ban', 'ngay quyet dinh'],
  households: ['so ho', 'ho'],
  countedOn: ['ngay dem', 'tinh den ngay', 'den ngay'],
  source: ['nguon so ho', 'nguon'],
}

/** One hamlet of a list: what was typed, what it was read as, and what is wrong with which cell. */
export type SubCommuneListRow = {
  line: number
  typed: Record<Column, string>
  name: string
  kind: string
  kindLabel: string
  from: LocalDate | null
  actOn: LocalDate | null
  households: { on: LocalDate; households: number; source: string } | null
  problems: { column: string; sentence: string }[]
}

export type ListColumns = Partial<Record<Column, number>>

/** Which column stands where; the names of those that are missing. */
export function subCommuneColumns(header: ListTextRow): { at: ListColumns; missing: string[] } {
  const heads = header.cells.map(plain)
  const at: ListColumns = {}
  for (const column of columns) {
    const found = heads.findIndex((head) => headings[column].includes(head))
    if (found >= 0) at[column] = found
  }
  const missing = (['name', 'kind', 'from'] as const).filter((column) => at[column] === undefined)
  return { at, missing: missing.map((column) => columnName[column]) }
}

/** Reads every row by itself and against the others of the list; what the commune already has is asked elsewhere. */
export function readSubCommuneList(
  rows: readonly ListTextRow[],
  at: ListColumns,
  words: readonly StructureWord[],
  today: LocalDate,
): SubCommuneListRow[] {
  const read = rows.map((row) => readRow(row, at, words, today))
  for (const [index, row] of read.entries()) {
    const twice = read
      .slice(0, index)
      .find(
        (other) =>
          row.name !== '' && sameName(fullName(other.kindLabel, other.name), fullName(row.kindLabel, row.name)),
      )
    if (twice) row.problems.push({ column: columnName.name, sentence: `Trùng với dòng ${twice.line}.` })
  }
  return read
}

function readRow(
  row: ListTextRow,
  at: ListColumns,
  words: readonly StructureWord[],
  today: LocalDate,
): SubCommuneListRow {
  const typed = Object.fromEntries(
    columns.map((column) => [column, tidy(row.cells[at[column] ?? -1] ?? '').replace(/\s+/g, ' ')]),
  ) as Record<Column, string>
  const word = wordMeant(words, 'sub-commune-kind', typed.kind)
  const from = parseLocalDate(typed.from)
  const actOn = typed.actOn === '' ? null : parseLocalDate(typed.actOn)
  const households = readHouseholds(typed.households)
  const countedOn = typed.countedOn === '' ? null : parseLocalDate(typed.countedOn)
  const problems: SubCommuneListRow['problems'] = []
  const wrong = (column: Column, sentence: string): void => {
    problems.push({ column: columnName[column], sentence })
  }
  if (typed.name === '') wrong('name', 'Thiếu tên.')
  if (lengthOf(typed.name) > longest.name) wrong('name', `Dài quá ${longest.name} chữ cái.`)
  if (Object.values(typed).some(holdsPersonalNumber))
    wrong('name', 'Dòng này có dãy số giống số điện thoại hoặc số căn cước; xin bỏ đi.')
  if (!word) wrong('kind', kindProblem(typed.kind, words))
  if (!from) wrong('from', `Không rõ ngày “${typed.from}”. Ghi như ${formatDay(today)}.`)
  if (typed.actOn !== '' && !actOn) wrong('actOn', `Không rõ ngày “${typed.actOn}”. Ghi như ${formatDay(today)}.`)
  if (lengthOf(typed.act) > longest.act) wrong('act', `Dài quá ${longest.act} chữ cái.`)
  if (typed.households !== '') {
    if (households === null) wrong('households', `Không rõ số “${typed.households}”. Ghi bằng chữ số, ví dụ 215.`)
    if (!countedOn) wrong('countedOn', 'Có số hộ thì ghi ngày đếm, ví dụ 30/6/2026.')
    if (countedOn && countedOn > today) wrong('countedOn', 'Ngày đếm chưa tới.')
    if (countedOn && from && countedOn < from) wrong('countedOn', 'Ngày đếm đứng trước ngày lập.')
    if (typed.source === '') wrong('source', 'Có số hộ thì ghi lấy từ đâu.')
    if (lengthOf(typed.source) > longest.source) wrong('source', `Dài quá ${longest.source} chữ cái.`)
  }
  const isCounted = typed.households !== '' && households !== null && countedOn !== null
  return {
    ...{ line: row.line, typed, name: typed.name, kind: word?.code ?? '', kindLabel: word?.label ?? typed.kind },
    ...{ from, actOn, problems },
    households: isCounted ? { on: countedOn, households, source: typed.source } : null,
  }
}

function kindProblem(kind: string, words: readonly StructureWord[]): string {
  const all = offered(words, 'sub-commune-kind')
    .map(({ label }) => label)
    .join('; ')
  return kind === '' ? `Thiếu loại. Có: ${all}.` : `Không có loại “${kind}”. Có: ${all}.`
}

/** The file to start from, as Excel opens it: with the mark that says UTF-8. */
export function subCommuneTemplate(today: LocalDate): string {
  const example = ['Đồi Ngang', 'Thôn', '1/7/2025', '15/NQ-HĐND', '28/6/2025', '215', formatDay(today), 'rà soát hộ']
  return `\ufeff${Object.values(columnName).join(',')}\r\n${example.join(',')}\r\n`
}

export const subCommuneHeader: readonly string[] = Object.values(columnName)

function plain(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
