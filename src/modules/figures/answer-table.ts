import type { Quantity } from '#kernel/quantity.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { AnswerHeads, AnswerAxis, AnswerHead, TableLayout } from './answer-heads.ts'
import { cellText, cellWords, type CellWords } from './cell-words.ts'
import type { CubeAnswer, CubeCell } from './cube-answer.ts'

/** The place of a number in a question. */
export type AnswerPlace = Readonly<Record<AnswerAxis, number>>

/** What a number is put beside: a short word for the table, or the sentence why there is none. */
export type BesideWords = { text: string | null; reason: string | null }

/** A number of the table; `notes` are the numbers of the sentences under it. */
export type TableCell = CellWords & { place: AnswerPlace; beside: string | null; notes: readonly number[] }

export type TableRow = { head: AnswerHead; cells: readonly TableCell[] }

/** An answer as a table (bảng trả lời), ready to be shown: one page of its rows, and the sentences they refer to. */
export type AnswerTable = {
  layout: TableLayout
  columns: readonly AnswerHead[]
  /** How many columns the answer has: more than a page shows where they are many. */
  columnsInAll: number
  groups: readonly { head: AnswerHead; rows: readonly TableRow[] }[]
  /** Note 1 is the first. */
  notes: readonly string[]
  rows: number
  page: number
  pages: number
}

export type TableWishes = {
  heads: AnswerHeads
  layout: TableLayout
  /** The key of a column, with a minus for the largest first; `name` and `-name` sort by the heads of the rows. */
  sort: string | null
  page: number
  nameOf(unit: UnitId): string
  /** What each number is put beside; null where nothing is compared. */
  beside: ((place: AnswerPlace, cell: CubeCell) => BesideWords) | null
}

const mostCellsOnPage = 1500
/** More columns than this nobody reads across; the whole of them stands in the files. */
export const mostColumnsOnPage = 36
const mostRowsOnPage = 50
const fewestRowsOnPage = 10

export function answerTable(answer: CubeAnswer, wishes: TableWishes): AnswerTable {
  const { heads, layout } = wishes
  const columns = columnsShown(heads, layout)
  const all = heads[layout.groups].flatMap((group) =>
    sortedRows(answer, wishes, group).map((head) => ({ group, head })),
  )
  const length = rowsOnPage(columns.length)
  const pages = Math.max(1, Math.ceil(all.length / length))
  const page = Math.min(Math.max(1, wishes.page), pages)
  const notes = noteBook()
  const shown = all.slice((page - 1) * length, page * length)
  const groups = [...Map.groupBy(shown, ({ group }) => group)].map(([group, rows]) => ({
    head: group,
    rows: rows.map(({ head }) => ({
      head,
      cells: columns.map((column) => tableCell(answer, wishes, placeOf(layout, group, head, column), notes.number)),
    })),
  }))
  const columnsInAll = heads[layout.columns].length
  return { layout, columns, columnsInAll, groups, notes: notes.sentences, rows: all.length, page, pages }
}

/** Of periods the newest, of everything else the first. */
function columnsShown(heads: AnswerHeads, { columns }: TableLayout): readonly AnswerHead[] {
  const all = columns === 'period' ? heads.period : wholesFirst(heads[columns])
  return columns === 'period' ? all.slice(-mostColumnsOnPage) : all.slice(0, mostColumnsOnPage)
}

/** How many rows one page has: fewer where the columns are many, so that a page stays of one size. */
export function rowsOnPage(columns: number): number {
  return Math.min(mostRowsOnPage, Math.max(fewestRowsOnPage, Math.floor(mostCellsOnPage / Math.max(1, columns))))
}

/** All rows of a group in the order of the question, without paging: for files. */
export function allRows(
  heads: AnswerHeads,
  layout: TableLayout,
  group: AnswerHead,
): { head: AnswerHead; places: AnswerPlace[] }[] {
  return wholesFirst(heads[layout.rows]).map((head) => ({
    head,
    places: heads[layout.columns].map((column) => placeOf(layout, group, head, column)),
  }))
}

/** The table as text that a spreadsheet takes when it is pasted. */
export function tableText(table: AnswerTable): string {
  const line = (cells: readonly string[]): string => cells.map((cell) => cell.replace(/\s+/g, ' ')).join('\t')
  const top = line(['', ...table.columns.map(({ label }) => label)])
  const rows = table.groups.flatMap(({ head, rows: inside }) => [
    ...(table.groups.length > 1 ? [head.label] : []),
    ...inside.map((row) => line([row.head.label, ...row.cells.map(cellText)])),
  ])
  return [top, ...rows].join('\n')
}

