import { daysBetween, type LocalDate } from '#kernel/local-date.ts'
import { countKinds, unitsUnder, type CountedUnit, type KindCount } from './country.ts'
import { unitAt, versionsOf, type Register } from './register.ts'
import { treeOn } from './tree.ts'
import type { RegisterVersion, UnitId } from './unit.ts'

/** A unit on a day: what it was called, what stood over it, what lay in it (đơn vị vào một ngày). */
export type UnitOnDay = {
  day: LocalDate
  version: RegisterVersion
  over: readonly RegisterVersion[]
  under: readonly CountedUnit[]
  /** The communes in it by their kinds; its districts are counted by themselves. */
  communes: readonly KindCount[]
  districts: readonly KindCount[]
}

/** Null when the unit was not in force on that day; `nearestDay` then says when it was. */
export function unitOnDay(register: Register, unit: UnitId, day: LocalDate): UnitOnDay | null {
  const version = unitAt(register, unit, day)
  if (!version) return null
  const tree = treeOn(register, day)
  return {
    day,
    version,
    over: tree.ancestors(unit),
    under: unitsUnder(tree, version),
    communes: countKinds(tree.descendants(unit, 'commune')),
    districts: countKinds(tree.descendants(unit, 'district')),
  }
}

/** The day a reader means who names none: today while it stands, else its last day, or its first where that is to come. */
export function usualDay(register: Register, unit: UnitId, today: LocalDate): LocalDate {
  return nearestDay(register, unit, today) ?? today
}

/** The day of its life nearest to another day; null for a unit without dates. */
export function nearestDay(register: Register, unit: UnitId, day: LocalDate): LocalDate | null {
  if (unitAt(register, unit, day)) return day
  const edges = versionsOf(register, unit).flatMap(({ from, until }) => [from, until].filter((edge) => edge !== null))
  const distance = (edge: LocalDate): number => Math.abs(daysBetween(day, edge))
  return edges.reduce<LocalDate | null>(
    (best, edge) => (best === null || distance(edge) < distance(best) ? edge : best),
    null,
  )
}
