import { formatQuantity, quantity } from '#kernel/quantity.ts'
import type { Numeral } from '#kernel/numerals.ts'
import { cellText, cellWords, type CellWords } from '#modules/figures/cell-words.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { checkText, type CheckText } from './labels.ts'
import { isUnder, type ProgrammeRow } from './programme-set.ts'
import type { Mixture, ProgrammeSheet, SheetRow } from './sheet.ts'
import type { SheetFigure } from './sheet-source.ts'

/** A row of a sheet in words (dòng của bảng bằng chữ): a number stands in one of the first two columns only. */
export type RowWords = {
  key: string
  name: string
  unitOfCount: string
  isUnder: boolean
  isGroup: boolean
  counted: CellWords | null
  estimate: CellWords | null
  change: CellWords | null
  /** What stands under the numbers: how it was divided, what remains, of how many units, why there is none. */
  notes: string[]
}

type NameOf = (unit: UnitId) => string

export function rowWords(row: SheetRow, mixture: Mixture | null, nameOf: NameOf): RowWords {
  const shown = row.counted ?? row.estimate
  const words = (figure: SheetFigure | null, numeral: Numeral): CellWords | null =>
    figure && cellWords({ ...figure, version: null }, numeral, nameOf)
  const numeral = row.row.kind === 'average' ? 'decimal' : 'count'
  // An estimate leaves the column of what was counted empty: a zero or “chưa có số” there would be said of the same thing.
  const estimate = words(row.estimate, numeral)
  const counted = words(row.counted, numeral)
  const change = row.row.kind === 'stock' && row.row.change ? words(row.change, 'change') : null
  return {
    ...{ key: row.row.key, name: row.row.name, unitOfCount: row.row.unitOfCount },
    ...{ isUnder: isUnder(row.row), isGroup: row.row.kind === 'group', counted, estimate, change },
    notes: notesOf(
      row,
      mixture,
      [counted ?? estimate, change].filter((one) => one !== null),
      shown,
    ),
  }
}

function notesOf(
  row: SheetRow,
  mixture: Mixture | null,
  words: readonly CellWords[],
  shown: SheetFigure | null,
): string[] {
  const { byDifference, divisor } = row
  return [
    ...(row.row.note ? [row.row.note] : []),
    ...(divisor === null ? [] : [`Chia cho ${formatQuantity(divisor)} xã.`]),
    ...(byDifference === null ? [] : [`Không ai báo số này; theo phép trừ còn ${formatQuantity(byDifference)}.`]),
    ...(mixture ? [mixtureText(mixture)] : []),
    ...(shown && words[0]?.from ? [`Số ${words[0].from}.`] : []),
    ...words.flatMap(({ reason }) => reason ?? []),
    ...(words.some(({ isApportioned }) => isApportioned) ? ['Được chia theo tỷ lệ sang bản đồ này.'] : []),
  ]
}

function mixtureText({ counted, estimate }: Mixture): string {
  const part = (of: Mixture['counted']): string =>
    `${formatQuantity(of.amount)} của ${formatQuantity(quantity(of.units))} đơn vị`
  return `Trong đó số đếm: ${part(counted)}; số ước: ${part(estimate)}.`
}

/** What adds up and what does not: what is wrong first. */
export function checkWords({ checks, rows }: ProgrammeSheet): CheckText[] {
  const byKey = new Map<string, ProgrammeRow>(rows.map(({ row }) => [row.key, row]))
  const order = ['fails', 'holds', 'not-computable']
  return checks
    .map((check) => checkText(check, byKey))
    .sort((one, other) => order.indexOf(one.verdict) - order.indexOf(other.verdict))
}

/** One number of the table by unit: `ước` stands before an estimate, so that no column mixes the two unsaid. */
export function tableText(figure: SheetFigure | null, row: ProgrammeRow, nameOf: NameOf): string {
  if (!figure) return ''
  return cellText(cellWords({ ...figure, version: null }, row.kind === 'average' ? 'decimal' : 'count', nameOf))
}
