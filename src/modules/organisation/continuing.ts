import type { LocalDate } from '#kernel/local-date.ts'
import type { UnitId } from '#modules/territory/unit.ts'

/** One succession of units with the first day on which it is so. */
export type DatedSuccession = { from: UnitId; to: UnitId; isWhole: boolean; on: LocalDate }

/** Where what a unit had stands on a day: in one unit, in one of several nobody has said which, or nowhere. */
export type Continuing = { unit: UnitId; among: null } | { unit: null; among: UnitId[] }

/**
 * What a commune had goes on under the commune that it became part of as a whole; a fact never moves, so this is asked anew for
 * every day. Where the commune was divided nobody knows it by rule.
 */
export function continuesIn(successions: readonly DatedSuccession[], unit: UnitId, day: LocalDate): Continuing {
  const seen = new Set<UnitId>([unit])
  for (let at = unit; ;) {
    const next = successions.filter(({ from, on }) => from === at && on <= day)
    if (next.length === 0) return { unit: at, among: null }
    const [only] = next
    if (!only || next.length > 1 || !only.isWhole) return { unit: null, among: [...new Set(next.map(({ to }) => to))] }
    // A circle would be a fault of the register; stopping is better than never answering.
    if (seen.has(only.to)) return { unit: at, among: null }
    seen.add(only.to)
    at = only.to
  }
}
