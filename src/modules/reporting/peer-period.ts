import type { LocalDate } from '#kernel/local-date.ts'
import { periodKey, type Period } from '#kernel/period.ts'
import type { UnitId } from '#modules/territory/unit.ts'

/** How far back what others published says something of now: a year of quarters. */
const mostBack = 4

/** The periods that peers may have published for, the likest first: this one, then those of its kind before it. */
export function periodsCompared(period: Period, before: readonly Period[]): Period[] {
  return [period, ...before.slice(0, mostBack)]
}

/** Whether land and people of a unit were through a period what they were at its end. */
export function stoodThrough(breaks: ReadonlyMap<UnitId, LocalDate>, unit: UnitId, { from, to }: Period): boolean {
  const since = breaks.get(unit)
  return !since || since > to || from >= since
}

/** So many make a comparison, as the rule of the house asks (Q27). */
const enough = 10

/**
 * The newest period that enough of the units have published: of this one also half of them, for those who publish first are not
 * like the others, and a comparison with them alone would say so. Null when there is none.
 */
export function comparablePeriod(
  periods: readonly Period[],
  published: readonly { unit: UnitId; period: Period }[],
  units: number,
): Period | null {
  const byPeriod = Map.groupBy(published, ({ period }) => periodKey(period))
  const counted = (period: Period): number =>
    new Set((byPeriod.get(periodKey(period)) ?? []).map(({ unit }) => unit)).size
  return periods.find((period, back) => counted(period) >= (back === 0 ? Math.max(enough, units / 2) : enough)) ?? null
}
