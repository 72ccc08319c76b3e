import type { Points } from './scoring-points.ts'

/** The least and the most among several hands (độ chênh giữa người thẩm định); null with fewer than two. */
export type Spread = { least: Points; most: Points }

export function spreadOf(amounts: readonly Points[]): Spread | null {
  if (amounts.length < 2) return null
  return { least: Math.min(...amounts) as Points, most: Math.max(...amounts) as Points }
}

/**
 * Places by points, the most first: equal points share a place and the next one is left out (1, 1, 3). Who has no points has no
 * place and stands after all who have.
 */
export function ranked<Entry extends { total: Points | null }>(
  entries: readonly Entry[],
): (Entry & { place: number | null })[] {
  const totals = entries.flatMap(({ total }) => (total === null ? [] : [total]))
  return entries
    .map((entry) => {
      const { total } = entry
      return { ...entry, place: total === null ? null : 1 + totals.filter((one) => one > total).length }
    })
    .toSorted((one, other) => (one.place ?? Infinity) - (other.place ?? Infinity) || 0)
}
