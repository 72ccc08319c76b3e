import type { CsvCell } from '#kernel/csv-writing.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import {
  emptyCell,
  textCell,
  type Note,
  type Sheet,
  type SheetCell,
  type SheetRow,
  type Workbook,
} from '#kernel/workbook.ts'
import { hedgeWord } from '#kernel/numerals.ts'
import { toDecimalText } from '#kernel/quantity.ts'
import type { RegisterVersion, UnitId } from '#modules/territory/unit.ts'
import { columnName } from './labels.ts'
import type { ProgrammeSet } from './programme-set.ts'
import type { ProgrammeSheet } from './sheet.ts'
import type { SheetFigure } from './sheet-source.ts'
import { checkWords, rowWords, tableText } from './sheet-words.ts'

/** A sheet with what stands above and below it in a file. */
export type SheetFile = {
  set: ProgrammeSet
  sheet: ProgrammeSheet
  units: readonly { unit: Pick<RegisterVersion, 'name'>; figures: ReadonlyMap<string, SheetFigure | null> }[]
  title: string
  unitName: string
  /** Period, map and how far the reports had come, in one line. */
  scope: string
  address: string
  today: LocalDate
  nameOf(unit: UnitId): string
}

const numberColumns = [
  `${columnName.counted}: chữ`,
  `${columnName.counted}: số`,
  `${columnName.estimate}: số`,
  `${columnName.change}: số`,
]

export const csvColumns = ['Mã dòng', 'Chỉ tiêu', 'Đơn vị tính', ...numberColumns, 'Ghi chú']

/** Of a sheet as rows of a file: an estimate stands in its own column there too. */
export function csvRows({ sheet, nameOf }: Pick<SheetFile, 'sheet' | 'nameOf'>): CsvCell[][] {
  return sheet.rows.map((row) => {
    const words = rowWords(row, null, nameOf)
    const { counted, estimate, change } = words
    const hedge = counted ? (counted.hedge ?? counted.absent) : null
    const numbers = [hedge, counted?.amount ?? null, estimate?.amount ?? null, change?.amount ?? null]
    return [words.key, words.name, words.unitOfCount, ...numbers, words.notes.join(' ')]
  })
}

export function sheetWorkbook(file: SheetFile): Workbook {
  const sheets = [mainSheet(file), ...(file.units.length > 0 ? [unitsSheet(file)] : []), checksSheet(file)]
  return { title: file.title, creator: file.unitName, day: file.today, sheets }
}

function headingOf({ unitName, scope }: SheetFile, title: string): Sheet['heading'] {
  return [
    { look: 'issuer', words: unitName.toLocaleUpperCase('vi') },
    { look: 'title', words: title },
    { look: 'fact', words: scope },
  ]
}

function notesOf({ address, set }: SheetFile): Note[] {
  return [
    { words: 'Số ước không cộng lẫn với số đã đếm; ô trống là chưa có số, không phải số 0.', href: null },
    { words: `Bộ chỉ tiêu ${set.name}, bản ${set.version}. Nguồn: ${set.source}.`, href: null },
    { words: `Lấy từ trang: ${address}`, href: address },
  ]
}

function mainSheet(file: SheetFile): Sheet {
  const { sheet, nameOf } = file
  return {
    name: 'Bộ chỉ tiêu',
    heading: headingOf(file, file.title),
    columns: [
      { title: 'Chỉ tiêu', width: 46, align: 'left' },
      { title: 'Đơn vị tính', width: 14, align: 'centre' },
      { title: numberColumns[0] ?? '', width: 14, align: 'right' },
      ...numberColumns.slice(1).map((title) => ({ title, width: 14, align: 'right' as const })),
      { title: 'Ghi chú', width: 60, align: 'left' },
    ],
    frozenColumns: 1,
    rows: sheet.rows.map((row): SheetRow => {
      const words = rowWords(row, null, nameOf)
      const hedge = words.counted ? (words.counted.hedge ?? words.counted.absent) : null
      return {
        kind: 'cells',
        cells: [
          textCell(words.isUnder ? `– ${words.name}` : words.name),
          textCell(words.unitOfCount),
          textCell(hedge ?? ''),
          ...[row.counted, row.estimate, row.change].map((figure) => numberCell(figure, figure === row.change)),
          textCell(words.notes.join(' ')),
        ],
      }
    }),
    notes: notesOf(file),
  }
}

function unitsSheet(file: SheetFile): Sheet {
  const { set, units, nameOf } = file
  const rows = set.rows.filter(({ kind }) => kind !== 'group')
  return {
    name: 'Từng đơn vị',
    heading: headingOf(file, `${file.title}, từng đơn vị`),
    columns: [
      { title: 'Đơn vị', width: 34, align: 'left' },
      ...rows.flatMap(({ name }) => [
        { title: name, width: 16, align: 'right' as const },
        { title: 'chữ kèm', width: 12, align: 'left' as const },
      ]),
    ],
    frozenColumns: 1,
    rows: units.map(({ unit, figures }): SheetRow => ({
      kind: 'cells',
      cells: [
        textCell(unit.name),
        ...rows.flatMap((row) => {
          const figure = figures.get(row.key) ?? null
          const isKnown = figure?.state === 'known'
          const word = isKnown ? (hedgeWord(figure.qualifier) ?? '') : tableText(figure, row, nameOf)
          return [numberCell(figure, false), textCell(word)]
        }),
      ],
    })),
    notes: notesOf(file),
  }
}

function checksSheet(file: SheetFile): Sheet {
  return {
    name: 'Kiểm tra',
    heading: headingOf(file, `${file.title}, những phép kiểm tra`),
    columns: [
      { title: 'Kết quả', width: 20, align: 'left' },
      { title: 'Phép tính', width: 36, align: 'left' },
      { title: 'Diễn giải', width: 90, align: 'left' },
    ],
    frozenColumns: 0,
    rows: checkWords(file.sheet).map(({ word, heading, sentence, remedy }): SheetRow => ({
      kind: 'cells',
      cells: [textCell(word), textCell(heading), textCell([sentence, remedy].filter(Boolean).join(' '))],
    })),
    notes: notesOf(file),
  }
}

// A number stays a number; what is none leaves the cell empty, and its words stand beside it.
function numberCell(figure: SheetFigure | null, signed: boolean): SheetCell {
  if (figure?.state !== 'known' || figure.amount === null) return emptyCell
  const decimals = toDecimalText(figure.amount).split('.')[1]?.length ?? 0
  return { kind: 'number', amount: figure.amount, decimals, signed }
}
