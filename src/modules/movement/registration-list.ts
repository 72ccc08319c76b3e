import { parseLocalDate } from '#kernel/local-date.ts'
import { fold, holdsPersonalNumber, lengthOf, tidy } from '#kernel/text.ts'
import type { HolderKind, InitiativeEntry, RegistrationScope } from './initiative.ts'
import { holderKindLabel, scopeLabel } from './labels.ts'
import { blankEntry } from './registration.ts'
import { formSteps, type TextItem } from './registration-steps.ts'
import { meantBy, type MovementWord } from './words.ts'

/** Why a file could not be read as a list at all. */
export type UnreadableSheet = 'empty' | 'not-unicode' | 'spreadsheet' | 'stray-quote'

export const longestRegistrationList = 300

/** A line of a list as it was read: its number in the file and its cells. */
export type ListedCells = { line: number; cells: readonly string[] }

const choices = {
  year: { title: 'Năm', heads: ['nam', 'nam dang ky'], note: 'Bốn chữ số, ví dụ 2026.' },
  scope: { title: 'Cấp đăng ký', heads: ['cap dang ky', 'cap'], note: 'Cấp xã hoặc Cấp tỉnh.' },
  isNew: { title: 'Mới hay duy trì', heads: ['moi hay duy tri', 'loai'], note: 'Mới hoặc Duy trì.' },
  holderKind: {
    title: 'Tập thể hay cá nhân',
    heads: ['tap the hay ca nhan', 'doi tuong'],
    note: 'Tập thể hoặc Cá nhân.',
  },
  mainField: {
    title: 'Lĩnh vực chính',
    heads: ['linh vuc chinh', 'linh vuc'],
    note: 'Một lĩnh vực trong danh mục của tỉnh.',
  },
  beganOn: {
    title: 'Bắt đầu từ ngày',
    heads: ['bat dau tu ngay', 'ngay bat dau'],
    note: 'Ngày/tháng/năm; để trống nếu chưa làm.',
  },
} as const

type ChoiceColumn = keyof typeof choices
type Column = ChoiceColumn | TextItem

const boxes = formSteps.flatMap((step) => step.boxes)

/** The columns of the file, in the order of the paper form. */
export const registrationColumns: readonly { column: Column; title: string; heads: readonly string[]; note: string }[] =
  [
    ...(['name', 'holder'] as const).map(columnOfBox),
    ...(Object.keys(choices) as ChoiceColumn[]).map((column) => ({ column, ...choices[column] })),
    ...boxes.filter(({ item }) => item !== 'name' && item !== 'holder').map(({ item }) => columnOfBox(item)),
  ]

function columnOfBox(item: TextItem) {
  const box = boxes.find((one) => one.item === item)
  const title = item === 'name' ? 'Tên mô hình' : item === 'holder' ? 'Người thực hiện' : (box?.label ?? item)
  return { column: item as Column, title, heads: [plain(title)], note: box?.hint ?? '' }
}

const needed: readonly Column[] = ['name', 'holder', 'year', 'scope', 'isNew', 'holderKind', 'mainField']

/** Which column stands where; the names of those that are missing. */
export function registrationHeads(header: ListedCells): { at: Map<Column, number>; missing: string[] } {
  const heads = header.cells.map(plain)
  const at = new Map<Column, number>()
  for (const { column, heads: known } of registrationColumns) {
    const found = heads.findIndex((head) => known.includes(head))
    if (found >= 0) at.set(column, found)
  }
  const missing = registrationColumns.filter(({ column }) => needed.includes(column) && !at.has(column))
  return { at, missing: missing.map(({ title }) => title) }
}

/** One initiative of a list: what it was read as, and what is wrong with which cell. */
export type RegistrationListRow = {
  line: number
  entry: InitiativeEntry
  year: number
  scope: RegistrationScope
  isNew: boolean
  problems: { column: string; sentence: string }[]
}

/** Reads every row by itself and against the others of the list; what the unit already has is asked elsewhere. */
export function readRegistrationList(
  rows: readonly ListedCells[],
  at: ReadonlyMap<Column, number>,
  fields: readonly MovementWord[],
  scopes: readonly RegistrationScope[],
  thisYear: number,
): RegistrationListRow[] {
  const read = rows.map((row) => readRow(row, at, fields, scopes, thisYear))
  for (const [index, row] of read.entries()) {
    const twice = read
      .slice(0, index)
      .find(
        (other) => row.entry.name !== '' && fold(other.entry.name) === fold(row.entry.name) && other.year === row.year,
      )
    if (twice) row.problems.push({ column: 'Tên mô hình', sentence: `Trùng tên với dòng ${twice.line}.` })
  }
  return read
}

function readRow(
  { line, cells }: ListedCells,
  at: ReadonlyMap<Column, number>,
  fields: readonly MovementWord[],
  scopes: readonly RegistrationScope[],
  thisYear: number,
): RegistrationListRow {
  const problems: RegistrationListRow['problems'] = []
  const titleOf = (column: Column): string => registrationColumns.find((one) => one.column === column)?.title ?? ''
  const wrong = (column: Column, sentence: string): void => {
    problems.push({ column: titleOf(column), sentence })
  }
  const cell = (column: Column): string => tidy(cells[at.get(column) ?? -1] ?? '')
  const chosen = <Code extends string>(
    column: ChoiceColumn,
    words: readonly (readonly [Code, string])[],
  ): Code | null => {
    const found = words.find(([, label]) => fold(label) === fold(cell(column)))
    if (!found) wrong(column, `“${cell(column)}” không rõ. Ghi ${words.map(([, label]) => label).join(' hoặc ')}.`)
    return found?.[0] ?? null
  }
  const texts = Object.fromEntries(boxes.map(({ item }) => [item, cell(item)])) as Record<TextItem, string>
  for (const { item, longest } of boxes) {
    if (lengthOf(texts[item]) > longest) wrong(item, `Dài quá ${longest} chữ cái.`)
    if (holdsPersonalNumber(texts[item])) wrong(item, 'Có dãy số giống số điện thoại hoặc số căn cước; xin bỏ đi.')
  }
  if (texts.name === '') wrong('name', 'Thiếu tên.')
  if (texts.holder === '') wrong('holder', 'Thiếu người thực hiện.')
  const year = Number(/^\d{4}$/.exec(cell('year'))?.[0] ?? 0)
  if (year < 2009 || year > thisYear + 1)
    wrong('year', `“${cell('year')}” không rõ. Ghi năm từ 2009 đến ${thisYear + 1}.`)
  const beganOn = cell('beganOn') === '' ? null : parseLocalDate(cell('beganOn'))
  if (cell('beganOn') !== '' && !beganOn) wrong('beganOn', `Không rõ ngày “${cell('beganOn')}”. Ghi như 5/9/2026.`)
  const mainField = meantBy(fields, cell('mainField'))
  if (mainField === null)
    wrong('mainField', `Không có “${cell('mainField')}”. Có: ${fields.map(({ label }) => label).join('; ')}.`)
  const scope = chosen(
    'scope',
    scopes.map((one) => [one, scopeLabel[one]] as const),
  )
  const kind = chosen('isNew', [
    ['new', 'Mới'],
    ['kept', 'Duy trì'],
  ])
  const holderKind = chosen<HolderKind>('holderKind', [
    ['collective', holderKindLabel.collective],
    ['individual', holderKindLabel.individual],
  ])
  return {
    ...{ line, year, problems, isNew: kind === 'new', scope: scope ?? 'commune' },
    entry: { ...blankEntry, ...texts, holderKind: holderKind ?? 'collective', mainField: mainField ?? '', beganOn },
  }
}

function plain(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
