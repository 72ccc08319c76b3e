import type { Expression } from '#modules/figures/expression.ts'
import { writeExpression } from '#modules/figures/expression-text.ts'
import type { ProgrammeRow, ProgrammeSet } from './programme-set.ts'

/**
 * What the numbers of a row are asked for by (cách mở một số của bảng): a cell, or the formula that the sheet divides by. A total
 * adds what counts different things, which no formula may: its components are opened beside one another.
 */
export type RowOpening = { now: readonly string[]; change: readonly string[] }

export function openingOf(set: Pick<ProgrammeSet, 'rows'>, row: ProgrammeRow): RowOpening {
  const change = row.kind === 'stock' && row.change ? [writeExpression({ kind: 'cell', cell: row.change })] : []
  return { now: expressionsOf(set.rows, row).map((one) => writeExpression(one)), change }
}

function expressionsOf(rows: ProgrammeSet['rows'], row: ProgrammeRow): Expression[] {
  switch (row.kind) {
    case 'stock':
      return [{ kind: 'cell', cell: row.cell }]
    case 'average':
      return cellsWhere(rows, ({ key }) => key === row.of).map((of) => ({
        ...{ kind: 'ratio', numerator: of, factor: 1 },
        denominator: { kind: 'units', of, unitKind: row.per },
      }))
    case 'total':
      return cellsWhere(rows, (one) => one.kind === 'stock' && one.belongs?.to === row.key)
    case 'group':
      return []
  }
}

function cellsWhere(rows: ProgrammeSet['rows'], isMeant: (row: ProgrammeRow) => boolean): Expression[] {
  return rows.flatMap((row) => (row.kind === 'stock' && isMeant(row) ? [{ kind: 'cell', cell: row.cell }] : []))
}
