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
  | { kind: 'sum'; of: readonly Expression[] }
  | { kind: 'difference'; from: Expression; take: Expression }
  /** `factor` 100 for a percentage. */
  | { kind: 'ratio'; numerator: Expression; denominator: Expression; factor: 1 | 100 | 1000 | 10_000 | 100_000 }
  | { kind: 'if'; condition: Condition; then: Expression; otherwise: Expression }
  /** How many units gave a number for every cell in `of`; of one kind of unit only, where it is named (24 xã, not 26 units). */
  | { kind: 'units'; of: Expression; unitKind: UnitKind | null }

export type Condition = {
  left: Expression
  comparison: 'less' | 'at-most' | 'equal' | 'at-least' | 'more'
  right: Expression
}