function tableCell(
  answer: CubeAnswer,
  wishes: TableWishes,
  place: AnswerPlace,
  noteOf: (sentence: string) => number,
): TableCell {
  const cell = answer.cell(place.measure, place.unit, place.period)
  const words = cellWords(cell, answer.question.measures[place.measure]?.numeral ?? 'count', wishes.nameOf)
  const beside = wishes.beside?.(place, cell) ?? null
  const said = [words.reason, beside?.reason ?? null, breakText(answer, wishes.heads, place)]
  return {
    ...words,
    place,
    beside: beside?.text ?? null,
    notes: said.filter((sentence) => sentence !== null).map(noteOf),
  }
}

function breakText(answer: CubeAnswer, heads: AnswerHeads, { measure, period }: AnswerPlace): string | null {
  const name = heads.measure[measure]?.label ?? ''
  const noted = answer.noted(measure).find((one) => one.period === period)
  if (!answer.breaks(measure).some((one) => one.period === period)) {
    const what = noted?.note ? `: ${noted.note.replace(/[.\s]+$/, '')}` : ''
    return noted
      ? `Từ ${heads.period[period]?.label ?? ''}, “${name}” theo định nghĩa mới${what}. Số trước và sau vẫn so được.`
      : null
  }
  return `Từ ${heads.period[period]?.label ?? ''}, “${name}” đếm theo cách khác: số trước và sau không so trực tiếp được.`
}

function placeOf(layout: TableLayout, group: AnswerHead, row: AnswerHead, column: AnswerHead): AnswerPlace {
  const place = { measure: 0, unit: 0, period: 0 }
  place[layout.groups] = group.at
  place[layout.rows] = row.at
  place[layout.columns] = column.at
  return place
}

const collator = new Intl.Collator('vi', { numeric: true })

/** The heads of a group's rows in the order asked for: wholes first, what has no number last. */
function sortedRows(answer: CubeAnswer, wishes: TableWishes, group: AnswerHead): readonly AnswerHead[] {
  const { layout, sort } = wishes
  const rows = wishes.heads[layout.rows]
  const descends = sort?.startsWith('-') ?? false
  const key = descends ? (sort?.slice(1) ?? '') : (sort ?? '')
  const turn = descends ? -1 : 1
  const column = wishes.heads[layout.columns].find((one) => one.key === key)
  if (!column && key !== 'name') return wholesFirst(rows)
  const amount = (row: AnswerHead): Quantity | null => {
    const place = placeOf(layout, group, row, column ?? row)
    return answer.cell(place.measure, place.unit, place.period).amount
  }
  const compare = column
    ? (a: AnswerHead, b: AnswerHead) => compareAmounts(amount(a), amount(b), turn)
    : (a: AnswerHead, b: AnswerHead) => turn * collator.compare(a.label, b.label)
  return wholesFirst(rows.toSorted((a, b) => compare(a, b) || a.at - b.at))
}

function wholesFirst(heads: readonly AnswerHead[]): readonly AnswerHead[] {
  return [...heads.filter(({ isWhole }) => isWhole), ...heads.filter(({ isWhole }) => !isWhole)]
}

function compareAmounts(a: Quantity | null, b: Quantity | null, turn: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return a === b ? 0 : a < b ? -turn : turn
}

/** Sentences that several cells share stand once under the table. */
function noteBook(): { sentences: string[]; number(sentence: string): number } {
  const sentences: string[] = []
  return {
    sentences,
    number(sentence) {
      const at = sentences.indexOf(sentence)
      return at < 0 ? sentences.push(sentence) : at + 1
    },
  }
}

/** The rows of which something is missing (dòng thiếu số), with how many of their cells. */
export function rowsMissing(
  answer: CubeAnswer,
  heads: AnswerHeads,
): { unit: AnswerHead; missing: number; of: number }[] {
  const of = heads.measure.length * heads.period.length
  return heads.unit.flatMap((unit) => {
    if (unit.isWhole) return []
    let missing = 0
    for (const measure of heads.measure) {
      for (const period of heads.period) {
        const { state, reason } = answer.cell(measure.at, unit.at, period.at)
        // A unit that was not there, or that the reader may not see, is not late with anything.
        if (state === 'absent' && reason?.why !== 'not-in-force' && reason?.why !== 'may-not-see') missing += 1
      }
    }
    return missing > 0 ? [{ unit, missing, of }] : []
  })
}
