/** One unit's counts now and in the period before, by measure; null where there is none to compare. */
export type UnitCounts = { unit: number; now: readonly (number | null)[]; before: readonly (number | null)[] }

/**
 * What is worth a friendly word (nhận xét nhẹ) about all numbers of a unit together, never about one:
 * - `all-zero`: nothing but zeros (Q19) · `repeated`: most numbers are those of the period before (Q18)
 * - `all-round`: every number is a round one (Q19)
 */
export type Remark =
  | { kind: 'all-zero'; unit: number; numbers: number }
  | { kind: 'repeated'; unit: number; same: number; of: number }
  | { kind: 'all-round'; unit: number; numbers: number }

/** Fewer numbers than this are chance. */
const leastNumbers = 6
/** 0, 1 and 2 come again in any quarter; a number from here on seldom does. */
const leastTelling = 5
const shareRepeated = 0.6

export function remarksOn(units: readonly UnitCounts[]): Remark[] {
  return units.flatMap((one) => remarkOn(one) ?? [])
}

/** One remark a unit, the plainest first. */
function remarkOn({ unit, now, before }: UnitCounts): Remark | null {
  const given = now.filter((count) => count !== null)
  if (given.length >= leastNumbers && given.every((count) => count === 0))
    return { kind: 'all-zero', unit, numbers: given.length }
  const pairs = now.flatMap((count, at) => {
    const then = before[at] ?? null
    return count !== null && then !== null && Math.max(count, then) >= leastTelling ? [{ count, then }] : []
  })
  const same = pairs.filter(({ count, then }) => count === then).length
  if (pairs.length >= leastNumbers && same >= pairs.length * shareRepeated)
    return { kind: 'repeated', unit, same, of: pairs.length }
  const telling = given.filter((count) => count >= leastTelling)
  if (telling.length >= leastNumbers && telling.every((count) => count % 10 === 0))
    return { kind: 'all-round', unit, numbers: telling.length }
  return null
}
