import type { CubeCell } from '#modules/figures/cube-answer.ts'

/** One number of a chart (điểm), with everything that is said of it: a chart works out no figure of its own. */
export type ChartPoint = {
  /** As it stands on the axis: `T3`, `Quý I`. */
  label: string
  /** In full: `Tháng 3 năm 2026`, `Xã Sông Xanh`. */
  name: string
  state: CubeCell['state']
  /** Where it is drawn; null unless known. */
  value: number | null
  /** As printed, with its hedge: `trên 3.200`, `chưa có số`. */
  text: string
  /** Why there is no number, in a sentence. */
  why: string | null
  /** Where it opens to its sources. */
  href: string | null
  flag: CubeCell['flag']
  /** The word before the number: `trên`, `khoảng`. */
  hedge: string | null
  /** `từ 70 trên 100 đơn vị`, where the number is not of all of them; null where it is. */
  part: string | null
}

/**
 * What is drawn as one line or one set of bars (chuỗi). `comparison`: the same period of last year, a peer. `target`: what was to
 * be reached, drawn as steps or ticks without points.
 */
export type ChartSeries = {
  key: string
  name: string
  role: 'main' | 'comparison' | 'target'
  /** All series of a chart have their points at the same places. */
  points: readonly ChartPoint[]
}

/** Between the point before `at` and the point at `at` another definition begins to count (gãy chuỗi). */
export type ChartBreak = {
  at: number
  note: string
  /** What changed, as part of a sentence, where it is not the way of counting. */
  change?: string
}

/** What the lines, bars or panels of a chart have in common. */
export type ChartWords = {
  title: string
  /** Unit of count: `hồ sơ`, `%`. */
  unit: string
  /** What the places along the chart are, for sentences and the head of its table: `kỳ`, `xã`, `tỉnh`. */
  places: string
}

/** A number that can be drawn. */
export type KnownPoint = ChartPoint & { value: number }

export function isKnown(point: ChartPoint): point is KnownPoint {
  return point.value !== null
}

/** A number of all, and not rounded: others can be ranked with it and a change told from it. */
export function isFirm({ hedge, part }: ChartPoint): boolean {
  return hedge === null && part === null
}

/** More lines than this cannot be told apart in one picture: small multiples show them. */
export const mostLines = 6
