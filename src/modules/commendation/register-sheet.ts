import { writeCsv } from '#kernel/csv-writing.ts'
import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import { quantity } from '#kernel/quantity.ts'
import { textCell, type SheetCell, type SheetColumn, type Workbook } from '#kernel/workbook.ts'
import type { Award } from './award.ts'
import { levelName, recipientName } from './labels.ts'
import type { CommendationBook } from './law.ts'
import { sumsOf } from './sums.ts'

type Line = { award: Award; unitName: string; name: string | null }

/** What a register that is taken home says of itself. */
export type RegisterOrigin = { unitName: string; year: number; day: LocalDate; withNames: boolean; address: string }

const columns: readonly (SheetColumn & { of: (line: Line, book: CommendationBook) => string | number | null })[] = [
  { title: 'Số vào sổ', width: 9, align: 'centre', of: ({ award }) => award.decision?.bookNumber ?? null },
  { title: 'Quyết định', width: 18, align: 'left', of: ({ award }) => award.decision?.number ?? '' },
  {
    title: 'Ngày',
    width: 12,
    align: 'centre',
    of: ({ award }) => (award.decision ? formatDay(award.decision.on) : ''),
  },
  { title: 'Hình thức', width: 22, align: 'left', of: ({ award }, book) => formName(book, award) },
  { title: 'Cấp tặng', width: 14, align: 'left', of: ({ award }) => levelName[award.level] },
  { title: 'Dòng', width: 20, align: 'left', of: ({ award }, book) => lineName(book, award) },
  { title: 'Tập thể, cá nhân', width: 12, align: 'left', of: ({ award }) => recipientName[award.recipientKind] },
  { title: 'Tên tập thể, chức danh', width: 34, align: 'left', of: ({ award }) => award.recipient },
  { title: 'Đơn vị', width: 20, align: 'left', of: ({ unitName }) => unitName },
  { title: 'Năm thành tích', width: 10, align: 'centre', of: ({ award }) => String(award.year) },
  { title: 'Thành tích', width: 44, align: 'left', of: ({ award }) => award.achievement },
]
const nameColumn: (typeof columns)[number] = {
  title: 'Họ tên',
  width: 26,
  align: 'left',
  of: ({ name }) => name ?? '',
}

function chosen(withNames: boolean): typeof columns {
  return withNames ? [...columns.slice(0, 7), nameColumn, ...columns.slice(7)] : columns
}

function formName(book: CommendationBook, { form }: Award): string {
  return book.forms.find((one) => one.code === form)?.name ?? form
}

function lineName(book: CommendationBook, { line }: Award): string {
  return book.lines.find((one) => one.code === line)?.shortName ?? line
}

/** The register as a table of text; names stand in it only where they were opened for this reader. */
export function registerCsv(lines: readonly Line[], book: CommendationBook, withNames: boolean): string {
  const shown = chosen(withNames)
  return writeCsv(
    shown.map((column) => column.title),
    lines.map((line) => shown.map((column) => column.of(line, book))),
  )
}

export function registerWorkbook(lines: readonly Line[], book: CommendationBook, origin: RegisterOrigin): Workbook {
  const shown = chosen(origin.withNames)
  const sums = sumsOf(lines.map(({ award }) => award))
  const title = `Sổ khen thưởng năm ${origin.year}`
  const share = sums.grassroots.percent === null ? 'chưa có số liệu' : `${sums.grassroots.percent} %`.replace('.', ',')
  return {
    title: `${title} – ${origin.unitName}`,
    creator: origin.unitName,
    day: origin.day,
    sheets: [
      {
        name: 'Sổ khen thưởng',
        heading: [
          { look: 'issuer', words: origin.unitName.toLocaleUpperCase('vi') },
          { look: 'title', words: title },
          {
            look: 'fact',
            words: `${sums.total} khen thưởng: ${sums.collectives} tập thể, ${sums.individuals} cá nhân`,
          },
          ...(origin.withNames
            ? [{ look: 'mark' as const, words: 'Có họ tên cá nhân: chỉ dùng trong việc khen thưởng, không công khai.' }]
            : []),
        ],
        columns: shown.map(({ title: head, width, align }) => ({ title: head, width, align })),
        frozenColumns: 1,
        rows: lines.map((line) => ({ kind: 'cells', cells: shown.map((column) => cellOf(column.of(line, book))) })),
        notes: [
          {
            words: `Tỷ lệ khen người không giữ chức vụ lãnh đạo (K05): ${share}, tính trên ${sums.grassroots.said} cá nhân có ghi chức vụ.`,
            href: null,
          },
          { words: `Lấy từ trang: ${origin.address}, ngày ${formatDay(origin.day)}`, href: origin.address },
        ],
      },
    ],
  }
}

function cellOf(value: string | number | null): SheetCell {
  if (typeof value === 'number') return { kind: 'number', amount: quantity(value), decimals: 0, signed: false }
  return textCell(value ?? '')
}
