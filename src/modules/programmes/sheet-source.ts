import type { Qualifier } from '#kernel/numerals.ts'
import type { Quantity } from '#kernel/quantity.ts'
import type { CubeCell } from '#modules/figures/cube-answer.ts'
import type { UnitCounted } from './programme-set.ts'

/** A number of the sheet, as the ledger answers for it. */
export type SheetFigure = Pick<CubeCell, 'state' | 'amount' | 'qualifier' | 'flag' | 'counted' | 'expected' | 'reason'>

/** What a sheet is filled from: the ledger at the end of the period, at the end of the year before, and the units there. */
export type SheetSource = {
  /** By cell key. */
  now(cell: string): SheetFigure | null
  /** At the end of the year before, where that was asked. */
  before(cell: string): SheetFigure | null
  /** What the unit itself wrote down where the sheet divides anew, to be held against it. */
  written(cell: string): { amount: Quantity; qualifier: Qualifier } | null
  /** How many units of a kind the number of a row is of: those that gave it, or all there are where the unit gave it whole. */
  divisor(row: string, per: UnitCounted): Quantity | null
  /** How many units of a kind there are in all. */
  units: Readonly<Record<UnitCounted, number>> | null
}
