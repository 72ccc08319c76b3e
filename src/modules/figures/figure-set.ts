import type { Brand } from '#kernel/brand.ts'
import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { UnitId } from '#modules/territory/unit.ts'

/** Whose figures and for which days: the key of a set of cells. */
export type FigureSet = { province: Id<'Unit'>; unit: Id<'Unit'>; from: LocalDate; to: LocalDate }

/** The report that a set of figures was given in, as far as this module knows it: a source to be opened. */
export type FigureSetId = Brand<string, 'FigureSetId'>

export const standings = ['open', 'handed-in', 'accepted', 'published'] as const

/**
 * How far a set of figures has come (bộ số đang ở đâu). Each step is read by more people than the one before: its own unit, its
 * reviewer, all who count above it, everybody.
 */
export type SetStanding = (typeof standings)[number]

/** A set with its source: what `writeFigures` and `setStanding` are given. */
export type SourcedSet = FigureSet & {
  province: UnitId
  unit: UnitId
  id: FigureSetId
  origin: 'entered' | 'published-source'
}

/** Whether a set has come at least as far: what is published is accepted too. */
export function standsAtLeast(standing: SetStanding, least: SetStanding): boolean {
  return standings.indexOf(standing) >= standings.indexOf(least)
}
