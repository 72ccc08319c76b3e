import { byteOrderMark, writeCsv, type CsvCell } from '#kernel/csv-writing.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import { toDecimalText } from '#kernel/quantity.ts'
import { textCell, type Note, type Sheet, type SheetCell, type SheetRow, type Workbook } from '#kernel/workbook.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { AnswerHead, AnswerHeads, TableLayout } from './answer-heads.ts'
import { allRows, type AnswerPlace, type BesideWords } from './answer-table.ts'
import { cellText, cellWords } from './cell-words.ts'
import type { CubeAnswer, CubeCell } from './cube-answer.ts'

/** What a file of an answer is made of. */
export type AnswerFile = {
  sentence: string
  answer: CubeAnswer
  heads: AnswerHeads
  nameOf(unit: UnitId): string
  beside: ((place: AnswerPlace, cell: CubeCell) => BesideWords) | null
  /** `8h05 ngày 7/10/2026`: of which moment the numbers are. */
  asOf: string
  /** Which invented units are not in the country's numbers; null where nothing is to be said. */
  countryNote: string | null
  /** The page that asks the same question. */
  address: string
}

const columns = [
  ...['Mã', 'Chỉ tiêu', 'Đơn vị tính', 'Mã đơn vị', 'Đơn vị', 'Kỳ', 'Chữ kèm', 'Số', 'Không có số'],
  ...['Số đơn vị đã tính', 'Số đơn vị', 'Cộng thế nào', 'Lý do'],
]

/** One number a line, under the question and the moment it was asked. */
export function answerCsv(file: AnswerFile): string {
  const header = file.beside ? [...columns, 'So sánh'] : columns
  const above = writeCsv(
    [file.sentence],
    [[`Số lúc ${file.asOf}`], ...(file.countryNote ? [[file.countryNote]] : []), [file.address]],
  )
  return `${byteOrderMark}${above}${writeCsv(header, lines(file))}`
}

function lines(file: AnswerFile): CsvCell[][] {
  return everyPlace(file.heads).map((place) => {
    const { measure, unit, period, cell, words, beside } = spelled(file, place)
    return [
      ...[measure.key, measure.label, measure.note, unit.key, unit.label, period.label],
      ...[words.hedge, cell.amount === null ? null : toDecimalText(cell.amount), words.absent],
      ...[cell.counted, cell.expected, flagText(words.isApportioned, cell), words.reason],
      ...(beside ? [besideText(beside)] : []),
    ]
  })
}

/** The table as it stands on the page, whole, and every number with what is to be said of it. */
export function answerWorkbook(
  file: AnswerFile,
  layout: TableLayout,
  { issuer, day }: { issuer: string; day: LocalDate },
): Workbook {
  return {
    title: file.sentence,
    creator: issuer,
    day,
    sheets: [tableSheet(file, layout, issuer), cellsSheet(file, issuer)],
  }
}

function tableSheet(file: AnswerFile, layout: TableLayout, issuer: string): Sheet {
  const across = file.heads[layout.columns]
  const groups = file.heads[layout.groups]
  return {
    name: 'Bảng',
    heading: headingOf(file, issuer),
    columns: [
      { title: rowTitle[layout.rows], width: 38, align: 'left' },
      ...across.map(({ label, note }) => ({
        title: note ? `${label} (${note})` : label,
        width: 16,
        align: 'right' as const,
      })),
    ],
    frozenColumns: 1,
    rows: groups.flatMap((group): SheetRow[] => [
      ...(groups.length > 1 ? [{ kind: 'section' as const, title: titleOf(group) }] : []),
      ...allRows(file.heads, layout, group).map(({ head, places }): SheetRow => ({
        kind: 'cells',
        cells: [textCell(titleOf(head)), ...places.map((place) => valueCell(file, place))],
      })),
    ]),
    notes: notesOf(file),
  }
}

const rowTitle = { unit: 'Đơn vị', measure: 'Chỉ tiêu', period: 'Kỳ' } as const

function titleOf({ label, note }: AnswerHead): string {
  return note ? `${label} (${note})` : label
}

