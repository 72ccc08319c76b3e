import { parseQuantity, toDecimalText } from '#kernel/quantity.ts'
import type { Qualifier } from '#kernel/numerals.ts'
import type { Basis, Figure, FigureValue } from './figure.ts'

export type FigureRow = {
  state: string
  qualifier: string
  amount: string | null
  raw: string
  note: string
  basis: string
}

/** The columns of `figure_value as value` by which a cell is known and its figure read. */
export const figureColumns = [
  'value.dimension',
  'value.state',
  'value.qualifier',
  'value.amount',
  'value.raw',
  'value.note',
  'value.basis',
] as const

// The checks of figure_value hold state, qualifier and basis to the known words, and an amount to `reported`.
export function readFigure(row: FigureRow): Figure {
  return { value: readValue(row), raw: row.raw, note: row.note, basis: row.basis as Basis }
}

function readValue(row: FigureRow): FigureValue {
  if (row.state !== 'reported') return { state: row.state as Exclude<FigureValue['state'], 'reported'> }
  const amount = parseQuantity(row.amount ?? '')
  if (amount === null) throw new Error(`A reported figure has no amount: ${row.raw}`)
  return { state: 'reported', amount, qualifier: row.qualifier as Qualifier }
}

export function writeFigure(figure: Figure): FigureRow {
  const reported = figure.value.state === 'reported' ? figure.value : null
  return {
    state: figure.value.state,
    qualifier: reported?.qualifier ?? 'exact',
    amount: reported ? toDecimalText(reported.amount) : null,
    raw: figure.raw,
    note: figure.note,
    basis: figure.basis,
  }
}
