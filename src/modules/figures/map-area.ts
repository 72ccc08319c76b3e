import type { LocalDate } from '#kernel/local-date.ts'
import { destinationOf, sourcesOf, type Destination, type MapOf } from '#modules/territory/rebase.ts'
import { unitAt, type Register } from '#modules/territory/register.ts'
import { treeOn } from '#modules/territory/tree.ts'
import type { UnitId, UnitLevel } from '#modules/territory/unit.ts'
import type { UnitFigures } from './map-figure.ts'

/** What was reported for one period, and the map it is to be read on. */
export type MapQuestion = {
  register: Register
  /** The last day of the period: the units are those that were in force then (`dayKnown`). */
  on: LocalDate
  to: MapOf
  sources: readonly UnitFigures[]
}

/** One unit's figures with where they stand on the asked map. */
export type Placed = UnitFigures & { destination: Destination; above: readonly UnitId[] }

/** Figures of one period read on a map (số liệu trên bản đồ khác), ready to answer for any of its units. */
export type MapView = MapQuestion & {
  readonly placed: readonly Placed[]
  /** Every unit of the map that gets something, in the order of the codes. */
  readonly targets: readonly UnitId[]
  readonly placedOf: ReadonlyMap<UnitId, Placed>
}

/** What stood, on the last day of the period, where a unit of the map stands. */
export type Area = {
  target: UnitId
  landing: readonly Placed[]
  /** The units it was made of then, at its own level or, where there was no such level, the communes. */
  tops: readonly UnitId[]
  /** Those directly under a unit of then of which something lies in the target. */
  below(unit: UnitId): readonly UnitId[]
  /** The unit of then that had exactly this area. */
  isSameAs(unit: UnitId): boolean
}

/** Looks up what a unit of the map was made of. */
export function areaOf(view: MapView, target: UnitId): Area {
  const { register, on, to } = view
  const holds = (destination: Destination): boolean => destination.parts.some(({ unit }) => unit === target)
  const madeOf = (level: UnitLevel): UnitId[] => sourcesOf(register, target, { day: on, level }).map(({ unit }) => unit)
  const own = madeOf(to.level)
  // Asked for each line of a report; following every unit of a province each time would cost seconds.
  const below = new Map<UnitId, readonly UnitId[]>()
  return {
    target,
    landing: view.placed.filter(({ destination }) => holds(destination)),
    tops: own.length > 0 ? own : madeOf('commune'),
    below: (unit) => {
      const known = below.get(unit)
      if (known) return known
      const children = treeOn(register, on).childrenOf(unit)
      const found = children.map((child) => child.unit).filter((child) => holds(destinationOf(register, child, to)))
      below.set(unit, found)
      return found
    },
    isSameAs: (unit) => unit === target || isWhollyEither(view, unit, target),
  }
}

/** Two units of different days with one area: all of the one went to the other, which came from it alone. */
function isWhollyEither({ register, on, to }: MapView, unit: UnitId, target: UnitId): boolean {
  const there = destinationOf(register, unit, to)
  const then = unitAt(register, unit, on)
  if (!then || there.flag !== 'exact' || there.parts[0]?.unit !== target) return false
  if (unitAt(register, target, to.day)?.level !== then.level) return false
  const back = destinationOf(register, target, { day: on, level: then.level })
  return back.flag === 'exact' && back.parts[0]?.unit === unit
}