/** A number is a number; a hedged one and what is none stand in words, so that nobody adds them up as exact. */
function valueCell(file: AnswerFile, place: AnswerPlace): SheetCell {
  const { cell, words } = spelled(file, place)
  if (cell.amount === null || words.hedge !== null || words.amount === null) return textCell(cellText(words))
  return { kind: 'number', amount: cell.amount, decimals: decimalsIn(cell.amount), signed: false }
}

function cellsSheet(file: AnswerFile, issuer: string): Sheet {
  const titles = file.beside ? [...columns, 'So sánh'] : columns
  const wide = new Set(['Chỉ tiêu', 'Đơn vị', 'Lý do', 'So sánh'])
  return {
    name: 'Từng số',
    heading: headingOf(file, issuer),
    columns: titles.map((title) => ({ title, width: wide.has(title) ? 36 : 14, align: 'left' })),
    frozenColumns: 0,
    rows: everyPlace(file.heads).map((place): SheetRow => {
      const { measure, unit, period, cell, words, beside } = spelled(file, place)
      const texts = [measure.key, measure.label, measure.note, unit.key, unit.label, period.label, words.hedge]
      const number: SheetCell =
        cell.amount === null
          ? textCell('')
          : { kind: 'number', amount: cell.amount, decimals: decimalsIn(cell.amount), signed: false }
      const said = [
        ...[words.absent, String(cell.counted), String(cell.expected)],
        ...[flagText(words.isApportioned, cell), words.reason, ...(beside ? [besideText(beside)] : [])],
      ]
      return {
        kind: 'cells',
        cells: [...texts.map((text) => textCell(text ?? '')), number, ...said.map((text) => textCell(text ?? ''))],
      }
    }),
    notes: notesOf(file),
  }
}

function headingOf(file: AnswerFile, issuer: string): Sheet['heading'] {
  return [
    { look: 'issuer', words: issuer.toLocaleUpperCase('vi') },
    { look: 'title', words: file.sentence },
    { look: 'fact', words: `Số lúc ${file.asOf}` },
  ]
}

function notesOf({ address, countryNote }: AnswerFile): Note[] {
  return [
    {
      words: 'Ô “chưa có số” không có nghĩa là không có việc. Số có chữ “trên”, “khoảng”, “dưới”, “ước” ghi bằng chữ.',
      href: null,
    },
    {
      words: 'Tỷ lệ và bình quân của cả vùng chia sau cùng từ các số cộng, không lấy trung bình của các đơn vị.',
      href: null,
    },
    ...(countryNote ? [{ words: countryNote, href: null }] : []),
    { words: `Hỏi lại câu này: ${address}`, href: address },
  ]
}

function spelled({ answer, heads, nameOf, beside }: AnswerFile, place: AnswerPlace) {
  const cell = answer.cell(place.measure, place.unit, place.period)
  const [measure, unit, period] = [heads.measure[place.measure], heads.unit[place.unit], heads.period[place.period]]
  if (!measure || !unit || !period) throw new Error('A place outside the answer')
  const numeral = answer.question.measures[place.measure]?.numeral ?? 'count'
  return { measure, unit, period, cell, words: cellWords(cell, numeral, nameOf), beside: beside?.(place, cell) ?? null }
}

function everyPlace(heads: AnswerHeads): AnswerPlace[] {
  return heads.measure.flatMap((measure) =>
    heads.unit.flatMap((unit) =>
      heads.period.map((period) => ({ measure: measure.at, unit: unit.at, period: period.at })),
    ),
  )
}

function flagText(isApportioned: boolean, cell: CubeCell): string | null {
  if (cell.state === 'not-comparable') return 'không so sánh được'
  return isApportioned ? 'chia theo tỷ lệ' : null
}

function besideText({ text, reason }: BesideWords): string | null {
  return [text, reason].filter((one) => one !== null).join('. ') || null
}

function decimalsIn(amount: NonNullable<CubeCell['amount']>): number {
  return toDecimalText(amount).split('.')[1]?.length ?? 0
}
