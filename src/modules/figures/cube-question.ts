import type { LocalDate } from '#kernel/local-date.ts'
import type { Numeral } from '#kernel/numerals.ts'
import type { Period } from '#kernel/period.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { SetStanding } from './figure-set.ts'
import type { Expression } from './expression.ts'
import type { Indicator } from './indicator.ts'

/** What is measured: one cell of an indicator, or an expression over several (đại lượng). */
export type Measure = {
  /** As it stands in an address: `F10`, `K01:collective`, or the text of an expression. */
  key: string
  name: string
  unitOfCount: string
  numeral: Numeral
  direction: Indicator['direction']
  expression: Expression
}

/** The map that units are taken from: as they stood on the last day of each period, or as on one day for all periods. */
export type QuestionMap = { kind: 'reported' } | { kind: 'day'; day: LocalDate }

/** Which figures are added: those of communes alone, or of every level, where a larger unit's own number stands before its parts (docs/adr/0039). */
export type SummedFrom = 'communes' | 'any'

/**
 * Câu hỏi số liệu. The answer has one cell for each measure, unit and period.
 * `counts`: how far a set of figures must have come to be in it; nobody gets more than they may read.
 */
export type CubeQuestion = {
  measures: readonly Measure[]
  units: readonly UnitId[]
  periods: readonly Period[]
  map: QuestionMap
  counts: SetStanding
  from: SummedFrom
}

/** More cells than this are refused in a sentence; the national table of a year (200 × 34 × 12) has 81,600. */
export const mostCells = 100_000

/** Every part of a formula is worked out in each of its cells: twenty parts in each of the most cells, or the longest in fewer. */
export const mostSteps = 2_000_000

/** Why a question is not answered. */
export type QuestionRefusal =
  | { code: 'too-many-cells'; cells: number; most: number }
  /** Few enough cells, of formulas too long for so many of them. */
  | { code: 'too-many-steps'; steps: number; most: number }
  | { code: 'nothing-asked'; of: 'measures' | 'units' | 'periods' }
  | { code: 'unknown-indicator'; given: string }
  | { code: 'unknown-unit'; given: string }
  /** Of a dimension that the indicator is not given in. */
  | { code: 'unknown-part'; given: string; parts: readonly string[] }
  /** An indicator that this reader may not see in anybody's figures. */
  | { code: 'may-not-see'; given: string }
  | { code: 'before-register'; begins: LocalDate }
