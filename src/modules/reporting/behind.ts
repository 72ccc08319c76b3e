import type { UnitInSum } from './content.ts'
import { isCounted } from './lifecycle.ts'
import { gapsSaid } from './period-standing.ts'
import { amendmentsSaid } from './unit-list.ts'

/**
 * What happened to the units of a sum after its copy was frozen (bản nộp đã cũ hơn số tổng): the paper of a province says what
 * stood when it was handed in, while the page of sums goes on.
 */
export type Behind = {
  /** Named as missing when the period was closed, with a reason that the copy does not have. */
  gaps: { name: string; reason: string }[]
  /** Named in the copy, and missing no more. */
  found: string[]
  counted: string[]
  uncounted: string[]
  amended: { name: string; n: number }[]
}

/** How the list of units in a copy differs from the one of now; null where it does not, or the copy is older than such lists. */
export function behindOf(then: readonly UnitInSum[] | undefined, now: readonly UnitInSum[] | undefined): Behind | null {
  if (!then || !now) return null
  const before = new Map(then.map((one) => [one.name, one]))
  const wasCounted = ({ name }: UnitInSum): boolean => isCounted(before.get(name)?.status ?? 'not-begun')
  const behind: Behind = {
    gaps: now.flatMap(({ name, gap }) =>
      gap === undefined || before.get(name)?.gap === gap ? [] : [{ name, reason: gap }],
    ),
    found: now.flatMap(({ name, gap }) => (gap === undefined && before.get(name)?.gap !== undefined ? [name] : [])),
    counted: now.flatMap((one) => (isCounted(one.status) && !wasCounted(one) ? [one.name] : [])),
    uncounted: now.flatMap((one) => (!isCounted(one.status) && wasCounted(one) ? [one.name] : [])),
    amended: now.flatMap(({ name, amended: n }) =>
      n === undefined || before.get(name)?.amended === n ? [] : [{ name, n }],
    ),
  }
  return Object.values(behind).every((some) => some.length === 0) ? null : behind
}

/** The same in sentences, the gaps first. */
export function behindSaid({ gaps, found, counted, uncounted, amended }: Behind): string[] {
  const missing = gapsSaid(gaps)
  const versions = amendmentsSaid(amended)
  return [
    ...(missing ? [`Kỳ đã chốt, ${missing}.`] : []),
    ...(found.length > 0 ? [`Không còn bị ghi là thiếu: ${found.join(', ')}.`] : []),
    ...(counted.length > 0 ? [`Đã nhận thêm báo cáo của ${counted.join(', ')}.`] : []),
    ...(uncounted.length > 0 ? [`Báo cáo của ${uncounted.join(', ')} không còn được tính.`] : []),
    ...(versions ? [`Tổng nay ${versions}.`] : []),
  ]
}
