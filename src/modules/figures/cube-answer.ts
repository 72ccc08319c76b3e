import type { LocalDate } from '#kernel/local-date.ts'
import type { Qualifier } from '#kernel/numerals.ts'
import type { Quantity } from '#kernel/quantity.ts'
import type { Period } from '#kernel/period.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { CubeQuestion } from './cube-question.ts'
import type { FigureSetId, SetStanding } from './figure-set.ts'
import type { FigureValue } from './figure.ts'
import type { CellRef, IndicatorVersionId } from './indicator.ts'
import type { MapReason } from './map-figure.ts'

/** Why a cell has no number, or not the whole of one. */
export type CellReason =
  | MapReason
  /** Division by zero: không xác định. */
  | { why: 'divided-by-zero' }
  /** The unit was not there on the last day of the period, or not yet. */
  | { why: 'not-in-force'; unit: UnitId }
  /**
   * Months or quarters of the period are missing, so that it cannot be put together: `given` of `of`. `across`: the day within the
   * period on which units became others, so that nobody reported the whole of it.
   */
  | { why: 'periods-missing'; given: number; of: number; across: LocalDate | null }
  /** The indicator is not put together over time: a share of shares would be wrong. */
  | { why: 'not-over-time' }
  /** The definition changed within the period, so that its parts do not count the same thing. */
  | { why: 'definition-changed'; on: LocalDate }
  /** A formula asks whether “trên 100” is more than 150, and nobody knows. */
  | { why: 'rounded-condition' }
  /** This reader may not see the figures it would be made of. */
  | { why: 'may-not-see' }

/**
 * One number of an answer (ô số liệu).
 * - `known`: `amount` (zero included) with its hedge; `apportioned` where units were divided by shares.
 * - `not-applicable`: every unit said so. · `absent`: nobody gave a number. · `not-comparable`, `undefined`: see `reason`.
 */
export type CubeCell = {
  state: 'known' | 'not-applicable' | 'absent' | 'not-comparable' | 'undefined'
  /** Null unless known. */
  amount: Quantity | null
  qualifier: Qualifier
  flag: 'exact' | 'apportioned'
  /** How many units the number is from, and how many it would be from had all given theirs. */
  counted: number
  expected: number
  reason: CellReason | null
  /** The definition it was counted by; null for an expression over several indicators. */
  version: IndicatorVersionId | null
}

/** The answer to a question: its cells by the places of measure, unit and period in it. */
export type CubeAnswer = {
  question: CubeQuestion
  cell(measure: number, unit: number, period: number): CubeCell
  /** Where something else is counted from a period on: where a series breaks (gãy chuỗi). */
  breaks(measure: number): readonly SeriesChange[]
  /** Where a measure is counted by another definition that compares with the one before: only to be noted. */
  noted(measure: number): readonly SeriesChange[]
}

/** From which period of an answer on an indicator of a measure is counted by another definition (đổi cách tính trong chuỗi). */
export type SeriesChange = {
  period: number
  from: IndicatorVersionId
  to: IndicatorVersionId
  comparable: boolean
  /** What changed, as a reader is told; empty where nobody said. */
  note: string
}

/** One unit's number behind a cell of an answer, with the report it stands in, to be opened. */
export type CubePart = {
  unit: UnitId
  province: UnitId
  cell: CellRef
  /** The period it was given for: a month where the question asked for a quarter. */
  period: Period
  value: FigureValue
  set: FigureSetId
  standing: SetStanding
  origin: 'entered' | 'published-source'
  use: 'counted' | 'not-applicable' | 'not-added' | 'not-comparable'
  reason: CellReason | null
}

/** What a cell is made of, and which units that should be in it gave nothing (mở một số ra). */
export type CubeOpened = { cell: CubeCell; parts: readonly CubePart[]; missing: readonly UnitId[] }
