import type { Expression } from '#modules/figures/expression.ts'
import { writeExpression } from '#modules/figures/expression-text.ts'
import type { ProgrammeRow, ProgrammeSet } from './programme-set.ts'

/** What each number of a row is asked for by (cách mở một số của bảng): a cell, or the formula that the sheet works it out with. */
export type RowOpening = { now: string | null; change: string | null }

export function openingOf({ rows }: Pick<ProgrammeSet, 'rows'>, row: ProgrammeRow): RowOpening {
  const change = row.kind === 'stock' && row.change ? writeExpression({ kind: 'cell', cell: row.change }) : null
  const expression = expressionOf(rows, row)
  return { now: expression && writeExpression(expression), change }
}

function expressionOf(rows: ProgrammeSet['rows'], row: ProgrammeRow): Expression | null {
  switch (row.kind) {
    case 'stock':
      return { kind: 'cell', cell: row.cell }
    case 'average':
      return averageOf(rows, row)
    case 'total':
      return totalOf(rows, row)
    case 'group':
      return null
  }
}

function averageOf(rows: ProgrammeSet['rows'], row: Extract<ProgrammeRow, { kind: 'average' }>): Expression | null {
  const whole = rows.find(({ key }) => key === row.of)
  if (whole?.kind !== 'stock') return null
  const of: Expression = { kind: 'cell', cell: whole.cell }
  return { kind: 'ratio', numerator: of, denominator: { kind: 'units', of, unitKind: row.per }, factor: 1 }
}

function totalOf(rows: ProgrammeSet['rows'], { key }: ProgrammeRow): Expression | null {
  const of = rows.flatMap((row): Expression[] =>
    row.kind === 'stock' && row.belongs?.to === key ? [{ kind: 'cell', cell: row.cell }] : [],
  )
  const [only] = of
  return only && of.length === 1 ? only : of.length === 0 ? null : { kind: 'sum', of }
}
