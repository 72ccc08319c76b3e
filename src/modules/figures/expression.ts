import type { Quantity } from '#kernel/quantity.ts'
import type { UnitKind } from '#modules/territory/unit.ts'
import type { CellRef } from './indicator.ts'

/**
 * Công thức: how a number is worked out of cells. It is evaluated last, after every cell in it has been added up over time and
 * territory, so that a share of sums is right at every level and a sum of shares cannot be written down.
 */
export type Expression =
  | { kind: 'cell'; cell: CellRef }
  | { kind: 'number'; amount: Quantity }
  /** Two terms at least. */
  | { kind: 'sum'; of: readonly Expression[] }
  | { kind: 'difference'; from: Expression; take: Expression }
  | { kind: 'ratio'; numerator: Expression; denominator: Expression; factor: Factor }
  | { kind: 'if'; condition: Condition; then: Expression; otherwise: Expression }
  /** How many units gave a number for every cell in `of`; of one kind of unit only, where it is named (24 xã, not 26 units). */
  | { kind: 'units'; of: Expression; unitKind: UnitKind | null }

export type Condition = {
  left: Expression
  comparison: 'less' | 'at-most' | 'equal' | 'at-least' | 'more'
  right: Expression
}

/** A quotient is told per so many: 100 for a percentage, 100.000 for cases among the people of a province. */
export const factors = [1, 100, 1000, 10_000, 100_000] as const
export type Factor = (typeof factors)[number]

/** Every cell of a formula, in its order and as often as it stands there. */
export function cellsOf(expression: Expression): CellRef[] {
  return expression.kind === 'cell' ? [expression.cell] : partsOf(expression).flatMap(cellsOf)
}

/** The kinds of unit that a formula counts (24 xã): its other cells are then of units of that kind only, as in `rollup.ts`. */
export function unitKindsOf(expression: Expression): UnitKind[] {
  const own = expression.kind === 'units' && expression.unitKind ? [expression.unitKind] : []
  return [...new Set([...own, ...partsOf(expression).flatMap(unitKindsOf)])]
}

/** What an expression is directly made of. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'cell':
    case 'number':
      return []
    case 'sum':
      return expression.of
    case 'difference':
      return [expression.from, expression.take]
    case 'ratio':
      return [expression.numerator, expression.denominator]
    case 'if':
      return [expression.condition.left, expression.condition.right, expression.then, expression.otherwise]
    case 'units':
      return [expression.of]
  }
}

/** How long a formula is: every number, cell and sign of it. */
export function countParts(expression: Expression): number {
  return 1 + partsOf(expression).reduce((sum, part) => sum + countParts(part), 0)
}
