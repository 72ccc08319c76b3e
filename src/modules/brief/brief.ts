import type { Period } from '#kernel/period.ts'
import type { Quantity } from '#kernel/quantity.ts'
import type { CubeCell } from '#modules/figures/cube-answer.ts'
import type { Measure } from '#modules/figures/cube-question.ts'
import type { Reached } from '#modules/figures/reached.ts'
import type { Target } from '#modules/figures/target.ts'
import type { NoGrowth } from '#modules/figures/map-growth.ts'

/** A measure with what may be told of it: whether it grows by a rate, is a sum of its units, counts what happened in a period. */
export type BriefMeasure = { measure: Measure; grows: boolean; isSum: boolean; isFlow: boolean }

/** The same figure in another period, and what changed since then (so với một kỳ khác). */
export type Beside = {
  period: Period
  cell: CubeCell
  /** Null where `silence` says why nothing is told. */
  difference: Quantity | null
  /** In percent to one decimal; null too for a share, a score and a change, which have a difference and no rate. */
  rate: Quantity | null
  silence: NoGrowth | null
}

/** One chosen figure of a brief (số chọn trong bản tóm tắt). */
export type BriefFigure = {
  of: BriefMeasure
  now: CubeCell
  before: Beside | null
  lastYear: Beside | null
  targets: readonly BriefTarget[]
  /** The last periods of its kind, oldest first, this one last. */
  line: readonly { period: Period; cell: CubeCell }[]
}

/** A target beside a figure; not held against it where it is of the whole year and the figure of a part (`reached` null). */
export type BriefTarget = { target: Target; reached: Reached | null }

/** What a change means by the direction of its indicator; of a context figure nobody says whether it is good. */
export type ChangeMeaning = 'better' | 'worse' | 'different'

/** How far this brief's figures could still change (điều có thể làm số khác đi). */
export type BriefReserve = {
  /** Units whose reports are in the sums, of how many. */
  counted: number
  expected: number
  /** Handed in, and not yet accepted. */
  waiting: number
  /** Chosen figures that are of fewer units than counted reports, by name. */
  incomplete: readonly { key: string; name: string; counted: number; expected: number }[]
  notComparable: readonly { key: string; name: string }[]
  rounded: readonly { key: string; name: string }[]
}
